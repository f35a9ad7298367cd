import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Children and property tests on a busy machine; nothing is expected to take this long.
    testTimeout: 30_000,
  },
});
