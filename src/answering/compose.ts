import {
  type Answer,
  type AnswerKind,
  assertNever,
  type Block,
  type ChoiceButton,
} from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Finding, FindOptions, Hit } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Question } from '../domain/question.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { createBestCard } from './best-card.ts';
import { createCertainty } from './certainty.ts';
import { createClarify } from './clarify.ts';
import { type Body, createFacts } from './facts.ts';
import { favoured } from './favoured.ts';
import { createForgot } from './forgot.ts';
import { createNames } from './names.ts';
import { createPhrasing } from './phrasing.ts';
import { createPicks } from './picks.ts';
import { refusal } from './refusal.ts';
import type { Situation } from './situation.ts';
import { createSourceLabels } from './source-labels.ts';
import { createTalk } from './talk.ts';
import { lacksFact, mayAskForFact, withFact } from './with-fact.ts';
import { withRunnerUp } from './with-runner-up.ts';
import { withVerdict } from './with-verdict.ts';

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
  const bestCard = createBestCard(knowledge);
  const clarify = createClarify(names, phrasing);
  const forgot = createForgot(names, phrasing);
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
    const body = withRunnerUp(facts, facts.body(first), finding.hits);
    return {
      ...(finding.verdict ? withVerdict(phrasing, body, finding.verdict) : body),
      kind: kindOf(first, kind),
    };
  };

  const numbers = (situation: Situation): Part => {
    const hit = bestCard(situation, look(situation, situation.reading.query));
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

  const pick = (situation: Situation): Part => {
    const { reading, recommendation, before, now } = situation;
    const body = picks.body(recommendation, before, now);
    const kind = pickKind(recommendation);
    if (!mayAskForFact(reading)) return { ...body, kind };
    const finding = look(situation, reading.query);
    return lacksFact(finding) && now.requirements.length === 0 && !reading.foreign
      ? { ...facts.unknown(finding), kind: 'unknown', answered: false }
      : { ...withFact(facts, phrasing, body, finding), kind };
  };

  const part = (situation: Situation): Part => {
    const { reading, recommendation, before, now } = situation;
    const [contradiction] = reading.contradictions;
    if (contradiction !== undefined) return { ...clarify(contradiction), kind: 'clarify' };
    switch (reading.act) {
      case 'pick':
        return pick(situation);
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
        return { ...forgot(before, now), kind: 'smalltalk' };
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
    const ahead = favoured(recommendation);
    return knowledge.options.find(({ id }) => id !== ahead)?.id ?? '';
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
    const cited = labels.cited(body, made.headline.sources);
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
    tooLong: (question, now, size, limit) =>
      refusal(question.id, talk.tooLong(size, limit).headline, now.requirements),
  };
};

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
