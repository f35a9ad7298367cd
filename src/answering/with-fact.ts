import type { Sentence } from '../domain/answer.ts';
import type { Finding } from '../domain/finding.ts';
import type { Reading } from '../domain/reading.ts';
import { bodyLength } from './body-length.ts';
import type { Body, Facts } from './facts.ts';
import type { Phrasing } from './phrasing.ts';

/** From this chance on it is taken to want a pick and nothing else. */
const plain = 0.85;
/** An entry of this score answers a question rather than sharing words with it. */
const answers = 1.7;
/** Characters of a phone screen that are left where what was understood and what is asked back stand below. */
const screen = 700;

/** Whether a message read as one for a pick may have asked for a fact: then both are said. */
export const mayAskForFact = ({ kind, confidence }: Reading): boolean =>
  kind === 'recommend' && confidence < plain;

/** It asks for a typed fact that the sources do not hold. */
export const lacksFact = (finding: Finding): finding is Finding & { readonly kind: 'unknown' } =>
  finding.kind === 'unknown' && (finding.why === 'quantity' || finding.why === 'qualifier');

/** A pick with what the sources hold on the words themselves, as far as the answer still fits a phone screen. */
export const withFact = (facts: Facts, phrasing: Phrasing, body: Body, finding: Finding): Body => {
  if (finding.kind === 'unknown') return body;
  const [hit] = finding.hits;
  if (!hit || hit.score < answers) return body;
  const [first, ...rest] = facts.sentences(hit);
  if (!first) return body;
  let room = screen - bodyLength(body) - first.text.length;
  const sentences: Sentence[] = [phrasing.say('pick.on-the-matter'), first];
  for (const part of rest) {
    room -= part.text.length;
    if (room < 0) break;
    sentences.push(part);
  }
  return {
    ...body,
    blocks: [...body.blocks, { kind: 'paragraph', sentences }],
    about: [...body.about, hit.id],
  };
};
