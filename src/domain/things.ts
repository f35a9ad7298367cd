import { z } from 'zod';

const phrases = z.array(z.string().trim().min(1)).default([]);

/** One file of knowledge/things: phrases from which an expert infers a requirement; learned from, not looked up. */
export const thingsSchema = z.strictObject({
  say: phrases,
  /** Its words in another sense. */
  not: phrases,
  /** A team's missing or leaving skill. */
  lacks: phrases,
  /** Ways of saying that it does not hold. */
  excluded: phrases,
});
