//! Actors that the engine proposes from the texts, as the page shows them to whoever accepts or leaves them.

use framing_reader_engine::propose::Proposal;
use framing_reader_plain::Value;

use crate::text::number;

/// Proposals for the outside, in their order.
pub fn shown(proposals: &[Proposal]) -> Value {
    let proposal = |proposal: &Proposal| {
        let names = &proposal.names;
        Value::object([
            ("id", names.id.as_str().into()),
            ("name", names.name.as_str().into()),
            ("kind", names.kind.as_str().into()),
            ("aliases", names.aliases.iter().map(|alias| alias.as_str()).collect()),
            ("role", proposal.role.as_ref().map(|role| role.text.as_str()).into()),
            ("count", number(proposal.mentions.len())),
            ("certainty", proposal.certainty.as_str().into()),
            ("reason", proposal.reason.into()),
        ])
    };
    proposals.iter().map(proposal).collect()
}

#[cfg(test)]
mod tests {
    use framing_reader_engine::{Document, propose::proposals};
    use serde_json::to_value;

    use super::*;

    #[test]
    fn a_proposal_says_who_and_how_often() {
        let text = "Ada Berg, the chairwoman of the harbor board, said on Monday that the quay would be leased to nobody.\n\
                    The vote was close, and Berg left the room before it had been counted, two members of it said later.\n";
        let shown = to_value(shown(&proposals(&[Document::parse(text)]))).unwrap();
        let berg = shown.as_array().unwrap().iter().find(|actor| actor["id"] == "ada-berg").unwrap();
        assert_eq!((&berg["name"], &berg["kind"], &berg["count"]), (&"Ada Berg".into(), &"person".into(), &2.into()));
    }
}
