/**
 * Words of a choice that lies within one thing: "which framework for X", "the best X library", "alternatives to X".
 * They know nothing of what X is.
 */

/** What one chooses within a thing. */
export const parts: ReadonlySet<string> = new Set(
  `framework frameworks microframework microframeworks library libraries lib libs package packages module modules
  cms orm toolkit boilerplate starter template
  bibliothek bibliotheken biblioteca bibliotecas bibliothèque librería librerías libreria librerie biblioteka
  фреймворк фреймворки библиотека библиотеки 框架 库 フレームワーク ライブラリ`
    .split(/\s+/)
    .filter(Boolean),
);

/** Right before the part and what describes it: it is asked for. An article between makes it something mentioned. */
export const determining: ReadonlySet<string> = new Set(
  `which what best better good right popular favourite favorite top any some
  welches welche welcher bestes beste qué cuál mejor qual quais melhor quel quelle meilleur quale migliore welk jaki który
  какой какую лучший hangi en 哪个 什么 どの`
    .split(/\s+/)
    .filter(Boolean),
);

/** Somewhere before the part, articles or not: it is looked for. */
export const seeking: ReadonlySet<string> = new Set(
  'recommend recommended suggest suggestion need want looking pick choose choosing choice decide learn try suche busco recomiendan'.split(
    ' ',
  ),
);

export const articles: ReadonlySet<string> = new Set(
  'a an ein eine einen un una uno um uma une een'.split(' '),
);

/** What is somebody's, or already spoken of, is not chosen; and after these what was wanted is something else. */
export const endsAsking: ReadonlySet<string> = new Set(
  `our my your their his her its this that these those the to
  unser unsere unserem unseren mein meine nuestro nuestra mi nosso nossa meu minha notre mon nostro mio onze mijn zu`
    .split(/\s+/)
    .filter(Boolean),
);

/** Between the part and the thing: "a framework for X". */
export const ofIt: ReadonlySet<string> = new Set(
  'for in of on with inside within für mit para en con de del pour avec per da do na w для на в voor'.split(
    /\s+/,
  ),
);

/** Something else of the same sort. */
export const alternatives: ReadonlySet<string> = new Set(
  'alternative alternatives replacement successor substitute alternativen alternativa alternativas альтернатива альтернативы'.split(
    /\s+/,
  ),
);
