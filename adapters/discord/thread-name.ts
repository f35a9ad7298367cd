import { clip } from '../shared/clip.ts';
import { visible } from '../shared/text/visible.ts';
import { literal } from './escape.ts';
import { limits } from './limits.ts';

/** The name of the thread that a question opens: its first line. */
export const threadName = (question: string): string => {
  const line = visible(literal(question)).replace(/\s+/g, ' ').trim();
  return clip(line, limits.thread) || 'Stack Advisor';
};
