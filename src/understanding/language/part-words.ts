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

/** Before the part: somebody chooses, and does not merely mention it. */
export const asking: ReadonlySet<string> = new Set(
  `which what best better good right popular favourite favorite top recommend recommended suggest suggestion need want
  looking pick choose choosing choice decide learn try any some
  welches welche welcher bestes beste qué cuál mejor qual quais melhor quel quelle meilleur quale migliore welk jaki który
  какой какую лучший hangi en 哪个 什么 どの`
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
