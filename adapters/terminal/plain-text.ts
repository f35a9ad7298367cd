import type { Answer } from '../../src/index.ts';
import { render } from './render/render.ts';

/** Answer → text without colours, pictures or line breaks of its own: the same wherever it is read. */
export const plainText = (answer: Answer): string =>
  render(answer, { width: Number.POSITIVE_INFINITY, color: false, pictures: false });
