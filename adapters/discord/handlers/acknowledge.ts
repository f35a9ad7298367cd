import type { AdapterLog } from '../../shared/log.ts';
import { codeOf, codes, passes } from '../failures.ts';
import type { Token } from '../outgoing.ts';
import type { Place } from '../place.ts';

/**
 * What an acknowledgement came to. `taken`: by another process of ours, or by a try of which we never heard; the
 * claim decides who answers. `late`: Discord no longer takes an answer.
 */
export type Acknowledged = 'ours' | 'taken' | 'late';

/**
 * Acknowledges an interaction within its three seconds. That it fails is for whoever called to make good. Where no word
 * of it came back, asking again tells whether it was done.
 */
export const acknowledge = async (
  attempt: () => Promise<unknown>,
  log: AdapterLog,
  id: string,
): Promise<Acknowledged> => {
  try {
    await attempt().catch((error: unknown) => {
      if (!passes(error)) throw error;
      return attempt();
    });
    return 'ours';
  } catch (error) {
    const code = codeOf(error);
    log.note('not acknowledged', { id, code });
    if (code === codes.acknowledged) return 'taken';
    return 'late';
  }
};

/** The place of an answer to an interaction; where Discord no longer takes one, the channel it was used in. */
export const placeBy = (how: Acknowledged, by: Token, place: Omit<Place, 'interaction'>): Place =>
  how === 'late' ? place : { ...place, interaction: { application: by.application, token: by.token } };
