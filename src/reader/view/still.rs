//! A part of the page that is drawn again only when what it shows changes: never for a card, and but for the masthead never for a
//! framing.

use std::rc::Rc;

use framing_reader_page::sheet;
use framing_reader_story::Story;
use yew::prelude::*;

use super::{article, articles, masthead, overview, tree::Tree};
use crate::state::View;

/// Which part.
#[derive(Clone, PartialEq)]
pub(crate) enum Part {
    /// The title, the ways and the switch, as the reader has chosen.
    Masthead(View),
    /// The story in two sentences.
    Standfirsts,
    /// The articles to choose from.
    Articles,
    /// The strip beside the text.
    Strip,
    /// The article.
    Article,
    /// All articles at a glance.
    Overview,
    /// A sheet that was fetched.
    Sheet(Rc<[u8]>),
}

/// What a still part shows.
#[derive(Clone, Properties)]
pub(crate) struct StillProps {
    pub(crate) part: Part,
    pub(crate) story: Rc<Story>,
    /// Index of the document shown.
    pub(crate) document: usize,
    /// Whether names open cards.
    pub(crate) names: bool,
    /// The prefix of addresses, if there are any.
    pub(crate) hash: Option<AttrValue>,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &StillProps) -> bool {
        Rc::ptr_eq(&self.story, &other.story)
            && (&self.part, self.document, self.names, &self.hash)
                == (&other.part, other.document, other.names, &other.hash)
    }
}

/// The part.
pub(crate) struct Still;

impl Component for Still {
    type Message = ();
    type Properties = StillProps;

    fn create(_: &Context<Still>) -> Still {
        Still
    }

    fn view(&self, ctx: &Context<Still>) -> Html {
        let StillProps { part, story, document, names, hash } = ctx.props();
        let mut tree = Tree::new(hash);
        if !names {
            tree.without_names();
        }
        match part {
            Part::Masthead(view) => masthead::draw(&mut tree, story, view),
            Part::Standfirsts => masthead::standfirsts(&mut tree, story),
            Part::Articles => articles::draw(&mut tree, story, *document),
            Part::Strip => articles::strip(&mut tree, story, *document),
            Part::Article => article::draw(&mut tree, story, *document, *names),
            Part::Overview => overview::draw(&mut tree, story),
            Part::Sheet(bytes) => sheet::copy(bytes, &mut tree),
        }
        tree.html()
    }
}
