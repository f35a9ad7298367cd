import type { Conversation } from '../domain/conversation.ts';
import type { Act, Kind, Mention } from '../domain/reading.ts';
import type { Folded } from '../text/types.ts';
import { type ActCues, strong } from './acts.ts';
import type { Votes } from './model/voters.ts';

export type DecidedAct = {
  readonly kind: Kind;
  readonly act: Act;
  readonly confidence: number;
  readonly because: readonly string[];
  /** Requirements given by replying to the bot's own question. */
  readonly replied: readonly Mention[];
};

export type ActEvidence = {
  readonly folded: Folded;
  readonly cues: ActCues;
  readonly votes: Votes;
  readonly conversation: Conversation;
  /** How many options it names. */
  readonly candidates: number;
  /** How well the knowledge answers the message as it stands; asked only where it could decide. */
  readonly answered: () => number;
};

/** Acts by the kind they belong to. */
const kindOfAct: Readonly<Record<Act, Kind>> = {
  pick: 'recommend',
  framework: 'recommend',
  compare: 'compare',
  explain: 'explain',
  why: 'explain',
  'why-not': 'explain',
  numbers: 'explain',
  flips: 'explain',
  certainty: 'explain',
  elaborate: 'explain',
  forget: 'smalltalk',
  greet: 'smalltalk',
  thanks: 'smalltalk',
  who: 'smalltalk',
  help: 'smalltalk',
  nothing: 'smalltalk',
  outside: 'out_of_scope',
};

/** Acts that refer to something already said: without it they are read as what they look like. */
const needsThread: ReadonlySet<Act> = new Set([
  'why',
  'numbers',
  'flips',
  'certainty',
  'elaborate',
  'why-not',
]);

/**
 * What the person wants: replies to the bot's question first, then plain cues, then what was learned. "And X?" alone
 * does not decide the kind: it may ask for a pick, a comparison or a fact, as the thread goes.
 */
export const decideAct = (evidence: ActEvidence): DecidedAct => {
  const { cues, votes, conversation, folded } = evidence;
  const reply = replyTo(evidence);
  if (reply) return reply;

  const inThread = conversation.turns > 0;
  const [cue] = cues.acts.filter(({ act }) => inThread || !needsThread.has(act));
  if (cue && cue.strength >= strong && cue.act !== 'elaborate') {
    const kind = kindOfAct[cue.act];
    return { kind, act: cue.act, confidence: cue.strength, because: [cue.said], replied: [] };
  }
  const chances = weighed(evidence);
  const kind = likeliest(chances);
  const confidence = Math.round(chances[kind] * 100) / 100;
  const fitting = cues.acts.find(
    ({ act }) =>
      (kindOfAct[act] === kind || (act === 'elaborate' && kind === 'compare')) &&
      (inThread || !needsThread.has(act)),
  );
  return {
    kind,
    act: fitting && fitting.strength >= weak ? fitting.act : plainAct(kind, folded),
    confidence,
    because: votes.because(kind),
    replied: [],
  };
};

/** A cue weaker than this says less than the kind alone. */
const weak = 0.35;

type Chances = Votes['kinds'];

/**
 * The learned chances of each kind, in the light of the knowledge: a question that an entry answers outright is more
 * likely one for a fact than the words alone say. The odds grow with the entry's score; where they turn was
 * measured on questions of either kind.
 */
const weighed = ({ votes, answered, conversation, candidates }: ActEvidence): Chances => {
  const { kinds } = votes;
  const factual = kinds.explain + kinds.compare;
  const top = likeliest(kinds);
  if (top === 'explain' || top === 'compare' || top === 'smalltalk' || factual < leastFactual) return kinds;
  const steep = top === 'out_of_scope' ? steepOutside : steepness;
  if (conversation.turns > 0) return kinds;
  // Two candidates named make a choice, however many entries hold them against each other.
  if (top === 'recommend' && candidates > 1) return kinds;
  const need = Math.max(0, ...votes.needs.map(({ probability }) => probability));
  const oddsAt = (score: number): number =>
    Math.max(1, Math.exp(steep * (score - evenScore) - needWeight * need));
  // Looking it up is the dearest step: it is left out where even the best score could not turn the kind.
  if (factual * oddsAt(bestScore) < kinds[top]) return kinds;
  const score = answered();
  if (score <= evenScore) return kinds;
  const odds = oddsAt(score);
  const total = 1 + factual * (odds - 1);
  return {
    recommend: kinds.recommend / total,
    compare: (kinds.compare * odds) / total,
    explain: (kinds.explain * odds) / total,
    out_of_scope: kinds.out_of_scope / total,
    smalltalk: kinds.smalltalk / total,
  };
};

/** Below this chance no score makes a message a question for a fact. */
const leastFactual = 0.02;
/** Scores of search run from 0 to about 3; here it is as likely a question for a fact as the words alone say. */
const evenScore = 1.7;
const bestScore = 3;
const steepness = 2;
/** Steeper where the words alone say it is not ours: what an entry answers outright is ours. */
const steepOutside = 4;
/** A message that gives a requirement describes a project, however well a statement about it matches. */
const needWeight = 1.5;

const likeliest = (chances: Chances): Kind =>
  (Object.entries(chances) as [Kind, number][]).reduce((best, entry) =>
    entry[1] > best[1] ? entry : best,
  )[0];

const plainAct = (kind: Kind, folded: Folded): Act => {
  switch (kind) {
    case 'recommend':
      return 'pick';
    case 'compare':
      return 'compare';
    case 'explain':
      return 'explain';
    case 'out_of_scope':
      return 'outside';
    case 'smalltalk':
      return folded.tokens.length === 0 ? 'nothing' : 'greet';
  }
};

/** "yes", "no", "don't know" right after the bot asked for a requirement. */
const replyTo = ({ cues, conversation, folded }: ActEvidence): DecidedAct | null => {
  const asked = conversation.openQuestion;
  if (asked === null || cues.reply === undefined || !cues.reply.whole) return null;
  const { says } = cues.reply;
  const base = { kind: 'recommend', act: 'pick', confidence: 1, because: [folded.text.trim()] } as const;
  if (says === 'unknown') return { ...base, replied: [] };
  return {
    ...base,
    replied: [
      {
        id: asked,
        stance: says === 'yes' ? 'required' : 'excluded',
        said: folded.text.trim(),
        confidence: 1,
      },
    ],
  };
};
