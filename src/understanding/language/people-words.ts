/**
 * How people speak of who can do what, in the languages served: data of the grammar in `people.ts`.
 * It knows no skill and nothing of backends.
 */
const words = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

/** Opens a supposition: "what if …". */
export const supposing = words(
  `if|what if|suppose|supposing|assuming|wenn|falls|angenommen|si|et si|y si|e se|caso|als|stel dat|jeśli|jeżeli|если|а если|допустим|eğer|kalau|seandainya|agar|もし|如果|要是|만약`,
);

export const peopleWords = {
  /** Someone who works: stands after a skill ("X devs") or as the subject of knowing. */
  person: words(
    `dev|devs|developer|developers|engineer|engineers|person|people|guy|guys|girl|girls|gal|lad|lads|folk|folks|man|woman|head|heads|crew|team|teams|shop|house|
    programmer|programmers|coder|coders|freelancer|freelancers|contractor|contractors|student|students|expert|experts|specialist|specialists|kid|kids|fella|
    colleague|colleagues|staff|intern|interns|junior|juniors|senior|seniors|agency|company|squad|department|group|half|type|types|fan|fans|veteran|veterans|
    skill|skills|knowledge|experience|background|course|courses|bootcamp|knowhow|competence|expertise|maintainer|maintainers|volunteer|volunteers|native|natives|
    entwickler|entwicklerin|leute|kollege|kollegen|kollegin|mitarbeiter|truppe|kenntnisse|erfahrung|bude|laden|
    dév|dévs|développeur|développeurs|développeuse|équipe|équipes|gars|gens|collègue|collègues|stagiaire|ingénieur|ingénieurs|
    desarrollador|desarrolladores|programador|programadores|equipo|gente|compañero|compañeros|ingeniero|ingenieros|
    desenvolvedor|desenvolvedores|equipe|time|pessoal|pessoas|colega|colegas|engenheiro|engenheiros|galera|
    sviluppatore|sviluppatori|squadra|colleghi|collega|persone|gente|ragazzi|programmatore|programmatori|
    ontwikkelaar|ontwikkelaars|mensen|programista|programiści|programistów|zespół|ludzie|ludzi|kolega|
    разработчик|разработчики|разработчика|разработчиков|команда|команде|люди|людей|человек|человека|программист|программисты|программиста|прогеры|ребята|коллеги|бэкендер|бэкендеры|
    geliştirici|geliştiricimiz|yazılımcı|yazılımcımız|ekip|ekibimiz|ekibi|kişi|arkadaş|log|bande|ladke|tim|programmer|anak|orang|teman|
    人|チーム|エンジニア|開発者|メンバー|团队|工程师|程序员|同事|同学|开发|经验`.replaceAll('\n', ''),
  ),
  /** Who builds: a subject that may know something. */
  subject: words(
    `one of|two of|three of|four of|five of|half of|most of|some of|none of|both of|all of|many of|few of|neither of|each of|any of|i|we|we 're|i 'm|i 've|we 've|me|us|he|she|they|everyone|everybody|all of us|both of us|half of us|my|our|one of us|two of us|three of us|most of us|most|
    team|the team|husband|wife|brother|sister|cousin|nephew|niece|son|daughter|friend|boss|cofounder|co founder|partner|dad|uncle|flatmate|roommate|
    developer|developers|dev|devs|engineers|engineer|guys|folks|people|colleague|colleagues|crew|staff|intern|students|kids|volunteer|volunteers|agency|
    maintainer|analyst|analysts|researchers|scientists|admins|ops|squad|nobody|none|no one|neither|myself|
    ich|wir|er|sie|mein|unser|unsere|meine|alle|beide|team|kollege|jemand|niemand|keiner|
    je|j'|nous|on|il|elle|ils|équipe|notre|tous|mon|ma|mes|personne|yo|nosotros|él|ella|ellos|equipo|nuestro|todos|mi|nadie|
    eu|nós|ele|ela|eles|a gente|equipe|nosso|todos|meu|minha|ninguém|io|noi|lui|lei|loro|squadra|nostro|tutti|mio|nessuno|
    wij|ik|hij|zij|iedereen|team|my|ja|on|ona|oni|zespół|wszyscy|nikt|мы|я|он|она|они|команда|все|наш|никто|у нас|
    biz|ben|o|ekip|ekibimiz|hepimiz|kimse|ekipte|hum|main|mujhe|hamara|hamari|team|sab|kisi ko|kami|saya|kita|tim|semua|
    私|僕|俺|チーム|全員|我们|我|团队|大家|他|她|组里`.replaceAll('\n', ''),
  ),
  /** Says that somebody masters or uses something. */
  knowing: words(
    `know|knows|knew|knowing|write|writes|wrote|written|writing|code in|codes in|code|codes|coded|coding|speak|speaks|do|does|did|done|doing|use|uses|used|read|reads|
    understand|understands|learned|learnt|learn|learning|taught|teach|teaches|studied|master|masters|master of|fluent in|fluent|good at|good in|great at|strong in|strong at|
    comfortable in|comfortable with|experienced in|experience in|experience with|experience|proficient in|skilled in|skilled|trained in|at home in|prefer|prefers|love|loves|
    live in|lives in|dream in|think in|background in|come from|comes from|coming from|came from|years of|yrs of|year of|yrs|years|familiar with|familiar|versed in|work in|works in|
    work with|works with|worked with|dabble in|dabbled in|touched|touch|seen|shipped|maintain|program in|programs in|program|programs|handle|handy with|can|script in|scripts in|
    script|scripts|grew up with|raised on|converted|switched to|certified|stack is|background|skills in|skill in|knowledge of|ex|
    kann|können|kennen|kennt|kenne|beherrschen|beherrscht|schreiben|schreibt|schreibe|spricht|sprechen|programmieren|programmiert|machen|macht|mache|gelernt|erfahrung|fit in|kommen aus|
    sait|savent|connaît|connait|connaissent|connais|maîtrise|maîtrisent|fait|font|fais|faisons|écrit|écrivent|code|codent|parle|parlent|viennent de|venons de|vient de|expérience|
    sabe|saben|sabemos|sé|conoce|conocen|domina|dominan|dominamos|programa|programan|programamos|escribe|escriben|usa|usamos|viene de|vienen de|venimos de|hace|hacen|hacemos|manejan|
    sei|sabe|sabem|sabemos|conhece|conhecem|domina|dominam|manja|manjam|programa|programam|programamos|escreve|vem de|vêm de|viemos de|faz|fazem|fazemos|mexe com|usa|usamos|
    sa|sanno|sappiamo|so|conosce|conoscono|conosciamo|scrive|scrivono|scriviamo|programma|programmano|usa|usano|usiamo|viene da|vengono da|veniamo da|fa|fanno|facciamo|
    kent|kennen|ken|kan|kunnen|schrijft|schrijven|doet|doen|ervaring|zna|znają|znamy|znam|pisze|piszą|piszemy|umie|umieją|programuje|programują|ogarnia|
    знает|знают|знаем|знаю|пишет|пишут|пишем|пишу|умеет|умеют|умеем|владеет|владеют|учил|учили|писал|писали|знакомы|трогал|трогали|шарит|
    biliyor|biliyoruz|biliyorum|bilir|bilen|yazıyor|yazıyoruz|yazıyorum|yazar|kullanıyor|kullanıyoruz|hakim|tecrübe|tecrübesi|
    aata|aati|aate|aata hai|janta|jante|jaanta|jaante|likhta|likhte|karta|karte|karta hai|seekha|आता|आती|आते|जानता|जानते|लिखते|
    bisa|paham|ngerti|kuasai|menguasai|biasa|pakai|nulis|pernah|jago|belajar|ngoding|mahir|
    書ける|書け|使える|使っ|経験|得意|できる|触っ|知って|会|写|熟|懂|擅长|精通|学过|用过|熟悉`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** A count in front of a skill or a person: "two", "all", "half", "mostly". */
  quantity: words(
    `a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|all|both|half|most|mostly|mainly|only|some|many|several|few|a few|a bit of|bit of|a little|
    some|lots of|plenty of|majority|every|everyone|single|sole|lone|couple|couple of|purely|pure|strictly|entirely|ex|former|solo|
    ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|alle|beide|nur|halb|meist|viele|einige|ein bisschen|etwas|
    un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|tous|seulement|que des|un peu de|moitié|
    uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|todos|solo|puro|puros|un poco de|mitad|
    um|uma|dois|duas|três|quatro|sete|oito|nove|dez|só|somos|um pouco de|metade|
    due|tre|quattro|cinque|sei|sette|otto|dieci|tutti|metà|twee|drie|vier|vijf|zes|alleen|
    jeden|dwa|dwóch|trzech|czterech|pięciu|wszyscy|tylko|один|два|три|четыре|пять|шесть|двое|трое|четверо|пятеро|только|все|одни|
    bir|iki|üç|dört|beş|sadece|hepsi|ek|do|teen|chaar|paanch|sirf|dua|tiga|empat|lima|cuma|
    一|二|两|三|四|五|六|個|名|都|全|全員|只|だけ|しか`.replaceAll('\n', ''),
  ),
  /** Joins a subject to a skill without a verb of knowing: "we're X", "stack = X". */
  being: words(
    `is|are|am|'m|'re|was|were|=|:|sind|ist|bin|est|sont|sommes|es|son|somos|é|são|è|sono|siamo|zijn|jest|są|jesteśmy|-|это`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** The skill goes away, or is no longer there: "left", "quits". */
  leaving: words(
    `leaves|leave|leaving|left|quit|quits|quitting|resigned|resigns|retired|retires|retiring|is gone|are gone|gone|went away|moving on|moves on|moved on|moving to another|moved to another|
    handed in|was fired|got fired|laid off|departed|departs|passed away|is going|on parental leave|last day|gets dissolved|
    geht|gehen|verlässt|verlassen|kündigt|gekündigt|ist weg|sind weg|in rente|part|partent|parti|partis|démissionne|démissionné|quitte|s' en va|
    se va|se fue|se fueron|se van|renunció|renuncia|saiu|sai|saíram|vai embora|foi embora|pediu demissão|se ne va|va via|andato via|lascia|
    vertrekt|weg|odchodzi|odszedł|odeszli|odchodzą|уходит|ушел|ушла|ушли|уволился|уволилась|уволились|увольняется|ayrıldı|ayrılıyor|gitti|gidiyor|
    chala gaya|chale gaye|chhod diya|ja raha|resign|keluar|pergi|辞め|退職|离职|走了|要走`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** Both or all of the skills in question. */
  both: words(
    `both|either|either one|both equally|equally|both languages|each|beides|beide|beiden|les deux|l' un et l' autre|l' un comme l' autre|los dos|las dos|ambos|ambas|os dois|as duas|
    entrambi|entrambe|tutti e due|beide talen|oba|obu|обоих|оба|и то и другое|и там и там|ikisini de|ikisini|her ikisini|dono|donon|keduanya|dua duanya|どちらも|両方|两个都|都会|两种都|都熟`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** None of the skills in question. */
  neither: words(
    `neither|none of them|neither of them|neither of the two|neither language|neither one|know neither|knows neither|keins von beiden|keines von beiden|keine von beiden|weder noch|
    ni l' un ni l' autre|aucun des deux|ninguno de los dos|ninguna de las dos|ninguno|ni uno ni otro|nenhum dos dois|nenhuma das duas|nenhum|nessuno dei due|geen van beide|
    żadnego z nich|żadnego|ни того ни другого|ни то ни другое|ни на том|ни тот ни другой|hiçbirini|ikisini de bilmiyor|dono nahi|koi bhi nahi|tidak keduanya|どちらも書け|どっちも|两个都不会|都不会|都不懂`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** Before a skill: it is what something is made in, not what someone knows. */
  medium: words(
    `written in|built in|build it in|in|with|using|on|migrate to|rewrite in|move to|switch to|port to|via|from|to|against|than|vs|versus`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** Opens a supposition: the question mark at its end does not put the skill in doubt. */
  supposing,
  /** After a skill: a thing made with it rather than somebody who knows it. */
  made: words(
    `app|apps|api|apis|service|services|monolith|backend|endpoint|endpoints|server|servers|function|functions|site|website|code|codebase|project|library|libraries|package|script|scripts|
    stack|runtime|image|images|container|wrapper|plugin|plugins|container|bindings|version|adapter|layer|monorepo|frontend|portal|admin|bundle|native app|client|front|dashboard|lines|
    anwendung|dienst|skript|skripte|lib|module|modules|sdk|middleware|proxy|box|cron|worker|workers|job|jobs|pipeline|pipelines|notebook|model|models|bot|page|pages|side`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** Lets a skill be somebody's for long: "since 2011", "for years", "only", "daily". */
  lasting: words(
    `only|since|for years|daily|every day|day in day out|all the way|all day|by day|by trade|at work|at heart|for a living|for six years|fluently|well|best|a bit|a little|some|exclusively|mostly|veteran|
    hobbyist|background|experience|skills|certified|in my sleep|seit|täglich|depuis|tous les jours|desde|hace años|há anos|da anni|sinds|od lat|с 2015|лет|yıldır|saalon se|doang|しか|だけ|年`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** Speaks of a choice still open, or of somebody's wish: "should", "switch to", "pick". */
  choosing: words(
    `should|pick|choose|switch|switch to|move to|go with|go for|go to|stay with|stay on|stick with|use|take|take on|want|wants|wanted|why not|recommend|recommends|suggests|prefer|migrate|rewrite|port|
    versus|vs|or|instead of|over|than|leaning|lean|is|better|best|can|could|would|might|must|allows|requires|mandates|nehmen|wählen|oder|wechseln|choisir|prendre|ou|elegir|usar|o|passare|kiezen|of|czy|или|выбрать|mı|mi|ya|atau|か|还是`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** Before a role: it is who something is made for. */
  audience: words(
    `for|sell to|serve|used by|users are|customers are|clients are|für|pour|para|per|voor|dla|для|untuk|以`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** New to programming. */
  beginner: words(
    `beginner|beginners|newbie|newbies|noob|noobs|novice|novices|rookie|rookies|first timer|first timers|non coder|non coders|non programmer|non programmers|non developer|nontechnical|
    non technical|absolute beginner|first semester|
    career changers|career changer|retraining|new to programming|new to coding|new to code|new to backend|new to this|new to all this|new to all|new here and|
    i 'm new|we 're new|am new to|never coded|never programmed|never written|never wrote code|never built|never done|never made|can't code|cannot code|can't program|don't code|
    know nothing|knows nothing|no clue|no coding|no programming|zero experience|no experience|no coders|no programmers|no developers|no devs|no dev|not a developer|not a programmer|not a coder|not coders|
    not a dev|not developers|not programmers|not an engineer|i 'm learning|we 're learning|just started|started learning|just starting|starting out|first project|first app|my first|our first|first program|first real|first website|
    first backend|easy to learn|easier to learn|easiest to learn|easy to pick up|easier to pick up|learning curve|quick to learn|gentle|simple to learn|how hard is it to learn|
    learning to code|learn to code|learn programming|learning programming|teach myself|taught myself|codecademy|freecodecamp|free code camp|udemy|youtube tutorial|one course|
    evening class|excel macros|spreadsheet user|student project|school project|hand holding|dummies|explain like|eli5|for a layman|no it background|
    anfänger|einsteiger|neuling|neulinge|lehrling|lehrlinge|quereinsteiger|nie programmiert|noch nie programmiert|erstes projekt|leicht zu lernen|lernkurve|
    débutant|débutants|débutante|apprenti|apprentis|jamais codé|jamais programmé|premier projet|facile à apprendre|reconversion|autodidacte|
    principiante|principiantes|novato|novatos|novata|nunca he programado|nunca programé|primer proyecto|fácil de aprender|aprendiendo|curva de aprendizaje|
    iniciante|iniciantes|nunca programei|nunca programou|começando|primeiro projeto|aprendendo|curva de aprendizado|principianti|mai programmato|primo progetto|
    beginnende|beginners|studenten|nooit geprogrammeerd|początkujący|początkujących|nigdy nie programował|pierwszy projekt|uczę się|
    новичок|новички|новичков|джуна|первокурсники|начинающий|начинающие|никогда не программировал|первый проект|учусь|с нуля учу|
    acemi|yeni başlayan|yeni başlıyorum|yeni başlayanlar|hiç kod yazmadım|ilk projem|öğreniyorum|öğrenmesi kolay|
    naya hoon|naye hain|nayi hoon|beginner hoon|fresher|seekh raha|seekh rahe|seekh rahi|pehla project|coding nahi aati|शुरुआती|सीख रहा|pemula|baru belajar|belum pernah ngoding|belajar ngoding|gampang dipelajari|
    初心者|未経験|初めて|独学|学習コスト|初学者|新手|零基础|刚学|刚开始学|没写过代码|小白|上手快|好上手|好学`.replaceAll(
      '\n',
      '',
    ),
  ),
  /** New to it, where somebody has them on the job: "two interns", "our junior"; as users of the product they are not. */
  beginnerPerson: words(
    `students|intern|interns|pupils|junior|apprentices|juniors|trainees|trainee|graduates|apprentice|freshers|fresher|bootcamp|boot camp|studenten|schüler|praktikant|praktikanten|étudiants|étudiant|stagiaire|stagiaires|becario|becarios|estudiantes|estudiante|estagiário|estagiários|estagiária|estudantes|stagista|stagisti|studenti|stagiair|stagiairs|stażysta|stażyści|studenci|studentów|студенты|студент|стажер|стажеры|джуниор|джун|джуны|stajyer|stajyerler|öğrenci|öğrenciler|magang|anak magang|mahasiswa|siswa|实习生|应届生|学生|新人|インターン|hobbyist|self taught|first year|azubi|azubis`,
  ),
  /** Looking for people, now or later. */
  hiring: words(
    `to hire|can hire|could hire|hire people|hire devs|hire developers|hire someone|hire somebody|hire more|hire again|hire two|hire next|hire for|will hire|must hire|need to hire|won't hire|we hire|easy to hire|hard to hire|hireable|hire anyone|hire from|hire in|hire here|can't hire|hire locally|hire a second|hire another|hire engineers|hire an engineer|hire a developer|hire a dev|hiring|recruit|recruits|recruiting|recruitment|recruiter|recruiters|staff it|talent pool|applicants|applications per|job market|labour market|labor market|
    job ad|job posting|job postings|job openings|open positions|open roles|resumes|salaries|easy to find|easier to find|hard to find|find people|find developers|find devs|
    find a dev|find a developer|find someone|find somebody|finding people|finding developers|finding devs|can find|could find|can't find|find a freelancer|freelancers are|replaceable|
    fiverr|upwork|availability of developers|developer pool|pool of|headcount|contractors around|cheap devs|cheap developers|cheaper devs|cheaper developers|grow the team|scale the team|
    einstellen|stellen ein|rekrutieren|bewerber|bewerbungen|leute finden|entwickler finden|arbeitsmarkt|personal finden|stellenmarkt|nachwuchs|gehalt|gehälter|tagessatz|
    recruter|recrutement|embaucher|embauche|embauches|candidats|candidatures|trouver des devs|trouver des développeurs|salaires|marché de l' emploi|vivier|
    contratar|contratación|reclutar|candidatos|sueldos|salarios|conseguir gente|conseguir programadores|encontrar gente|encontrar desarrolladores|mercado laboral|
    contratação|contratações|recrutar|salários|encontrar devs|achar dev|achar gente|mercado de trabalho|vaga|vagas|
    assumere|assunzioni|assumiamo|trovare sviluppatori|trovare persone|stipendi|candidati|aannemen|werven|ontwikkelaars vinden|vacature|zatrudnić|zatrudniać|rekrutacja|rekrutować|znaleźć ludzi|znaleźć programistę|rynek pracy|
    нанять|нанимать|найм|наймем|нанимаем|найти людей|найти разработчиков|найти разработчика|рынок труда|вакансии|вакансия|зарплаты|кандидаты|кандидатов|
    işe almak|işe alım|işe alacağız|eleman bulmak|yazılımcı bulmak|maaş|maaşlar|bhartiya|bharti|hiring karna|log milenge|developer milna|developers milte|rekrut|merekrut|cari orang|nyari orang|cari developer|nyari developer|lowongan|gaji|
    採用|求人|人材|募集|招人|招聘|招到|好招|难招|薪资|市场上|人才`.replaceAll('\n', ''),
  ),
} as const;

export type PeopleWord = keyof typeof peopleWords;
