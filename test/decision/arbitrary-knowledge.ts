import fc from 'fast-check';
import type { DecisionKnowledge } from '../../src/decision/compile-rules.ts';
import type { Option, RequirementEntry, Rule } from '../../src/domain/knowledge.ts';
import type { Need } from '../../src/domain/recommendation.ts';

const sources = ['a-source'];

export const optionOf = (id: string, fits: Readonly<Record<string, number>>[] = []): Option => ({
  id,
  name: id,
  names: [id],
  hints: [],
  elsewhere: [],
  part: { text: 'A part.', sources },
  frameworks: fits.map((fit, index) => ({
    id: `${id}-${index}`,
    name: `${id} ${index}`,
    names: [],
    elsewhere: [],
    for: 'Something.',
    sources,
    fits: fit,
    fallback: 0,
  })),
});

export const requirementOf = (
  id: string,
  group: RequirementEntry['group'] = 'workload',
  common = 0.5,
): RequirementEntry => ({
  id,
  name: id,
  if: `it needed ${id}`,
  ifNot: `it did not need ${id}`,
  group,
  ask: `${id}?`,
  common,
  replaces: [],
  phrases: [id],
});

export const ruleOf = (rule: Pick<Rule, 'id' | 'when' | 'favours' | 'weight'> & Partial<Rule>): Rule => ({
  because: 'A reason.',
  sources,
  except: [],
  ...rule,
});

const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'] as const;
/** Known to the knowledge, and mentioned by no rule. */
export const unrelated = 'unrelated';

const term = fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, not]) => (not ? `!${id}` : id));
const terms = fc.uniqueArray(term, {
  minLength: 1,
  maxLength: 2,
  selector: (text) => text.replace('!', ''),
});
const exception = fc.record({
  when: terms,
  effect: fc.constantFrom('cancel' as const, 'turn' as const, 'weaken' as const),
  because: fc.constant('Another reason.'),
  sources: fc.constant(sources),
});
/** Quarter points, as in the knowledge folder: their halves, quarters and sixteenths are exact in binary. */
export const weight = fc.integer({ min: 1, max: 20 }).map((quarters) => quarters / 4);

const rulesOver = (options: readonly string[]) =>
  fc
    .array(
      fc.record({
        when: terms,
        favours: fc.constantFrom(...options),
        weight,
        core: fc.boolean(),
        except: fc.array(exception, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((rules) => rules.map((rule, index) => ruleOf({ ...rule, id: `rule-${index}` })));

const fits = fc.array(fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 3 })), {
  maxLength: 3,
});

/** Any knowledge to decide by: two or three options, requirements of all groups, rules with exceptions. */
export const knowledge: fc.Arbitrary<DecisionKnowledge> = fc
  .constantFrom(['a', 'b'], ['a', 'b', 'c'])
  .chain((options) =>
    fc.record({
      options: fc.tuple(...options.map((id) => fits.map((fit) => optionOf(id, fit)))),
      requirements: fc
        .tuple(
          ...[...ids, unrelated].map((id) =>
            fc
              .tuple(
                fc.constantFrom('workload' as const, 'product' as const, 'quality' as const, 'team' as const),
                fc.integer({ min: 0, max: 4 }),
              )
              .map(([group, quarters]) => requirementOf(id, group, quarters / 4)),
          ),
        )
        .map((entries) => [...entries]),
      rules: rulesOver(options),
    }),
  );

export const stance = fc.constantFrom('required' as const, 'preferred' as const, 'excluded' as const);

/** How surely a need was meant: sixteenths, the steps in which deciding counts. */
export const confidence = fc.integer({ min: 1, max: 16 }).map((sixteenths) => sixteenths / 16);

/** Needs, each stated once; some surely, some less so. */
export const needs: fc.Arbitrary<readonly Need[]> = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...ids), stance, confidence }, { requiredKeys: ['id', 'stance'] }),
  { selector: ({ id }) => id, maxLength: ids.length },
);

export const ruledOut = fc.subarray(['a', 'b', 'c']);
