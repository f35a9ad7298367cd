/** A cell of a CSV file: quoted where needed (RFC 4180); a spreadsheet takes none for a formula. */
export const csvCell = (text: string): string => {
  const inert = /^(?:[=+@]|-(?!\d))/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};
