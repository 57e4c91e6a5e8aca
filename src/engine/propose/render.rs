//! Accepted proposals as the text of a story's `actors.toml`.

use super::Proposal;
use crate::block::Document;

/// The text of `actors.toml` for these actors. `ids` are the documents' names in sources ("000"), one for each document. Side
/// and stances are left for people to say: the side is "other"; where no text states a role it is empty, with the line
/// that names the actor first for its source.
pub fn toml(proposals: &[Proposal], documents: &[Document<'_>], ids: &[&str]) -> String {
    let actors = proposals.iter().map(|proposal| actor(proposal, documents, ids));
    actors.collect::<Vec<_>>().join("\n")
}

fn actor(proposal: &Proposal, documents: &[Document<'_>], ids: &[&str]) -> String {
    let names = &proposal.names;
    let first = || proposal.mentions.first().map(|named| (named.document, named.mention.span.start));
    let place = proposal.role.as_ref().map(|role| (role.document, role.span.start)).or_else(first);
    let source = place.map_or(String::new(), |(document, byte)| {
        let blocks = documents.get(document).map_or(&[][..], |document| &document.blocks);
        let block =
            blocks.partition_point(|block| block.span.start <= byte).checked_sub(1).and_then(|at| blocks.get(at));
        format!("{}:{}", ids.get(document).unwrap_or(&""), block.map_or(0, |block| block.line))
    });
    let aliases: Vec<String> = names.aliases.iter().map(|alias| quoted(alias)).collect();
    format!(
        "[[actor]]\nid = {}\nname = {}\nkind = \"{}\"\nside = \"other\"\nrole = {}\nrole_source = {}\naliases = [{}]\n",
        quoted(&names.id),
        quoted(&names.name),
        names.kind.as_str(),
        quoted(proposal.role.as_ref().map_or("", |role| &role.text)),
        quoted(&source),
        aliases.join(", "),
    )
}

/// A text as TOML's basic string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_of_the_language_are_escaped() {
        assert_eq!(super::quoted("a \"b\" \\ \n 中"), r#""a \"b\" \\ \u000A 中""#);
    }
}
