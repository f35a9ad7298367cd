import { type Block, type ChoiceButton, type Sentence, sentence } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { OptionId } from '../domain/ids.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Fired, Recommendation } from '../domain/recommendation.ts';
import type { Body } from './facts.ts';
import type { Names } from './names.ts';
import { listed, type Phrasing, upperFirst } from './phrasing.ts';

/** A first answer fits a phone screen. */
const maxReasons = 4;
const maxFlips = 3;
/** Points from which a reason is worth a line of a first answer; `why` shows all. */
const leastShown = 0.3;

export type Picks = {
  /** The recommendation as an answer; says what changed where the thread had another before. */
  body(recommendation: Recommendation, before: Conversation, now: Conversation): Body;
  reasons(recommendation: Recommendation, now: Conversation): Body;
  /** What speaks against `option`, and for it. */
  whyNot(recommendation: Recommendation, option: OptionId, now: Conversation): Body;
  flips(recommendation: Recommendation, now: Conversation): Body;
  framework(recommendation: Recommendation, asked: readonly OptionId[]): Body;
  /** What was understood, as one line; null where there is nothing to show. */
  understood(now: Conversation): Block | null;
  /** The open question with its replies; empty where no reply could change the pick. */
  question(recommendation: Recommendation): readonly Block[];
};

export const createPicks = (knowledge: Knowledge, names: Names, phrasing: Phrasing): Picks => {
  const reasonSentence = (fired: Fired): Sentence =>
    sentence(fired.because, [{ kind: 'rule', id: fired.rule }], fired.sources);
  /** Named as understood: a rule may fire because a skill is missing. */
  const labelOf = (fired: Fired, now: Conversation): string => {
    const inForce = new Map(now.requirements.map((entry) => [entry.id, entry]));
    const named = fired.needs.map((id) => {
      const entry = inForce.get(id);
      return entry?.stance === 'excluded'
        ? names.understood({ id, stance: entry.stance })
        : names.requirementName(id);
    });
    return upperFirst(listed(named));
  };
  const item = (now: Conversation) => (fired: Fired) => ({
    label: labelOf(fired, now),
    sentences: [reasonSentence(fired)],
  });
  const decided = (recommendation: Recommendation) =>
    recommendation.fired.map(({ rule }) => ({ kind: 'rule', id: rule }) as const);

  const favoured = (recommendation: Recommendation): OptionId | null =>
    recommendation.choice === 'depends'
      ? (recommendation.lean ?? null)
      : recommendation.choice === 'both'
        ? null
        : recommendation.choice;

  const pointsElsewhere = (recommendation: Recommendation, option: OptionId): number =>
    Object.entries(recommendation.points).reduce(
      (sum, [id, points]) => (id === option ? sum : sum + points),
      0,
    );

  /** Points as they stand in a sentence; `why` shows what they are made of. */
  const worth = (points: number): string =>
    points === 0
      ? phrasing.words('reasons.no-points')
      : phrasing.words('reasons.points', { points: pointsText(points) });

  const headline = (recommendation: Recommendation, before: Conversation, now: Conversation): Sentence => {
    const from = decided(recommendation);
    const was = before.standing && now.standing ? names.choice(before.standing.choice) : null;
    const { choice, strength, lean } = recommendation;
    if (choice === 'both') {
      const parts = listed(
        recommendation.parts.map(
          (part) => `${names.option(part.option)} for ${listed(part.needs.map(names.requirementName))}`,
        ),
      );
      return was !== null && before.standing?.choice !== 'both'
        ? phrasing.say('both.now', { before: was, parts }, from)
        : phrasing.say('both.headline', { parts }, from);
    }
    if (choice === 'depends') {
      if (was !== null && before.standing?.choice !== 'depends')
        return phrasing.say('open.now', { before: was }, from);
      if (lean !== undefined) return phrasing.say('open.lean', { option: names.option(lean) }, from);
      return phrasing.say(recommendation.fired.length === 0 ? 'open.nothing-said' : 'open.level', {}, from);
    }
    const option = names.option(choice);
    const others = knowledge.options.filter(({ id }) => id !== choice);
    if (others.length > 0 && others.every(({ id }) => now.ruledOut.includes(id))) {
      return phrasing.say(
        'pick.only-left',
        { option, ruledOut: listed(others.map(({ name }) => name)) },
        from,
      );
    }
    if (was !== null && before.standing) {
      const values = { option, strength: phrasing.words(`strength.${strength}`), before: was };
      if (before.standing.choice !== choice) return phrasing.say('pick.now', values, from);
      const earlier = phrasing.words(`strength.${before.standing.strength}`);
      return before.standing.strength === strength
        ? phrasing.say('pick.still-same', values, from)
        : phrasing.say('pick.still', { ...values, before: earlier }, from);
    }
    return phrasing.say(
      `pick.${strength}`,
      {
        option,
        for: worth(recommendation.points[choice] ?? 0),
        against: worth(pointsElsewhere(recommendation, choice)),
      },
      from,
    );
  };

  /** What this message changed in the thread: only where there was something before. */
  const changed = (before: Conversation, now: Conversation): readonly Sentence[] => {
    if (before.standing === null || now.standing === null) return [];
    const key = (entry: { id: string; stance: string }) => `${entry.id} ${entry.stance}`;
    const earlier = new Set(before.requirements.map(key));
    const current = new Set(now.requirements.map(key));
    const added = now.requirements.filter((entry) => !earlier.has(key(entry)));
    const restated = new Set(added.map(({ id }) => id));
    const removed = before.requirements.filter(
      (entry) => !current.has(key(entry)) && !restated.has(entry.id),
    );
    const [first] = added;
    const [gone] = removed;
    if (added.length === 1 && removed.length === 1 && first && gone) {
      return [
        phrasing.say('changed.replaced', { old: names.understood(gone), new: names.understood(first) }, [
          { kind: 'requirement', id: first.id },
        ]),
      ];
    }
    return [
      ...(added.length > 0
        ? [phrasing.say('changed.added', { list: listed(added.map(names.understood)) })]
        : []),
      ...(removed.length > 0
        ? [phrasing.say('changed.removed', { list: listed(removed.map(names.understood)) })]
        : []),
    ];
  };

  const startWith = (recommendation: Recommendation, option: OptionId): readonly Sentence[] => {
    const best = recommendation.frameworks.find((entry) => entry.option === option);
    const framework = best && names.framework(best.id);
    if (!framework) return [];
    return [
      phrasing.say(
        'framework.start-with',
        { framework: framework.name, for: framework.for },
        [{ kind: 'framework', id: framework.id }],
        framework.sources,
      ),
    ];
  };

  const flipItems = (recommendation: Recommendation, now: Conversation) =>
    recommendation.flips.slice(0, maxFlips).map((flip) => {
      const framework = flip.framework ? names.framework(flip.framework) : undefined;
      const outcome = framework
        ? `${names.choice(flip.choice)} (${framework.name})`
        : names.choice(flip.choice);
      return {
        sentences: [
          phrasing.say('flips.one', { condition: names.condition(flip, now.requirements), outcome }, [
            { kind: 'decision', id: flip.choice },
          ]),
        ],
      };
    });

  const flipBlocks = (recommendation: Recommendation, now: Conversation): readonly Block[] => {
    const items = flipItems(recommendation, now);
    return items.length > 0
      ? [{ kind: 'list', title: phrasing.say('flips.title'), items }]
      : [
          {
            kind: 'paragraph',
            sentences: [phrasing.say('flips.none', {}, [{ kind: 'decision', id: recommendation.choice }])],
          },
        ];
  };

  /** The strongest first, but never only one side where there are two: at least one reason against is shown. */
  const shown = (recommendation: Recommendation, option: OptionId) => {
    const weighty = recommendation.fired.filter(({ points }) => points >= leastShown);
    const fired = weighty.length > 0 ? weighty : recommendation.fired;
    const speaks = fired.filter(({ favours }) => favours === option);
    const against = fired.filter(({ favours }) => favours !== option);
    const room = Math.min(against.length, Math.max(1, maxReasons - speaks.length));
    return { speaks: speaks.slice(0, maxReasons - room), against: against.slice(0, room) };
  };

  const reasonLists = (
    recommendation: Recommendation,
    option: OptionId | null,
    now: Conversation,
  ): readonly Block[] => {
    if (option === null) return bothSides(recommendation);
    const { speaks, against } = shown(recommendation, option);
    return [
      ...(speaks.length > 0 ? [{ kind: 'list', items: speaks.map(item(now)) } as const] : []),
      ...(against.length > 0
        ? [{ kind: 'list', title: phrasing.say('reasons.against'), items: against.map(item(now)) } as const]
        : []),
    ];
  };

  /** No favourite: the strongest reason for each option, side by side. */
  const bothSides = (recommendation: Recommendation): readonly Block[] => {
    const items = knowledge.options.flatMap((option) => {
      const best = recommendation.fired.filter(({ favours }) => favours === option.id).slice(0, 2);
      return best.length > 0
        ? [{ label: option.name, sentences: best.map(reasonSentence) }]
        : [
            {
              label: option.name,
              sentences: [
                sentence(option.part.text, [{ kind: 'option', id: option.id }], option.part.sources),
              ],
            },
          ];
    });
    return [{ kind: 'list', items }];
  };

  const architecture = (recommendation: Recommendation): readonly Block[] => {
    const { hybrid } = knowledge;
    const from = [{ kind: 'decision', id: 'both' }] as const;
    return [
      {
        kind: 'diagram',
        title: phrasing.say('both.title', {}, from),
        boxes: recommendation.parts.map((part) => {
          const framework = recommendation.frameworks.find(({ option }) => option === part.option);
          const name = framework && names.framework(framework.id)?.name;
          return {
            label: name ? `${names.option(part.option)} (${name})` : names.option(part.option),
            owns: part.needs.map(names.requirementName),
          };
        }),
        between: hybrid.between,
      },
      {
        kind: 'list',
        items: recommendation.parts.flatMap((part) => {
          const [best] = recommendation.fired.filter(({ favours }) => favours === part.option);
          return best ? [{ label: names.option(part.option), sentences: [reasonSentence(best)] }] : [];
        }),
      },
      {
        kind: 'paragraph',
        sentences: [hybrid.link, hybrid.cost, hybrid.single].map((part) =>
          sentence(part.text, from, part.sources),
        ),
      },
    ];
  };

  const isNoneLeft = (now: Conversation): boolean =>
    knowledge.options.every(({ id }) => now.ruledOut.includes(id));

  return {
    body: (recommendation, before, now) => {
      if (isNoneLeft(now)) return { headline: phrasing.say('pick.none-left'), blocks: [], about: [] };
      const option = favoured(recommendation);
      const lead: readonly Block[] =
        changed(before, now).length > 0 ? [{ kind: 'paragraph', sentences: changed(before, now) }] : [];
      const middle =
        recommendation.choice === 'both'
          ? architecture(recommendation)
          : [
              ...reasonLists(recommendation, option, now),
              ...(recommendation.choice === 'depends' || option === null
                ? []
                : startWith(recommendation, option).map(
                    (part): Block => ({ kind: 'paragraph', sentences: [part] }),
                  )),
            ];
      return {
        headline: headline(recommendation, before, now),
        blocks: [
          ...lead,
          ...middle,
          ...(recommendation.choice === 'depends' && recommendation.nextQuestion
            ? []
            : flipBlocks(recommendation, now)),
        ],
        about: [],
      };
    },

    reasons: (recommendation, now) => {
      const option = favoured(recommendation);
      if (recommendation.fired.length === 0)
        return { headline: phrasing.say('reasons.none'), blocks: [], about: [] };
      const named = option ?? recommendation.lean ?? recommendation.fired[0]?.favours ?? '';
      const pointsFor = recommendation.points[named] ?? 0;
      const pointsAgainst = pointsElsewhere(recommendation, named);
      const list = (forIt: boolean) =>
        recommendation.fired
          .filter(({ favours }) => (favours === named) === forIt)
          .map((fired) => ({
            label: `${labelOf(fired, now)}, ${phrasing.words('reasons.points', { points: pointsText(fired.points) })}`,
            sentences: [reasonSentence(fired), ...exceptionSentences(fired)],
          }));
      const speaks = list(true);
      const against = list(false);
      return {
        headline: phrasing.say(
          'reasons.headline',
          {
            option: names.option(named),
            pointsFor: pointsText(pointsFor),
            pointsAgainst: pointsText(pointsAgainst),
          },
          decided(recommendation),
        ),
        blocks: [
          // An option may be all that is left, with nothing that speaks for it.
          ...(speaks.length > 0 ? [{ kind: 'list', items: speaks } as const] : []),
          against.length > 0
            ? { kind: 'list', title: phrasing.say('reasons.against'), items: against }
            : {
                kind: 'paragraph',
                sentences: [
                  phrasing.say(
                    'reasons.nothing-against',
                    { option: names.option(named) },
                    decided(recommendation),
                  ),
                ],
              },
        ],
        about: [],
      };
    },

    whyNot: (recommendation, option, now) => {
      const against = recommendation.fired.filter(({ favours }) => favours !== option);
      const speaks = recommendation.fired.filter(({ favours }) => favours === option);
      return {
        headline:
          against.length > 0
            ? phrasing.say('reasons.why-not', { option: names.option(option) }, decided(recommendation))
            : phrasing.say(
                'reasons.nothing-against',
                { option: names.option(option) },
                decided(recommendation),
              ),
        blocks: [
          ...(against.length > 0
            ? [{ kind: 'list', items: against.slice(0, maxReasons).map(item(now)) } as const]
            : []),
          ...(speaks.length > 0
            ? [
                {
                  kind: 'list',
                  title: phrasing.say('reasons.for'),
                  items: speaks.slice(0, maxReasons).map(item(now)),
                } as const,
              ]
            : []),
        ],
        about: [],
      };
    },

    flips: (recommendation, now) => {
      if (recommendation.fired.length === 0 && recommendation.flips.length === 0) {
        return { headline: phrasing.say('flips.nothing-said'), blocks: [], about: [] };
      }
      const items = flipItems(recommendation, now);
      return {
        headline:
          items.length > 0
            ? phrasing.say(
                'flips.headline',
                { option: names.choice(recommendation.choice) },
                decided(recommendation),
              )
            : phrasing.say('flips.none', {}, decided(recommendation)),
        blocks: items.length > 0 ? [{ kind: 'list', items }] : [],
        about: [],
      };
    },

    framework: (recommendation, asked) => {
      const wanted =
        asked.length > 0
          ? asked
          : knowledge.options
              .map(({ id }) => id)
              .filter((id) => favoured(recommendation) === null || favoured(recommendation) === id);
      const bodies = wanted.flatMap((option) => {
        const best = recommendation.frameworks.find((entry) => entry.option === option);
        const entry = best && names.framework(best.id);
        const all = knowledge.options.find(({ id }) => id === option)?.frameworks ?? [];
        const chosen = entry ?? [...all].sort((a, b) => b.fallback - a.fallback)[0];
        if (!chosen) return [];
        const others = all.filter(({ id }) => id !== chosen.id);
        return [{ option, chosen, needs: best?.needs ?? [], others }];
      });
      const [first] = bodies;
      if (!first) return { headline: phrasing.say('reasons.none'), blocks: [], about: [] };
      const headlineFor = ({ option, chosen }: typeof first): Sentence =>
        phrasing.say(
          'framework.headline',
          { framework: chosen.name, option: names.option(option), for: chosen.for },
          [{ kind: 'framework', id: chosen.id }],
          chosen.sources,
        );
      return {
        headline: headlineFor(first),
        blocks: [
          ...bodies.slice(1).map((other): Block => ({ kind: 'paragraph', sentences: [headlineFor(other)] })),
          ...bodies.flatMap(({ option, others, needs }): readonly Block[] => [
            ...(needs.length > 0
              ? [
                  {
                    kind: 'paragraph',
                    sentences: [
                      phrasing.say('framework.fits', { needs: listed(needs.map(names.requirementName)) }, [
                        { kind: 'decision', id: option },
                      ]),
                    ],
                  } as const,
                ]
              : []),
            ...(others.length > 0
              ? [
                  {
                    kind: 'list',
                    title: phrasing.say('framework.others', { option: names.option(option) }),
                    items: others.map((entry) => ({
                      label: entry.name,
                      sentences: [sentence(entry.for, [{ kind: 'framework', id: entry.id }], entry.sources)],
                    })),
                  } as const,
                ]
              : []),
          ]),
        ],
        about: [],
      };
    },

    understood: (now) => {
      const parts = [
        ...now.requirements.map(names.understood),
        ...now.ruledOut.map((option) =>
          phrasing.words('understood.ruled-out', { option: names.option(option) }),
        ),
      ];
      if (parts.length === 0) return null;
      return {
        kind: 'understood',
        sentence: phrasing.say(
          'understood.list',
          { list: parts.join(', ') },
          now.requirements.map(({ turn }) => ({ kind: 'said', id: turn }) as const),
        ),
      };
    },

    question: (recommendation) => {
      const next = recommendation.nextQuestion;
      const entry = next && names.requirement(next.id);
      // A clear pick is not held up by a question: what would change it is listed.
      if (!entry || (recommendation.strength === 'clear' && recommendation.choice !== 'depends')) return [];
      const from = [{ kind: 'requirement', id: entry.id }] as const;
      const reply = (id: string, label: string): ChoiceButton => ({ id, label, say: label });
      return [
        { kind: 'paragraph', sentences: [phrasing.say('question.open', { question: entry.ask }, from)] },
        {
          kind: 'choices',
          choices: [
            reply(`answer.${entry.id}.yes`, phrasing.words('question.yes')),
            reply(`answer.${entry.id}.no`, phrasing.words('question.no')),
            reply(`answer.${entry.id}.unknown`, phrasing.words('question.unknown')),
          ],
        },
      ];
    },
  };

  function exceptionSentences(fired: Fired): readonly Sentence[] {
    if (fired.exception === undefined) return [];
    const exception = knowledge.rules.find(({ id }) => id === fired.rule)?.except[fired.exception];
    if (!exception) return [];
    return [
      phrasing.say(
        'reasons.exception',
        { because: exception.because },
        [{ kind: 'rule', id: fired.rule }],
        exception.sources,
      ),
    ];
  }
};

const pointsFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const pointsText = (points: number): string => pointsFormat.format(points);
