//! What is found, what is not, and near misses, on subjects of their own.

use super::{Proposal, gazetteer, proposals, toml};
use crate::{ActorKind, Document, mention};

/// Enough words around a sentence that a page is an article.
fn article(text: &str) -> String {
    format!(
        "{text}\nThe vote on the ferry was put off again, and nobody on the island could say for how long it would be.\n"
    )
}

fn found(text: &str) -> Vec<Proposal> {
    proposals(&[Document::parse(&article(text))])
}

/// "id" or "id (other names): role".
fn told(text: &str) -> Vec<String> {
    let tell = |one: &Proposal| {
        let others =
            if one.names.aliases.is_empty() { String::new() } else { format!(" ({})", one.names.aliases.join("|")) };
        let role = one.role.as_ref().map_or(String::new(), |role| format!(": {}", role.text));
        format!("{}{others}{role}", one.names.id)
    };
    let mut all: Vec<String> = found(text).iter().map(tell).collect();
    all.sort();
    all
}

fn kind(text: &str, id: &str) -> Option<ActorKind> {
    found(text).iter().find(|one| one.names.id == id).map(|one| one.names.kind)
}

#[test]
fn roles_are_read_from_titles_and_appositions() {
    for (text, role) in [
        ("Ana Ruiz, the head of the ferry company, resigned on Monday.", "head of the ferry company"),
        ("On Monday Transport Secretary Ana Ruiz resigned.", "Transport Secretary"),
        ("Ternline spokeswoman Ana Ruiz resigned on Monday.", "Ternline spokeswoman"),
        ("The ferry's captain, Ana Ruiz, resigned on Monday.", "ferry's captain"),
        ("A spokeswoman for the ferry, Ana Ruiz, resigned on Monday.", "spokeswoman for the ferry"),
        ("Ana Ruiz, a former secretary of state who keeps bees, resigned.", "former secretary of state"),
        ("They asked the island's mayor Ana Ruiz to resign.", "island's mayor"),
    ] {
        let all = found(text);
        let ruiz = all.iter().find(|one| one.names.id == "ana-ruiz").unwrap_or_else(|| panic!("{text}: {all:#?}"));
        assert_eq!(ruiz.role.as_ref().map(|role| &*role.text), Some(role), "{text}");
        assert_eq!(ruiz.names.kind, ActorKind::Person);
    }
}

#[test]
fn what_only_stands_beside_a_name_is_no_role() {
    for text in [
        "Ana Ruiz, Leo Hale and the mayor resigned.",
        "Ana Ruiz, in a letter to the mayor, resigned.",
        "After the mayor resigned, Ana Ruiz said she would too.",
        "Mrs. Ana Ruiz resigned on Monday.",
    ] {
        let all = found(text);
        let ruiz = all.iter().find(|one| one.names.id == "ana-ruiz").unwrap_or_else(|| panic!("{text}: {all:#?}"));
        assert_eq!(ruiz.role, None, "{text}");
    }
}

#[test]
fn a_role_points_at_its_words() {
    let text = article("Åsa Ek, the head of the ferry company, resigned.");
    let all = proposals(&[Document::parse("Nothing."), Document::parse(&text)]);
    let role = all.iter().find_map(|one| one.role.clone()).unwrap_or_else(|| panic!("{all:#?}"));
    assert_eq!((role.document, role.span.of(&text)), (1, "head of the ferry company"));
}

#[test]
fn other_names_go_to_the_one_who_bears_them() {
    let text =
        "Mayor Ana María de la Vega met the Island Ferry Workers Union (IFWU). De la Vega said the IFWU had agreed.";
    assert_eq!(told(text), ["ana-maría-de-la-vega (De la Vega): Mayor", "island-ferry-workers-union (IFWU)"][..]);
    let text = "Ternline Inc. denied it. The mayor said that Ternline had known. Ternline's shares fell.";
    assert_eq!(told(text), ["ternline (Ternline Inc.)"], "a legal form is no part of the fullest name");
    let text = "Captain Jean-Luc Óðinsson resigned. The crew said Óðinsson had slept. J. K. Abel, 61, followed him.";
    assert_eq!(told(text), ["j-k-abel", "jean-luc-óðinsson (Óðinsson): Captain"]);
}

#[test]
fn two_who_share_a_surname_stay_two() {
    let text = "Mayor Ana Ruiz and the pilot Leo Ruiz disagreed. Later Ruiz resigned.";
    assert_eq!(told(text), ["ana-ruiz: Mayor", "leo-ruiz: pilot"]);
    let text = "Captain Leo B. Hale and the pilot Leo K. Hale disagreed. Later Hale resigned.";
    assert_eq!(told(text), ["leo-b-hale: Captain", "leo-k-hale: pilot"]);
    let text = "Captain Ana M. Hale resigned on Monday. The crew said that Ana Hale had slept.";
    assert_eq!(told(text), ["ana-hale (Ana M. Hale): Captain"]);
}

#[test]
fn an_administration_is_not_its_head() {
    let text = "The Hale administration put the vote off. President Marcus Hale was away. The Hale administration had planned it.";
    assert_eq!(told(text), ["hale-administration", "marcus-hale: President"]);
    assert_eq!(kind(text, "hale-administration"), Some(ActorKind::Government));
}

#[test]
fn governments_go_by_capitals_where_they_act() {
    assert_eq!(
        told("Norway denied it. Later Oslo said it would pay, and the Norwegian government did."),
        ["norway (Oslo|Norwegian government)"]
    );
    assert!(told("She lives in Oslo and sells Norwegian cheese.").is_empty());
    let text = "The island was promised to Skellia by Skellia's foreign minister.";
    assert_eq!(kind(text, "skellia"), Some(ActorKind::Government));
}

#[test]
fn kinds_come_from_words_in_and_around_the_name() {
    for (text, id, wanted) in [
        ("The ferry builder said Ternline, a shipping company, had paid.", "ternline", ActorKind::Company),
        ("They sued the Harbor Ministry over it.", "harbor-ministry", ActorKind::Body),
        ("He told the Island Herald that it was late.", "island-herald", ActorKind::Media),
        ("She teaches at the University of Skerry in the north.", "university-of-skerry", ActorKind::Organisation),
        ("Banks such as Ornholt and Velmar have lent the money.", "velmar", ActorKind::Company),
    ] {
        assert_eq!(kind(text, id), Some(wanted), "{text}: {:?}", told(text));
    }
}

#[test]
fn capitals_that_are_no_names_are_left() {
    for text in [
        "Nobody came. Rain fell. Everybody went home, and Later nobody asked.",
        "THE FERRY IS LATE AGAIN AND NOBODY KNOWS WHY IT IS LATE",
        "Why The Ferry To Skerry Island Was Late And Who Paid For It",
        "They crossed the Long Strait on Labor Day in a Murmur 3 by way of Cod Bay.",
        "On Tuesday in March the XR9 broke, and the WLAN with it.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", told(text));
    }
}

#[test]
fn accepting_all_finds_just_what_was_proposed() {
    let text = article(
        "Mayor Ana Ruiz met the Ferry Board. Ruiz told the Island Herald that Norway's navy would help. The Ferry Board \
         said Oslo had paid Ternline Inc., and Ternline denied it.",
    );
    let document = Document::parse(&text);
    let all = proposals(std::slice::from_ref(&document));
    let mut proposed: Vec<_> = all.iter().flat_map(|one| &one.mentions).map(|named| named.mention).collect();
    proposed.sort_by_key(|mention| mention.span);
    assert_eq!(mention::mentions(&document, &gazetteer(&all)), proposed);
    assert!(all.is_sorted_by_key(|one| std::cmp::Reverse(one.mentions.len())) && all.len() == 5, "{all:#?}");
    assert_eq!(all[0].counts(1), [all[0].mentions.len()]);
}

#[test]
fn accepted_actors_are_written_as_the_story_folder_has_them() {
    let text = article("Ana Ruiz, the head of the ferry port, resigned.");
    let document = Document::parse(&text);
    let all = proposals(std::slice::from_ref(&document));
    assert_eq!(
        toml(&all, &[document], &["000"]),
        "[[actor]]\nid = \"ana-ruiz\"\nname = \"Ana Ruiz\"\nkind = \"person\"\nside = \"other\"\nrole = \"head of the ferry port\"\n\
         role_source = \"000:1\"\naliases = []\n"
    );
}

#[test]
fn nothing_gives_nothing() {
    assert!(proposals(&[]).is_empty());
    assert!(proposals(&[Document::parse("")]).is_empty());
    assert!(found("港口局说渡轮晚点了。 العبارة متأخرة.").is_empty());
}
