/** How lines of programs, manifests, container files, shells and stack traces begin or end. */
const starts: readonly RegExp[] = [
  /^(import|from|export|require|include)\s[\w{*"'@.]/,
  /^(const|let|var|function|class|def|async def|public|private|return|package|module|use|try|except|catch|elif|raise|throw)\s?[\w({]/,
  /^(FROM|RUN|COPY|CMD|ENTRYPOINT|WORKDIR|EXPOSE|ENV|ARG|ADD|USER|LABEL)\s+[\w["'./-]/,
  /^(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER)\s/,
  /^["'][\w@./-]{1,60}["']\s*:/,
  /^[\w-]{1,40}\s*(==|>=|<=|~=|\^)\s*v?\d/,
  /^[\w.-]{1,40}:\s*["'^~]/,
  /^(image|ports|services|version|build|command|environment|volumes|depends_on|runs-on|steps|script|stages)\s?:/,
  /^(at\s[\w.<>$[\] ]{1,80}\s?\(|at\s\/|File "|Traceback \(|npm (ERR|error)|Caused by:|\^+$)/,
  /^[A-Z]\w{2,40}(Error|Exception)\b/,
  /^(\$|>>>|#!)\s?\S/,
  /^(\/\/|\/\*|\*\/|#include|@[a-zA-Z]+\(|<\/?[a-z]+[ >])/,
  /^[{}[\]()]+[,;]?$/,
  /^\[[\w.-]{1,40}\]$/,
];
const ends = /[;{]$|^\W*[\w.]{1,60}\(.*\)[;,:]?$|=>\s?\S|[\w\]]\s=\s\S/;
const longest = 300;

/** True where a line, on its own, looks like code, configuration or a stack trace rather than a sentence. */
export const isCodeLine = (line: string): boolean => {
  const trimmed = line.slice(0, longest).trim();
  if (trimmed === '' || isSentence(trimmed)) return false;
  return ends.test(trimmed) || starts.some((start) => start.test(trimmed));
};

/** Five plain words in a row, or a few closed as a sentence is: "use it from day one, then decide." */
const isSentence = (line: string): boolean =>
  /(?:^|\s)(?:[A-Za-z']{1,20} ){5}/.test(line) || (/[?.!]$/.test(line) && /\w \w+ \w+ \w/.test(line));
