import type { Sentence } from '../domain/answer.ts';
import type { Hit } from '../domain/finding.ts';
import { bodyLength } from './body-length.ts';
import type { Body, Facts } from './facts.ts';

/** Share of the best score from which a runner-up is shown; measured on questions with several right answers. */
const almost = 0.8;
/** Characters that fit a phone screen. */
const screen = 900;

/** A second entry that fits almost as well is said too, as far as the answer still fits a phone screen. */
export const withRunnerUp = (facts: Facts, body: Body, [first, second]: readonly Hit[]): Body => {
  if (!first || !second || second.score < almost * first.score) return body;
  let room = screen - bodyLength(body);
  const sentences: Sentence[] = [];
  for (const part of facts.sentences(second)) {
    room -= part.text.length;
    if (room < 0) break;
    sentences.push(part);
  }
  if (sentences.length === 0) return body;
  return {
    ...body,
    blocks: [...body.blocks, { kind: 'paragraph', sentences }],
    about: [...body.about, second.id],
  };
};
