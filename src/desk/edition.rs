//! Which of several articles are the same one in another edition, and which sum another one up. Every pair is compared once; a
//! page asks for one pair after the other, so that it can show how far it is.

use framing_reader_engine::edition::{Relation, compare};

use crate::text::Text;

/// What two texts are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// The same article in two editions.
    Editions,
    /// The first sums the second up.
    FirstSums,
    /// The second sums the first up.
    SecondSums,
}

impl Kinship {
    /// The word for it outside.
    pub fn as_str(self) -> &'static str {
        match self {
            Kinship::Editions => "edition",
            Kinship::FirstSums => "first-sums",
            Kinship::SecondSums => "second-sums",
        }
    }
}

/// What two texts are to each other; none where they are two articles.
pub fn kinship(first: &Text, second: &Text) -> Option<Kinship> {
    let (first, second) = (first.document(), second.document());
    match compare(&first, &second).relation {
        Relation::Edition => Some(Kinship::Editions),
        Relation::Summary => Some(Kinship::SecondSums),
        Relation::Unrelated => match compare(&second, &first).relation {
            Relation::Edition => Some(Kinship::Editions),
            Relation::Summary => Some(Kinship::FirstSums),
            Relation::Unrelated => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Sought;

    fn read(text: &str) -> Text {
        let mut text = Text::new(text.to_owned());
        while text.step(&Sought::default()).is_some() {}
        text
    }

    #[test]
    fn the_same_article_twice_is_two_editions_and_another_one_is_none() {
        let ferry = "The ferry ran aground off the northern point on Friday night with forty passengers on board.\n\
                     The captain told the coast guard that the light on the point had been dark for three weeks.\n\
                     Divers will look at the hull on Monday before the ferry is towed to the yard in the bay.\n";
        let other = "Apple growers in the valley expect the smallest harvest for ten years after frost in April.\n\
                     The cooperative has asked the province for a loan that would carry its members over the winter.\n\
                     Cider makers say that they will buy fruit from the coast instead and that prices will rise.\n";
        let edited = ferry.replace("Friday night", "Friday evening");
        assert_eq!(kinship(&read(ferry), &read(&edited)), Some(Kinship::Editions));
        assert_eq!(kinship(&read(ferry), &read(other)), None);
        assert_eq!(kinship(&read(""), &read(other)), None);
    }
}
