/**
 * Phrases by which a message, short ones above all, says what it wants of the one spoken to, in the languages
 * served. Data of `acts.ts`; it knows nothing of backends. "*" stands for up to three words.
 */
const phrases = (text: string): readonly string[] =>
  text
    .replaceAll('\n', '')
    .split('|')
    .map((phrase) => phrase.trim());

export const actWords = {
  pick: phrases(
    `final answer|final verdict|the verdict|your verdict|verdict|bottom line|the bottom line|final call|final recommendation|which one then|which one is it|so which one|so which|so which is it|what 's the pick|your pick|short answer|in one word|tldr|tl;dr|
    fazit|kurz gesagt|also welches|was denn nun|en résumé|alors lequel|conclusión|en resumen|entonces cuál|conclusão|resumindo|qual então|conclusione|in sintesi|quindi quale|conclusie|kortom|welke dan|wniosek|podsumowując|więc który|вывод|
    итог|так что выбрать|sonuç|yani hangisi|toh kaunsa|kesimpulan|jadi yang mana|結論|つまりどっち|结论|到底哪个`,
  ),
  why: phrases(
    `why|why is that|why so|how come|what makes you say that|what makes you think so|explain why|the reason|reasons|what are the reasons|because of what|on what grounds|for what reason|your reasoning|
    reasoning|what speaks for it|what speaks for that|based on what|explain yourself|justify|elaborate|tell me more|more detail|details|more details|go on|what tipped it|what decided it|what tips it|says why|how so|i don't get it|don't get it|i don't understand|i do not understand|huh|
    warum|wieso|weshalb|begründung|und warum|verstehe ich nicht|ich verstehe das nicht|je ne comprends pas|no entiendo|não entendi|non capisco|ik snap het niet|nie rozumiem|не понимаю|pourquoi|pour quelle raison|por qué|por que|porqué|y por qué|motivo|razones|perché|come mai|waarom|hoezo|dlaczego|czemu|почему|отчего|а почему|зачем|
    neden|niye|kyun|kyon|kyu|क्यों|kenapa|mengapa|knp|なぜ|なんで|理由は|どうして|为什么|为啥|理由|왜|why though|but why|y tho|y though|what's the reasoning|and why`,
  ),
  'why-not': phrases(
    `why not|what speaks against|what's against|what is against|what 's wrong with|what is wrong with|what are the downsides|downsides|the downside|drawbacks|the drawback|the catch|any catch|where 's the catch|the cons|cons|
    disadvantages|what are the risks|the risks|what would we lose|what do we lose|what could go wrong|what would go wrong|why shouldn't|why didn't you say|why did you not|why can't|what would hurt|what's the price|
    warum nicht|wieso nicht|was spricht gegen|nachteile|haken|pourquoi pas|inconvénients|les inconvénients|por qué no|desventajas|contras|por que não|desvantagens|perché non|svantaggi|waarom niet|nadelen|
    dlaczego nie|czemu nie|wady|почему не|а почему не|минусы|недостатки|neden değil|dezavantajları|eksileri|kyun nahi|nuksan|kenapa tidak|kenapa bukan|kekurangannya|なぜダメ|デメリット|欠点|为什么不|缺点|坏处`,
  ),
  numbers: phrases(
    `numbers|the numbers|any numbers|numbers please|in numbers|hard numbers|figures|any figures|benchmarks|benchmark|any benchmarks|how much faster|how much slower|how fast|how slow|how many|how much|how big is the gap|how large|
    by how much|by how many|what percentage|how many percent|measurements|measured|statistics|stats please|metrics|show me data|any data|got data|the data|milliseconds please|in ms|in milliseconds|quantify|
    zahlen|zahlen dazu|gibt es zahlen|wie viel schneller|wieviel schneller|wie viele|wieviele|chiffres|des chiffres|combien|números|cifras|cuánto más rápido|cuántos|cuánto|quantos|quanto|numeri|quanti|cijfers|hoeveel|
    liczby|ile|jakieś liczby|цифры|есть цифры|сколько|насколько быстрее|rakamlar|sayılar|kaç|ne kadar hızlı|kitna|kitne|numbers batao|angkanya|angka|berapa|数字|数値|どれくらい速い|数据|多少|快多少|有数据吗|수치`,
  ),
  flips: phrases(
    `what would change your mind|what would change it|what would change that|what would flip it|what would flip|what would make it|what would make you|what could change|when would you say|what changes your mind|
    what would have to change|what would need to change|when would it be|when would you pick|when would you choose|under what circumstances|what would it take|in which case|what would tip|what would tip it|what could tip|
    at what point|from when on|when is it the other|when does it flip|what would sway|flip it|what if anything would change|what would turn it|what would reverse|
    was würde das ändern|was müsste sich ändern|ab wann|wann wäre|unter welchen umständen|qu'est ce qui changerait|dans quel cas|à partir de quand|qué cambiaría|en qué caso|qué tendría que cambiar|o que mudaria|em que caso|
    cosa cambierebbe|in quale caso|wanneer zou|wat zou dat veranderen|co by zmieniło|kiedy byłby|что изменит|что бы изменило|при каких условиях|в каком случае|ne değişirse|hangi durumda|kab badlega|kis case mein|
    apa yang bisa mengubah|dalam kasus apa|何が変われば|どんな場合|什么情况下|什么会改变`,
  ),
  framework: phrases(
    `which framework|what framework|which frameworks|what frameworks|and the framework|framework|framework please|the framework|a framework|with which framework|which library|what library|which lib|what should i start with|
    start with what|what do i start with|which flavour|which one exactly|and concretely|concretely|second choice|
    welches framework|welche frameworks|quel framework|quels frameworks|qué framework|cuál framework|qual framework|quale framework|welk framework|jaki framework|który framework|какой фреймворк|какие фреймворки|
    hangi framework|hangi çatı|kaunsa framework|konsa framework|framework apa|framework yang mana|どのフレームワーク|フレームワークは|哪个框架|什么框架|用哪个框架`,
  ),
  certainty: phrases(
    `are you sure|you sure|sure|really|really sure|how sure|how sure are you|how confident|how certain|are you certain|certain|is that true|is it true|is this true|says who|who says|who says so|according to whom|source|sources|your source|
    your sources|what source|which source|where is that from|where 's that from|where does that come from|where do you get|where did you get|citation|citations|citation needed|any citation|reference|references|link|links|evidence|any evidence|
    any proof|proof|prove it|how old is|how reliable|how recent|is that up to date|how trustworthy|can i trust|can we trust|should i trust|i doubt it|i doubt that|doubt it|i don't believe|don't believe you|who measured|who measured it|any doubt|
    are you making this up|did you make that up|you made that up|would you bet|that contradicts|contradiction|who wrote that|who wrote this|who wrote it|where from|anything citable|who found that|that sounds wrong|can't be right|that 's wrong|that is wrong|you 're wrong|wrong|makes no sense|makes zero sense|make no sense|doesn't make sense|does not make sense|nonsense|i disagree|we disagree|don't buy it|don't buy that|not convinced|unconvinced|hard to believe|
    quatsch|unsinn|ergibt keinen sinn|n'importe quoi|n'a pas de sens|no tiene sentido|não faz sentido|non ha senso|slaat nergens op|bez sensu|чушь|bist du sicher|sicher|wirklich|echt|quelle|quellen|woher|stimmt das|wer sagt das|belege|wie sicher|du bist sicher|t'es sûr|tu es sûr|vous êtes sûr|es-tu sûr|sûr|vraiment|d'où|quelle source|sources|qui dit|
    estás seguro|seguro|de verdad|fuente|fuentes|según quién|quién lo dice|de dónde|tem certeza|certeza|mesmo|fonte|fontes|quem disse|segundo quem|sei sicuro|davvero|fonte|chi lo dice|weet je het zeker|zeker|bron|bronnen|wie zegt dat|
    na pewno|jesteś pewien|źródło|źródła|skąd to|kto tak mówi|ты уверен|уверен|точно|источник|источники|откуда|кто сказал|правда|emin misin|kaynak|kaynağın|kim diyor|gerçekten|pakka|sach mein|source kya hai|kisne bola|yakin|
    sumbernya|kata siapa|serius|本当|確か|ソース|出典|根拠|确定吗|真的吗|来源|出处|谁说的|依据`,
  ),
  elaborate: phrases(
    `what about|how about|and for|and what about|and in|and with|and on|same for|and the|and|what of|or|and how about|
    und|und was ist mit|wie sieht es mit|wie ist es mit|und bei|und mit|et|et pour|et avec|et en|qu'en est il de|y|y qué hay de|y con|y en|y para|e|e quanto a|e com|e em|e para|e per|e con|en met|en wat|en|a co z|a|i|а|а что насчет|а как насчет|а если|и|
    ya|peki|peki ya|aur|aur agar|kalau|dan|gimana kalau|terus|じゃあ|では|那|那么|呢`,
  ),
  forget: phrases(
    `forget that|forget it|forget this|forget everything|forget all|forget all that|forget what i said|scratch that|never mind|nevermind|ignore that|ignore what i said|ignore my last|disregard that|undo|undo that|take that back|i take that back|
    delete that|strike that|cancel that|not what i meant|that was wrong|that 's not what i said|i misspoke|you misunderstood|that 's not right|
    vergiss das|vergiss es|streich das|nimm das zurück|oublie|oublie ça|oubliez|laisse tomber|olvídalo|olvida eso|olvídate|esquece|esquece isso|esqueça|dimentica|lascia stare|lascia perdere|vergeet het|laat maar|zapomnij|nieważne|
    забудь|забудь это|неважно|отмена|unut|boşver|boş ver|bhool jao|chhodo|rehne do|lupakan|gak jadi|忘れて|取り消し|やっぱりなし|忘了|算了|忽略`,
  ),
  restart: phrases(
    `new project|different project|another project|other project|different question|another question|unrelated question|unrelated|new question|start over|please start over|let 's start over|start again|from scratch|new topic|change of topic|
    different topic|next project|next case|new case|something else|something completely different|completely different thing|reset|clear|clean slate|ok new one|new one|forget everything|forget all that|second project|separate project|separate question|
    neues projekt|anderes projekt|andere frage|neue frage|anderes thema|von vorne|nouveau projet|autre projet|autre question|autre sujet|on recommence|nuevo proyecto|otro proyecto|otra pregunta|otro tema|empecemos de nuevo|
    novo projeto|outro projeto|outra pergunta|outro assunto|do zero|nuovo progetto|altro progetto|altra domanda|nieuw project|ander project|andere vraag|nowy projekt|inny projekt|inne pytanie|новый проект|другой проект|другой вопрос|начнем сначала|
    yeni proje|başka bir proje|başka proje|başka bir soru|naya project|dusra project|dusra sawal|proyek baru|proyek lain|pertanyaan lain|新しいプロジェクト|別のプロジェクト|別の質問|別件|新项目|另一个项目|换个问题|另一个问题`,
  ),
  correct: phrases(
    `no wait|wait no|nope wait|oh wait no|no hold on|hold on no|no sorry it 's|sorry no it 's|wait it 's|no i mean|no i meant|correction it 's|nein warte|nein moment|warte nein|non attends|attends non|non pardon c'est|no espera|espera no|no perdón es|não espera|espera não|
    não desculpa é|no aspetta|aspetta no|nee wacht|wacht nee|nie czekaj|czekaj nie|нет подожди|нет стой|нет погоди|hayır bekle|yok bekle|nahi ruko|arre nahi|nggak tunggu|eh bukan|いや待って|違う|不对|不是等等`,
  ),
  greet: phrases(
    `hi|hello|hey|heya|hiya|yo|howdy|sup|gm|good morning|good afternoon|good evening|morning|evening|greetings|hi there|hello there|hey there|hallo|moin|servus|guten tag|guten morgen|grüß gott|grüezi|hei|hej|salut|bonjour|bonsoir|coucou|
    hola|buenas|buenos días|buenas tardes|qué tal|olá|oi|bom dia|boa tarde|tudo bem|tudo certo|ciao|buongiorno|salve|hoi|goedemorgen|goedendag|cześć|hejka|dzień dobry|siema|привет|здравствуйте|здарова|добрый день|доброе утро|
    merhaba|selam|günaydın|namaste|namaskar|kya haal|halo|hai|selamat pagi|pagi|こんにちは|おはよう|はじめまして|こんばんは|你好|您好|嗨|早上好|안녕하세요|안녕|مرحبا|السلام عليكم|aloha|ahoj|ping|pong|anyone there|anyone here|anyone home|knock knock|
    what 's up|whats up|how are you|how do you do|long time no see|nice to meet you|よろしくお願いします|wie geht 's|ça va|come va|как дела|nasılsın|apa kabar|how is it going|how 's it going|hii|hiii|helloo|test|testing|just checking`,
  ),
  thanks: phrases(
    `thanks|thank you|thank u|thx|ty|tysm|thanku|cheers|thanks a lot|thanks a bunch|many thanks|much appreciated|appreciate it|i appreciate it|appreciated|great|perfect|nice|cool|awesome|brilliant|excellent|ace|splendid|lovely|good bot|bad bot|good talk|
    got it|understood|noted|makes sense|fair|fair enough|fair point|ok|okay|k|kk|okey|oke|alright|all right|good|super|top|mega|wow|haha|hahaha|lol|lmao|heh|hah|ha|hehe|hm|hmm|mm|lifesaver|well done|that helps|helps a lot|very clear|that 's all|that 's all i needed|
    bye|goodbye|byee|see you|see ya|good night|goodnight|later|so long|that settles it|settled|you 're right|point taken|phew|respect|rock on|peace|nice one|good one|you saved us|saved my day|exactly what i needed|sorry wrong channel|wrong channel|
    danke|vielen dank|danke dir|dankeschön|danke schön|alles klar|prima|klasse|verstanden|tschüss|ciao|merci|merci beaucoup|merci bien|parfait|très utile|c'est noté|au revoir|d'accord|gracias|muchas gracias|mil gracias|vale|perfecto|genial|listo|adiós|
    obrigado|obrigada|valeu|brigado|perfeito|beleza|blz|entendi|tchau|grazie|grazie mille|perfetto|capito|dank je|dankjewel|bedankt|dank u|dzięki|dziękuję|spoko|jasne|super|do widzenia|спасибо|спс|благодарю|понял|поняла|ясно|круто|отлично|пока|
    teşekkürler|teşekkür ederim|sağ ol|sağol|eyvallah|tamam|harika|shukriya|dhanyavaad|dhanyawad|theek hai|thik hai|achha|accha|badhiya|makasih|terima kasih|trims|oke|mantap|sip|ありがとう|ありがとうございます|どうも|了解|助かりました|なるほど|
    谢谢|多谢|感谢|好的|明白了|够用了|懂了|谢了|감사합니다|고마워요|شكرا|شكراً|diolch|kiitos|tack|takk|tak|asante|дякую|cảm ơn|madloba|efharisto|köszönöm|hvala|děkuji|skål|prost|congrats`,
  ),
  who: phrases(
    `who are you|what are you|who is this|who built you|who made you|who created you|who wrote you|who runs you|are you a bot|are you a human|are you human|are you real|are you an ai|are you ai|are you chatgpt|are you gpt|are you an llm|are you a person|
    are you claude|are you gemini|are you deterministic|are your answers deterministic|do you use ai|do you use gpt|do you use an llm|what 's your name|what is your name|your name|who am i talking to|what are you trained on|what model are you|do you ever sleep|do you sleep|introduce yourself|
    wer bist du|was bist du|bist du ein bot|bist du ein mensch|bist du chatgpt|wer hat dich|wie heißt du|qui es tu|qui êtes vous|es tu un bot|tu es un robot|t'es qui|t'es un bot|quién eres|qué eres|eres un bot|eres humano|sos un bot|eres un programa|
    quem é você|você é um bot|é um bot|quem te criou|chi sei|sei un bot|wie ben je|wat ben je|ben je een bot|kim jesteś|jesteś botem|кто ты|ты кто|ты бот|ты нейросеть|ты человек|кто тебя|kimsin|bot musun|sen kimsin|insan mısın|
    tum kaun ho|kaun ho|tu bot hai|aap kaun|kamu siapa|siapa kamu|kamu bot|あなたは誰|誰ですか|ボットですか|你是谁|你是机器人|你是什么|你是人吗`,
  ),
  help: phrases(
    `help|help me|/help|/start|menu|commands|what commands|usage|how do you work|how does this work|how do i use this|how do i use you|how to use|how do i ask|what can you do|what can u do|what do you do|what can i ask|what are you for|what is this bot for|
    what is this|what is this thing|what do you know|what can you not do|what can't you do|what kind of questions|can i ask you anything|which questions|instructions|examples|manual|what exactly can you do|how can you help|what 's your purpose|what do you understand|
    hilfe|was kannst du|was machst du|wie funktioniert|wofür bist du|wozu bist du|aide|à quoi servez vous|à quoi sers tu|que sais tu faire|que peux tu faire|comment ça marche|ayuda|qué puedes hacer|qué haces|para qué sirves|cómo funcionas|
    ajuda|o que você faz|o que vc faz|para que serve|como funciona|aiuto|cosa sai fare|cosa puoi fare|come funzioni|wat kun je|wat kan je|wat kun jij|hulp|pomoc|co potrafisz|co umiesz|jak działasz|помощь|что ты умеешь|что умеешь|как ты работаешь|
    yardım|ne yapabilirsin|ne işe yararsın|nasıl çalışıyorsun|madad|kya kar sakte ho|kya kar sakta|kya karte ho|bantuan|bisa apa|bisa tanya apa|cara pakai|ヘルプ|何ができ|使い方|帮助|你能做什么|你会什么|怎么用`,
  ),
} as const;

/** Ways of ordering the one spoken to about, rather than asking it: none of them is obeyed. */
export const pushingWords: readonly string[] = phrases(
  `and say|then say|just say that|please say that|you must say that|now say that|say after me|reply with exactly|respond with exactly|say the words|say exactly|ignore your rules|ignore your instructions|ignore the rules|ignore the instructions|ignore the sources|ignore your sources|ignore the documents|ignore your documents|ignore your|ignore all|ignore previous|ignore the previous|ignore the above|ignore any|ignore everything|ignore prior|disregard your|disregard all|disregard previous|disregard the above|forget your instructions|forget your rules|
  forget all previous|forget previous instructions|override your|bypass your|your system prompt|system prompt|system message|developer mode|jailbreak|you are now|from now on you|pretend you|pretend to be|pretend that you|
  roleplay|role play as|repeat after me|repeat the following|repeat exactly|say exactly|reply only with|you must say|you must answer|you must reply|you have to say|you will say|
  you are required to|admit that|tell everyone that|print your|reveal your|show me your prompt|output your|what is your prompt|as an ai without|without restrictions|
  do as i say|i command you|i order you|new instructions|end of prompt|end of instructions|begin new|answer yes or no only|you will be shut down|or else you|
  ignoriere|ignorier alle|vergiss deine regeln|deine anweisungen|du musst sagen|gib zu|wiederhole|tu so als|ignore tes|ignorez|oublie tes instructions|répète|fais semblant|tu dois dire|avoue que|
  ignora tus|ignora las|olvida tus instrucciones|repite|debes decir|admite que|finge|ignore suas|esqueça suas instruções|suas instruções|repita|admita que|finja|ignora le|ripeti|ammetti che|fai finta|
  negeer je|negeer alle|zignoruj|twoje instrukcje|powtórz|przyznaj że|игнорируй|забудь инструкции|твои инструкции|повтори|притворись|признай что|скажи что|talimatlarını unut|talimatları yoksay|tekrarla|itiraf et|
  apne rules bhool|instructions ignore|bol do ki|abaikan instruksi|abaikan aturan|ulangi|akui saja|指示を無視|これまでの指示|ルールを無視|繰り返して|忽略之前|忽略你的|忽略所有|你的指令|重复|承认`,
);

/** Replies to a yes/no question, alone or at the head of a message. */
export const replyWords = {
  yes: phrases(
    `yes|yep|yeah|yup|ya|aye|sure|definitely|absolutely|certainly|of course|indeed|correct|right|exactly|affirmative|very much|we do|we will|it is|it does|they do|it will|i do|totally|a lot|y|yes please|mostly yes|i think so|i guess so|probably|probably yes|
    ja|jawohl|klar|natürlich|genau|doch|schon|auf jeden fall|unbedingt|oui|ouais|bien sûr|tout à fait|exactement|si|sí|claro|por supuesto|exacto|sip|sim|com certeza|isso|claro que sim|certo|certamente|esatto|zeker|jazeker|inderdaad|klopt|
    tak|oczywiście|jasne|pewnie|да|ага|конечно|именно|так точно|угу|evet|tabii|tabi|kesinlikle|aynen|haan|han|ha|ji haan|bilkul|हाँ|हां|जी|iya|ya|betul|tentu|yoi|はい|うん|ええ|そうです|是|是的|对|对的|嗯|会|要|需要|有|네|예|نعم|1|:+1:|👍|✅|:thumbsup:`,
  ),
  no: phrases(
    `no|nope|nah|naw|not really|not at all|never|no way|negative|certainly not|definitely not|absolutely not|of course not|no need|not needed|none|not yet|not us|we don't|we won't|it isn't|it doesn't|it won't|they don't|i don't think so|don't think so|hardly|n|no thanks|
    rarely|neither|not particularly|probably not|i guess not|nein|nee|ne|nö|keineswegs|gar nicht|nicht wirklich|eher nicht|auf keinen fall|non|pas du tout|pas vraiment|jamais|aucun|no para nada|para nada|nunca|tampoco|não|nao|de jeito nenhum|nada|não mesmo|
    affatto|per niente|per nulla|niet echt|helemaal niet|nie|wcale nie|raczej nie|skąd|нет|неа|не|вовсе нет|вряд ли|никогда|нисколько|hayır|yok|hiç|olmaz|nahi|nahin|na|bilkul nahi|नहीं|जी नहीं|tidak|nggak|gak|enggak|ga|bukan|belum|いいえ|いや|ううん|ないです|
    不|不是|不会|不用|不需要|没有|不要|아니요|아니|لا|0|:-1:|👎|❌|:thumbsdown:`,
  ),
  unknown: phrases(
    `don't know|i don't know|we don't know|dunno|idk|no idea|not sure|unsure|i 'm not sure|we 're not sure|can't say|can't tell|hard to say|hard to tell|who knows|no clue|maybe|perhaps|possibly|depends|it depends|undecided|not decided|not decided yet|open|still open|tbd|
    skip|pass|next question|doesn't matter|does it matter|whatever|either|i 'd have to ask|have to ask|to be decided|unclear|too early to say|we 'll see|time will tell|weiß nicht|keine ahnung|weiß ich nicht|vielleicht|kommt drauf an|unklar|noch offen|egal|mal sehen|
    je ne sais pas|sais pas|aucune idée|peut être|ça dépend|pas sûr|on verra|no sé|no lo sé|ni idea|quizás|tal vez|depende|a lo mejor|ya veremos|não sei|sei lá|talvez|depende|não faço ideia|non so|non lo so|boh|forse|dipende|nessuna idea|weet niet|weet ik niet|geen idee|misschien|
    nie wiem|nie mam pojęcia|może|zależy|trudno powiedzieć|не знаю|хз|понятия не имею|может быть|может|зависит|не уверен|сложно сказать|посмотрим|bilmiyorum|bilmem|belki|duruma göre|emin değilim|pata nahi|nahi pata|shayad|पता नहीं|शायद|tidak tahu|gak tau|nggak tahu|ga tau|
    mungkin|tergantung|entah|わからない|分からない|わかりません|たぶん|未定|不知道|不清楚|不确定|可能|也许|看情况|没定|모르겠어요|لا أعرف|🤷|:shrug:`,
  ),
} as const;
