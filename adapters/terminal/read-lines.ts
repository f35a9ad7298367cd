/** One line of input, without its end. `cut`: it was longer than allowed and `text` holds only its beginning. */
export type Line = { readonly text: string; readonly cut: boolean };

/** Longest line that is held in memory, in UTF-16 units. */
const maxLength = 8 * 1024 * 1024;

/**
 * Lines as they arrive, holding no more than one at a time. Only LF and CR LF end a line: readline would also
 * break at U+2028, which JSON leaves unescaped. Bytes that are not UTF-8 become U+FFFD.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  limit: number = maxLength,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;

  const keep = (piece: string) => {
    const room = limit - length;
    // What lies beyond the limit is counted, not kept.
    if (room > 0 && piece !== '') pieces.push(piece.slice(0, room));
    length += piece.length;
  };
  const take = (): Line => {
    const text = pieces.join('');
    const line = { text: text.endsWith('\r') ? text.slice(0, -1) : text, cut: length > limit };
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      keep(text.slice(from, end));
      yield take();
      from = end + 1;
    }
    keep(text.slice(from));
  }
  keep(decoder.decode());
  if (length > 0) yield take();
}
