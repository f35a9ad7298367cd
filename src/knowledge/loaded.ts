import type {
  Correction,
  Dispute,
  FigureCard,
  Hybrid,
  Metric,
  Option,
  RequirementEntry,
  Rule,
  Source,
  Unit,
  Voice,
} from '../domain/knowledge.ts';
import type { People } from '../domain/people.ts';
import type { Entry } from './entries.ts';

/** What has been read, each entry valid in itself; what holds between entries is not yet checked. */
export type Loaded = {
  readonly sources: readonly Entry<Source>[];
  readonly options: readonly Entry<Option>[];
  readonly requirements: readonly Entry<RequirementEntry>[];
  readonly rules: readonly Entry<Rule>[];
  readonly metrics: readonly Entry<Metric>[];
  readonly cards: readonly Entry<FigureCard>[];
  readonly disputes: readonly Entry<Dispute>[];
  readonly corrections: readonly Entry<Correction>[];
  readonly units: readonly Entry<Unit>[];
  readonly hybrid: Entry<Hybrid> | undefined;
  readonly voice: Entry<Voice> | undefined;
  readonly people: Entry<People> | undefined;
};

/** Every entry but the voice, whose keys are no ids. */
export const allEntries = (loaded: Loaded): readonly Entry<unknown>[] =>
  Object.values({ ...loaded, voice: undefined })
    .flat()
    .filter((entry) => entry !== undefined);
