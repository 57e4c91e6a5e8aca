//! The little grammar the rules about names need: closed classes of English words, and what endings tell.
//!
//! All look-ups take a word in lower case unless they say otherwise.

/// What the word behind a name is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The name is its subject.
    Verb,
    /// The name is the subject of a participle ("with Norway closing its ports").
    Gerund,
    /// The name modifies it ("Norway hawks").
    Noun,
    /// It begins something else: a preposition, an adverb, a conjunction.
    Else,
}

/// A word's lower-case form.
pub(super) fn lower(word: &str) -> std::borrow::Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}

/// What `word` is to the name before it; `after` is the word behind `word` ("" at a pause).
#[rustfmt::skip]
pub(super) fn role(word: &str, after: &str) -> Role {
    if is_auxiliary(word) || is_past(word) {
        return Role::Verb;
    }
    if is_linking(word) || is_adverb(word) {
        return Role::Else;
    }
    if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() >= 2) {
        return match word {
            "including" | "following" | "according" | "during" | "starting" | "beginning" | "depending" | "concerning"
            | "regarding" | "pending" => Role::Else,
            _ if is_noun_in_ing(stem) => Role::Noun,
            _ => Role::Gerund,
        };
    }
    if is_third_person(word) {
        return Role::Verb;
    }
    if word.ends_with('s') && !word.ends_with("ss") && word.len() > 3 {
        let object = is_determiner(after) && after != "that" || after.starts_with(|c: char| c.is_ascii_digit() || c == '$');
        let aim = after == "to" && matches!(word,
            "plans" | "aims" | "moves" | "offers" | "claims" | "attempts" | "struggles" | "promises" | "demands"
            | "threatens" | "works" | "intends" | "looks" | "agrees");
        return if object || aim { Role::Verb } else { Role::Noun };
    }
    Role::Noun
}

/// Be, have, do, the modals, and their negations.
#[rustfmt::skip]
pub(super) fn is_auxiliary(word: &str) -> bool {
    let word = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(word);
    matches!(word,
        "is" | "are" | "was" | "were" | "be" | "been" | "has" | "have" | "had" | "does" | "do" | "did" | "will"
        | "would" | "can" | "could" | "may" | "might" | "must" | "should" | "shall" | "wo" | "ca" | "cannot"
        | "ought")
}

/// A past form: regular, or one of the irregular verbs of news.
#[rustfmt::skip]
fn is_past(word: &str) -> bool {
    let regular = word.len() > 3 && word.ends_with("ed") && !matches!(word,
        "seed" | "speed" | "feed" | "breed" | "weed" | "indeed" | "hundred" | "need" | "bred" | "shed" | "based"
        | "related" | "backed" | "owned");
    regular || matches!(word,
        "said" | "told" | "took" | "made" | "gave" | "began" | "held" | "set" | "put" | "got" | "went" | "came"
        | "saw" | "knew" | "thought" | "found" | "left" | "lost" | "kept" | "brought" | "built" | "bought" | "sold"
        | "sent" | "spent" | "met" | "led" | "won" | "paid" | "rose" | "fell" | "grew" | "drew" | "chose" | "wrote"
        | "fought" | "struck" | "broke" | "spoke" | "swore" | "withdrew" | "became" | "ran" | "sought" | "hit"
        | "stood" | "understood" | "quit" | "stole" | "flew" | "threw" | "fled" | "dealt" | "meant" | "felt"
        | "heard" | "laid" | "rode" | "sank" | "shook" | "swung" | "taught" | "tore" | "woke" | "forbade"
        | "overtook" | "undertook" | "upheld" | "froze" | "bore" | "beat" | "lent" | "shut" | "let" | "cut" | "drove"
        | "ate" | "hid" | "forgot" | "forgave" | "arose" | "clung" | "crept" | "leapt" | "slid" | "spun" | "stuck"
        | "wound" | "won't")
}

/// Prepositions, conjunctions, pronouns, determiners.
#[rustfmt::skip]
pub(super) fn is_linking(word: &str) -> bool {
    is_determiner(word)
        || matches!(word,
        "of" | "to" | "in" | "on" | "at" | "by" | "for" | "with" | "from" | "into" | "onto" | "over" | "under"
        | "after" | "before" | "since" | "until" | "till" | "than" | "as" | "about" | "against" | "between" | "among"
        | "amid" | "through" | "throughout" | "across" | "toward" | "towards" | "despite" | "during" | "without"
        | "within" | "inside" | "outside" | "beyond" | "behind" | "beside" | "besides" | "near" | "along" | "around"
        | "like" | "unlike" | "via" | "per" | "except" | "versus" | "vs" | "off" | "up" | "out" | "down" | "upon"
        | "and" | "or" | "but" | "nor" | "so" | "yet" | "if" | "because" | "while" | "when" | "where" | "who"
        | "whom" | "whose" | "which" | "what" | "why" | "how" | "whether" | "although" | "though" | "unless" | "once"
        | "lest" | "whereas" | "he" | "she" | "it" | "they" | "we" | "you" | "i" | "him" | "them" | "us" | "me"
        | "himself" | "itself" | "herself" | "themselves" | "there" | "here")
}

/// Articles, demonstratives, possessives, quantifiers.
#[rustfmt::skip]
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(word,
        "the" | "a" | "an" | "this" | "that" | "these" | "those" | "its" | "his" | "her" | "their" | "our" | "my"
        | "your" | "no" | "any" | "all" | "some" | "every" | "each" | "more" | "most" | "many" | "much" | "few"
        | "several" | "both" | "another" | "enough" | "less" | "fewer" | "it" | "them" | "him" | "us" | "one" | "two"
        | "three" | "nearly" | "almost" | "only")
}

/// Words that may stand between a name and its verb.
#[rustfmt::skip]
fn is_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && !matches!(word,
        "supply" | "family" | "rally" | "ally" | "assembly" | "reply" | "anomaly" | "monopoly" | "bully" | "italy")
        || matches!(word,
        "also" | "not" | "never" | "still" | "now" | "again" | "ever" | "even" | "just" | "once" | "then" | "soon"
        | "later" | "earlier" | "today" | "yesterday" | "tomorrow" | "tonight" | "too" | "alone" | "already"
        | "always" | "often" | "sometimes" | "instead" | "meanwhile" | "however" | "therefore" | "thus" | "far"
        | "back" | "last" | "next" | "rather" | "further" | "perhaps" | "maybe" | "first" | "ahead" | "altogether"
        | "anyway" | "together" | "away" | "twice" | "respectively" | "either" | "neither")
}

/// Verbs of news in the third person that are hardly ever nouns.
#[rustfmt::skip]
fn is_third_person(word: &str) -> bool {
    let stem = match word {
        w if w.ends_with("ies") => return matches!(w,
        "denies" | "relies" | "tries" | "carries" | "applies" | "satisfies" | "defies" | "implies" | "occupies"
        | "vies" | "justifies" | "buries" | "intensifies"),
        "goes" | "says" | "does" | "has" => return true,
        w => w.strip_suffix('s').unwrap_or(""),
    };
    let stem = stem.strip_suffix('e').map_or(stem, |short| if matches!(short,
        "reach" | "watch" | "push" | "pass" | "discuss" | "impress" | "press" | "accomplish" | "teach" | "catch"
        | "wish" | "miss" | "address" | "possess" | "establish" | "publish" | "launch" | "threaten") { short } else { stem });
    is_verb_stem(stem)
}
#[rustfmt::skip]
fn is_verb_stem(stem: &str) -> bool {
    matches!(stem,
        "want" | "need" | "seek" | "believe" | "insist" | "remain" | "get" | "agree" | "deny" | "accuse" | "keep"
        | "give" | "take" | "make" | "become" | "see" | "know" | "think" | "argue" | "warn" | "tell" | "expect"
        | "hope" | "intend" | "tend" | "refuse" | "reject" | "accept" | "allow" | "ban" | "buy" | "sell" | "send"
        | "bring" | "begin" | "continue" | "lose" | "win" | "hold" | "face" | "fear" | "lead" | "lag" | "let" | "pay"
        | "provide" | "produce" | "require" | "respond" | "retaliate" | "seem" | "appear" | "stand" | "suffer"
        | "threaten" | "treat" | "view" | "consider" | "regard" | "announce" | "declare" | "describe" | "suggest"
        | "add" | "ask" | "call" | "choose" | "come" | "compete" | "contend" | "decide" | "defend" | "depend"
        | "deserve" | "dominate" | "emerge" | "enjoy" | "ensure" | "enter" | "exist" | "expand" | "fail" | "follow"
        | "force" | "gain" | "grow" | "happen" | "have" | "hand" | "import" | "impose" | "include" | "increase"
        | "introduce" | "invest" | "invite" | "join" | "lack" | "mean" | "meet" | "object" | "occupy" | "oppose"
        | "owe" | "own" | "persuade" | "plan" | "play" | "possess" | "prefer" | "prepare" | "pretend" | "prevent"
        | "prohibit" | "propose" | "prove" | "pursue" | "push" | "reach" | "reap" | "recognize" | "recognise"
        | "refrain" | "regret" | "reiterate" | "resist" | "restrict" | "retain" | "return" | "rely" | "run" | "serve"
        | "show" | "sit" | "speak" | "spend" | "start" | "stay" | "stop" | "strive" | "succeed" | "sustain"
        | "understand" | "vow" | "wait" | "weigh" | "wield" | "withdraw" | "wish" | "write" | "yield" | "acknowledge"
        | "admit" | "adopt" | "aspire" | "assert" | "avoid" | "blame" | "boast" | "cite" | "criticize" | "criticise"
        | "complain" | "concede" | "condemn" | "confirm" | "confront" | "consent" | "convene" | "cope" | "lower"
        | "raise" | "loosen" | "tighten" | "mull" | "eye" | "urge" | "unveil" | "welcome")
}

/// Verbs that say how something goes on, in the form a plural takes.
#[rustfmt::skip]
pub(super) fn is_plain_verb(word: &str) -> bool {
    is_verb_stem(word) || matches!(word,
        "relax" | "lift" | "ease" | "end" | "remove" | "reduce" | "drop" | "halt" | "pause" | "suspend" | "extend"
        | "advance" | "rise" | "fall" | "drag" | "stall" | "resume" | "collapse" | "improve" | "worsen" | "intensify"
        | "deepen" | "escalate" | "loom" | "proceed" | "slow" | "matter" | "go" | "be")
}

/// Nouns that end like participles, without the ending.
#[rustfmt::skip]
fn is_noun_in_ing(stem: &str) -> bool {
    matches!(stem,
        "manufactur" | "bank" | "spend" | "lend" | "trad" | "shipp" | "hous" | "train" | "fund" | "min" | "farm"
        | "fish" | "build" | "meet" | "brief" | "hear" | "filing" | "fil" | "warn" | "rul" | "listing" | "list"
        | "engineer" | "advertis" | "market" | "polic" | "processing" | "process" | "pric" | "sav" | "airl" | "ship"
        | "plann" | "financ" | "invest" | "borrow" | "earn" | "hold" | "landing" | "land" | "sett" | "think")
}

/// Function words as they open sentences ("These 17 …"); in any case.
pub(super) fn is_function_word(word: &str) -> bool {
    let word = &*lower(word);
    is_linking(word)
        || is_auxiliary(word)
        || is_adverb(word)
        || matches!(word, "another" | "other" | "such" | "former" | "not" | "yes" | "please" | "many")
}

/// Days and months, in any case.
#[rustfmt::skip]
pub(super) fn is_calendar(word: &str) -> bool {
    is_month(word) || matches!(&*lower(word),
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "mon" | "tue" | "tues"
        | "wed" | "thu" | "thurs" | "fri" | "sat" | "sun")
}

/// Months, in any case.
#[rustfmt::skip]
pub(super) fn is_month(word: &str) -> bool {
    matches!(&*lower(word),
        "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august" | "september" | "october"
        | "november" | "december" | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct"
        | "nov" | "dec")
}

/// Titles and roles that stand before a person's name, as printed there.
#[rustfmt::skip]
pub(super) fn is_title(word: &str) -> bool {
    matches!(&*lower(word),
        "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "prof" | "professor" | "sir" | "lord" | "lady" | "dame" | "rep"
        | "representative" | "sen" | "senator" | "gov" | "governor" | "president" | "premier" | "chancellor"
        | "secretary" | "minister" | "chairman" | "chairwoman" | "chair" | "chief" | "ceo" | "cfo" | "coo"
        | "director" | "gen" | "general" | "lt" | "lieutenant" | "col" | "colonel" | "capt" | "captain" | "maj"
        | "major" | "sgt" | "sergeant" | "adm" | "admiral" | "cmdr" | "commander" | "marshal" | "judge" | "justice"
        | "mayor" | "king" | "queen" | "prince" | "princess" | "pope" | "cardinal" | "bishop" | "archbishop" | "rev"
        | "reverend" | "father" | "sister" | "brother" | "rabbi" | "imam" | "sheikh" | "ayatollah" | "ambassador"
        | "commissioner" | "speaker" | "deputy" | "vice" | "prime" | "leader" | "officer" | "spokesman"
        | "spokeswoman" | "spokesperson" | "attorney" | "coach" | "detective" | "inspector" | "superintendent"
        | "sheriff" | "constable" | "analyst" | "economist" | "envoy" | "lawmaker" | "congressman" | "congresswoman"
        | "councilman" | "councilwoman" | "councillor" | "councilor" | "alderman" | "founder" | "co-founder"
        | "chairperson" | "editor" | "author" | "democrat" | "republican" | "former" | "then" | "ex" | "first"
        | "herr" | "frau" | "monsieur" | "madame" | "señor" | "señora" | "don" | "comrade" | "nurse" | "doctor"
        | "manager" | "candidate" | "nominee" | "trustee" | "treasurer" | "undersecretary" | "under" | "advisor"
        | "adviser")
}

/// Adjectives of nations, by their endings; as printed, with their capital.
#[rustfmt::skip]
pub(super) fn is_nationality(word: &str) -> bool {
    let capital = word.starts_with(char::is_uppercase) && word.len() >= 4;
    capital && (["ese", "ish", "ian", "ean", "iot", "wegian", "issian"].iter().any(|e| word.ends_with(e)) || matches!(word,
        "American" | "Mexican" | "Korean" | "German" | "French" | "Dutch" | "Swiss" | "Greek" | "Czech" | "Thai"
        | "Iraqi" | "Israeli" | "Pakistani" | "Saudi" | "Afghan" | "African" | "European" | "Kenyan" | "Cuban"
        | "Chilean" | "Western" | "Soviet" | "Uzbek" | "Kazakh" | "Roman" | "Turkish" | "Asian" | "Yemeni" | "Qatari"
        | "Emirati" | "Filipino" | "Welsh" | "Tibetan"))
}

/// Where something can be: prepositions after which a country is a place.
#[rustfmt::skip]
pub(super) fn is_locative(word: &str) -> bool {
    matches!(word,
        "in" | "inside" | "within" | "throughout" | "across" | "at" | "around" | "near" | "outside" | "into" | "onto"
        | "via" | "through" | "off" | "beyond" | "amid")
}

/// Going somewhere: what makes "to" a direction.
#[rustfmt::skip]
pub(super) fn is_travel(word: &str) -> bool {
    matches!(word,
        "trip" | "trips" | "visit" | "visits" | "visited" | "visiting" | "travel" | "travels" | "traveled"
        | "travelled" | "traveling" | "travelling" | "flight" | "flights" | "flew" | "fly" | "flies" | "flying"
        | "flown" | "invitation" | "invitations" | "invited" | "go" | "goes" | "going" | "went" | "gone" | "return"
        | "returned" | "returning" | "returns" | "came" | "come" | "comes" | "coming" | "journey" | "journeys"
        | "journeyed" | "tour" | "tours" | "drove" | "drive" | "driving" | "moved" | "relocated" | "relocate"
        | "relocating" | "emigrated" | "emigrate" | "migrated" | "fled" | "flee" | "deported" | "delegation"
        | "sailed" | "sail" | "heading" | "headed" | "arrived" | "bound" | "back" | "trek" | "rushed" | "transferred"
        | "posted" | "extradited" | "pilgrimage" | "welcome" | "home" | "en")
}

/// Verbs whose object is where somebody goes.
#[rustfmt::skip]
pub(super) fn is_visit(word: &str) -> bool {
    matches!(word,
        "visit" | "visits" | "visited" | "visiting" | "tour" | "toured" | "touring" | "enter" | "entered"
        | "entering" | "leave" | "leaving" | "reach" | "reached" | "reaching" | "fled" | "fleeing" | "roam"
        | "roamed" | "inhabit" | "crossed" | "crossing")
}

/// Parts of a country or city: "the streets of Oslo", "China's market".
#[rustfmt::skip]
pub(super) fn is_place_noun(word: &str) -> bool {
    matches!(word,
        "market" | "markets" | "marketplace" | "coast" | "coasts" | "coastline" | "border" | "borders" | "frontier"
        | "city" | "cities" | "capital" | "town" | "towns" | "village" | "villages" | "province" | "provinces"
        | "region" | "regions" | "street" | "streets" | "airport" | "airports" | "port" | "ports" | "airspace"
        | "waters" | "shore" | "shores" | "soil" | "territory" | "outskirts" | "suburb" | "suburbs" | "center"
        | "centre" | "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast" | "southwest"
        | "interior" | "countryside" | "mountains" | "rivers" | "river" | "lakes" | "forests" | "museums"
        | "restaurants" | "hotels" | "universities" | "factories" | "beaches" | "islands" | "parts" | "part" | "much"
        | "areas" | "corners" | "corner" | "heart" | "edge" | "map" | "district" | "neighborhood" | "neighborhoods"
        | "neighbourhood" | "landscape")
}

/// Words by which a government shows in a name ("Norway's Ministry of Finance"), as printed.
#[rustfmt::skip]
pub(super) fn is_government_word(word: &str) -> bool {
    matches!(word,
        "President" | "Prime" | "Premier" | "Chancellor" | "Minister" | "Ministry" | "Foreign" | "Finance"
        | "Defense" | "Defence" | "Interior" | "Commerce" | "Parliament" | "Congress" | "Supreme" | "Communist"
        | "Central" | "State" | "National" | "Army" | "Navy" | "Vice" | "Deputy" | "King" | "Queen" | "Labour"
        | "Conservative" | "Republican" | "Democratic")
}

/// What makes a longer name of a company's or person's, as printed.
#[rustfmt::skip]
pub(super) fn is_institution(word: &str) -> bool {
    matches!(word,
        "Foundation" | "University" | "College" | "Institute" | "Tower" | "Towers" | "Center" | "Centre" | "School"
        | "Hospital" | "Museum" | "Prize" | "Award" | "Awards" | "Stadium" | "Arena" | "Park" | "Street" | "Avenue"
        | "Road" | "Records" | "Philanthropies" | "Library" | "Theatre" | "Theater" | "Hall" | "Bridge" | "Plaza"
        | "Hotel" | "Organization" | "Organisation" | "Lake" | "Island" | "Islands" | "Valley" | "County" | "Cup"
        | "Trophy" | "Field" | "Square" | "House" | "Hill" | "Beach" | "Bay" | "Creek" | "Mountain")
}

/// A company's legal form, without its period.
#[rustfmt::skip]
pub(super) fn is_legal_form(word: &str) -> bool {
    matches!(word,
        "Corp" | "Inc" | "Ltd" | "Co" | "plc" | "PLC" | "LLC" | "LLP" | "AG" | "SE" | "NV" | "SA" | "GmbH"
        | "Corporation" | "Limited" | "Incorporated" | "Bhd" | "AB" | "ASA" | "Oyj" | "SpA")
}

/// Things a company makes that bear its name.
#[rustfmt::skip]
pub(super) fn is_product(word: &str) -> bool {
    matches!(word,
        "model" | "models" | "app" | "chatbot" | "browser" | "software" | "game" | "console" | "phone" | "smartphone"
        | "assistant")
}

/// What turns a person's name into an administration's.
#[rustfmt::skip]
pub(super) fn is_administration(word: &str) -> bool {
    matches!(word,
        "administration" | "Administration" | "officials" | "government" | "Government" | "cabinet" | "Cabinet"
        | "regime")
}

/// Verbs of speech, after which it was a person or an office that spoke.
#[rustfmt::skip]
pub(super) fn is_speech(word: &str) -> bool {
    matches!(word,
        "said" | "says" | "told" | "added" | "wrote" | "asked" | "argued" | "warned" | "noted" | "replied"
        | "announced")
}
