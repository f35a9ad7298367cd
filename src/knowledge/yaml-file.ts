import { readFileSync } from 'node:fs';
import { constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Problems } from './problems.ts';

/** The way to a value inside a file: keys and indices from the top. */
export type Path = readonly PropertyKey[];

export type YamlFile = {
  readonly file: string;
  readonly value: unknown;
  /** Line of the value at the path, or of the closest thing around it that exists; counts from 1. */
  line(path: Path): number;
};

/**
 * Reads a file into plain values. Whatever keeps it from being read is reported, and nothing is returned.
 * Positions are worked out from the parser's events only when a line is asked for.
 */
export const readYamlFile = (file: string, problems: Problems): YamlFile | undefined => {
  const text = readText(file, problems);
  if (text === undefined) return undefined;
  try {
    const events = parseEvents(text, {});
    const documents = constructFromEvents(events, { source: text });
    if (documents.length > 1) {
      problems.add(file, 1, 'holds several documents; keep one to a file and remove the line "---"');
    }
    let top: Place | undefined;
    const line = (path: Path): number => {
      top ??= placesOf(events, text);
      return lineAt(text, offsetOf(top, path));
    };
    return { file, value: documents[0], line };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    problems.unread(file);
    const hint = 'mend the indentation, or put text with ": " or " #" in it in quotes';
    problems.add(file, (error.mark?.line ?? 0) + 1, `is not YAML (${error.reason}); ${hint}`);
    return undefined;
  }
};

/** The text of a file; a file that cannot be read is reported. */
export const readText = (file: string, problems: Problems): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    problems.unread(file);
    const missing = error.code === 'ENOENT';
    problems.add(
      file,
      1,
      missing ? 'is missing; restore it' : `cannot be read (${error.code}); check its permissions`,
    );
    return undefined;
  }
};

/** Where a value begins, and what stands in it. */
type Place = { readonly at: number; readonly inside: Map<string, Place> };

const placesOf = (events: readonly Event[], text: string): Place => {
  let next = 0;
  const read = (at: number): Place => {
    const inside = new Map<string, Place>();
    const event = events[next++];
    if (event?.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; !closed(); index++) inside.set(String(index), read(startOf(events[next])));
    } else if (event?.type === EVENT_ID.MAPPING) {
      while (!closed()) {
        const key = events[next];
        const name = key?.type === EVENT_ID.SCALAR ? text.slice(key.valueStart, key.valueEnd) : '';
        const start = startOf(key);
        read(start);
        // The line of a pair is that of its key, also where the value stands below it.
        inside.set(unquoted(name), read(start));
      }
    }
    return { at, inside };
  };
  const closed = (): boolean => {
    if (next < events.length && events[next]?.type !== EVENT_ID.POP) return false;
    next++;
    return true;
  };
  // The first event opens the document.
  next = 1;
  return read(startOf(events[1]));
};

const startOf = (event: Event | undefined): number =>
  event === undefined ? 0 : 'valueStart' in event ? event.valueStart : 'start' in event ? event.start : 0;

const unquoted = (name: string): string => name.replace(/^["']|["']$/g, '');

const offsetOf = (top: Place, path: Path): number => {
  let place = top;
  for (const step of path) {
    const inner = place.inside.get(String(step));
    if (!inner) break;
    place = inner;
  }
  return Math.max(place.at, 0);
};

const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
};
