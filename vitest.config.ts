import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The same output wherever the tests run: colours are asked for where they are tested.
    env: { NO_COLOR: '', FORCE_COLOR: '' },
    // Children and property tests on a busy machine; nothing is expected to take this long.
    testTimeout: 30_000,
  },
});
