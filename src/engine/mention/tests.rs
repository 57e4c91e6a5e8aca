//! Names on other subjects than the shipped story: what is found, what is not, near misses.
//!
//! A text marks what is to be found as `{id:Name}`.

use super::*;
use crate::gazetteer::ActorNames;

fn actor(id: &str, name: &str, kind: ActorKind, aliases: &[&str]) -> ActorNames {
    ActorNames { id: id.into(), name: name.into(), kind, aliases: aliases.iter().map(|a| (*a).into()).collect() }
}

/// A harbor dispute between made-up people and real countries.
fn actors() -> Gazetteer {
    use ActorKind::*;
    Gazetteer::new(vec![
        actor("norway", "Norway", Government, &["Oslo", "Norwegian government"]),
        actor("turkey", "Turkey", Government, &["Ankara", "Turkish government"]),
        actor("kenya", "Kenya", Government, &["Nairobi"]),
        actor("united-states", "United States", Government, &["US", "Washington", "America"]),
        actor("ada-berg", "Ada Berg", Person, &["Berg"]),
        actor("nils-berg", "Nils Berg", Person, &[]),
        actor("tom-cook", "Tom Cook", Person, &["Cook"]),
        actor("he-wei", "He Wei", Person, &["He"]),
        actor("ruth-may", "Ruth May", Person, &["May"]),
        actor("omar-diallo", "Omar Diallo", Person, &[]),
        actor("berg-administration", "Berg administration", Government, &[]),
        actor("tern", "Tern", Company, &["Tern Shipping"]),
        actor("swan-hunter", "Swan-Hunter", Company, &[]),
        actor("moss-bros", "Moss & Sons", Company, &[]),
        actor("harbor-ministry", "Ministry of Harbors", Body, &[]),
        actor("storting", "Storting", Body, &[]),
        actor("daily-gull", "The Daily Gull", Media, &["Daily Gull"]),
    ])
}

/// Checks one paragraph, or several apart by line ends.
#[track_caller]
fn check(marked: &str) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find('{') {
        let (id, tail) = rest[open + 1..].split_once(':').unwrap();
        let (name, tail) = tail.split_once('}').unwrap();
        text.push_str(&rest[..open]);
        expected.push(format!("{}:{}:{}", text.len(), id, name));
        text.push_str(name);
        rest = tail;
    }
    text.push_str(rest);
    let gazetteer = actors();
    let blocks = crate::text::lines(&text)
        .map(|span| crate::Block { line: 1, span, kind: crate::BlockKind::Para, reason: "" })
        .collect();
    let document = Document::from_blocks(&text, blocks);
    let found: Vec<String> = mentions(&document, &gazetteer)
        .iter()
        .map(|m| format!("{}:{}:{}", m.span.start, gazetteer.actors()[m.actor].id, m.span.of(&text)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_government_acts_is_acted_upon_and_is_dealt_with() {
    check("{norway:Norway} closed its ports, and {turkey:Turkey} answered within a day.");
    check("The envoy sold grain to {kenya:Kenya} after talks with {norway:Norway} on tariffs.");
    check("{norway:Oslo} demanded an apology from {turkey:Ankara}.");
    check("Ships were kept out of {kenya:Kenya} to punish {norway:Norway}.");
    check("{kenya:Kenya} earned $3 billion for the line.");
    check("The ban gave {turkey:Ankara} leverage over {norway:Oslo}.");
    check("How far will {norway:Norway} go? The rule helped {kenya:Kenya} win time.");
    check("It ended with {norway:Norway} reopening its ports.");
    check("{turkey:Turkey} wants the strait open; {kenya:Kenya} does not.");
    check("When it comes to {norway:Norway}, nobody knows.");
    check("The {norway:Norwegian government} agreed. So did the {kenya:Kenya government}.");
}

#[test]
fn a_place_is_no_party() {
    check("She was born in Norway and lives near Oslo.");
    check("Prices rose throughout Kenya and across Turkey.");
    check("They met in Norway, Kenya and Turkey.");
    check("He flew to Nairobi after a visit to Oslo and trips to Turkey, Kenya and the US.");
    check("The plant opened in Bergen, Norway, last year.");
    check("Ferries left for Turkey from the streets of Oslo.");
    check("OSLO, May 3 (AFP) - Snow fell.\nNairobi — Rain fell.\nAnkara: It was dry.");
    check("The minister visited Kenya. Buyers in Turkey’s market shrugged.");
    check("Farmers in the United States, facing losses, waited.");
}

#[test]
fn a_modifier_is_no_party() {
    check("Norway hawks met US officials over the Turkey strategy.");
    check("Norway-based firms, pro-Kenya groups and the US-Turkey talks went on.");
    check("The US–Kenya pact and the US and Kenyan negotiators were quiet.");
    check("Kenya exports to the coast fell, said Turkey experts.");
    check("A Norway Cup match and a Washington Post story were cited; so was George Washington.");
    check("South Turkey Press, the Bank of Kenya and the University of Washington wrote.");
}

#[test]
fn near_misses_of_governments() {
    check("{kenya:Kenya} exports more than it admits. {kenya:Kenya}’s exports rose.");
    check("Tell us what the {united-states:US} did to us. The {united-states:U.S.} did nothing.");
    check("{norway:Norway}’s decision hurt {turkey:Turkey}'s pride, not Kenya’s coast.");
    check("Turkey's Anadolu reported it. {turkey:Turkey}'s Foreign Ministry did not.");
    check("At the summit in May, {norway:Norway} finally spoke. In Oslo, {turkey:Turkey} said no.");
    check("{norway:Norway} and {kenya:Kenya} have agreed.");
    check("Exports to {kenya:Kenya}–tools, mostly–stopped, and {norway:Norway}, for its part, paid.");
    check("Trust in {norway:Norway} fell.");
    check("READ ABOUT US NOW AND TELL US ALL.");
}

#[test]
fn a_surname_waits_for_its_full_name() {
    check("Diallo spoke. {omar-diallo:Omar Diallo} spoke again. {omar-diallo:Diallo}’s aides did not.");
    check("Mr. {omar-diallo:Diallo} spoke first.");
    check("{ada-berg:Berg} said it. \"Ask {ada-berg:Berg},\" she said.");
}

#[test]
fn two_people_of_one_surname_are_told_apart() {
    check(
        "{ada-berg:Ada Berg} spoke. {ada-berg:Berg} left.\n{nils-berg:Nils Berg} came. {nils-berg:Berg} sat. {ada-berg:Ada Berg} saw {ada-berg:Berg}.",
    );
    check(
        "{ada-berg:Ada Berg} spoke. Lars Berg answered. Berg shrugged. {ada-berg:Ada K. Berg} nodded; {ada-berg:Berg} too.",
    );
    check("{ada-berg:Ada Berg} is not Ada Berg Jr., nor of Berg-Hansen or the Berg Foundation.");
}

#[test]
fn names_that_are_words() {
    check("{he-wei:He Wei} came. He sat down. “He left,” said Vice Premier {he-wei:He}.");
    check("{ruth-may:Ruth May} resigned in May. It may rain. By late May, {ruth-may:May} had gone.");
    check("Cook the rice, then cook the beans. {tom-cook:Tom Cook} did. {tom-cook:Cook} said so.");
}

#[test]
fn an_administration_is_not_its_head() {
    check(
        "The {berg-administration:Berg administration} fell. {berg-administration:Berg officials} wept. {ada-berg:Berg}’s officials did not; nor was it Berg-era policy.",
    );
}

#[test]
fn companies_bodies_and_media_count_as_modifiers_too() {
    check(
        "{tern:Tern} ships met {tern:Tern Shipping Inc.} boats, {tern:Tern}'s first, wrote {daily-gull:The Daily Gull}.",
    );
    check(
        "The {storting:Storting} told the {harbor-ministry:Ministry of Harbors} and {swan-hunter:Swan-Hunter} and {moss-bros:Moss & Sons}.",
    );
    check("{tern:TERN} sued. A tern flew by. Tern Hill is far, and so is Linda Tern.");
    check(
        "The model Tern failed. Tern, a small chatbot, failed. The Tern-2 failed. {tern:Tern}, a shipping line, did not.",
    );
}

#[test]
fn names_break_anywhere_a_printer_breaks_them() {
    check("“We thank {ada-berg:Ada\u{a0}Berg}” and {norway:Norway}”");
    check("(“{tern:Tern}”), ‘{norway:Norway}’s’, {turkey:Turkey}… {kenya:Kenya}!");
    check("{tern:Te\u{ad}rn} agreed.");
}
