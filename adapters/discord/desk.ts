import type { Advisor, Catalog, Store } from '../../src/index.ts';
import type { Courier } from '../shared/courier.ts';
import type { AdapterLog } from '../shared/log.ts';
import type { Manners } from '../shared/manners.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place } from './place.ts';
import type { PostAnswer } from './post-answer.ts';

/** What every handler works with. */
export type Desk = {
  readonly advisor: Advisor;
  readonly store: Store;
  readonly catalog: Catalog;
  readonly courier: Courier<Place>;
  readonly manners: Manners;
  readonly outgoing: Outgoing;
  readonly postAnswer: PostAnswer;
  readonly log: AdapterLog;
  /** Milliseconds since 1970. */
  now(): number;
};
