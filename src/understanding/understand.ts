import type { Conversation } from '../domain/conversation.ts';
import type { Fit } from '../domain/finding.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Reading } from '../domain/reading.ts';
import { tokenize } from '../text/tokenize.ts';
import type { Folded } from '../text/types.ts';
import { createActReader } from './acts.ts';
import { createAdvisedNeed } from './advised-need.ts';
import type { Basis } from './basis.ts';
import { circumstancesOf, queryOf } from './circumstances.ts';
import { decideAct } from './decide-act.ts';
import type { Cues } from './language/cues.ts';
import { createLanguageDetector } from './language/detect-languages.ts';
import { languages as served } from './language/languages.ts';
import { supposing } from './language/people-words.ts';
import type { ModelFile } from './model/model-file.ts';
import { createVoters, type Votes } from './model/voters.ts';
import { createNamedSkills } from './named-skills.ts';
import { createNameReader, type Named } from './names.ts';
import { createNeedReader } from './needs.ts';
import { createPeopleReader, type PeopleReader } from './people.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { createScope, type Scope } from './scope.ts';

/**
 * How well the knowledge answers a question as it stands, undefined where nobody can tell. Search says so;
 * understanding only listens.
 */
export type Answerable = (
  query: string,
  options: readonly string[],
  frameworks: readonly string[],
) => Fit | undefined;

export type UnderstanderDeps = {
  readonly knowledge: Knowledge;
  readonly model: ModelFile;
  readonly basis: Basis;
  readonly answerable: Answerable;
  /** The grammar of people and the scope of denials; the own ones unless others are given. */
  readonly people?: PeopleReader;
  readonly scope?: Scope;
};

export type Understander = {
  /** Text → what is asked, in the light of what the thread has established. Pure; linear in the text. */
  understand(text: string, conversation: Conversation): Reading;
};

/**
 * One place where the votes meet: learned models say what the message wants and which requirements it gives,
 * a grammar of people says who knows what, cues say what a short follow-up does, scope says yes or no.
 */
export const createUnderstander = ({
  knowledge,
  model,
  basis,
  answerable,
  scope = createScope(),
  people = createPeopleReader({ people: knowledge.people, fold: basis.fold, scope }),
}: UnderstanderDeps): Understander => {
  const voters = createVoters(model, basis);
  const acts = createActReader();
  const languages = createLanguageDetector(served);
  const names = createNameReader(knowledge, basis.fold);
  const advisedNeed = createAdvisedNeed(basis.requirements);
  const needs = createNeedReader(basis, scope, voters, createNamedSkills(knowledge.people, basis.fold));

  return {
    understand: (text, conversation) => {
      const folded = basis.fold(text);
      const named = names.read(folded);
      const cues = acts.read(folded, (lexeme) => basis.nameClass(lexeme) !== undefined);
      const skills = people.read(folded);
      const isFollowUp = conversation.turns > 0;
      const votes = voters.vote(
        folded,
        { isFollowUp, before: conversation.last?.kind ?? '' },
        new Map(skills.map(({ requirement, confidence }) => [requirement, confidence])),
      );
      const query = isPlainChoice(named) ? plainChoice(named.options) : queryOf(folded);
      const answered = (): Fit | undefined => answerable(query, named.options, named.frameworks);
      const chances = (): Votes['kinds'] => voters.meet(votes, circumstancesOf(named, isFollowUp), answered);
      const act = decideAct({
        folded,
        cues,
        votes,
        conversation,
        candidates: named.options.length,
        isChoice: named.isChoice,
        isElsewhere: named.isElsewhere,
        isBare: named.isBare,
        isBareChoice: named.isBareChoice,
        frameworks: named.frameworks.length,
        supposes: opensSupposing(folded),
        chances,
      });
      const found = needs.read(folded, votes, skills, act.kind, conversation);
      // What is said in a message that is not for us is of another matter; nobody would know that it was heard.
      const isOurs = act.kind !== 'out_of_scope';
      const requirements = [
        ...act.replied,
        ...(isOurs ? found.mentions : []).filter(({ id }) => !act.replied.some((reply) => reply.id === id)),
      ];
      return {
        kind: act.kind,
        act: act.act,
        confidence: act.confidence,
        because: act.because,
        options: named.options,
        ruledOut: act.kind === 'recommend' ? named.ruledOut : [],
        ...(act.kind === 'recommend' && named.unasked.length > 0 && { unasked: named.unasked }),
        frameworks: named.frameworks,
        outside: named.outside,
        requirements:
          requirements.length === 0 &&
          named.options.length === 0 &&
          act.act === 'pick' &&
          conversation.turns === 0
            ? advisedNeed(answered(), query)
            : requirements,
        dropped: isOurs ? found.dropped : [],
        contradictions: found.contradictions,
        revision: cues.revision ?? 'add',
        pushed: cues.pushed,
        foreign: isForeign(folded, languages(folded.tokens)),
        query,
      };
    },
  };
};

/** A choice between the options themselves: on frameworks there is more to look up. */
const isPlainChoice = ({ isBareChoice, frameworks }: Named): boolean =>
  isBareChoice && frameworks.length === 0;

/** Such a message is looked up as what it says, whatever words and language it is put in. */
const plainChoice = (options: readonly string[]): string =>
  `which is better, ${options.toSorted().join(' or ')}?`;

const suppositions = createPhraseFinder(
  supposing.map((phrase) => ({ phrase, value: true })),
  tokenize,
);

/** Small words of another language, more than one of them, and none of the first language served. */
const isForeign = ({ tokens }: Folded, spoken: readonly Cues[]): boolean => {
  const [likeliest] = spoken;
  if (likeliest === undefined || spoken.some((language) => language === served[0])) return false;
  const markers = new Set(likeliest.markers);
  return new Set(tokens.filter(({ text }) => markers.has(text)).map(({ text }) => text)).size > 1;
};

/** Within its first words a message supposes something: "and what if …". */
const opensSupposing = ({ tokens }: Folded): boolean =>
  suppositions(tokens.slice(0, 5)).some(({ from }) => from <= 2);
