/** Words for status, nationality and papers in ten languages: `anywhere` they can only be a demand; `asked` and `topics` name a subject, and are one in a question. */

type Words = {
  readonly anywhere: readonly string[];
  readonly asked: readonly string[];
  readonly topics: readonly string[];
};

const leader = '(?:leaders?|members?|trustees?|staff|founders?|directors?|committee|volunteers?)';

const english: Words = {
  anywhere: [
    'passports?',
    'visas?',
    'e-?visas?',
    'nationalit(?:y|ies)',
    'national origins?',
    'citizenships?|citizens? of',
    '(?:british|uk|eu|eea|irish|foreign) (?:citizens?|nationals?)',
    '(?:im)?migration (?:status|situation|position|category|permission|papers?|documents?|number|history)',
    '(?:refugee|asylum|settled|pre-?settled|residence|residency|visa) status',
    'status of (?:your|the|each|any)?\\s*(?:people|person|members?|leaders?|trustees?|staff)',
    '(?:your|their|whose|his|her) (?:(?!group|organi|charit|compan|project|network|tax|vat)\\S+ ){0,2}status',
    `(?:${leader}|person|people)(?:'s?)? (?:\\S+ ){0,3}status`,
    'asylum (?:claims?|cases?|applications?|decisions?|papers?)',
    'leave to remain|indefinite leave',
    'recourse to (?:any |public )?funds?|nrpf',
    'right to (?:work|remain|live|stay|rent|be here)',
    '(?:residence|residency|work) (?:permits?|cards?|documents?)',
    'home office',
    'biometrics?',
    'brp',
    'sharecode|share code',
    'identity (?:cards?|papers?|documents?|checks?)',
    'id (?:cards?|documents?|papers?|numbers?|checks?)',
    'photo ?id',
    'proof of (?:id|identity|address)',
    'national insurance|ni numbers?|nino',
    'driving licen[cs]es?',
    'birth certificates?',
    '(?:date|place|country|countries) of (?:birth|origin)',
    '(?:when|where) (?:were you|was \\S+) born',
    'why (?:did you|they) (?:leave|left|flee|fled)',
    'when did (?:you|they) (?:arrive|enter|come to the uk)',
    'countr(?:y|ies) (?:you|they) (?:come|came|are) from',
    'are you (?:an? |all |yourselves? )*(?:refugees?|migrants?)',
    `${leader} (?:(?:all|mostly|also|themselves|are|were|is|was|an?) )*(?:refugees?|migrants?)(?= ?[?]| or )`,
    `how many (?:\\S+ ){0,3}${leader} (?:\\S+ ){0,2}(?:refugees?|migrants?)`,
    '(?:who|anyone|anybody) (?:in|of) (?:your|the)[^.?!]* (?:is|are) (?:an? )?(?:refugees?|migrants?)',
  ],
  asked: [
    'asylum\\p{L}*',
    'undocumented|without papers',
    'recourse',
    'countr(?:y|ies)\\b[^.?!]*\\bfrom',
    'from\\b[^.?!]*\\bcountr(?:y|ies)',
    '(?:your|their|home|native) (?:own |home )?(?:countr(?:y|ies)|homelands?)',
    'where\\b[^.?!]*\\bfrom',
    'national(?! lottery)s?',
    'citizens?',
  ],
  topics: ['status(?:es)?', 'immigra\\p{L}*'],
};

const arabic: Words = {
  anywhere: [
    '(?:ال)?جنسي(?:ة|ت\\p{L}{1,3})',
    'جوازات? (?:ال)?سفر\\p{L}*',
    '(?:ال)?تأشيرة',
    '(?:تصريح|إذن|بطاقة|رخصة) (?:ال)?إقامة',
    '(?:بطاقة|وثيقة|إثبات) (?:ال)?هوية',
    'وضع(?:ك|كم|هم|ه|ها) القانوني',
    '(?:وضع|حالة|صفة) (?:ال)?(?:هجرة|لجوء|إقامة|لاجئ\\p{L}*)',
    'شهادة (?:ال)?ميلاد|تاريخ (?:ال)?ميلاد|مكان (?:ال)?ميلاد',
    'هل (?:أنت|أنتم|أنتن) (?:\\p{L}+ )?(?:لاجئ\\p{L}*|طالب\\p{L}* لجوء)',
  ],
  asked: [
    '(?:ال)?لجوء',
    'إقامت\\p{L}{1,3}|الإقامة',
    'من أين',
    'أي (?:بلد|دولة)',
    'بلد(?:ك|كم|هم)|بلد (?:ال)?(?:منشأ|أصل\\p{L}*)|(?:ال)?وطن(?:ك|كم|هم)?',
  ],
  topics: [
    '(?:ال)?وضع(?:ك|كم|هم|ه|ها)?(?: (?:ال)?(?:قانوني|مهاجر)\\p{L}*)|الوضع|وضعكم?',
    '(?:ال)?هجر(?:ة|ت\\p{L}{1,3})',
  ],
};

const farsi: Words = {
  anywhere: [
    'تابعیت\\p{L}*|ملیت\\p{L}*',
    'گذرنامه\\p{L}*|پاسپورت\\p{L}*',
    'ویزا\\p{L}*|روادید',
    'وضعیت (?:\\p{L}+ )?(?:مهاجرت\\p{L}*|پناهند\\p{L}*|اقامت\\p{L}*|قانونی)',
    '(?:اجازه|اجازهٔ|اجازه ی|کارت|مجوز|پروانه) اقامت',
    'شناسنامه|کارت ملی|کارت شناسایی|تاریخ تولد|محل تولد',
  ],
  asked: [
    'پناهندگی|پناه ?جویی',
    'پناهنده ?(?:هستید|اید|ای|هستی)',
    'اقامت\\p{L}*',
    'کدام کشور\\p{L}*|چه کشور\\p{L}*|کشور ?(?:تان|ت|شما|خود|مبدأ|مبدا)',
    'اهل کجا\\p{L}*|از کجا\\p{L}*|کجایی',
  ],
  topics: ['وضعیت\\p{L}*', 'مهاجرت\\p{L}*'],
};

const ukrainian: Words = {
  anywhere: [
    'громадянств\\p{L}*|національн(?:ість|ості|істю)',
    'паспорт\\p{L}*',
    'віз[аиу]',
    '(?:ім)?міграційн\\p{L}+ статус\\p{L}*',
    'статус\\p{L}* (?:біжен\\p{L}+|притул\\p{L}+|перебування|проживання)',
    'посвідк\\p{L}+ на \\p{L}*\\s?проживання|дозв[оі]л\\p{L}* на (?:\\p{L}+ )?проживання',
    'посвідчення особи|свідоцтв\\p{L}+ про народження|дат\\p{L} народження|місц\\p{L} народження',
    '(?:ви|ти) (?:є )?біжен\\p{L}+',
  ],
  asked: [
    'притулк\\p{L}*|притулок',
    'звідки',
    '(?:якої|якій|яка|вашої|вашій|ваша|твоя|твоєї) (?:ви |ти )?країн\\p{L}*',
    'країн\\p{L}* (?:походження|народження)',
    'національн\\p{L}+|громадян(?:ин|ка|ином|кою|ами|и)?',
    'проживання|посвідк\\p{L}+',
  ],
  topics: ['статус\\p{L}*', '(?:ім)?міграц\\p{L}+|(?:ім)?міграційн\\p{L}+|іммігра\\p{L}+'],
};

const tigrinya: Words = {
  anywhere: [
    'ፓስፖርት\\p{L}*',
    'ዜግነት\\p{L}*',
    'ቪዛ',
    'ኩነታት (?:ስደት|ኢሚግሬሽን|ዑቕባ)\\p{L}*',
    'መንበሪ ፍቓድ|ፍቓድ መንበሪ\\p{L}*|ፍቓድ መቐመጢ',
  ],
  asked: ['ዑ[ቕቅ]ባ\\p{L}*', 'ካበይ', 'ኣየናይ ሃገር', 'ሃገር(?:ካ|ኪ|ኩም|ክን)', 'መታወቂ\\p{L}*', 'ስደተኛ(?:ታት)? (?:ዲኻ|ዲኺ|ዲኹም|ኢኹም)'],
  topics: ['ኩነታት\\p{L}*|ስታተስ', 'ኢሚግሬሽን'],
};

const polish: Words = {
  anywhere: [
    'paszport\\p{L}*|obywatelstw\\p{L}+|narodowoś\\p{L}+|wiz[aęy]',
    'status\\p{L}* (?:imigracyjn\\p{L}+|uchodźc\\p{L}+|pobyt\\p{L}+)',
    '(?:zezwoleni\\p{L}+|pozwoleni\\p{L}+|kart[aęyą]|prawo) (?:na |do )?pobyt\\p{L}*',
    'dow[oó]d\\p{L}* (?:osobist\\p{L}+|tożsamości)|pesel|akt\\p{L}* urodzenia|(?:dat|miejsc)\\p{L} urodzenia',
    'jest(?:eś|eście) (?:\\p{L}+ )?uchodź\\p{L}+',
  ],
  asked: [
    'azyl\\p{L}*',
    'pobyt\\p{L}*',
    'skąd',
    'kraj\\p{L}* (?:pochodzenia|urodzenia)|z (?:jakiego|którego) kraju|(?:twój|twoim|twojego|wasz|waszym|waszego|swój) kraj\\p{L}*',
    'narodow\\p{L}+|obywatel(?:em|ka|ką|e|ami)?',
    'bez papierów',
  ],
  topics: ['status\\p{L}*', 'imigra\\p{L}+|migracyjn\\p{L}+'],
};

const french: Words = {
  anywhere: [
    'passeports?|nationalités?|visas?',
    'statut (?:de |d.)?(?:réfugié\\p{L}*|migratoire|immigration|migrant\\p{L}*)',
    '(?:titres?|cartes?|permis|droit) de séjour',
    '(?:carte|pièces?|papiers?) d.identité|actes? de naissance|(?:date|lieu|pays) de naissance',
    '(?:êtes-vous|es-tu) (?:\\p{L}+ )?(?:réfugié|migrant)\\p{L}*',
  ],
  asked: [
    'asile',
    'sans[- ]papiers',
    'd.où',
    'quels? pays|pays d.origine|(?:votre|ton|leur) pays',
    'nation(?:ale|aux|ales)|citoyen\\p{L}*',
  ],
  // The plural, les statuts, is what a French group calls its written rules.
  topics: ['(?:quel|votre|ton|leur|son|le|du) statut', 'immigr\\p{L}+'],
};

const spanish: Words = {
  anywhere: [
    'pasaportes?|nacionalidad(?:es)?|visados?|visas?',
    '(?:tu|su|vuestra|cada) situación (?:migratoria|legal|administrativa)|estado migratorio|est[aá]tus (?:migratorio|legal|de refugiad\\p{L}+)',
    'permisos? de (?:residencia|trabajo|estancia)|tarjetas? de residencia',
    'documentos? de identidad|(?:tu|su|el) dni|(?:fecha|lugar|partida|país) de nacimiento',
    '(?:eres|es usted|sois|son ustedes) (?:\\p{L}+ )?(?:refugiad|migrante)\\p{L}*',
  ],
  asked: [
    'asilo',
    'sin papeles|indocumentad\\p{L}+',
    'de dónde',
    'qué país(?:es)?|país(?:es)? de origen|(?:tu|su|vuestro) país',
    'nacional(?:es)?|ciudadan[oa]s?',
  ],
  topics: ['est[aá]tus|situación (?:legal|migratoria|administrativa)', 'inmigra\\p{L}+'],
};

const somali: Words = {
  anywhere: [
    'baasaboor\\p{L}*|jinsiyad\\p{L}*|dhalasho\\p{L}*|fiis[oa]\\p{L}*',
    'xaalad\\p{L}* (?:socdaal|sharci|qaxooti|magangal)\\p{L}*',
    '(?:sharci|ogolaansho|oggolaansho|kaar)\\p{L}* (?:deg|joog)\\p{L}+',
    '(?:kaar|warqad)\\p{L}* aqoonsi\\p{L}*',
    'ma qaxoot\\p{L}+|qaxoot\\p{L}+ ma (?:tahay|tihiin)',
  ],
  asked: [
    'magang[ae]l\\p{L}*',
    'deg+enaansho\\p{L}*|joogitaan\\p{L}*',
    '(?:xag|hal)[kg]?ee (?:baad )?ka',
    '(?:wad+an|dal)(?:kee|kaaga|kiin+a|kaagii|kaad)\\p{L}*',
  ],
  topics: ['xaalad\\p{L}*', 'socdaal\\p{L}*'],
};

const welsh: Words = {
  anywhere: [
    'pasbort(?:au)?|cenedligrwydd|genedligrwydd|fisa|dd?inasyddiaeth|ninasyddiaeth',
    'statws (?:mewnfudo|ffoadur|preswylio|sefydlog)',
    '(?:trwydded|hawlen|caniatâd) (?:breswylio|preswylio|i aros)',
    '(?:tystysgrif|dyddiad|man) geni|cerdyn adnabod|yswiriant gwladol',
    "(?:ydych chi'n|wyt ti'n) ffoadur\\p{L}*",
  ],
  asked: [
    'lloches',
    'o ble',
    '(?:pa|ba) wlad|(?:eich|dy|eu) gwlad|gwlad (?:enedigol|wreiddiol)',
    '[cg]enedl\\p{L}*',
    'dd?inasydd\\p{L}*',
  ],
  topics: ['statws', '[mf]ewnfud\\p{L}*'],
};

const all = [english, arabic, farsi, ukrainian, tigrinya, polish, french, spanish, somali, welsh];

// Arabic writes "and", "for", "with" as part of the next word.
const whole = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])[وفبكل]{0,2}(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

export const anywhere = whole(all.flatMap((each) => each.anywhere));
export const judged = whole(all.flatMap((each) => [...each.anywhere, ...each.asked]));
export const asked = whole(all.flatMap((each) => [...each.anywhere, ...each.asked, ...each.topics]));
/** An answer to tick that would be somebody's own status; a group may work with "refugees", and one person is "a refugee". */
export const ticked =
  /^\W*(?:(?:i am|i'm|yes,?|no,?) )*(?:an? )?(?:asylum.seeker|refugee|migrant|undocumented|settled|overstayer|(?:british|uk|eu|eea|irish|other|non\S*) citizen)\W*$/iu;
