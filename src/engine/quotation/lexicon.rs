//! The word lists behind the rules, and what each word of a text is by them.
//!
//! A word may belong to several classes ("report" is a verb of saying and a noun of it); the rules decide by its place.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::LazyLock,
};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

impl Class {
    /// Whether it shares a class with `other`.
    pub(crate) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// All classes of both.
    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// Finite verbs of saying that can stand beside a quotation on their own: "said", "told".
pub(crate) const SAY: Class = Class(1);
/// Verbs that take the quoted words as a name or judgment: "called", "described", "praised".
pub(crate) const NAMING: Class = Class(1 << 1);
/// Verbs of thinking, wanting and signalling: they give a fragment a source when nothing stronger does.
pub(crate) const WEAK: Class = Class(1 << 2);
/// Present participles of the three: "saying", "calling".
pub(crate) const SAYING: Class = Class(1 << 3);
/// Nouns for something said or written: "statement", "letter".
pub(crate) const SPEECH_NOUN: Class = Class(1 << 4);
/// Articles, demonstratives, quantifiers, possessive pronouns.
pub(crate) const DETERMINER: Class = Class(1 << 5);
pub(crate) const PREPOSITION: Class = Class(1 << 6);
pub(crate) const CONJUNCTION: Class = Class(1 << 7);
/// "who", "which", "that", "whose", "where".
pub(crate) const RELATIVE: Class = Class(1 << 8);
pub(crate) const AUXILIARY: Class = Class(1 << 9);
pub(crate) const ADVERB: Class = Class(1 << 10);
/// Days, months and words of time.
pub(crate) const TIME: Class = Class(1 << 11);
pub(crate) const HE: Class = Class(1 << 12);
pub(crate) const SHE: Class = Class(1 << 13);
pub(crate) const THEY: Class = Class(1 << 14);
pub(crate) const IT: Class = Class(1 << 15);
/// "I", "we", "you".
pub(crate) const SPEAKER: Class = Class(1 << 16);
/// Titles printed before a name: "Mr.", "Senator", "CEO".
pub(crate) const TITLE: Class = Class(1 << 17);
/// Titles that are surnames as well, so that they count at the front of a name only: "King", "Judge".
pub(crate) const FRONT_TITLE: Class = Class(1 << 18);
/// Nouns for people by what they do or are.
pub(crate) const ROLE: Class = Class(1 << 19);
/// Nouns for bodies, companies and offices.
pub(crate) const BODY: Class = Class(1 << 20);
/// Words that may stand before a role: "senior", "former", "police".
pub(crate) const MODIFIER: Class = Class(1 << 21);
pub(crate) const MALE: Class = Class(1 << 22);
pub(crate) const FEMALE: Class = Class(1 << 23);
/// Given names, so that a name can be told for a person's.
pub(crate) const GIVEN_NAME: Class = Class(1 << 24);
/// Small words inside names: "de", "van", "bin".
pub(crate) const PARTICLE: Class = Class(1 << 25);
/// "Jr", "III".
pub(crate) const SUFFIX: Class = Class(1 << 26);
/// Countries, states and large cities: single words that are no person's name.
pub(crate) const PLACE: Class = Class(1 << 27);
/// Abbreviations whose full stop ends no sentence.
pub(crate) const ABBREVIATION: Class = Class(1 << 28);
/// Nouns for several people: "officials", "residents".
pub(crate) const PLURAL: Class = Class(1 << 29);
/// What follows "Secretary of": "State", "Defense".
pub(crate) const PORTFOLIO: Class = Class(1 << 30);
/// Works that carry titles: "film", "novel", "song".
pub(crate) const WORK: Class = Class(1 << 31);
/// Adjectives of nation and party.
pub(crate) const NATIONAL: Class = Class(1 << 32);
/// "put" in "as she put it", and "to say", which need their neighbors.
pub(crate) const PHRASAL: Class = Class(1 << 33);
/// Leading apostrophes that open nothing: 'em, 'tis.
pub(crate) const CLIPPED: Class = Class(1 << 34);
/// Titles that stay with a lone name: "Pope Francis".
pub(crate) const ROYAL: Class = Class(1 << 37);
/// Nouns that a body of any name is called by: "the company".
pub(crate) const CONCERN: Class = Class(1 << 38);
/// Days and months: the words of time that are capitalized and yet no name.
pub(crate) const DATE: Class = Class(1 << 36);
/// Adjectives that stand before names and roles but never inside a name: "senior", "former".
pub(crate) const RANK: Class = Class(1 << 35);

/// Every finite cue.
pub(crate) const FINITE: Class = SAY.or(NAMING).or(WEAK);
/// Every pronoun.
pub(crate) const PRONOUN: Class = HE.or(SHE).or(THEY).or(IT).or(SPEAKER);
/// Words no name and no noun phrase goes across.
pub(crate) const FUNCTION: Class =
    DETERMINER.or(PREPOSITION).or(CONJUNCTION).or(RELATIVE).or(AUXILIARY).or(PRONOUN).or(ADVERB);

const LISTS: &[(Class, &str)] = &[
    (
        SAY,
        "said says say told tells tell added adds add argued argues argue warned warns warn insisted insists insist \
         wrote writes write tweeted tweets posted testified testifies explained explains explain noted notes note \
         replied replies reply responded responds answered answers asked asks ask declared declares announced \
         announces announce stated states claimed claims claim admitted admits acknowledged acknowledges conceded \
         concedes confirmed confirms denied denies countered counters continued continues concluded concludes \
         recalled recalls remembered remembers remarked remarks commented observed observes predicted predicts \
         promised promises vowed vows pledged pledges urged urges demanded demands joked jokes quipped quips shouted \
         shouts yelled yells cried cries screamed whispered muttered murmured exclaimed retorted reiterated \
         reiterates stressed stresses emphasised emphasized emphasises emphasizes maintained maintains contended \
         contends asserted asserts alleged alleges complained complains lamented laments protested boasted boasts \
         bragged suggested suggests proposed proposes reported reports revealed reveals disclosed discloses \
         informed informs advised advises cautioned cautions reminded reminds recounted recounts related repeated \
         repeats agreed agrees interjected began opined reflected mused sighed laughed smiled grinned snapped fumed \
         thundered intoned pleaded begged apologised apologized swore affirmed averred inquired enquired queried \
         estimated speculated elaborated summarized summarised blurted bellowed scoffed chuckled interrupted \
         pointed points texted emailed telegraphed cabled reads confided groaned growled hissed moaned sneered",
    ),
    (
        NAMING,
        "called calls call described describes describe dubbed dubs termed terms labelled labeled labels branded \
         brands characterised characterized characterizes characterises portrayed hailed hails denounced denounces \
         decried decries condemned condemns slammed slams blasted blasts criticised criticized criticises criticizes \
         praised praises lauded lauds touted touts dismissed dismisses rejected rejects ridiculed mocked accused \
         accuses blamed blames derided derides referred refers deemed cited cites likened likens compared compares \
         voiced expressed expresses welcomed pronounced attacked attacks quoted quotes reversed commended applauded \
         defended defends invoked raised disparaged lambasted declared insulted proclaimed hails",
    ),
    (
        WEAK,
        "expects expected expect hopes hoped hope believes believed believe thinks thought think feels felt fears \
         feared wants wanted want sought seeks plans planned aims signaled signalled signals indicated indicates \
         hinted hints threatened threatens offered offers encouraged instructed directed ordered spoke speaks talked \
         talks championed advocated advocates ruled rules found finds wondered worried worries worry regretted \
         regards regarded sees saw viewed views considers considered intended intends decided appealed preached \
         campaigned listed lists used uses sworn doubted doubts knew knows wished wishes longed loved loves hated \
         gave gives spelled summed put puts",
    ),
    (
        SAYING,
        "saying telling adding arguing warning insisting calling describing writing claiming noting explaining asking \
         declaring announcing stating admitting acknowledging conceding confirming denying recalling remarking \
         commenting promising vowing pledging urging demanding joking stressing emphasising emphasizing maintaining \
         contending asserting alleging complaining boasting suggesting predicting citing denouncing condemning \
         criticising criticizing praising hailing labelling labeling dubbing accusing dismissing blasting slamming \
         decrying branding terming referring quoting testifying reporting tweeting posting concluding replying \
         responding reminding cautioning reiterating mentioning shouting screaming chanting lamenting crying \
         likening comparing expressing proclaiming threatening begging pleading observing wondering speaking",
    ),
    (
        SPEECH_NOUN,
        "statement statements letter letters speech interview interviews tweet tweets post posts memo memorandum \
         email e-mail emails testimony remark remarks comment comments word words report reports notice announcement \
         message messages note document filing complaint ruling opinion editorial column op-ed blog release warning \
         claim claims assertion promise vow pledge call demand demands insistence argument response reply answer \
         question quote verdict plea appeal address sermon declaration resolution manifesto affidavit indictment \
         lawsuit petition dispatch telegram cable briefing affirmation accusation account essay article admission \
         explanation complaints suggestion description view conclusion mantra prediction communique communiqué diary \
         poll survey study sign banner advertisement ad leaflet poster",
    ),
    (
        DETERMINER,
        "the a an this that these those some any no each every another his her their its our my your whose several \
         many few most all both two three four five six seven eight nine ten one dozens hundreds thousands other \
         others certain either neither more",
    ),
    (
        PREPOSITION,
        "of in on at by for with from to into onto over under about after before during since until till against \
         between among amongst through throughout toward towards within without near behind inside outside across \
         despite amid amidst alongside via as than like per around above below beside besides beyond upon following \
         regarding concerning including because according",
    ),
    (CONJUNCTION, "and or but nor yet so while although though if when whereas unless whether because plus"),
    (RELATIVE, "who whom whose which that where what why how"),
    (
        AUXILIARY,
        "is are was were be been being am has have had having do does did will would can could shall should may might \
         must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't \
         shouldn't not never cannot let it's that's there's he's she's they're we're i'm i've you're",
    ),
    (
        ADVERB,
        "also later then now again still just only even ever always already once often soon thus therefore however \
         meanwhile instead further furthermore moreover too perhaps maybe here there nevertheless nonetheless \
         otherwise indeed rather quite very much almost merely simply first last finally earlier together afterward \
         afterwards elsewhere somewhat sometimes twice forth back away alone aloud today yesterday tonight tomorrow \
         not never yes well out up down off",
    ),
    (
        TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
         september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday \
         tomorrow tonight week month year day night morning afternoon evening weekend spring summer autumn fall \
         winter weeks months years days ago mon tue tues wed thu thurs fri sat sun noon midnight",
    ),
    (HE, "he he'd he'll"),
    (SHE, "she she'd she'll"),
    (THEY, "they they'd they'll"),
    (IT, "it"),
    (SPEAKER, "i we you"),
    (
        TITLE,
        "mr mrs ms miss mx dr prof professor sir dame lady president vice-president minister chancellor secretary \
         senator sen rep representative congressman congresswoman gov governor mayor justice general gen col colonel \
         lt lieutenant capt captain maj sgt sergeant adm admiral commander cmdr fr rev reverend archbishop cardinal \
         rabbi imam sheikh ayatollah ambassador envoy chairman chairwoman chair ceo cfo coo cto md mp mep director \
         coach officer detective inspector sheriff deputy attorney spokesman spokeswoman spokesperson commissioner \
         councillor councilor councilman councilwoman councilmember member analyst economist actor actress singer \
         author editor leader premier queen princess emperor sultan sister brother saint constable superintendent \
         corporal private principal candidate nominee founder co-founder hon honorable honourable msgr monsignor \
         mme mlle signor señor señora herr frau doña lord baroness baron count countess vp czar chief speaker \
         vice undersecretary republican democrat retd supt pc dc ret lawmaker activist prosecutor treasurer \
         comptroller marshal alderman pastor father mother gen. delegate assemblyman assemblywoman manager executive adviser advisor counsel secretary-general director-general alhaji alhaja hajiya malam barrister engr otunba shri smt pandit datuk haji mullah \
         maulana asp dsp cllr administrator",
    ),
    (
        FRONT_TITLE,
        "king prince judge pope bishop major father mother brother sister private marshal lord pastor coach saint",
    ),
    (
        CONCERN,
        "company firm group organisation organization agency bank union charity startup start-up airline carrier retailer \
         manufacturer chipmaker carmaker automaker utility operator institute network newspaper campaign club team",
    ),
    (ROYAL, "king queen prince princess pope emperor empress sultan"),
    (
        ROLE,
        "official minister secretary president spokesman spokeswoman spokesperson representative senator governor mayor \
         lawyer attorney judge justice prosecutor officer chief director manager executive chairman chairwoman chair \
         leader member lawmaker legislator politician diplomat ambassador envoy negotiator adviser advisor aide \
         assistant economist analyst expert scientist researcher professor teacher student nurse doctor physician \
         surgeon patient soldier general colonel captain commander sergeant lieutenant admiral pilot sailor farmer \
         worker employee driver engineer mechanic fisherman skipper captain baker shopkeeper owner founder co-founder \
         investor trader banker broker lender borrower landlord tenant resident neighbor neighbour villager citizen \
         voter activist campaigner protester protestor demonstrator organizer organiser striker refugee migrant \
         survivor victim witness suspect defendant plaintiff juror detective inspector constable policeman \
         policewoman sheriff deputy commissioner inspector councillor councilman councilwoman candidate nominee \
         critic supporter opponent ally rival insider source person man woman boy girl child teenager pensioner \
         mother father brother sister son daughter husband wife uncle aunt cousin grandmother grandfather widow \
         parent friend colleague boss bosses author writer novelist poet historian journalist reporter editor \
         columnist correspondent critic reviewer actor actress singer musician composer artist painter sculptor \
         architect designer filmmaker producer playwright curator coach player striker goalkeeper captain athlete \
         referee fan organizer planner developer builder contractor retailer wholesaler supplier manufacturer \
         scholar academic lecturer dean principal rector bishop archbishop cardinal priest pastor rabbi imam monk \
         nun pope king queen prince princess emperor premier chancellor treasurer speaker whip rep peer earl \
         veteran retiree volunteer bystander passer-by onlooker passenger tourist guard warden keeper ranger \
         firefighter paramedic coroner pathologist chemist biologist physicist geologist astronomer psychologist \
         sociologist epidemiologist strategist pollster lobbyist entrepreneur consultant accountant auditor \
         regulator watchdog bureaucrat technocrat cook chef waiter waitress bartender barber hairdresser clerk \
         cashier receptionist secretary porter cleaner caretaker gardener hunter trapper miner logger machinist \
         welder electrician plumber carpenter mother-of-two mother-of-three father-of-two father-of-three \
         grandmother-of-two 43-year-old senator congressman congresswoman vicar rancher grower brewer winemaker \
         agent secretary-general director-general vice-president opposition client customer holder buyer seller \
         one-time delegate steward rower swimmer runner cyclist climber guide translator interpreter hostage \
         prisoner inmate detainee militant rebel fighter gunman general-secretary matron midwife vet librarian \
         ombudsman clergyman spokesmen reader viewer caller user plumber trustee creator jockey trainer rider star celebrity comedian presenter broadcaster rapper model host pal",
    ),
    (
        PLURAL,
        "officials ministers spokesmen spokespeople lawyers attorneys judges justices prosecutors officers chiefs \
         directors managers executives leaders members lawmakers legislators politicians diplomats ambassadors \
         envoys negotiators advisers advisors aides economists analysts experts scientists researchers professors \
         teachers students nurses doctors patients soldiers generals commanders pilots sailors farmers workers \
         employees drivers engineers fishermen owners founders investors traders bankers landlords tenants \
         residents neighbors neighbours villagers citizens voters activists campaigners protesters protestors \
         demonstrators organizers organisers refugees migrants survivors victims witnesses suspects defendants \
         detectives councillors candidates critics supporters opponents allies rivals insiders sources people men \
         women children teenagers parents friends colleagues bosses authors writers historians journalists \
         reporters editors actors singers musicians artists players fans developers builders contractors retailers \
         scholars academics bishops priests senators congressmen veterans volunteers onlookers passengers tourists \
         guards firefighters paramedics regulators growers brewers agents lobbyists strategists republicans \
         democrats conservatives liberals delegates relatives locals customers clients operators producers rebels \
         militants detainees inmates hawks authorities backers detractors skeptics sceptics proponents staff police \
         crowd couple family rescuers observers investigators inspectors planners trustees",
    ),
    (
        BODY,
        "department ministry council committee commission agency authority administration government court police \
         army navy force forces military university college school institute institution centre center foundation \
         association federation union party bank group company corporation corp inc ltd llc plc co firm partners \
         holdings industries office bureau board cabinet congress parliament senate house assembly embassy consulate \
         mission delegation panel tribunal jury hospital trust church club society league organization organisation \
         charity campaign team network networks newspaper magazine agency service services fund coalition alliance \
         front movement chamber exchange airline carrier maker chipmaker automaker manufacturer operator utility \
         startup start-up giant retailer lender insurer developer supplier regulator watchdog think-tank systems \
         technologies technology motors airlines airways press times post journal herald tribune news media bbc \
         outlet broadcaster publisher studio museum library embassy secretariat treasury pentagon kremlin opposition \
         association brotherhood syndicate consortium laboratory laboratories lab observatory academy co-operative \
         cooperative borough county city state nation country kingdom republic province town",
    ),
    (
        MODIFIER,
        "senior former local top several many some other government police military unnamed anonymous company union \
         bank health defence defense foreign prime vice deputy chief acting general retired veteran leading \
         opposition ruling party trade city town county state federal national regional international american \
         young old elderly junior human rights white house school hospital press communications communications \
         campaign industry legal medical political financial economic security intelligence administration cabinet \
         congressional presidential royal executive managing assistant associate staff lead next fellow current \
         outgoing incoming ex-head western northern southern eastern european high-ranking middle-aged independent \
         private public prominent longtime veteran conservative liberal labor labour environmental climate energy \
         tech software football baseball soccer hockey cricket basketball village district provincial municipal \
         council line shop church budget finance fisheries transport education justice interior agriculture \
         commerce treasury housing welfare tax research sales marketing project program programme site shift night \
         family defense-ministry first second third fourth last",
    ),
    (
        MALE,
        "mr sir king prince pope lord father fr brother spokesman chairman congressman councilman man boy husband \
         son uncle grandfather policeman actor priest bishop herr signor señor fisherman duke baron emperor sultan \
         imam monsignor businessman salesman gunman monk assemblyman alderman clergyman father-of-two \
         father-of-three archbishop cardinal",
    ),
    (
        FEMALE,
        "mrs ms miss dame lady queen princess mother sister spokeswoman chairwoman congresswoman councilwoman woman \
         girl wife daughter aunt grandmother policewoman actress frau señora mme mlle baroness countess widow nun \
         waitress businesswoman mother-of-two mother-of-three assemblywoman midwife matron grandmother-of-two",
    ),
    (
        MALE.or(GIVEN_NAME),
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony \
         mark donald steven stephen paul andrew joshua kenneth kevin brian george edward ronald timothy jason \
         jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory frank \
         alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle \
         walter ethan jeremy harold carl keith roger arthur terry lawrence sean christian albert joe willie bruce \
         gerald eugene ralph roy louis philip phillip bobby johnny bill jim tom mike bob steve dan ben sam tim tony \
         fred alan allan graham ian neil nigel simon martin stuart hugh oliver harry leo luis carlos juan pedro \
         miguel jorge manuel antonio francisco rafael diego pablo ahmed mohammed muhammad mohammad ali hassan \
         hussein omar ibrahim yusuf mustafa abdul ivan dmitri vladimir sergei boris mikhail nikolai viktor igor \
         oleg pavel hans klaus jurgen wolfgang heinrich stefan rolf leon karl otto bjorn finn erwin walther owen \
         rhys gwyn gareth dylan evan colm liam declan niall lars erik sven olaf magnus jean pierre jacques françois \
         michel marcel emmanuel giovanni marco luca paolo giuseppe mario rajesh rahul amit sanjay vijay raj ravi \
         anil hiroshi kenji takeshi ernest theodore franklin woodrow herbert calvin dwight lyndon ronnie jimmy kurt \
         craig howard jensen barry trevor colin clive derek norman stanley leonard bernard ernesto enrique fernando \
         gabriel rick rob ed gordon wayne dale glenn earl warren russell randy phil doug brad chad todd greg jeff \
         alex max victor vincent cyril jens piet jan tomas anders nils henrik virgil jamie lewis neville dominic \
         gerard raja jesus angel ramon raul hector felipe sergio andres mateo lorenzo matteo stefano karim jamal \
         tariq imran bilal khalid samir rashid sanjeev suresh ramesh harpreet deepak arjun vikram kofi kwame \
         chinedu emeka sipho thabo nelson desmond moses elijah isaac caleb noah josh zach nick pete matt ted ned \
         hal stan lou mort chet hank gus clyde floyd lloyd vernon homer chester milton edgar edwin edmund hubert \
         horace rupert giles alistair angus hamish fergus duncan callum rory connor finlay reece darren shaun lee \
         glyn emil axel gunnar leif arne knut mikkel rasmus soren matthias dieter gunther fritz ulrich ludwig franz \
         aleksandr alexei andrei anton konstantin yuri leonid gennady bogdan milan goran zoran dragan tadeusz jacek \
         marek janusz lech vaclav jiri zoltan laszlo ferenc len ken ron jon joel neal ivor jude kirk marc milo nate \
         otis perry seth theo troy wade abe al amos andre arnold barney basil bernie bert boyd brendan brett bryan \
         cecil cedric cesar charlie chris clarence cliff clifford clint cody cole conrad corey curtis damian damon \
         danny darrell darryl dave denis devin dick dirk don donnie drew duane dustin dwayne eddie eli elliot \
         elliott elmer emmett ernie ervin everett felix forrest frankie freddie garrett garth gavin geoff geoffrey \
         gilbert gilles glen guillermo harvey herman howie hugo humphrey ira irving jake jared jasper jay jesse \
         jimmie joey josef julian julio kai kenny lance laurence leroy lester levi lionel lonnie lorne lyle malcolm \
         marcus marty marvin maurice melvin merle mickey mitch mitchell monty morris murray myron nat noel norm \
         odell orlando orville oscar percy quentin ramsay ray reg reginald rex ricky rod roderick rodney roland \
         roscoe rudolph rudy rufus sammy saul scotty sebastian shane sid sidney silas solomon spencer stewart stu \
         sylvester tommy toby travis ty ulysses vince wally wes wesley wilbur wilfred willis winston zack andreas \
         tobias",
    ),
    (
        FEMALE.or(GIVEN_NAME),
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra \
         ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon \
         cynthia kathleen amy shirley angela helen anna brenda pamela nicole ruth katherine catherine christine \
         samantha janet debra carolyn rachel heather diane virginia julie joyce victoria kelly christina joan \
         evelyn lauren judith olivia martha cheryl megan andrea ann anne alice jean doris jacqueline kathryn hannah \
         julia gloria teresa sara janice marie madison grace judy theresa beverly denise marilyn amber danielle \
         rose brittany diana abigail natalie jane lori alexis tiffany kayla claire fiona isla rhona emma sophie \
         charlotte lucy ellen maria ana sofia isabel carmen rosa lucia elena elsa ingrid astrid greta ilse ursula \
         angelika monika katarina olga natasha svetlana irina tatiana fatima aisha amina leila noor zainab priya \
         meena sunita lakshmi anjali indira mei yuki naomi keiko giulia francesca chiara camille sylvie monique \
         brigitte margarita dolores graciela jasmine alicia patty molly kate katie beth sue peggy hillary kamala \
         theodora agnes edith mabel florence harriet dorothea eleanor gladys ethel winifred bridget siobhan niamh \
         louise pauline yvonne sheila maureen hilda marta leonie rosalind gertrude zoe chloe mia ella lola ida orla \
         bethany wanda phyllis tess bev trish gemma kirsty shona morag una maeve aoife sinead roisin ciara deirdre \
         josephine winona philippa imogen cordelia beatrice beatrix freya saga liv solveig marit kirsten birgit \
         heike sabine renate jutta anke silke elke ines paloma pilar mercedes consuelo esperanza guadalupe luz \
         marisol ximena valentina camila daniela gabriela paulina renata bianca alessandra ludmila galina larisa \
         nadia oksana yulia tatyana vera zofia agnieszka malgorzata ewa katarzyna marija jelena ayesha khadija \
         maryam nadine rania yasmin shabana rekha sonia smita usha kavita deepa nisha radha kamini mariko yoko \
         akiko sakura ling hua jing xiu adaeze ngozi amara zanele thandi wangari nora norma doreen dora ada cora \
         clara hazel ruby stella bella lena tina gina nina rita anita bonnie connie annie jenny wendy cindy mandy \
         sherry jodie tracy stacy tara cara gail joanna joanne suzanne susannah rosemary marjorie muriel audrey \
         beryl celia delia eunice esther gwen helena irene isabella jill josie justine kara karin leah lydia lynn \
         madeleine maggie marcia marian marianne meg mina miriam moira nell nellie paula phoebe polly priscilla \
         rachael roberta rosie sally selma serena shelley sonja tabitha tamara tanya thelma ulla valerie vanessa \
         veronica vivian winnie yvette zelda hanna anja petra ulrike anneke marieke bettina mira margot simone \
         colette elise odile",
    ),
    (PARTICLE, "de del della der den des di da do dos das du la le van von bin ibn al el ten ter zu und y e st af av"),
    (SUFFIX, "jr sr ii iii iv qc kc phd esq mbe obe cbe"),
    (
        PLACE,
        "washington beijing moscow london paris berlin tokyo delhi brussels geneva china russia america britain england \
         scotland wales ireland france germany japan india italy spain portugal poland ukraine turkey iran iraq israel \
         syria egypt libya sudan kenya nigeria ghana ethiopia somalia uganda tanzania zimbabwe zambia angola congo \
         morocco algeria tunisia lebanon jordan qatar kuwait yemen oman pakistan bangladesh nepal afghanistan iceland \
         norway sweden denmark finland netherlands belgium luxembourg switzerland austria hungary romania bulgaria \
         greece serbia croatia slovenia slovakia albania canada mexico cuba haiti jamaica brazil argentina chile peru \
         bolivia colombia venezuela ecuador uruguay paraguay australia philippines indonesia malaysia singapore \
         thailand vietnam cambodia laos myanmar burma taiwan mongolia korea kazakhstan europe asia africa alabama \
         alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois \
         indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri \
         montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming \
         chicago boston detroit seattle houston dallas atlanta philadelphia miami denver u.s us u.k uk u.n un eu usa \
         calif fla ill mass mich minn tex wash wis ala ariz ark colo conn del ga ind kan ky md mo mont neb nev okla \
         ore pa tenn va vt ont d.c n.y n.j n.c s.c",
    ),
    (
        ABBREVIATION,
        "mr mrs ms mx dr prof sen rep gov gen col lt capt maj sgt adm cmdr rev fr st jr sr inc corp co ltd no vs jan \
         feb mar apr jun jul aug sept sep oct nov dec mt ft calif fla ill mass mich minn tex wash wis ala ariz ark \
         colo conn del ga ind kan ky md mo mont neb nev okla ore pa tenn va vt ont hon bros dept supt messrs mme etc \
         cf vol pp ed retd ret",
    ),
    (
        PORTFOLIO,
        "state defense defence commerce labor labour health energy education transportation interior agriculture treasury war justice staff homeland security veterans affairs foreign trade exchequer",
    ),
    (
        WORK,
        "film movie book novel song album play poem series show musical documentary painting opera episode single \
         essay headline magazine programme program podcast entitled titled game track hit ballad sitcom drama \
         headlined nicknamed known so-called hashtag term codenamed starring website nickname sculpture cartoon \
         comic memoir anthem hymn",
    ),
    (
        NATIONAL,
        "american british english scottish welsh irish french german japanese indian italian spanish portuguese polish \
         ukrainian turkish iranian iraqi israeli palestinian syrian egyptian russian soviet chinese dutch belgian \
         swiss austrian hungarian romanian greek serbian canadian mexican cuban brazilian argentine chilean peruvian \
         australian filipino indonesian malaysian thai vietnamese korean pakistani afghan arab african asian european \
         western republican democratic democrat conservative labour tory liberal communist socialist catholic \
         protestant jewish muslim christian hindu buddhist swedish norwegian danish finnish u.s us uk u.k un u.n eu \
         north south east west",
    ),
    (PHRASAL, "put puts"),
    (
        DATE,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
         september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow \
         tonight mon tue tues wed thu thurs fri",
    ),
    (
        RANK,
        "senior former local top acting retired veteran outgoing incoming longtime unnamed anonymous elderly young leading current prominent",
    ),
    (CLIPPED, "em tis twas til till cause bout n nuff round"),
];

/// FNV-1a: every word of a text is looked up, and the listed words are known beforehand, so that no text can make them
/// collide.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Words = HashMap<&'static str, Class, BuildHasherDefault<Fnv>>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for (class, list) in LISTS {
        for word in list.split_whitespace() {
            let known = words.entry(word).or_default();
            *known = known.or(*class);
        }
    }
    for (class, list) in LISTS.iter().filter(|(class, _)| *class == PLURAL) {
        for word in list.split_whitespace() {
            let known = words.entry(word).or_default();
            *known = known.or(*class).or(ROLE);
        }
    }
    words
});

/// The longest word of the lists, in bytes; longer words need no look-up.
const LONGEST: usize = 24;

/// The classes of a word as printed, its case aside.
pub(crate) fn classes(word: &str) -> Class {
    let word = word.strip_suffix('.').unwrap_or(word);
    if word.len() > LONGEST {
        return Class::default();
    }
    let known = if word.is_ascii() {
        let mut plain = [0; LONGEST];
        let plain = &mut plain[..word.len()];
        plain.copy_from_slice(word.as_bytes());
        plain.make_ascii_lowercase();
        std::str::from_utf8(plain).ok().and_then(|plain| WORDS.get(plain)).copied()
    } else {
        let plain: String =
            word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect();
        WORDS.get(plain.as_str()).copied()
    };
    known.unwrap_or_else(|| guessed(word))
}

/// What the ending of an unlisted word says: "-ly" is an adverb, "-woman" a role, "-based" a modifier.
fn guessed(word: &str) -> Class {
    let ends = |endings: &[&str]| endings.iter().any(|e| word.len() > e.len() + 1 && word.ends_with(e));
    let small = word.starts_with(|c: char| c.is_lowercase());
    // "Jean-Luc" is a given name as "Jean" is.
    if let Some((first, _)) = word.split_once('-').filter(|_| !small) {
        let given = classes(first);
        if given.is(GIVEN_NAME) {
            return given;
        }
    }
    if small && ends(&["ly"]) {
        ADVERB
    } else if ends(&[
        "-based",
        "-born",
        "-backed",
        "-led",
        "-style",
        "-era",
        "-controlled",
        "-trained",
        "-owned",
        "-run",
    ]) {
        MODIFIER.or(RANK)
    } else if ["ex-", "then-"].iter().any(|p| word.starts_with(p)) {
        MODIFIER.or(RANK).or(TITLE)
    } else if ends(&["-year-old"]) {
        ROLE
    } else if small && ends(&["woman"]) {
        ROLE.or(FEMALE)
    } else if small && ends(&["man"]) {
        ROLE.or(MALE)
    } else if small && ends(&["ologist", "onomist", "ographer", "ician", "maker", "worker", "holder", "owner"]) {
        ROLE
    } else if small
        && ends(&["women", "men", "ologists", "onomists", "icians", "makers", "workers", "holders", "owners"])
    {
        ROLE.or(PLURAL)
    } else {
        Class::default()
    }
}
