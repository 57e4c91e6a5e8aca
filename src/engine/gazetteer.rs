//! The names the engine knows: the actors of one story, and how each of them may be printed.

/// What kind of actor a name stands for; it decides which of a name's uses count as a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A person: surnames count after the full name.
    Person,
    /// A company.
    Company,
    /// A government, also by its country's or capital's name: places and modifiers do not count.
    Government,
    /// A government body: a ministry, a council, a committee, an administration.
    Body,
    /// A newspaper, agency or broadcaster.
    Media,
    /// Any other organisation.
    Organisation,
}

/// The names of one actor.
#[derive(Clone, Debug)]
pub struct ActorNames {
    /// Kebab-case of the fullest name.
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Every other printed form.
    pub aliases: Vec<String>,
}

/// All names of a story, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    actors: Vec<ActorNames>,
}

impl Gazetteer {
    /// Builds the name list; an actor's index is its place in `actors`.
    pub fn new(actors: Vec<ActorNames>) -> Self {
        Gazetteer { actors }
    }

    /// The actors, in the order they were given.
    pub fn actors(&self) -> &[ActorNames] {
        &self.actors
    }
}
