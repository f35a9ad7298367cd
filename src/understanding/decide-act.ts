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
  /** The chances of each kind, all that speaks on it taken together; asked only where it could decide. */
  readonly chances: () => Chances;
  readonly conversation: Conversation;
  /** It opens with a supposition: "what if …". */
  readonly supposes: boolean;
  /** A choice is put between names, one of them ours. */
  readonly isChoice: boolean;
  /** The names of ours in it all mean something else. */
  readonly isElsewhere: boolean;
  /** It is nothing but names of ours. */
  readonly isBare: boolean;
  /** It is a choice between names of ours, without a word on what for. */
  readonly isBareChoice: boolean;
  /** How many options it names, by themselves or by their frameworks. */
  readonly candidates: number;
  readonly frameworks: number;
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

/** Their words ("how many", "data") open other messages as well: they have to be nearly all that is said. */
const leastStrength: Partial<Readonly<Record<Act, number>>> = { numbers: 0.8 };

/**
 * What the person wants: replies to the bot's question first, then plain cues, then what was learned. "And X?" alone
 * does not decide the kind: it may ask for a pick, a comparison or a fact, as the thread goes.
 */
export const decideAct = (evidence: ActEvidence): DecidedAct => {
  const { cues, votes, conversation } = evidence;
  const reply = replyTo(evidence);
  if (reply) return reply;

  const inThread = conversation.turns > 0;
  const need = likeliestNeed(votes);
  const [cue] = cues.acts.filter(({ act }) => inThread || !needsThread.has(act));
  // "Forget that, new project: X" takes back, but then tells: what is told counts.
  const tellsMore = cue?.act === 'forget' && need >= plainNeed;
  if (cue && cue.strength >= (leastStrength[cue.act] ?? strong) && cue.act !== 'elaborate' && !tellsMore) {
    const kind = kindOfAct[cue.act];
    return { kind, act: cue.act, confidence: cue.strength, because: [cue.said], replied: [] };
  }
  const chances = evidence.isElsewhere
    ? withOdds(votes.kinds, { out_of_scope: elsewhereOdds })
    : evidence.chances();
  const tellsNoWish = evidence.isBare && !inThread && !asks(evidence.folded);
  const plain = tellsNoWish ? bareKind(evidence) : likeliest(chances);
  // "Which is better, X or Y?" holds them against each other on nothing: it asks for the pick.
  const isChoiceAlone = !inThread && plain !== 'explain' && evidence.isBareChoice;
  const kind = tellsMore || isChoiceAlone ? 'recommend' : turned(evidence, plain, chances);
  const elaborates = cues.acts.some(({ act }) => act === 'elaborate');
  return {
    kind,
    act:
      elaborates && inThread && (kind === 'explain' || kind === 'compare')
        ? 'elaborate'
        : plainAct(kind, evidence),
    confidence: Math.min(isChoiceAlone ? openChoice : 1, Math.round(chances[kind] * 100) / 100),
    because: votes.because(kind),
    replied: [],
  };
};

/** Where the thread or the form of the message tells what its words alone do not. */
const turned = (
  { isChoice, isElsewhere, supposes, conversation, cues, folded }: ActEvidence,
  kind: Kind,
  chances: Chances,
): Kind => {
  // A question for a fact about what is named, where nothing of ours is.
  if (isElsewhere && (kind === 'explain' || kind === 'compare')) return 'out_of_scope';
  // "X or Y" with one of ours among them asks for a pick, whatever the other is.
  if (kind === 'out_of_scope' && isChoice && chances.recommend >= leastPick) return 'recommend';
  // "What if it were only ten?" on a standing pick asks for the pick again.
  const anew = supposes || asksAgainWithFigure(cues, folded);
  if (anew && conversation.standing !== null && kind !== 'smalltalk' && chances.recommend >= leastAnew) {
    return 'recommend';
  }
  return kind;
};
const leastPick = 0.05;
/** Both the form and the thread say so: the words need only not rule it out. */
const leastAnew = 0.01;

/** However surely a choice alone asks for the pick, it is as well answered by what is known of the two in general. */
const openChoice = 0.8;

const asks = ({ text }: Folded): boolean => text.trimEnd().endsWith('?');

/** A name and nothing else asks what that is; two, how they compare. With a question mark it may ask whether to take it. */
const bareKind = ({ candidates, frameworks }: ActEvidence): Kind =>
  Math.max(candidates, frameworks) > 1 ? 'compare' : 'explain';

/** "And only 200 users?": the same again with a figure, which is one of the project. */
const asksAgainWithFigure = (cues: ActCues, { tokens }: Folded): boolean =>
  cues.acts.some(({ act }) => act === 'elaborate') && tokens.some((token) => token.kind === 'number');

const likeliestNeed = (votes: Votes): number =>
  Math.max(0, ...votes.needs.map(({ probability }) => probability));
/** From here on a requirement is plainly told. */
const plainNeed = 0.5;

type Chances = Votes['kinds'];

/** The chances with some of them multiplied, so that they add up to one again. */
const withOdds = (kinds: Chances, odds: Partial<Chances>): Chances => {
  const weighted = (Object.entries(kinds) as [Kind, number][]).map(
    ([kind, chance]) => [kind, chance * (odds[kind] ?? 1)] as const,
  );
  const total = weighted.reduce((sum, [, chance]) => sum + chance, 0);
  return Object.fromEntries(weighted.map(([kind, chance]) => [kind, chance / total])) as Chances;
};

/** A name in another sense makes it so much likelier that the message is none of ours; a project may still be told. */
const elsewhereOdds = 12;
const likeliest = (chances: Chances): Kind =>
  (Object.entries(chances) as [Kind, number][]).reduce((best, entry) =>
    entry[1] > best[1] ? entry : best,
  )[0];

const plainAct = (kind: Kind, { folded, conversation, cues }: ActEvidence): Act => {
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
      // Nothing that is known to be small talk: in the middle of a thread it is no greeting.
      if (folded.tokens.length === 0 || conversation.turns > 0) {
        return cues.acts.find(({ act }) => kindOfAct[act] === 'smalltalk')?.act ?? 'nothing';
      }
      return 'greet';
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
