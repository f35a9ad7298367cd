/** Something wrong in the knowledge folder, and how to mend it. Lines count from 1. */
export type Problem = { readonly file: string; readonly line: number; readonly message: string };

/** Gathers problems while reading goes on, so that a person sees all of them at once. */
export type Problems = {
  add(file: string, line: number, message: string): void;
  /** An entry that has problems of its own: references to its id are not reported on top of them. */
  broken(id: unknown): void;
  isBroken(id: string): boolean;
  /** A file that could not be read at all: what should stand in it cannot be missed elsewhere. */
  unread(file: string): void;
  isUnread(file: string): boolean;
  /** Whether any problem of the file has been reported so far. */
  isFlawed(file: string): boolean;
  /** All of them by file and line. */
  list(): readonly Problem[];
};

export const createProblems = (): Problems => {
  const problems: Problem[] = [];
  const broken = new Set<unknown>();
  const unread = new Set<string>();
  return {
    add: (file, line, message) => void problems.push({ file, line, message }),
    broken: (id) => void broken.add(id),
    isBroken: (id) => broken.has(id),
    unread: (file) => void unread.add(file),
    isUnread: (file) => unread.has(file),
    isFlawed: (file) => problems.some((problem) => problem.file === file),
    list: () =>
      problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line),
  };
};

/** "rules.yaml:12: what is wrong and how to mend it": editors and terminals make a link of it. */
export const printProblem = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}`;
