//! Words of names that say what a name is: bodies, media, companies, other organisations, places, events.
//!
//! All look-ups take a word in lower case.

use crate::gazetteer::ActorKind;

/// The last word of a name, or the one before "of".
#[rustfmt::skip]
const LAST: &[(ActorKind, &str)] = &[
    (ActorKind::Body,
        "ministry department council committee commission agency authority administration court police army navy \
         congress parliament senate house assembly office bureau board cabinet secretariat treasury embassy \
         consulate tribunal inspectorate guard panel constabulary directorate corps"),
    (ActorKind::Media,
        "times post journal herald tribune news media gazette courier press radio television tv broadcasting \
         chronicle telegraph guardian observer mail bulletin magazine newspaper network examiner sentinel \
         dispatch wire"),
    (ActorKind::Company,
        "company group holdings industries airlines airways motors technologies systems partners bank capital \
         energy ventures foods mining electronics semiconductor semiconductors devices records shipping lines \
         logistics pharmaceuticals pharma petroleum oil gas steel brothers sons labs software insurance studios \
         pictures entertainment stores railways ferries breweries securities investments works aerospace \
         robotics biotech telecom solutions consulting networks rail enterprises properties developments \
         shipyard shipyards"),
    (ActorKind::Organisation,
        "university college school institute institution centre center foundation association federation union \
         party trust church club society league organization organisation charity fund coalition alliance front \
         movement chamber hospital museum library laboratory observatory academy cooperative co-operative \
         consortium forum initiative project campaign orchestra theatre theater united rovers confederation \
         cathedral brotherhood syndicate team clinic watch international"),
];

/// The first word of a name, in languages that put it there.
#[rustfmt::skip]
const FIRST: &[(ActorKind, &str)] = &[
    (ActorKind::Company,
        "banco banca banque bank minera grupo groupe gruppo compañía compagnie cervecería"),
    (ActorKind::Organisation,
        "fc ac sc afc institut instituto istituto universidad université università universität partido parti \
         asociación association fundación fondation fondazione university médecins"),
    (ActorKind::Body,
        "ministerio ministère ministero"),
    (ActorKind::Media,
        "radio tv channel canal daily evening morning weekly"),
];

/// Names of one word.
#[rustfmt::skip]
const LONE: &[(ActorKind, &str)] = &[
    (ActorKind::Body,
        "congress parliament senate pentagon kremlin treasury bundestag knesset duma interpol nato un u.n u.n."),
];

/// The last word of a place's name.
#[rustfmt::skip]
const GEOGRAPHY: &str =
    "valley street sea river island islands bay lake mountain mountains avenue road square strait coast \
     peninsula ocean gulf city county state province town park bridge airport station harbor harbour port beach \
     hill hills canal desert forest east west north south kong republic kingdom district region quay pier point \
     creek falls stadium line borough village nation";

/// The last word of the name of a day, a work, a law, an event.
#[rustfmt::skip]
const EVENTS: &str =
    "day war prize award awards act treaty agreement accord accords summit games cup olympics festival \
     championship championships revolution century christmas easter ramadan bible constitution amendment law \
     plan deal convention protocol declaration code english week season crisis pact charter list index \
     conference zone program programme strategy era age rule doctrine internet";

/// The first word of many a place's name.
#[rustfmt::skip]
const BEFORE_PLACES: &str =
    "upper new santa upper lower new old great greater little north south east west saint san santa port fort \
     mount lake cape los las el";

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn kind(table: &[(ActorKind, &str)], word: &str) -> Option<ActorKind> {
    table.iter().find(|(_, list)| has(list, word)).map(|(kind, _)| *kind)
}

/// What a name's last word, or the one before "of", says.
pub(super) fn kind_by_last(word: &str) -> Option<ActorKind> {
    kind(LAST, word)
}

/// What a name's first word says.
pub(super) fn kind_by_first(word: &str) -> Option<ActorKind> {
    kind(FIRST, word)
}

/// What a name of one word is.
pub(super) fn kind_of_lone(word: &str) -> Option<ActorKind> {
    kind(LONE, word)
}

/// Whether a name with this last word is a place's.
pub(super) fn ends_place(word: &str) -> bool {
    has(GEOGRAPHY, word)
}

/// Whether a name with this last word is a day's, a work's, a law's, an event's.
pub(super) fn ends_event(word: &str) -> bool {
    has(EVENTS, word)
}

/// Whether a name with this first word is rather a place's than a person's.
pub(super) fn begins_place(word: &str) -> bool {
    has(BEFORE_PLACES, word)
}
