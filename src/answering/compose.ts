import {
  type Answer,
  type AnswerKind,
  assertNever,
  type Block,
  type ChoiceButton,
  type Sentence,
} from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Finding, FindOptions, Hit } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Question } from '../domain/question.ts';
import type { Reading } from '../domain/reading.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { createCertainty } from './certainty.ts';
import { type Body, createFacts } from './facts.ts';
import { createNames } from './names.ts';
import { createPhrasing } from './phrasing.ts';
import { createPicks } from './picks.ts';
import { createSourceLabels } from './source-labels.ts';
import { createTalk } from './talk.ts';

/** Everything that is known once the question was read, folded in and decided. */
export type Situation = {
  readonly question: Question;
  readonly reading: Reading;
  readonly before: Conversation;
  readonly now: Conversation;
  readonly recommendation: Recommendation;
};

type Part = Body & { readonly kind: AnswerKind; readonly answered?: boolean };

export type Composer = {
  compose(situation: Situation): Answer;
  /** Refused before reading: the text is longer than the bot takes. Sizes in characters. */
  tooLong(question: Question, now: Conversation, size: number, limit: number): Answer;
};

/** Creates the composer: what the bot says, as a document in which every sentence holds its origin. */
export const createComposer = (
  knowledge: Knowledge,
  find: (query: string, options: FindOptions) => Finding,
): Composer => {
  const phrasing = createPhrasing(knowledge.voice);
  const labels = createSourceLabels(knowledge.sources);
  const names = createNames(knowledge, phrasing);
  const facts = createFacts(knowledge, phrasing, labels);
  const picks = createPicks(knowledge, names, phrasing);
  const talk = createTalk(knowledge, phrasing);
  const certainty = createCertainty(knowledge, facts, phrasing);

  const look = (situation: Situation, query: string): Finding =>
    find(query, {
      options: situation.reading.options,
      frameworks: situation.reading.frameworks,
      context: situation.before.last?.about ?? [],
    });

  const fromFinding = (finding: Finding, kind: AnswerKind, { reading }: Situation): Part => {
    // The index is of one language: that it found nothing says nothing of what the sources hold.
    if (finding.kind === 'unknown' && reading.foreign) {
      return {
        headline: phrasing.say('unknown.language'),
        blocks: [],
        about: [],
        kind: 'unknown',
        answered: false,
      };
    }
    if (finding.kind === 'unknown') return { ...facts.unknown(finding), kind: 'unknown', answered: false };
    const [first] = finding.hits;
    if (!first)
      return {
        ...facts.unknown({ kind: 'unknown', why: 'nothing', missing: '', nearest: [] }),
        kind: 'unknown',
        answered: false,
      };
    const body = facts.body(first);
    return { ...withRunnerUp(body, finding.hits), kind: kindOf(first, kind) };
  };

  /** A second entry that fits almost as well is said too, as far as the answer still fits a phone screen. */
  const withRunnerUp = (body: Body, [first, second]: readonly Hit[]): Body => {
    if (!first || !second || second.score < almost * first.score) return body;
    let room = screen - lengthOf(body);
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

  /** The card that shows the standing needs best; without needs, the most general one on speed of all. */
  const numbers = (situation: Situation): Part => {
    // What the message itself asks for comes first; "and the numbers?" alone asks for those of the thread.
    const asked = look(situation, situation.reading.query);
    const [named] = asked.kind === 'found' ? asked.hits : [];
    if (named?.kind === 'card' && named.score >= plainHit) return { ...facts.body(named), kind: 'numbers' };
    const about = new Set([
      ...situation.now.requirements.map(({ id }) => id),
      ...(situation.before.last?.about ?? []),
    ]);
    const overlap = (ids: readonly string[]) => ids.filter((id) => about.has(id)).length;
    const [best] = knowledge.cards
      .map((card) => ({ card, score: overlap(card.about) + (about.has(card.id) ? 10 : 0) }))
      .filter(({ score }) => score > 0)
      .sort(
        (a, b) =>
          b.score - a.score || b.card.about.length - a.card.about.length || (a.card.id < b.card.id ? -1 : 1),
      );
    if (best)
      return { ...facts.body({ kind: 'card', id: best.card.id, score: best.score }), kind: 'numbers' };
    const hit = asked.kind === 'found' ? asked.hits.find(({ kind }) => kind === 'card') : undefined;
    if (hit) return { ...facts.body(hit), kind: 'numbers' };
    return {
      headline: phrasing.say('figures.none'),
      blocks: [],
      about: [],
      kind: 'numbers',
      answered: false,
    };
  };

  /** "and python?": the last question again, for what is named now. */
  const elaborate = (situation: Situation): Part => {
    const last = situation.before.last;
    const query = last ? `${situation.reading.query} ${last.query}` : situation.reading.query;
    return fromFinding(look(situation, query), 'explanation', situation);
  };

  const part = (situation: Situation): Part => {
    const { reading, recommendation, before, now } = situation;
    const [contradiction] = reading.contradictions;
    if (contradiction !== undefined) return clarify(contradiction);
    switch (reading.act) {
      case 'pick':
        return { ...picks.body(recommendation, before, now), kind: pickKind(recommendation) };
      case 'compare':
        return fromFinding(look(situation, reading.query), 'comparison', situation);
      case 'explain':
        return fromFinding(look(situation, reading.query), 'explanation', situation);
      case 'elaborate':
        return elaborate(situation);
      case 'why':
        return now.requirements.length === 0 && before.last !== null && before.last.about.length > 0
          ? { ...certainty(before, recommendation), kind: 'certainty' }
          : { ...picks.reasons(recommendation, now), kind: 'reasons' };
      case 'why-not':
        return { ...picks.whyNot(recommendation, unfavoured(situation), now), kind: 'reasons' };
      case 'numbers':
        return numbers(situation);
      case 'flips':
        return { ...picks.flips(recommendation, now), kind: 'flips' };
      case 'framework':
        return { ...picks.framework(recommendation, reading.options), kind: 'framework' };
      case 'certainty':
        return { ...certainty(before, recommendation), kind: 'certainty' };
      case 'forget':
        return forgot(situation);
      case 'greet':
        return { ...talk.greet(), kind: 'smalltalk' };
      case 'thanks':
        return { ...talk.thanks(), kind: 'smalltalk' };
      case 'who':
        return { ...talk.who(), kind: 'smalltalk' };
      case 'help':
        return { ...talk.help(), kind: 'help' };
      case 'nothing':
        return { ...talk.nothing(), kind: 'smalltalk' };
      case 'outside':
        return { ...talk.outside(reading), kind: 'outside', answered: false };
      default:
        return assertNever(reading.act);
    }
  };

  const unfavoured = ({ reading, recommendation }: Situation): string => {
    const [named] = reading.options;
    if (named !== undefined) return named;
    const ahead = recommendation.choice === 'depends' ? recommendation.lean : recommendation.choice;
    return knowledge.options.find(({ id }) => id !== ahead)?.id ?? '';
  };

  const clarify = (id: string): Part => {
    const name = names.requirementName(id);
    const from = [{ kind: 'requirement', id }] as const;
    // Said in the words that answer any question of the bot: the label's own would have to be understood first.
    const choice = (key: 'yes' | 'no', label: string): ChoiceButton => ({
      id: `clarify.${id}.${key}`,
      label,
      say: phrasing.words(`question.${key}`),
    });
    return {
      kind: 'clarify',
      headline: phrasing.say('clarify.contradiction', { name }, from),
      blocks: [
        {
          kind: 'choices',
          choices: [
            choice('yes', phrasing.words('clarify.wanted', { name })),
            choice('no', phrasing.words('clarify.not-wanted', { name })),
          ],
        },
      ],
      about: [],
    };
  };

  const forgot = ({ before, now }: Situation): Part => {
    const kept = new Set(now.requirements.map(({ id }) => id));
    const gone = before.requirements.filter(({ id }) => !kept.has(id));
    return {
      kind: 'smalltalk',
      headline:
        gone.length > 0
          ? phrasing.say('talk.forgot', { list: gone.map(names.understood).join(', ') })
          : phrasing.say('talk.forgot-nothing'),
      blocks: [],
      about: [],
    };
  };

  const followUps = (kind: AnswerKind): readonly Block[] => {
    if (kind !== 'pick' && kind !== 'both' && kind !== 'open') return [];
    const press = (name: 'why' | 'numbers' | 'flips'): ChoiceButton => ({
      id: name,
      label: phrasing.words(`button.${name}`),
      say: phrasing.words(`say.${name}`),
    });
    return [{ kind: 'choices', choices: [press('why'), press('numbers'), press('flips')] }];
  };

  const finish = (situation: Omit<Situation, 'before'>, made: Part): Answer => {
    const { reading, now, question, recommendation } = situation;
    const recommends = reading.kind === 'recommend' && made.kind !== 'clarify' && made.kind !== 'refused';
    const understood =
      recommends || made.kind === 'reasons' || made.kind === 'flips' ? picks.understood(now) : null;
    const open = made.kind === 'open' || made.kind === 'pick' ? picks.question(recommendation) : [];
    const pushed: readonly Block[] = reading.pushed
      ? [{ kind: 'paragraph', sentences: [phrasing.say('pushed')] }]
      : [];
    const body: readonly Block[] = [
      ...pushed,
      ...made.blocks,
      ...(understood ? [understood] : []),
      ...open,
      ...(open.length > 0 ? [] : followUps(made.kind)),
    ];
    const cited = labels.cited(body, headlineSources(made.headline));
    return {
      kind: made.kind,
      to: question.id,
      headline: made.headline,
      blocks: cited.length > 0 ? [...body, labels.block(cited)] : body,
      facts: {
        kind: reading.kind,
        recommendation: reading.kind !== 'recommend' ? null : recommends ? recommendation.choice : 'depends',
        strength: recommends ? recommendation.strength : null,
        answered: made.answered ?? true,
        requirements: now.requirements,
        sources: cited,
        about: made.about,
      },
    };
  };

  return {
    compose: (situation) => finish(situation, part(situation)),
    tooLong: (question, now, size, limit) => ({
      kind: 'refused',
      to: question.id,
      headline: talk.tooLong(size, limit).headline,
      blocks: [],
      facts: {
        kind: 'out_of_scope',
        recommendation: null,
        strength: null,
        answered: false,
        requirements: now.requirements,
        sources: [],
        about: [],
      },
    }),
  };
};

/** Score of a hit that answers what was asked, rather than what lies near it. */
const plainHit = 1.7;

/** Share of the best score from which a runner-up is shown; measured on questions with several right answers. */
const almost = 0.8;
/** Characters that fit a phone screen. */
const screen = 900;

const lengthOf = ({ headline, blocks }: Body): number =>
  headline.text.length + blocks.reduce((sum, block) => sum + blockLength(block), 0);

const textLength = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { text }) => sum + text.length, 0);

const blockLength = (block: Block): number => {
  switch (block.kind) {
    case 'paragraph':
      return textLength(block.sentences);
    case 'list':
      return block.items.reduce((sum, item) => sum + textLength(item.sentences), 0);
    case 'table':
      return block.rows.reduce(
        (sum, row) => sum + row.reduce((width, { text }) => width + text.length, 0),
        0,
      );
    case 'chart':
      return block.bars.length * 40;
    case 'code':
      return block.text.length;
    default:
      return 0;
  }
};

const headlineSources = (headline: Sentence) => headline.sources;

const pickKind = (recommendation: Recommendation): AnswerKind =>
  recommendation.choice === 'both' ? 'both' : recommendation.choice === 'depends' ? 'open' : 'pick';

const kindOf = (hit: Hit, kind: AnswerKind): AnswerKind => {
  switch (hit.kind) {
    case 'unit':
      return kind;
    case 'card':
      return 'numbers';
    case 'dispute':
      return 'dispute';
    case 'correction':
      return 'correction';
  }
};
