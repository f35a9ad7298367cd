import type { OptionId } from '../domain/ids.ts';
import type { Choice, Fired, Need, Recommendation } from '../domain/recommendation.ts';
import {
  compileRules,
  type DecisionKnowledge,
  fullShare,
  isExclusion,
  unitsPerPoint,
} from './compile-rules.ts';
import { createEvidence, type Evidence, excluded, preferred, required } from './create-evidence.ts';
import { findFlips, findQuestion } from './find-flips.ts';
import { both, depends, findLead, findOutcome, takesPart } from './find-outcome.ts';
import { gradeStrength } from './grade-strength.ts';
import { pickFramework } from './pick-framework.ts';

export type Decider = {
  /**
   * What the needs call for, by adding up the points of the rules that fire.
   *
   * Neither order nor repetition of needs matters. Where a need is listed with several stances, `excluded` beats
   * `required` beats `preferred`, and of two alike the surer counts: nothing is recommended for the sake of
   * something that was denied. Needs and options that the knowledge does not hold are ignored.
   *
   * A need that is less than sure gives that share of its points, in sixteenths and never less than one. A flip's
   * own changes count in full, the other needs keep their shares.
   *
   * @param ruledOut options that must not be chosen; the last one left is chosen whatever speaks against it, and
   *   with none left the choice is `depends`
   */
  decide(needs: readonly Need[], ruledOut: readonly OptionId[]): Recommendation;
};

const stanceNumbers = { absent: 0, preferred, required, excluded } as const;
const stanceNames = ['absent', 'preferred', 'required', 'excluded'] as const;

/** What is built is asked before who builds it: a team's skill does not beat a core need. */
const groupsInOrder = ['product', 'workload', 'quality', 'team'] as const;

/** Builds a decider on the rules of the knowledge; all that does not depend on the needs is worked out once. */
export const createDecider = (knowledge: DecisionKnowledge): Decider => {
  const { options, requirements, rules } = knowledge;
  const compiled = compileRules(knowledge);

  const commonOf = (need: number): number => requirements[need]?.common ?? 0;
  const likeliest = requirements.map((_, need) => need).sort((a, b) => commonOf(b) - commonOf(a));
  const rankOf = (need: number): number =>
    Math.floor(groupsInOrder.indexOf(requirements[need]?.group ?? 'team') / 2);
  const worthAsking = [...likeliest].sort((a, b) => rankOf(a) - rankOf(b));

  const toChoice = (outcome: number): Choice =>
    outcome === both ? 'both' : outcome === depends ? 'depends' : (options[outcome]?.id ?? 'depends');

  const needsOf = ({ stances }: Evidence): readonly Need[] =>
    requirements.flatMap(({ id }, need) => {
      const stance = stanceNames[stances[need] ?? 0] ?? 'absent';
      return stance === 'absent' ? [] : [{ id, stance }];
    });

  const traceOf = (evidence: Evidence): readonly Fired[] =>
    rules
      .flatMap((rule, index): readonly Fired[] => {
        const now = evidence.points(index);
        if (now.units === 0) return [];
        return [
          {
            rule: rule.id,
            favours: options[now.favours]?.id ?? rule.favours,
            points: now.units / unitsPerPoint,
            because: rule.because,
            sources: rule.sources,
            needs: rule.when.map(bare),
            ...(now.exception < 0 ? {} : { exception: now.exception }),
          },
        ];
      })
      .sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1));

  /** Wanted needs by the option that their rules favour on balance; those of the team belong to no part. */
  const partsOf = (evidence: Evidence, taking: readonly number[]): Recommendation['parts'] => {
    const balance = new Map<number, Float64Array>();
    compiled.rules.forEach(({ when }, index) => {
      const now = evidence.points(index);
      for (const need of when) {
        if (now.units === 0 || isExclusion(need) || requirements[need]?.group === 'team') continue;
        const sums = balance.get(need) ?? new Float64Array(options.length);
        sums[now.favours] = (sums[now.favours] ?? 0) + now.units;
        balance.set(need, sums);
      }
    });
    return taking.map((option) => ({
      option: options[option]?.id ?? '',
      needs: requirements.flatMap(({ id }, need) => {
        const sums = balance.get(need);
        const own = sums?.[option] ?? 0;
        return sums && own > 0 && sums.every((other, at) => at === option || other < own) ? [id] : [];
      }),
    }));
  };

  const read = (needs: readonly Need[]): Evidence => {
    const evidence = createEvidence(compiled);
    const stated = new Map<number, { readonly stance: number; readonly share: number }>();
    for (const { id, stance, confidence = 1 } of needs) {
      const need = compiled.needOf.get(id);
      if (need === undefined) continue;
      const share = Math.max(1, Math.min(fullShare, Math.round(confidence * fullShare)));
      const now = { stance: stanceNumbers[stance], share };
      const before = stated.get(need);
      const wins =
        !before || now.stance > before.stance || (now.stance === before.stance && share > before.share);
      if (wins) stated.set(need, now);
    }
    for (const [need, { stance, share }] of stated) evidence.state(need, stance, share);
    return evidence;
  };

  const frameworksOf = (
    outcome: number,
    allowed: readonly number[],
    parts: Recommendation['parts'],
    needs: readonly Need[],
  ): Recommendation['frameworks'] => {
    const inPlay = outcome === both || outcome === depends ? allowed : [outcome];
    return inPlay.flatMap((index) => {
      const option = options[index];
      const part = parts.find((entry) => entry.option === option?.id);
      if (!option || (outcome === both && !part)) return [];
      const own = part ? needs.filter(({ id }) => part.needs.includes(id)) : needs;
      const pick = pickFramework(option, own);
      return pick ? [{ option: option.id, id: pick.id, needs: pick.needs }] : [];
    });
  };

  return {
    decide: (stated, ruledOut) => {
      const evidence = read(stated);
      const needs = needsOf(evidence);
      const all = options.map((_, index) => index);
      const allowed = all.filter((index) => !ruledOut.includes(options[index]?.id ?? ''));
      const total = (option: number) => (evidence.core[option] ?? 0) + (evidence.rest[option] ?? 0);

      const outcome = findOutcome(evidence, allowed);
      const ahead = outcome >= 0 ? outcome : findLead(evidence, allowed).option;
      const taking = outcome === both ? allowed.filter((option) => takesPart(evidence, option, allowed)) : [];
      const parts = partsOf(evidence, taking);

      /** What speaks against: the strongest other option, or for a split the evidence that one side needs no part. */
      const against = (option: number): number =>
        Math.max(
          0,
          ...all
            .filter((other) => other !== option)
            .map((other) => (outcome === both ? (evidence.rest[other] ?? 0) : total(other))),
        );
      const grades = (outcome === both ? taking : [outcome]).map((option) =>
        option < 0 ? 'close' : gradeStrength(total(option), against(option)),
      );
      const strength =
        (['close', 'solid', 'clear'] as const).find((grade) => grades.includes(grade)) ?? 'close';

      const flips = findFlips(evidence, compiled, allowed, likeliest).map(({ moves, outcome: flipped }) => {
        const changed = new Map(moves.map(({ need, to }) => [requirements[need]?.id ?? '', stanceNames[to]]));
        const changes = [...changed].map(([id, to]) => ({ id, to: to ?? 'absent' }));
        const after = [
          ...needs.filter(({ id }) => !changed.has(id)),
          ...changes.flatMap(({ id, to }) => (to === 'absent' ? [] : [{ id, stance: to }])),
        ];
        const framework = pickFramework(options[flipped], after);
        return {
          changes,
          choice: toChoice(flipped),
          ...(framework?.standsOut ? { framework: framework.id } : {}),
        };
      });

      const question = findQuestion(evidence, allowed, worthAsking);
      const asked = question && requirements[question.need];
      const lead = options[ahead]?.id;

      return {
        choice: toChoice(outcome),
        ...(outcome < 0 && lead !== undefined ? { lean: lead } : {}),
        strength,
        points: Object.fromEntries(options.map(({ id }, index) => [id, total(index) / unitsPerPoint])),
        fired: traceOf(evidence),
        frameworks: frameworksOf(outcome, allowed, parts, needs),
        parts,
        flips,
        ...(question && asked
          ? {
              nextQuestion: { id: asked.id, ifYes: toChoice(question.ifYes), ifNo: toChoice(question.ifNo) },
            }
          : {}),
      };
    },
  };
};

const bare = (term: string): string => (term.startsWith('!') ? term.slice(1) : term);
