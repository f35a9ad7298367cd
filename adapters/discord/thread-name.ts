import { clip } from '../shared/clip.ts';
import { visible } from '../shared/text/visible.ts';
import { literal } from './escape.ts';
import { limits } from './limits.ts';

/** The name of the thread that a question opens: its first line. */
export const threadName = (question: string): string => {
  // Last of all: what keeps a name from being made a link of is itself invisible.
  return clip(literal(visible(question)), limits.thread) || 'Stack Advisor';
};
