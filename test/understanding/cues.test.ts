import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { tokenize } from '../../src/text/tokenize.ts';
import { createLanguageDetector } from '../../src/understanding/language/detect-languages.ts';
import { languages } from '../../src/understanding/language/languages.ts';

const detect = createLanguageDetector(languages);

test.each([
  ['which one should we take for our shop', 'en'],
  ['wir brauchen das nicht und haben nur zwei Leute', 'de'],
  ["on n'a pas besoin de ça pour notre équipe", 'fr'],
  ['no necesitamos eso para el equipo', 'es'],
  ['não precisamos disso para o nosso time', 'pt'],
  ['non ci serve per il nostro gruppo', 'it'],
  ['wij hebben dat niet nodig voor onze ploeg', 'nl'],
  ['nie potrzebujemy tego dla naszego zespołu', 'pl'],
  ['нам это не нужно для команды', 'ru'],
  ['bu ekip için gerekli değil ama çok iyi', 'tr'],
  ['hamara team ko yeh nahi chahiye', 'hi'],
  ['kami tidak butuh itu untuk tim', 'id'],
  ['私たちのチームには必要ありません', 'ja'],
  ['我们的团队不需要这个', 'zh'],
])('%s', (text, language) => {
  expect(detect(fold(text).tokens)[0]?.language).toBe(language);
});

test('every cue of every language can be matched: it has tokens, and none is listed twice in one list', () => {
  const problems: string[] = [];
  for (const cues of languages) {
    for (const [kind, list] of Object.entries(cues)) {
      if (!Array.isArray(list)) continue;
      if (new Set(list).size !== list.length) problems.push(`${cues.language}.${kind} holds a double entry`);
      for (const cue of list) {
        if (tokenize(cue).length === 0) problems.push(`${cues.language}.${kind}: "${cue}"`);
      }
    }
  }
  expect(problems).toEqual([]);
});
