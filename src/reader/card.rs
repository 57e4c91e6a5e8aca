//! The card as a state machine: one card at a time, whoever opens it. Pure: the clock is passed in, and a wait that
//! the machine asks for comes back as [`Event::Due`] with its token, so that a late timer is harmless.
//!
//! ```text
//!              enter                due                  leave                  due
//!   Closed ───────────▶ Pending ───────────▶ Open ─────────────────▶ Leaving ───────────▶ Closed
//!     │ ▲            leave │                 ▲ │ ▲   enter, keep        │ │ ▲
//!     │ └──────────────────┘                 │ │ └──────────────────────┘ └─┘ approach: waits again
//!     │    press, or enter just after one    │ │ press again, dismiss
//!     └──────────────────────────────────────┘ └─────────────────────────────▶ Closed
//!
//!   Pending, stir or scroll: waits again. Leaving, enter another name: opens at once; on the way to the card: only if the pointer stays there.
//!   A held card (pressed, or with the focus in it) does not leave with the pointer.
//! ```

/// How long the pointer rests on a name before its card opens, in ms: shorter flickers while reading, longer feels dead.
pub const OPEN_DELAY: u32 = 500;
/// How long after the pointer left until the card closes, in ms: shorter punishes a slip, longer hides the text.
pub const CLOSE_DELAY: u32 = 250;
/// How long a pointer on its way to the card may pause there, in ms: for hands that are slow.
pub const WAY_DELAY: u32 = 600;
/// For how long after a card closed the next one opens at once, in ms.
pub const JUST_OPEN: f64 = 400.0;

/// A name in the text: its index among the mentions of its document.
pub type Name = usize;

/// Where the card is in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// No card.
    #[default]
    Closed,
    /// The pointer rests on a name.
    Pending(Name),
    /// The card of a name is open; a held one stays when the pointer leaves.
    Open {
        /// Whose.
        name: Name,
        /// Whether it stays.
        held: bool,
    },
    /// The pointer has left; the card is still open.
    Leaving {
        /// Whose card.
        name: Name,
        /// The name the pointer is on now, if it is on one on the way to the card.
        next: Option<Name>,
    },
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The pointer came upon a name; `on_the_way`: from another one towards that one's open card.
    Enter {
        /// Which.
        name: Name,
        /// Whether it only crosses it.
        on_the_way: bool,
    },
    /// The pointer moved on within a name.
    Stir,
    /// The pointer left name and card.
    Leave,
    /// The pointer, having left, moves towards the card.
    Approach,
    /// The pointer came upon the card.
    Keep,
    /// The focus went into the card, or it was pressed.
    Hold,
    /// A name was pressed, by whatever means.
    Press(Name),
    /// A wait is over.
    Due(u32),
    /// The page scrolled.
    Scroll,
    /// Esc, a press outside, the close button, another document.
    Dismiss,
}

/// A wait the machine asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Comes back in [`Event::Due`].
    pub token: u32,
    /// How long, in ms.
    pub delay: u32,
}

/// The machine.
#[derive(Clone, Debug)]
pub struct Card {
    state: State,
    /// Of the latest wait; an older one is late.
    token: u32,
    /// When the last card closed, in ms; never, if the page has scrolled since.
    closed: f64,
}

impl Default for Card {
    fn default() -> Card {
        Card { state: State::Closed, token: 0, closed: f64::NEG_INFINITY }
    }
}

impl Card {
    /// Where it is in its life.
    pub fn state(&self) -> State {
        self.state
    }

    /// Whose card is to be seen.
    pub fn shown(&self) -> Option<Name> {
        match self.state {
            State::Open { name, .. } | State::Leaving { name, .. } => Some(name),
            State::Closed | State::Pending(_) => None,
        }
    }

    /// Takes an event at a time in ms; the wait, if any, replaces the one before.
    pub fn step(&mut self, event: Event, now: f64) -> Option<Wait> {
        let was_shown = self.shown().is_some();
        let (state, delay) = self.next(event, now);
        if state != self.state || delay.is_some() {
            // Whatever was waited for has been overtaken.
            self.token = self.token.wrapping_add(1);
        }
        self.state = state;
        if matches!(event, Event::Dismiss | Event::Scroll) {
            self.closed = f64::NEG_INFINITY;
        } else if was_shown && self.shown().is_none() {
            self.closed = now;
        }
        delay.map(|delay| Wait { token: self.token, delay })
    }

    /// The next state, and how long to wait in it.
    fn next(&self, event: Event, now: f64) -> (State, Option<u32>) {
        use State::{Closed, Leaving, Open, Pending};
        let open = |name| (Open { name, held: false }, None);
        let stay = (self.state, None);
        match (self.state, event) {
            (_, Event::Dismiss) => (Closed, None),
            (Open { name, held: true }, Event::Press(pressed)) if name == pressed => (Closed, None),
            (_, Event::Press(name)) => (Open { name, held: true }, None),
            (Open { name, .. } | Leaving { name, .. }, Event::Hold) => (Open { name, held: true }, None),

            (Pending(name), Event::Enter { name: same, .. }) if name == same => stay,
            (Closed, Event::Enter { name, .. }) if now - self.closed < JUST_OPEN => open(name),
            (Closed | Pending(_), Event::Enter { name, .. }) => (Pending(name), Some(OPEN_DELAY)),
            (Pending(_), Event::Stir | Event::Scroll) => (self.state, Some(OPEN_DELAY)),
            (Pending(_), Event::Leave) => (Closed, None),
            (Pending(name), Event::Due(token)) if token == self.token => open(name),

            (Open { name, held: false }, Event::Leave) => (Leaving { name, next: None }, Some(CLOSE_DELAY)),
            (Open { name, held: false }, Event::Enter { name: other, .. }) if name != other => open(other),

            (Leaving { name, .. }, Event::Keep) => open(name),
            (Leaving { name, .. }, Event::Enter { name: other, on_the_way }) => {
                if on_the_way && name != other {
                    (Leaving { name, next: Some(other) }, Some(CLOSE_DELAY))
                } else {
                    open(other)
                }
            }
            (Leaving { next: Some(_), name }, Event::Leave) => (Leaving { name, next: None }, Some(CLOSE_DELAY)),
            (Leaving { next: None, .. }, Event::Approach) => (self.state, Some(WAY_DELAY)),
            (Leaving { next: Some(_), .. }, Event::Approach) => (self.state, Some(CLOSE_DELAY)),
            (Leaving { next, .. }, Event::Due(token)) if token == self.token => next.map_or((Closed, None), open),
            _ => stay,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event::*, State::*, *};

    fn enter(name: Name) -> Event {
        Enter { name, on_the_way: false }
    }

    /// A machine after some events, each at its time; every wait that is due before the next event comes back.
    fn after(events: &[(f64, Event)]) -> Card {
        let mut card = Card::default();
        let mut due: Option<(f64, u32)> = None;
        for &(at, event) in events {
            if let Some((time, token)) = due.filter(|(time, _)| *time <= at) {
                due = card.step(Due(token), time).map(|wait| (time + f64::from(wait.delay), wait.token));
            }
            if let Some(wait) = card.step(event, at) {
                due = Some((at + f64::from(wait.delay), wait.token));
            }
        }
        card
    }

    fn state(events: &[(f64, Event)]) -> State {
        // The last thing is that time passes: a scroll of nothing changes no open card.
        after(events).state()
    }

    #[test]
    fn a_card_opens_when_the_pointer_has_rested() {
        assert_eq!(state(&[(0.0, enter(3)), (499.0, Keep)]), Pending(3));
        assert_eq!(state(&[(0.0, enter(3)), (500.0, enter(3))]), Open { name: 3, held: false });
    }

    #[test]
    fn a_pointer_that_passes_opens_nothing() {
        assert_eq!(state(&[(0.0, enter(3)), (300.0, Leave), (2000.0, Keep)]), Closed);
        assert_eq!(state(&[(0.0, enter(3)), (300.0, Leave), (310.0, enter(4)), (600.0, Keep)]), Pending(4));
    }

    #[test]
    fn moving_within_a_name_starts_the_rest_again() {
        assert_eq!(state(&[(0.0, enter(3)), (400.0, Stir), (600.0, Stir), (1000.0, Keep)]), Pending(3));
        assert_eq!(state(&[(0.0, enter(3)), (400.0, Stir), (901.0, Keep)]), Open { name: 3, held: false });
        assert_eq!(state(&[(0.0, enter(3)), (600.0, Stir)]), Open { name: 3, held: false });
    }

    #[test]
    fn scrolling_starts_the_rest_again() {
        assert_eq!(state(&[(0.0, enter(3)), (300.0, Scroll), (790.0, Scroll), (1280.0, Keep)]), Pending(3));
        assert_eq!(state(&[(0.0, enter(3)), (300.0, Scroll), (801.0, Keep)]), Open { name: 3, held: false });
        assert_eq!(state(&[(0.0, Scroll), (10.0, enter(3)), (511.0, Keep)]), Open { name: 3, held: false });
    }

    #[test]
    fn after_scrolling_the_next_card_waits_again() {
        let open = [(0.0, enter(3)), (600.0, Leave), (900.0, Scroll)];
        assert_eq!(state(&[open[0], open[1], open[2], (950.0, enter(4))]), Pending(4));
    }

    #[test]
    fn a_card_closes_a_quarter_of_a_second_after_the_pointer_left() {
        let open = [(0.0, enter(3)), (600.0, Leave)];
        assert_eq!(state(&[open[0], open[1], (849.0, Scroll)]), Leaving { name: 3, next: None });
        assert_eq!(state(&[open[0], open[1], (850.0, Scroll)]), Closed);
    }

    #[test]
    fn coming_back_keeps_it_open() {
        for back in [Keep, enter(3)] {
            let events = [(0.0, enter(3)), (600.0, Leave), (700.0, back), (2000.0, Scroll)];
            assert_eq!(state(&events), Open { name: 3, held: false }, "{back:?}");
        }
    }

    #[test]
    fn on_the_way_to_the_card_it_waits() {
        let way = [(0.0, enter(3)), (600.0, Leave), (800.0, Approach), (1300.0, Approach), (1890.0, Keep)];
        assert_eq!(state(&way), Open { name: 3, held: false });
        assert_eq!(state(&[way[0], way[1], way[2], (1400.0, Scroll)]), Closed);
    }

    #[test]
    fn another_name_opens_at_once_when_one_was_just_open() {
        let open = [(0.0, enter(3)), (600.0, Leave)];
        assert_eq!(state(&[open[0], open[1], (700.0, enter(4))]), Open { name: 4, held: false });
        assert_eq!(state(&[open[0], open[1], (900.0, enter(4))]), Open { name: 4, held: false });
        assert_eq!(state(&[open[0], open[1], (1300.0, enter(4))]), Pending(4));
    }

    #[test]
    fn a_name_on_the_way_to_the_card_opens_only_if_the_pointer_stays() {
        let crossing = Enter { name: 4, on_the_way: true };
        let way = [(0.0, enter(3)), (600.0, Leave), (650.0, crossing)];
        assert_eq!(state(&way), Leaving { name: 3, next: Some(4) });
        assert_eq!(state(&[way[0], way[1], way[2], (700.0, Leave), (750.0, Keep)]), Open { name: 3, held: false });
        assert_eq!(state(&[way[0], way[1], way[2], (800.0, Approach), (1000.0, Keep)]), Open { name: 3, held: false });
        assert_eq!(state(&[way[0], way[1], way[2], (901.0, Scroll)]), Open { name: 4, held: false });
    }

    #[test]
    fn a_pressed_card_stays_until_it_is_pressed_again_or_dismissed() {
        let held = Open { name: 3, held: true };
        assert_eq!(state(&[(0.0, Press(3)), (10.0, Leave), (5000.0, enter(4))]), held);
        assert_eq!(state(&[(0.0, Press(3)), (10.0, Press(3))]), Closed);
        assert_eq!(state(&[(0.0, Press(3)), (10.0, Dismiss)]), Closed);
        assert_eq!(state(&[(0.0, Press(3)), (10.0, Press(4))]), Open { name: 4, held: true });
    }

    #[test]
    fn pressing_a_name_whose_card_is_open_by_pointer_holds_it() {
        assert_eq!(state(&[(0.0, enter(3)), (600.0, Press(3)), (700.0, Leave)]), Open { name: 3, held: true });
        assert_eq!(state(&[(0.0, enter(3)), (300.0, Press(3))]), Open { name: 3, held: true });
    }

    #[test]
    fn the_focus_in_the_card_holds_it() {
        let events = [(0.0, enter(3)), (600.0, Leave), (700.0, Hold), (2000.0, Scroll)];
        assert_eq!(state(&events), Open { name: 3, held: true });
        assert_eq!(state(&[(0.0, Hold)]), Closed);
    }

    #[test]
    fn after_a_dismissal_the_next_card_waits_again() {
        assert_eq!(state(&[(0.0, Press(3)), (10.0, Dismiss), (20.0, enter(3))]), Pending(3));
    }

    #[test]
    fn late_timer_of_another_name_is_ignored() {
        let mut card = Card::default();
        let first = card.step(enter(3), 0.0).unwrap();
        card.step(Leave, 100.0);
        let second = card.step(enter(4), 200.0).unwrap();
        assert_eq!(card.step(Due(first.token), 500.0), None);
        assert_eq!(card.state(), Pending(4));
        card.step(Due(second.token), 700.0);
        assert_eq!(card.shown(), Some(4));
    }
}
