/**
 * Words that put a choice between names and say nothing of what it is for: "which is better, X or Y", "X o Y para el
 * backend". A message that holds no others gives no criterion either.
 */
export const choosing: ReadonlySet<string> = new Set(
  `or vs versus and between which what one ones is are 's it the a an of to for on in at with by as than
  better best good right choose choosing choice pick picking prefer preferred use using used take go going start learn recommend suggest suggestion decide
  should shall would could can do does doing when you u we i me my our your us let help please pls plz hi hello hey so then now today nowadays these days still just really actually
  backend back end server side web development developing develop dev programming coding language languages tech technology technologies stack runtime framework frameworks option options
  project projects app apps application applications api new next more this that there any some quick question opinion opinions thoughts think about

  oder gegen welches welcher welche was ist besser am besten soll sollte sollen ich wir man nehmen nehme verwenden für fürs das den die der im ein eine einen projekt unser mein lieber
  ou contre lequel laquelle quel quelle est le la les meilleur meilleure mieux vaut il choisir prendre utiliser pour un une mon notre mes faut entre et dois je
  o y u cuál cual qué que es mejor elegir elijo usar uso para el los las mi nuestro un una conviene recomiendan como al revés entre con tecnológico debería
  qual melhor escolher usar uso pra para o um uma meu nosso e ou devo é no na
  quale meglio migliore scegliere usare per il lo mio nostro o e è conviene
  of welke beter beste kiezen gebruiken voor mijn ons wat en
  czy który lepszy lepiej wybrać do na co
  или что лучше выбрать для на какой и
  veya mı mi mu hangisi daha iyi için
  atau mana yang lebih baik bagus untuk buat apa
  ya kaunsa accha behtar hai ke liye kya
  と どっち どちら が いい 良い か は それとも
  还是 哪个 好 更好 用 选 做 后端`
    .split(/\s+/)
    .filter(Boolean),
);
