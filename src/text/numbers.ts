/** A number as written: "50,000", "50 000", "50k", "2.5M+", "3 Millionen", "10万". */
export type NumberRead = { readonly value: number; readonly end: number };

/** Words and letters that multiply the number before them, in the languages served. */
const multipliers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    thousand: 1e3,
    thousands: 1e3,
    tausend: 1e3,
    tsd: 1e3,
    mille: 1e3,
    mil: 1e3,
    mila: 1e3,
    duizend: 1e3,
    tys: 1e3,
    tysięcy: 1e3,
    tysiące: 1e3,
    тыс: 1e3,
    тысяч: 1e3,
    тысячи: 1e3,
    тысячу: 1e3,
    bin: 1e3,
    ribu: 1e3,
    rb: 1e3,
    हजार: 1e3,
    hazar: 1e3,
    千: 1e3,
    lakh: 1e5,
    lakhs: 1e5,
    लाख: 1e5,
    万: 1e4,
    萬: 1e4,
    億: 1e8,
    亿: 1e8,
    crore: 1e7,
    crores: 1e7,
    करोड़: 1e7,
    m: 1e6,
    mm: 1e6,
    mio: 1e6,
    mln: 1e6,
    млн: 1e6,
    million: 1e6,
    millions: 1e6,
    millionen: 1e6,
    millón: 1e6,
    millones: 1e6,
    milhão: 1e6,
    milhões: 1e6,
    milione: 1e6,
    milioni: 1e6,
    miljoen: 1e6,
    milion: 1e6,
    miliony: 1e6,
    milionów: 1e6,
    миллион: 1e6,
    миллиона: 1e6,
    миллионов: 1e6,
    milyon: 1e6,
    juta: 1e6,
    b: 1e9,
    bn: 1e9,
    billion: 1e9,
    billions: 1e9,
    milliarde: 1e9,
    milliarden: 1e9,
    milliard: 1e9,
    milliards: 1e9,
    miliar: 1e9,
    млрд: 1e9,
    milyar: 1e9,
  }),
);
/** Multipliers of one or two letters count only where they touch the number: "5 m" is a length, "5m" may be millions. */
const shortest = 3;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const digitsEnd = (text: string, from: number): number => {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
};

/**
 * Reads the number that begins with an ASCII digit at `start`. Groups of three after comma, dot, space or apostrophe
 * are thousands; another dot or comma is the decimal sign.
 */
export const readNumber = (text: string, start: number): NumberRead => {
  let end = digitsEnd(text, start);
  let digits = text.slice(start, end);
  const grouped = readGroups(text, start, end);
  if (grouped !== undefined) {
    digits = grouped.digits;
    end = grouped.end;
  }
  const sign = text[end];
  if ((sign === '.' || sign === ',') && isDigit(text.charCodeAt(end + 1))) {
    const fractionEnd = digitsEnd(text, end + 1);
    // "1,2,3" is a list, in which nothing has a fraction.
    const isLonely =
      text[start - 1] !== sign && (text[fractionEnd] !== sign || !isDigit(text.charCodeAt(fractionEnd + 1)));
    if (isLonely && (sign === '.' || fractionEnd - end <= 3)) {
      digits = `${digits}.${text.slice(end + 1, fractionEnd)}`;
      end = fractionEnd;
    }
  }
  const factor = readMultiplier(text, end);
  const value = Number(digits) * (factor?.times ?? 1);
  end = factor?.end ?? end;
  if (text[end] === '+' && text[end + 1] !== '+') end += 1;
  // Rounded, because 2.3 × 1e6 is not 2300000 in binary arithmetic. Whole numbers of up to twelve digits are exact.
  const isExact = Number.isInteger(value) && value < 1e12;
  return { value: isExact ? value : Number(value.toPrecision(12)), end };
};

const readGroups = (
  text: string,
  start: number,
  firstEnd: number,
): { digits: string; end: number } | undefined => {
  if (firstEnd - start > 3 || text[start] === '0') return undefined;
  const sign = text[firstEnd];
  if (sign !== ',' && sign !== '.' && sign !== ' ' && sign !== "'") return undefined;
  let digits = text.slice(start, firstEnd);
  let end = firstEnd;
  let groups = 0;
  while (text[end] === sign && digitsEnd(text, end + 1) - end - 1 === 3) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
    groups += 1;
  }
  if (groups === 0) return undefined;
  // "3.141" is more likely a decimal than "50.000"; "in 12 500 people" more likely a number than two.
  if (sign === '.' && groups === 1 && !digits.endsWith('00')) return undefined;
  return { digits, end };
};

const isLetter = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at) | 0x20;
  // What is common is told apart without a look into the tables of all scripts.
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : /[\p{L}\p{M}]/u.test(text[at] ?? '');
};

const readMultiplier = (text: string, from: number): { times: number; end: number } | undefined => {
  const at = text[from] === ' ' || text[from] === '-' ? from + 1 : from;
  const ideograph = multipliers.get(text[at] ?? '');
  if (ideograph !== undefined && (text.codePointAt(at) ?? 0) > 0x3000)
    return { times: ideograph, end: at + 1 };
  let end = at;
  while (end - at < 12 && isLetter(text, end)) end += 1;
  const word = text.slice(at, end).toLowerCase();
  const times = multipliers.get(word);
  if (times === undefined || isDigit(text.charCodeAt(end))) return undefined;
  if (at > from && word.length < shortest && word !== 'k') return undefined;
  return { times, end };
};
