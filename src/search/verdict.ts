import type { Finding } from '../domain/finding.ts';
import type { AskedFor } from './asked-for.ts';
import type { SearchEntry } from './entries.ts';

export type Verdict = NonNullable<(Finding & { readonly kind: 'found' })['verdict']>;

/** Share by which a number may be off and still be the same. */
const rounded = 0.02;

/** Question words that ask for more than yes or no. */
const open = new Set(['?who', '?when', '?where', '?why', '?how', '?how many', '?what is', '?which', '?what']);

/** Creates the judgement whether an entry bears out what the message says. */
export const createVerdict = (
  optionStems: ReadonlyMap<string, ReadonlySet<string>>,
  groups: ReadonlySet<string>,
): ((asked: AskedFor, entry: SearchEntry) => Verdict | undefined) => {
  /** A number said of a subject, against the figures that the entry has of it. */
  const ofNumber = (asked: AskedFor, entry: SearchEntry): Verdict | undefined => {
    const [first] = asked.stated;
    const subjects = asked.frameworks.size > 0 ? asked.frameworks : asked.spelled;
    const [subject] = subjects;
    if (first === undefined || subject === undefined || subjects.size > 1) return undefined;
    const { value, said } = first;
    const held = entry.figures.filter(
      (figure) =>
        (figure.subject === subject || (asked.frameworks.size === 0 && figure.option === subject)) &&
        (asked.metrics.size === 0 || asked.metrics.has(figure.metric)),
    );
    if (held.length === 0) return undefined;
    // Years are exact.
    const off = value > 1900 && value < 2100 ? 0 : rounded;
    if (held.some(({ least, most }) => value >= least * (1 - off) && value <= most * (1 + off))) {
      // More than a lower bound is neither borne out nor denied by it.
      return held.some(({ most }) => Number.isFinite(most)) ? { says: 'yes', said } : undefined;
    }
    return { says: 'no', said };
  };

  /** "Does X use Y?": whether a sentence about X names Y, or only another option. */
  const ofUse = (asked: AskedFor, entry: SearchEntry): Verdict | undefined => {
    const [option] = asked.spelled;
    if (option === undefined || asked.spelled.size > 1 || asked.employer === undefined) return undefined;
    if (asked.shape.some((shape) => open.has(shape))) return undefined;
    if (![...entry.about].some((id) => groups.has(id))) return undefined;
    const { stem, text } = asked.employer;
    const isSubject = entry.titleStems.has(stem);
    const about = entry.sentences.filter(({ stems }) => isSubject || stems.has(stem));
    if (about.length === 0) return undefined;
    const names = (id: string): boolean =>
      about.some(({ stems }) => [...(optionStems.get(id) ?? [])].some((name) => stems.has(name)));
    if (names(option)) return { says: 'yes', said: text };
    return [...optionStems.keys()].some(names) ? { says: 'no', said: text } : undefined;
  };

  return (asked, entry) => ofNumber(asked, entry) ?? ofUse(asked, entry);
};
