import { codes } from './failures.ts';
import { notices } from './notices.ts';
import type { Place } from './place.ts';

/** How an answer is brought: to a place, and with what is said before it where that is not the one it was meant for. */
export type Way = {
  /** For a direct way, the channel is known only once it is opened. */
  readonly place: Place;
  readonly isDirect?: boolean;
  readonly hint?: string;
  /** The asker has the answer already. */
  readonly isHintAlone?: boolean;
};

/** Places that are closed to us though the asker is there. */
const closed = new Set<number | string>([
  codes.unknownChannel,
  codes.missingAccess,
  codes.missingPermissions,
  codes.locked,
  codes.archived,
]);
/** An interaction that can no longer be answered: too old, or gone. */
const lapsed = new Set<number | string>([codes.unknownInteraction, codes.unknownWebhook, codes.expiredToken]);

/** Where to begin: a private answer whose interaction was too late is for the asker's eyes all the same. */
export const firstWay = (place: Place): Way =>
  place.private && !place.interaction && place.guild !== undefined ? direct(place) : { place };

/** The nearest way that may be open after one was refused; undefined where there is none. */
export const nextWay = (way: Way, code: number | string): Way | undefined => {
  const { place } = way;
  const { interaction, follows, ...open } = place;
  if (interaction && code === codes.unknownMessage && !follows) {
    // What it was to take the place of is gone.
    return { ...way, place: { ...place, follows: true } };
  }
  if (interaction && lapsed.has(code)) return place.private ? direct(place) : { ...way, place: open };
  if (!closed.has(code) || way.isDirect) return undefined;
  const hint = way.hint ?? notices.closed(code, place.channel);
  const isLocked = code === codes.locked || code === codes.archived;
  if (isLocked && place.parent !== undefined) {
    const { asker, guild, parent } = place;
    return { place: { channel: parent, asker, ...(guild && { guild }), quoted: true }, hint };
  }
  return direct(place, hint);
};

const direct = ({ asker, channel, sharedBy }: Place, hint?: string): Way => ({
  place: { asker, channel, quoted: true },
  isDirect: true,
  ...(hint && { hint }),
  ...(sharedBy && { isHintAlone: true }),
});
