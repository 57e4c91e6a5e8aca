//! The story as linked data (JSON-LD, schema.org): what the page is, which articles it is based on, whom it mentions. Nothing
//! that the story does not state: no outlet, no date, no address of an article.

use framing_reader_story::{
    Story,
    model::{ActorKind, Document},
};
use serde_json::{Map, Value, json};

use super::Base;

/// The story as linked data, in a `script` that no browser runs.
pub(super) fn script(story: &Story, base: Option<&Base>) -> String {
    data_script("type=\"application/ld+json\"", &data(story, base))
}

/// Data in a `script` with these attributes.
pub(super) fn data_script(attributes: &str, data: &Value) -> String {
    // Nothing in a story can end the element it stands in.
    ["<script ", attributes, ">", &data.to_string().replace('<', "\\u003c"), "</script>"].concat()
}

fn data(story: &Story, base: Option<&Base>) -> Value {
    let mut article = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": story.title,
        "inLanguage": story.language,
        "abstract": story.framings.each_ref().map(|framing| framing.standfirst.as_str()),
        "creditText": story.coding.coder,
        "version": story.coding.version,
        "isBasedOn": story.documents.iter().map(|document| based_on(story, document)).collect::<Vec<_>>(),
        "mentions": mentioned(story),
    });
    if base.is_some() {
        article["url"] = Base::address(base, "").into();
    }
    article
}

/// An article by what is known of it.
fn based_on(story: &Story, document: &Document) -> Value {
    let mut work = Map::new();
    work.insert("@type".to_owned(), "CreativeWork".into());
    work.insert("identifier".to_owned(), document.id.as_str().into());
    work.insert("description".to_owned(), document.about.as_str().into());
    if let Some(title) = &document.title {
        work.insert("name".to_owned(), title.trim_matches(['“', '”', '"']).into());
    }
    if let Some(outlet) = &document.outlet {
        work.insert("publisher".to_owned(), json!({ "@type": "Organization", "name": outlet }));
    }
    let other = |index: Option<u16>| story.documents.get(usize::from(index?));
    for (relation, index) in [("isBasedOn", document.summary_of), ("exampleOfWork", document.edition_of)] {
        if let Some(other) = other(index) {
            work.insert(relation.to_owned(), json!({ "@type": "CreativeWork", "identifier": other.id }));
        }
    }
    work.into()
}

/// The actors who are named anywhere, in the story's order.
fn mentioned(story: &Story) -> Vec<Value> {
    let named = |index: usize| {
        story
            .documents
            .iter()
            .any(|document| document.mentions.iter().any(|mention| usize::from(mention.actor) == index))
    };
    let actors = story.actors.iter().enumerate().filter(|(index, _)| named(*index));
    actors.map(|(_, actor)| json!({ "@type": kind(actor.kind), "name": actor.name })).collect()
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::Company => "Corporation",
        ActorKind::Government => "GovernmentOrganization",
        ActorKind::Media => "NewsMediaOrganization",
        ActorKind::Body | ActorKind::Organisation => "Organization",
    }
}
