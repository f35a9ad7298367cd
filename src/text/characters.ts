/**
 * Classes of UTF-16 code units, decided once per unit and remembered in a table.
 * A table and a hand-written scanner keep folding linear in the length of a message, whatever it holds.
 */
export const characterClass = {
  space: 0,
  newline: 1,
  letter: 2,
  digit: 3,
  /** A letter of a script written without spaces: each stands as a token of its own. */
  ideograph: 4,
  /** Belongs to the character before it: accents, vowel signs, emoji modifiers. */
  mark: 5,
  emoji: 6,
  punctuation: 7,
} as const;

const known = new Map<number, number>();
const ascii = new Uint8Array(128);

const classify = (codePoint: number): number => {
  const character = String.fromCodePoint(codePoint);
  if (codePoint === 10) return characterClass.newline;
  if (/^\s$/u.test(character)) return characterClass.space;
  if (/^\p{Nd}$/u.test(character)) return characterClass.digit;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u.test(character)) {
    return characterClass.ideograph;
  }
  if (/^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u.test(character)) {
    return /^\p{M}$/u.test(character) ? characterClass.mark : characterClass.ideograph;
  }
  if (/^ー$/u.test(character)) return characterClass.ideograph;
  if (/^[\p{L}\p{Nl}\p{No}]$/u.test(character)) return characterClass.letter;
  if (/^[\p{M}\p{Emoji_Modifier}]$/u.test(character)) return characterClass.mark;
  if (/^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u.test(character)) return characterClass.emoji;
  return characterClass.punctuation;
};

for (let code = 0; code < 128; code += 1) ascii[code] = classify(code);

/** The class of a code point, one of `characterClass`. */
export const classOf = (codePoint: number): number => {
  if (codePoint < 128) return ascii[codePoint] ?? characterClass.punctuation;
  let found = known.get(codePoint);
  if (found === undefined) {
    found = classify(codePoint);
    known.set(codePoint, found);
  }
  return found;
};

/** True for a letter, a digit or an ideograph at `at`. */
export const isWordAt = (text: string, at: number): boolean => {
  const codePoint = text.codePointAt(at);
  if (codePoint === undefined) return false;
  const found = classOf(codePoint);
  return found >= characterClass.letter && found <= characterClass.ideograph;
};
