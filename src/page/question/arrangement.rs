//! Which question's card stands where in a note, and which bytes of the note it shows.
//!
//! Takes questions of a note; gives the layout in which the rest of the note is written, and for each question what its card
//! needs to know of its place. A card may stand in another's answer, and what follows a question up stands in its card. Must
//! not write HTML.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::guide::{Guide, QuestionEntry};
use crate::ids::{HeadingId, Id, NoteId, NoteQuestionId};
use crate::markdown::html::{Cut, Frame, Layout, Taken};
use crate::markdown::{Block, BlockKind, Inline, Place};
use crate::note::{Explicit, Note, Question, QuestionKey};
use crate::recognise;
use crate::span::{Span, Spans};

use super::gaps::{self, leaves};

/// How deep cards stand in each other; deeper ones stand beside those at this depth.
const DEEPEST: usize = 6;

/// The owner of bytes that nobody shows.
const NOBODY: usize = usize::MAX;

/// Questions of a note, arranged.
pub(super) struct Arrangement<'g> {
    /// In which the note is written around the cards.
    pub(super) layout: Layout<'g>,
    /// What stands at each cut.
    pub(super) groups: Vec<Group<'g>>,
    /// The position of the first question.
    first: usize,
    /// Each question that has a card.
    seats: Vec<Option<Seat>>,
    /// The anchors of cards.
    anchors: BTreeSet<String>,
}

/// The cards that stand at one place.
pub(super) struct Group<'g> {
    /// The blocks that they stand for.
    pub(super) blocks: &'g [Block],
    /// Their questions.
    pub(super) questions: Vec<NoteQuestionId>,
    /// The question that shows them in an answer which stands apart from it.
    pub(super) within: Option<NoteQuestionId>,
}

impl Group<'_> {
    /// Whether the blocks hold more than one card's affair: several questions, or terms among others.
    pub(super) fn is_shared(&self) -> bool {
        self.questions.len() > 1 || matches!(self.blocks, [Block { kind: BlockKind::Definitions(_), .. }])
    }
}

/// A question's place among the others.
#[derive(Default)]
pub(super) struct Seat {
    /// It and those that it stands in: whose bytes are not left out of what it shows.
    pub(super) owners: Vec<usize>,
    /// The group that it stands in, unless its parent shows it.
    pub(super) group: Option<usize>,
    /// The questions that its card shows below it.
    pub(super) follow_ups: Vec<NoteQuestionId>,
    /// The anchors of headings that it shows in another form.
    pub(super) headings: Vec<HeadingId>,
    /// The question in whose list it stands.
    holder: Option<NoteQuestionId>,
    depth: usize,
}

/// A question whose blocks are not at their end yet.
struct Open<'g> {
    question: NoteQuestionId,
    group: usize,
    place: Place,
    blocks: &'g [Block],
    /// The questions that its card shows below it, at any depth.
    below: Vec<NoteQuestionId>,
}

impl<'g> Arrangement<'g> {
    /// Arranges the questions of a note, or those of a part of it that stand in each other.
    pub(super) fn new(guide: &'g Guide, id: NoteId, range: Range<usize>) -> Self {
        let note = &guide.notes[id];
        let mut arrangement =
            Self { layout: Layout::default(), groups: Vec::new(), first: range.start, seats: Vec::new(), anchors: BTreeSet::new() };
        arrangement.seats.resize_with(range.len(), || None);
        let mut open: Vec<Open<'g>> = Vec::new();
        for question in range.clone().map(NoteQuestionId::at) {
            if let Some(asked) = note.questions.find(question).filter(|asked| asked.explicit == Explicit::Yes) {
                arrangement.seat(note, question, asked, &mut open);
            }
        }
        let taken = arrangement.taken(note);
        let back = if arrangement.groups.is_empty() { Vec::new() } else { recognise::leads_back(&note.document) };
        arrangement.take_in(note);
        arrangement.release(&taken.iter().map(|taken| taken.span).collect());
        let Anchors { cards, running } = anchors(guide, id, range);
        arrangement.anchors = cards;
        let cuts = arrangement.groups.iter().enumerate().map(|(number, group)| {
            let within = group.within.map(Self::owner);
            Cut { blocks: group.blocks, number, within }
        });
        arrangement.layout = Layout::new(&note.document, &note.outline)
            .cut(cuts)
            .framed(frames(note))
            .anchored(running)
            .without(taken)
            .without(back.into_iter().map(|span| Taken { span, owner: NOBODY }))
            .naming(&arrangement.anchors);
        arrangement
    }

    /// The anchor of a question's card, unless a heading has that name.
    pub(super) fn anchor(&self, key: &QuestionKey) -> Option<String> {
        Some(key.anchor()).filter(|anchor| self.anchors.contains(anchor))
    }

    /// The seat of a question that has a card.
    pub(super) fn seat_of(&self, question: NoteQuestionId) -> Option<&Seat> {
        self.seats.get(question.position().checked_sub(self.first)?)?.as_ref()
    }

    pub(super) fn seat_mut(&mut self, question: NoteQuestionId) -> Option<&mut Seat> {
        self.seats.get_mut(question.position().checked_sub(self.first)?)?.as_mut()
    }

    /// The number of a question as the owner of bytes.
    pub(super) fn owner(question: NoteQuestionId) -> usize {
        question.position()
    }

    /// The questions that may have cards.
    pub(super) fn questions(&self) -> impl Iterator<Item = NoteQuestionId> + use<> {
        self.questions_from(NoteQuestionId::at(self.first))
    }

    /// The same from one of them on.
    pub(super) fn questions_from(&self, first: NoteQuestionId) -> impl Iterator<Item = NoteQuestionId> + use<> {
        (first.position()..self.first + self.seats.len()).map(NoteQuestionId::at)
    }

    fn seat(&mut self, note: &'g Note, question: NoteQuestionId, asked: &Question, open: &mut Vec<Open<'g>>) {
        open.retain(|outer| span_of(outer.blocks).is_some_and(|span| span.end > asked.span.start));
        if let Some(parent) = asked.parent.filter(|&parent| self.seat_of(parent).is_some()) {
            self.follow(question, parent);
            for outer in open.iter_mut().filter(|outer| outer.question == parent || outer.below.contains(&parent)) {
                outer.below.push(question);
            }
            return;
        }
        let blocks = without_rule(asked.place.of(&note.document));
        let Some(extent) = span_of(blocks) else { return self.stand(note, question, asked, blocks, open) };
        if let Some(outer) = open.last_mut()
            && outer.place.steps == asked.place.steps
        {
            if outer.place.blocks.start == asked.place.blocks.start {
                // Several questions in one block stand there one after another.
                let group = outer.group;
                let owners = Self::owners(note, open.split_last().map_or(&[], |(_, outer)| outer), asked, question);
                if let Some(group) = self.groups.get_mut(group) {
                    group.questions.push(question);
                    if blocks.len() > group.blocks.len() {
                        group.blocks = blocks;
                    }
                }
                return self.sit(question, Seat { owners, group: Some(group), ..Seat::default() });
            }
            // What begins in the middle of another's blocks and ends behind them ends those.
            if span_of(outer.blocks).is_some_and(|span| span.end < extent.end) {
                let kept = asked.place.blocks.start.saturating_sub(outer.place.blocks.start);
                outer.blocks = outer.blocks.get(..kept).unwrap_or_default();
                if let Some(group) = self.groups.get_mut(outer.group) {
                    group.blocks = outer.blocks;
                }
                open.pop();
            }
        }
        self.stand(note, question, asked, blocks, open);
    }

    /// Puts a question where its blocks stand.
    fn stand(&mut self, note: &'g Note, question: NoteQuestionId, asked: &Question, blocks: &'g [Block], open: &mut Vec<Open<'g>>) {
        if open.len() >= DEEPEST
            && let Some(outer) = open.last_mut()
        {
            outer.below.push(question);
            return self.follow(question, outer.question);
        }
        let group = self.groups.len();
        self.groups.push(Group { blocks, questions: vec![question], within: None });
        let owners = Self::owners(note, open, asked, question);
        self.sit(question, Seat { owners, group: Some(group), depth: open.len(), ..Seat::default() });
        open.push(Open { question, group, place: asked.place.clone(), blocks, below: Vec::new() });
    }

    /// Puts a question below the one that it follows up.
    fn follow(&mut self, question: NoteQuestionId, parent: NoteQuestionId) {
        let Some(above) = self.seat_of(parent) else { return };
        let holder = if above.depth < DEEPEST { parent } else { above.holder.unwrap_or(parent) };
        let depth = self.seat_of(holder).map_or(0, |holder| holder.depth + 1);
        let owners = above.owners.iter().copied().chain([Self::owner(question)]).collect();
        self.sit(question, Seat { owners, holder: Some(holder), depth, ..Seat::default() });
        if let Some(holder) = self.seat_mut(holder) {
            holder.follow_ups.push(question);
        }
    }

    fn sit(&mut self, question: NoteQuestionId, seat: Seat) {
        if let Some(empty) = question.position().checked_sub(self.first).and_then(|at| self.seats.get_mut(at)) {
            *empty = Some(seat);
        }
    }

    /// A question with those that it stands in.
    fn owners(note: &Note, open: &[Open<'g>], asked: &Question, question: NoteQuestionId) -> Vec<usize> {
        let holds = |below: &&NoteQuestionId| {
            let blocks = note.questions[**below].answers.iter().flat_map(|answer| &answer.blocks);
            blocks.flat_map(|place| place.of(&note.document)).any(|block| block.span.contains(asked.span))
        };
        let around = open.iter().flat_map(|outer| [&outer.question].into_iter().chain(outer.below.iter().filter(holds)));
        around.map(|&outer| Self::owner(outer)).chain([Self::owner(question)]).collect()
    }

    /// Gives back what stands behind a card and is none of its affair; what stands below a heading belongs to it.
    fn release(&mut self, taken: &Spans) {
        for group in self.groups.iter_mut().filter(|group| !matches!(group.blocks, [Block { kind: BlockKind::Heading(..), .. }, ..])) {
            while let [_, .., last] = group.blocks
                && !taken.touch(last.span)
                && let Some((_, kept)) = group.blocks.split_last()
            {
                group.blocks = kept;
            }
        }
    }

    /// The bytes that cards show, and what stands between these without saying more.
    fn taken(&mut self, note: &Note) -> Vec<Taken> {
        let mut taken = Vec::new();
        for question in self.questions().filter(|&question| self.seat_of(question).is_some()) {
            let owner = Self::owner(question);
            let stands = self.seat_of(question).is_some_and(|seat| seat.group.is_some());
            shown_by(note, &note.questions[question], stands, &mut |span| taken.push(Taken { span, owner }));
        }
        taken.sort_by_key(|taken| (taken.span.start, taken.span.end, taken.owner));
        let closed = gaps::closed(note, &taken);
        for (owner, heading) in closed.headings {
            if let Some(seat) = self.seat_mut(NoteQuestionId::at(owner)) {
                seat.headings.push(heading);
            }
        }
        taken.extend(closed.taken);
        taken
    }
}

/// The anchors of some questions of a note, but for those that headings have as names.
struct Anchors {
    /// Those of cards.
    cards: BTreeSet<String>,
    /// Those in running text, each with where it stands: of questions that have no card, and ids that questions had once.
    running: Vec<(u32, String)>,
}

fn anchors(guide: &Guide, id: NoteId, range: Range<usize>) -> Anchors {
    let note = &guide.notes[id];
    let headings: BTreeSet<&str> = note.document.headings.iter().map(|heading| heading.anchor.as_str()).collect();
    let mut anchors = Anchors { cards: BTreeSet::new(), running: Vec::new() };
    for question in range.map(NoteQuestionId::at) {
        let (Some(asked), Some(&known)) = (note.questions.find(question), guide.entries[id].questions.find(question)) else { continue };
        let known: &QuestionEntry = &guide.questions[known];
        let free = |key: &QuestionKey| Some(key.anchor()).filter(|anchor| !headings.contains(anchor.as_str()));
        match asked.explicit {
            Explicit::Yes => anchors.cards.extend(free(&known.key)),
            Explicit::No => anchors.running.extend(free(&known.key).map(|anchor| (asked.span.start, anchor))),
        }
        anchors.running.extend(known.former.iter().filter_map(free).map(|anchor| (asked.span.start, anchor)));
    }
    anchors
}

/// What sets callouts apart.
fn frames(note: &Note) -> impl Iterator<Item = Frame<'_>> {
    note.callouts.iter_ids().map(|(id, callout)| Frame {
        blocks: callout.place.of(&note.document),
        label: callout.span.start,
        name: callout.kind.name(),
        callout: id,
    })
}

/// The bytes that the card of a question shows apart from where they stand.
fn shown_by(note: &Note, question: &Question, stands: bool, take: &mut dyn FnMut(Span)) {
    let document = &note.document;
    let mut running = |inlines: &[Inline]| leaves(inlines, &mut |leaf| take(leaf.span));
    running(&question.words);
    for answer in &question.answers {
        running(&answer.lead);
    }
    for choice in &question.choices {
        take(choice.span);
    }
    let blocks = question.answers.iter().flat_map(|answer| &answer.blocks);
    for block in blocks.flat_map(|place| place.of(document)) {
        take(block.span);
    }
    let place = question.place.of(document);
    if let Some(Block { span, kind: BlockKind::Heading(..) }) = place.first().filter(|block| block.span.contains(question.span)) {
        take(*span);
    }
    if stands {
        // A rule parts what the card parts already.
        for rule in place.iter().filter(|block| matches!(block.kind, BlockKind::Rule)) {
            take(rule.span);
        }
    } else {
        for block in question.context.iter().flat_map(|place| place.of(document)) {
            take(block.span);
        }
    }
}

pub(super) fn span_of(blocks: &[Block]) -> Option<Span> {
    let (first, last) = (blocks.first()?, blocks.last()?);
    Some(first.span.join(last.span))
}

/// Blocks without the rule that they end with.
fn without_rule(blocks: &[Block]) -> &[Block] {
    match blocks.split_last() {
        Some((Block { kind: BlockKind::Rule, .. }, before)) => before,
        _ => blocks,
    }
}
