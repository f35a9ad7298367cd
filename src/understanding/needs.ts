import type { Conversation } from '../domain/conversation.ts';
import type { Kind, Mention } from '../domain/reading.ts';
import type { Folded } from '../text/types.ts';
import type { Basis } from './basis.ts';
import type { Votes } from './model/voters.ts';
import type { PeopleMention, PeopleReader } from './people.ts';
import type { Judgement, Scope } from './scope.ts';

export type Needs = {
  readonly mentions: readonly Mention[];
  /** Taken back without being denied. */
  readonly dropped: readonly string[];
  /** Said both to hold and not to hold. */
  readonly contradictions: readonly string[];
};

export type NeedReader = {
  read(folded: Folded, votes: Votes, kind: Kind, conversation: Conversation): Needs;
};

/** Probability from which a requirement counts as given: where F1 on messages by unseen authors is best. */
const given = 0.25;
/** In messages that do not ask for a pick, requirements are rare, and only plain ones count. */
const givenElsewhere = 0.8;
/** A need already in force is restated or denied in few words: less has to speak for it. */
const givenAgain = 0.15;
/** What the grammar of people says of a skill counts on its own from this confidence on. */
const plainSkill = 0.5;

export const createNeedReader = (basis: Basis, scope: Scope, people: PeopleReader): NeedReader => ({
  read: (folded, votes, kind, conversation) => {
    const inForce = new Set(conversation.requirements.map(({ id }) => id));
    const isProject = kind === 'recommend';
    const threshold = (id: string): number =>
      !isProject ? givenElsewhere : inForce.has(id) ? givenAgain : given;
    const heard = votes.needs.filter(({ id, probability }) => probability >= threshold(id));
    const judged = scope.judge(
      folded,
      heard.map(({ from, to }) => [from, to] as const),
    );
    const said = isProject ? people.read(folded) : [];
    const skills = new Map(said.map((mention) => [mention.requirement, mention]));

    const mentions: Mention[] = [];
    const dropped: string[] = [];
    heard.forEach(({ id, probability, from, to }, i) => {
      const skill = skills.get(id);
      if (skill) return;
      const judgement = judged[i];
      if (!judgement || judgement.elsewhere) return;
      if (judgement.polarity === 'dropped') {
        dropped.push(id);
        return;
      }
      mentions.push({
        id,
        stance: stanceOf(judgement),
        said: wordsOf(folded, from, to),
        confidence: rounded(probability),
      });
    });
    for (const skill of said) {
      const vote = votes.needs[basis.requirements.indexOf(skill.requirement)]?.probability ?? 0;
      if (skill.confidence >= plainSkill || vote >= given) mentions.push(skillMention(skill, vote));
    }
    return {
      mentions: mentions.toSorted((a, b) => folded.text.indexOf(a.said) - folded.text.indexOf(b.said)),
      dropped,
      contradictions: [],
    };
  },
});

const stanceOf = (judgement: Judgement): Mention['stance'] =>
  judgement.polarity === 'excluded'
    ? 'excluded'
    : judgement.polarity === 'preferred'
      ? 'preferred'
      : 'required';

const skillMention = (skill: PeopleMention, vote: number): Mention => ({
  id: skill.requirement,
  stance: skill.stance === 'excluded' ? 'excluded' : 'required',
  said: skill.said,
  confidence: rounded(Math.max(skill.confidence, vote)),
});

const wordsOf = (folded: Folded, from: number, to: number): string =>
  folded.text.slice(folded.tokens[from]?.start ?? 0, folded.tokens[to - 1]?.end ?? 0);

const rounded = (value: number): number => Math.round(value * 100) / 100;
