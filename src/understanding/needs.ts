import type { Conversation } from '../domain/conversation.ts';
import type { Kind, Mention } from '../domain/reading.ts';
import type { Folded, Token } from '../text/types.ts';
import type { Basis } from './basis.ts';
import { demands, negators, nobodies } from './language/need-words.ts';
import { createWordSet, wordsOf } from './lexemes.ts';
import type { Voters, Votes } from './model/voters.ts';
import type { PeopleMention } from './people.ts';
import type { Judgement, Scope, Span } from './scope.ts';

export type Needs = {
  readonly mentions: readonly Mention[];
  /** Taken back without being denied. */
  readonly dropped: readonly string[];
  /** Said both to hold and not to hold. */
  readonly contradictions: readonly string[];
};

export type NeedReader = {
  read(
    folded: Folded,
    votes: Votes,
    skills: readonly PeopleMention[],
    kind: Kind,
    conversation: Conversation,
  ): Needs;
};

/**
 * Probability from which a requirement counts as given. Between .2 and .3 picks hardly differ, since what is less sure
 * also counts for less; lower suits short messages of strangers, higher those of a team that describes a project.
 */
const given = 0.25;
/** In messages that do not ask for a pick, requirements are rare, and only plain ones count. */
const givenElsewhere = 0.85;
/** A need already in force is restated or denied in few words: less has to speak for it. */
const givenAgain = 0.15;
/**
 * Probability from which a mention counts as denied: lower where a cue of denial stands around it, higher where none
 * does, and where the grammar of people read it as somebody's skill.
 */
const denied = { byCue: 0.25, withoutCue: 0.6, skill: 0.5 } as const;

/**
 * Whether a message can give a requirement at all, by its words: somebody's skill must be named. "Our team is five
 * people" makes no team of any language, however much it sounds like one.
 */
export type NamedSkills = (folded: Folded) => (requirement: string) => boolean;

/** Creates the reader of requirements: which ones a message gives, by which words, wanted or not. */
export const createNeedReader = (
  basis: Basis,
  scope: Scope,
  voters: Voters,
  namedSkills: NamedSkills,
): NeedReader => ({
  read: (folded, votes, skills, kind, conversation) => {
    const inForce = new Set(conversation.requirements.map(({ id }) => id));
    const threshold = (id: string): number =>
      kind !== 'recommend' ? givenElsewhere : inForce.has(id) ? givenAgain : given;
    const skillOf = new Map(skills.map((skill) => [skill.requirement, skill]));
    const literal = namedSkills(folded);
    const heard = votes.needs
      .filter(({ id, probability }) => probability >= threshold(id) && literal(id))
      .map((vote) => ({ ...vote, span: skillOf.get(vote.id)?.span ?? ([vote.from, vote.to] as const) }));
    const judged = scope.judge(
      folded,
      heard.map(({ span }) => span),
    );

    const mentions: Mention[] = [];
    const dropped: string[] = [];
    heard.forEach(({ id, probability, span }, i) => {
      const judgement = judged[i];
      if (!judgement) return;
      if (judgement.polarity === 'dropped' && inForce.has(id)) {
        dropped.push(id);
        return;
      }
      const skill = skillOf.get(id);
      const place = { requirement: id, group: basis.groupOf(id), span, judgement, skill: skill?.stance };
      const hasCue = judgement.polarity === 'excluded' || judgement.polarity === 'dropped';
      const limit = skill?.stance === 'wanted' ? denied.skill : hasCue ? denied.byCue : denied.withoutCue;
      // A few words that name a thing and say nothing else deny nothing.
      const isBare = !hasCue && skill?.stance !== 'excluded' && sentenceLength(folded, span) <= bareSentence;
      // "And if nobody knows it?" supposes a lack, though a supposition denies nothing by itself.
      const nobodyCan = skill !== undefined && standsBefore(folded, span[0], nobodies);
      const isDenied = nobodyCan || (!isBare && voters.denied(folded, place) >= limit);
      mentions.push({
        id,
        stance: isDenied ? 'excluded' : stanceOf(judgement),
        said: skill?.said ?? quote(folded, span),
        confidence: Math.round(probability * 100) / 100,
      });
    });
    return {
      mentions: mentions.toSorted((a, b) => folded.text.indexOf(a.said) - folded.text.indexOf(b.said)),
      dropped,
      contradictions: contradicted(folded, heard, scope),
    };
  },
});

const contradicted = (
  folded: Folded,
  heard: readonly { readonly id: string; readonly probability: number; readonly span: Span }[],
  scope: Scope,
): readonly string[] => {
  if (heard.length === 0) return [];
  const demanded = demandedIn(folded);
  if (demanded.length === 0) return [];
  // One word may speak for several needs: asked back is the one it is most likely meant for.
  return heard
    .filter(({ span }) => isContradicted(folded, span, demanded, scope))
    .toSorted((a, b) => b.probability - a.probability)
    .map(({ id }) => id);
};

/** Where a demand stands right before, in the order of the message; most messages have few such places. */
const demandedIn = ({ tokens }: Folded): readonly number[] => {
  const places: number[] = [];
  const words = wordsOf(tokens);
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isDemand(words, at)) continue;
    const first = Math.max(at + 1, (places.at(-1) ?? -1) + 1);
    for (let place = first; place <= at + nearby && place < tokens.length; place += 1) places.push(place);
  }
  return places;
};
const isDemand = createWordSet(demands);

/** Where words of a stem stand. */
const placesOf = ({ tokens }: Folded, stem: string): readonly Span[] =>
  tokens.flatMap((token, i) => (isOfStem(token, stem) ? [[i, i + 1] as const] : []));

const isOfStem = (token: Token | undefined, stem: string): boolean =>
  token !== undefined && token.stem === stem && token.kind !== 'punctuation';

/**
 * The same word is both plainly wanted and plainly denied, in different sentences: "It must be live. It must not be
 * live." Only repeated words tell: other words for the same need may speak of another part of the system.
 */
const isContradicted = (
  folded: Folded,
  [from, to]: readonly [number, number],
  demanded: readonly number[],
  scope: Scope,
): boolean => {
  const { tokens } = folded;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.text.length < 4 || demands.has(token.text)) continue;
    // What no demand stands before is nowhere plainly wanted.
    if (!demanded.some((place) => isOfStem(tokens[place], token.stem))) continue;
    const places = placesOf(folded, token.stem);
    if (places.length < 2) continue;
    const judged = scope.judge(folded, places);
    const counts = judged.map(({ reported, asked }) => !reported && !asked);
    const isDenied = (i: number): boolean =>
      judged[i]?.polarity === 'excluded' || standsBefore(folded, places[i]?.[0] ?? 0, negators);
    const denies = places.some((_, i) => counts[i] && isDenied(i));
    const wants = places.some(
      ([place], i) =>
        counts[i] && !isDenied(i) && judged[i]?.polarity === 'wanted' && standsBefore(folded, place, demands),
    );
    if (denies && wants) return true;
  }
  return false;
};

const standsBefore = ({ tokens }: Folded, at: number, words: ReadonlySet<string>): boolean => {
  for (let i = Math.max(0, at - nearby); i < at && i < tokens.length; i += 1) {
    if (words.has((tokens[i] as Token).text)) return true;
  }
  return false;
};
const nearby = 4;

/** Words of the sentence that a span stands in. */
const sentenceLength = ({ tokens }: Folded, [from, to]: readonly [number, number]): number => {
  const ends = (at: number): boolean =>
    at < 0 || at >= tokens.length || sentenceEnds.has((tokens[at] as Token).text);
  let first = from;
  let last = to;
  while (!ends(first - 1)) first -= 1;
  while (!ends(last)) last += 1;
  let words = 0;
  for (let at = first; at < last; at += 1) {
    const kind = tokens[at]?.kind;
    if (kind === 'word' || kind === 'number') words += 1;
  }
  return words;
};
const sentenceEnds = new Set(['.', '!', '?', ';', '\n']);
const bareSentence = 4;

const stanceOf = (judgement: Judgement): Mention['stance'] =>
  judgement.polarity === 'preferred' ? 'preferred' : 'required';

const quote = (folded: Folded, [from, to]: readonly [number, number]): string =>
  folded.text.slice(folded.tokens[from]?.start ?? 0, folded.tokens[to - 1]?.end ?? 0);
