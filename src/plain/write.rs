//! Story and record as a plain value: ids for indexes, UTF-16 units for bytes, and nothing that is empty.
//!
//! Total, whatever story it is given: an index that leads nowhere becomes an empty id, which [`crate::read`] refuses.

use std::ops::Range;

use framing_reader_story::{Record, Story, model::*, record::*};

use crate::{VERSION, marks, offset::Offsets, tables::*, value::Value};

/// Writes a story and its record; read again, they are the same.
pub fn write(story: &Story, record: &Record) -> Value {
    let writer = Writer { story, record };
    let coding = writer.coding();
    let documents: Value =
        story.documents.iter().enumerate().map(|(index, document)| writer.document(index, document)).collect();
    slim([
        ("version", VERSION.into()),
        ("id", (&*story.id).into()),
        ("title", (&*story.title).into()),
        ("language", text(&story.language)),
        ("text", text(&story.text)),
        ("coding", coding),
        ("framings", story.framings.iter().map(|framing| writer.framing(framing)).collect()),
        ("actors", story.actors.iter().map(|actor| writer.actor(actor)).collect()),
        ("documents", documents),
        ("rules", record.rules.iter().map(rule).collect()),
        ("events", record.events.iter().map(|event| writer.event(event)).collect()),
        ("questions", record.questions.iter().map(|question| writer.question(question)).collect()),
        ("comparisons", record.comparisons.iter().map(|comparison| writer.comparison(comparison)).collect()),
    ])
    .and(slim([("overruled", record.overruled.iter().map(|overruled| writer.overruled(overruled)).collect())]))
}

/// An object without its empty members: without lists, objects and answers that say no more than their absence.
fn slim<const N: usize>(members: [(&str, Value); N]) -> Value {
    without_empty(Vec::from(members))
}

fn without_empty(mut members: Vec<(&str, Value)>) -> Value {
    let empty = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::List(values) => values.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    members.retain(|(_, value)| !empty(value));
    Value::members(members)
}

/// A text that is left out where it is empty.
fn text(text: &str) -> Value {
    Some(text).filter(|text| !text.is_empty()).into()
}

/// A text that is left out where there is none, and kept where it is empty.
fn stated(text: &Option<String>) -> Value {
    text.as_deref().into()
}

fn rule(rule: &Rule) -> Value {
    slim([("number", (&*rule.number).into()), ("name", text(&rule.name)), ("text", text(&rule.text))])
}

struct Writer<'a> {
    story: &'a Story,
    record: &'a Record,
}

impl Writer<'_> {
    fn document_id(&self, index: u16) -> &str {
        self.story.documents.get(usize::from(index)).map_or("", |document| &document.id)
    }

    fn actor_id(&self, index: u16) -> &str {
        self.story.actors.get(usize::from(index)).map_or("", |actor| &actor.id)
    }

    fn rule_number(&self, index: u16) -> &str {
        self.record.rules.get(usize::from(index)).map_or("", |rule| &rule.number)
    }

    fn places(&self, places: &[Place]) -> Value {
        let place = |place: &Place| Value::Text(format!("{}:{}", self.document_id(place.document), place.line));
        places.iter().map(place).collect()
    }

    fn frames(&self, frames: Frames) -> Value {
        let framings = self.story.framings.iter().enumerate().filter(|(index, _)| frames.has(*index));
        framings.map(|(_, framing)| &*framing.id).collect()
    }

    /// An object with a member for each framing that `value` gives something of.
    fn of_each(&self, value: impl Fn(usize) -> Value) -> Value {
        let [first, second] = &self.story.framings;
        slim([(&first.id, value(0)), (&second.id, value(1))])
    }

    /// The members `actor` and `other` of whoever speaks.
    fn speaker(&self, speaker: &Speaker) -> [Value; 2] {
        match speaker {
            Speaker::Actor(index) => [self.actor_id(*index).into(), Value::Null],
            Speaker::Other(words) => [Value::Null, (&**words).into()],
            Speaker::Unknown => [Value::Null, Value::Null],
        }
    }

    fn coding(&self) -> Value {
        let (coding, method) = (&self.story.coding, &self.record.method);
        let correction = |correction: &Correction| {
            slim([
                ("date", text(&correction.date)),
                ("what", (&*correction.what).into()),
                ("sources", self.places(&correction.sources)),
            ])
        };
        let agreement = |framing: usize| {
            let found = method.agreement[framing];
            let members = [
                ("items", found.items.into()),
                ("agree", found.agree.into()),
                ("abstained", found.abstained.into()),
                ("kappa", Value::Number(f64::from(found.kappa) / 1000.0)),
            ];
            if found == Agreement::default() { Value::Null } else { Value::object(members) }
        };
        slim([
            ("coder", text(&coding.coder)),
            ("date", text(&coding.date)),
            ("version", text(&coding.version)),
            ("codebook", text(&method.codebook)),
            ("method", text(&method.text)),
            ("contact", text(&method.contact)),
            ("corrections", method.corrections.iter().map(correction).collect()),
            ("agreement", self.of_each(agreement)),
        ])
    }

    fn framing(&self, framing: &Framing) -> Value {
        slim([
            ("id", (&*framing.id).into()),
            ("name", (&*framing.name).into()),
            ("asks", text(&framing.asks)),
            ("standfirst", text(&framing.standfirst)),
            ("sources", self.places(&framing.sources)),
        ])
    }

    fn actor(&self, actor: &Actor) -> Value {
        let stance = |framing: usize| {
            let Some(stance) = &actor.stances[framing] else { return Value::Null };
            slim([
                ("quoted", stance.quoted.into()),
                ("lead", text(&stance.lead)),
                ("text", (&*stance.text).into()),
                ("saidBy", stance.said_by.map(|index| self.actor_id(index)).into()),
                ("sources", self.places(&stance.sources)),
            ])
        };
        slim([
            ("id", (&*actor.id).into()),
            ("name", (&*actor.name).into()),
            ("kind", word(ACTORS, actor.kind).into()),
            ("side", word(SIDES, actor.side).into()),
            ("role", text(&actor.role)),
            ("roleSources", self.places(&actor.role_sources)),
            ("stances", self.of_each(stance)),
        ])
    }

    fn document(&self, index: usize, document: &Document) -> Value {
        let file = self.record.files.get(index);
        let blocks = document.blocks.iter().enumerate();
        slim([
            ("id", (&*document.id).into()),
            ("label", text(&document.label)),
            ("about", text(&document.about)),
            ("title", stated(&document.title)),
            ("outlet", stated(&document.outlet)),
            ("date", stated(&document.date)),
            ("editionOf", document.edition_of.map(|index| self.document_id(index)).into()),
            ("summaryOf", document.summary_of.map(|index| self.document_id(index)).into()),
            ("file", text(file.map_or("", |file| &file.name))),
            ("blocks", blocks.map(|(at, block)| self.block(index, document, at, block)).collect()),
        ])
    }

    fn block(&self, index: usize, document: &Document, at: usize, block: &Block) -> Value {
        let offsets = Offsets::new(&block.text);
        let here = |index: u16| usize::from(index) == at;
        let mention = |(span, number): (Range<u32>, u16)| {
            let mention = document.mentions.get(usize::from(number));
            let [start, end] = ends(&offsets, span);
            let actor = mention.map_or("", |mention| self.actor_id(mention.actor));
            Value::object([start, end, ("actor", actor.into())])
        };
        let evidence = [0, 1].into_iter().flat_map(|framing| {
            let id = &self.story.framings[framing].id;
            let spans = marks::evidence(block, framing).into_iter().map(|span| ends(&offsets, span));
            spans.map(move |[start, end]| Value::object([start, end, ("framing", (&**id).into())]))
        });
        let cues = self.record.cues.get(index).map_or(&[][..], Vec::as_slice);
        let quotations = document.quotations.iter().enumerate().filter(|(_, quotation)| here(quotation.block));
        let quotation = |(number, quotation): (usize, &Quotation)| {
            let [actor, other] = self.speaker(&quotation.source);
            let [start, end] = ends(&offsets, quotation.start..quotation.end);
            let certainty = word(CERTAINTIES, quotation.certainty).into();
            let cue = text(cues.get(number).map_or("", |cue| cue));
            slim([start, end, ("actor", actor), ("other", other), ("certainty", certainty), ("cue", cue)])
        };
        let statements = self.record.statements.get(index).map_or(&[][..], Vec::as_slice);
        let statement = |statement: &Statement| {
            let [actor, other] = self.speaker(&statement.source);
            let [start, end] = ends(&offsets, statement.start..statement.end);
            let certainty = word(CERTAINTIES, statement.certainty).into();
            slim([start, end, ("actor", actor), ("other", other), ("certainty", certainty)])
        };
        let reasons = self.record.reasons.get(index).and_then(|reasons| reasons.get(at)?.as_ref());
        let place = self.record.files.get(index).and_then(|file| file.blocks.get(at)?.as_ref());
        let kind = Some(block.kind).filter(|kind| *kind != BlockKind::Para);
        slim([
            ("kind", kind.map(|kind| word(BLOCKS, kind)).into()),
            ("line", block.line.into()),
            ("text", (&*block.text).into()),
            ("mentions", marks::mentions(block).into_iter().map(mention).collect()),
            ("evidence", evidence.collect()),
            ("quotations", quotations.map(quotation).collect()),
            ("statements", statements.iter().filter(|statement| here(statement.block)).map(statement).collect()),
            ("code", block.code.as_ref().map(|code| self.code(code, reasons, &offsets)).into()),
            ("place", place.map(|place| self.place(place)).into()),
        ])
    }

    fn place(&self, place: &Stretch) -> Value {
        slim([
            ("document", self.document_id(place.document).into()),
            ("start", place.start.into()),
            ("before", text(&place.before)),
            ("after", text(&place.after)),
        ])
    }

    fn code(&self, code: &Code, reasons: Option<&Reasons>, offsets: &Offsets<'_>) -> Value {
        let note = |framing: usize| {
            let Some(note) = &code.notes[framing] else { return Value::Null };
            slim([("text", (&*note.text).into()), ("sources", self.places(&note.sources))])
        };
        // Kept where no framing is in it: background was coded too. Left out where nobody coded it.
        let hand = code.is_by_hand().then(|| ("frames", self.frames(code.frames)));
        Value::members(hand.into_iter().collect()).and(slim([
            ("engine", self.of_each(|framing| word(VERDICTS, code.engine[framing]).into())),
            ("notes", self.of_each(note)),
            ("reasons", reasons.map(|reasons| self.reasons(reasons, offsets)).into()),
        ]))
    }

    fn reasons(&self, reasons: &Reasons, offsets: &Offsets<'_>) -> Value {
        let cue = |cue: &Cue| {
            let [start, end] = ends(offsets, cue.start..cue.end);
            slim([start, end, ("by", text(&cue.by)), ("rule", cue.rule.map(|rule| self.rule_number(rule)).into())])
        };
        let finding = |framing: usize| {
            let finding = &reasons.engine[framing];
            slim([
                ("certainty", word(CERTAINTIES, finding.certainty).into()),
                ("cues", finding.cues.iter().map(cue).collect()),
                ("reason", text(&finding.reason)),
            ])
        };
        Value::object([("hand", (&*reasons.hand).into())]).and(slim([
            ("rules", reasons.rules.iter().map(|rule| self.rule_number(*rule)).collect()),
            ("engine", self.of_each(finding)),
        ]))
    }

    fn event(&self, event: &Event) -> Value {
        let dating = |dating: &Dating| {
            slim([
                ("sources", self.places(&dating.sources)),
                ("printed", text(&dating.printed)),
                ("from", (&*dating.from).into()),
                ("to", Some(&*dating.to).filter(|to| *to != dating.from).into()),
                ("precision", word(PRECISIONS, dating.precision).into()),
                ("basis", text(&dating.basis)),
            ])
        };
        slim([
            ("id", (&*event.id).into()),
            ("what", (&*event.what).into()),
            ("who", event.who.iter().map(|index| self.actor_id(*index)).collect()),
            ("frames", self.frames(event.frames)),
            ("datings", event.datings.iter().map(dating).collect()),
        ])
    }

    fn question(&self, question: &Question) -> Value {
        let position = |position: &Position| {
            let [actor, other] = match &position.who {
                Holder::Actor(index) => [self.actor_id(*index).into(), Value::Null],
                Holder::Other(words) => [Value::Null, (&**words).into()],
            };
            slim([
                ("holds", (&*position.holds).into()),
                ("actor", actor),
                ("other", other),
                ("quoted", position.quoted.into()),
                ("text", text(&position.text)),
                ("sources", self.places(&position.sources)),
                ("printedDate", stated(&position.printed_date)),
                ("earlier", text(&position.earlier)),
                ("earlierSources", self.places(&position.earlier_sources)),
            ])
        };
        slim([
            ("id", (&*question.id).into()),
            ("asks", (&*question.asks).into()),
            ("frames", self.frames(question.frames)),
            ("positions", question.positions.iter().map(position).collect()),
        ])
    }

    fn comparison(&self, comparison: &Comparison) -> Value {
        let sides = [comparison.first, comparison.second].map(|index| self.story.documents.get(usize::from(index)));
        slim([
            ("first", self.document_id(comparison.first).into()),
            ("second", self.document_id(comparison.second).into()),
            ("summary", comparison.summary.into()),
            ("rows", comparison.rows.iter().map(|compared| row(sides, compared)).collect()),
        ])
    }
}

impl Writer<'_> {
    fn overruled(&self, overruled: &Overruled) -> Value {
        let document = self.story.documents.get(usize::from(overruled.document));
        let block = document.and_then(|document| document.blocks.get(document.block_at(overruled.line)?));
        let offsets = Offsets::new(block.map_or("", |block| &block.text));
        let span = Some(ends(&offsets, overruled.start..overruled.end)).filter(|_| overruled.what != Corrected::Block);
        let head = [
            ("document", self.document_id(overruled.document).into()),
            ("line", overruled.line.into()),
            ("what", word(CORRECTED, overruled.what).into()),
        ];
        let said = [("engine", text(&overruled.engine)), ("hand", text(&overruled.hand))];
        without_empty(head.into_iter().chain(span.into_iter().flatten()).chain(said).collect())
    }
}

fn block_of(document: Option<&Document>, index: u16) -> Option<&Block> {
    document?.blocks.get(usize::from(index))
}

fn lines(document: Option<&Document>, blocks: &[u16]) -> Value {
    blocks.iter().map(|index| block_of(document, *index).map_or(0, |block| block.line)).collect()
}

/// The words of the only block there is.
fn text_of<'d>(document: Option<&'d Document>, blocks: &[u16]) -> &'d str {
    blocks.first().and_then(|index| block_of(document, *index)).map_or("", |block| &block.text)
}

/// A row of a comparison; its blocks by their lines.
fn row([first, second]: [Option<&Document>; 2], row: &Row) -> Value {
    let [one, other] = [text_of(first, &row.first), text_of(second, &row.second)].map(Offsets::new);
    let change = |change: Option<Change>| Value::from(change.map(|change| word(CHANGES, change)));
    let run = |run: &Run| {
        slim([
            ("firstEnd", one.units(run.first_end).into()),
            ("secondEnd", other.units(run.second_end).into()),
            ("change", change(run.change)),
        ])
    };
    slim([
        ("first", lines(first, &row.first)),
        ("second", lines(second, &row.second)),
        ("change", change(row.change)),
        ("runs", row.runs.iter().map(run).collect()),
        ("note", text(&row.note)),
    ])
}

/// The members `start` and `end` of a span of bytes.
fn ends(offsets: &Offsets<'_>, span: Range<u32>) -> [(&'static str, Value); 2] {
    [("start", offsets.units(span.start).into()), ("end", offsets.units(span.end).into())]
}
