import type { Gap, Store, Vote } from '../domain/store.ts';
import type { Advisor } from './advisor.ts';

/** Characters of a question or a headline in a list. */
const longest = 160;

/**
 * What people think of the answers and what they asked in vain, as text for those who keep the knowledge: the
 * thumbs down with their reasons, newest first, and the gaps.
 */
export const describeFeedback = async (
  store: Pick<Store, 'votes' | 'gaps'>,
  advisor: Pick<Advisor, 'recall'>,
): Promise<string> => {
  const [votes, gaps] = [await store.votes(), await store.gaps()];
  const down = votes.filter(({ vote }) => vote === 'down').toSorted((a, b) => b.at - a.at);
  const complaints = await Promise.all(down.map((vote) => complaintOf(vote, advisor)));
  return [
    `${votes.length - down.length} found their answer helpful, ${down.length} did not.`,
    list('What did not help, newest first', complaints),
    list('What was asked and the knowledge lacks', gaps.map(gapOf)),
  ].join('\n\n');
};

const complaintOf = async (
  { question, reason, words, at }: Vote,
  advisor: Pick<Advisor, 'recall'>,
): Promise<string> => {
  const told = await advisor.recall(question);
  const why = [reason, words && `"${short(words)}"`].filter(Boolean).join(', ') || 'no reason given';
  const about = told
    ? `\n    asked: ${short(told.question.text) || '(a form)'}\n    answered: ${short(told.answer.headline.text)}`
    : '';
  return `${day(at)} ${why}${about}`;
};

const gapOf = ({ query, at }: Gap): string => `${day(at)} ${short(query)}`;

const list = (title: string, items: readonly string[]): string =>
  [`${title}:`, ...(items.length > 0 ? items.map((item) => `  - ${item}`) : ['  nothing so far'])].join('\n');

/** In UTC. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** On one line, and not able to steer a terminal. */
const short = (text: string): string => {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};
