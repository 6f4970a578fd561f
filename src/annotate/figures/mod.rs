//! Casualty figures: how many people were harmed.
//!
//! **Marks** every number of people killed, injured, missing, captured, detained or displaced:
//! `19 troops had been wounded`, `lost a soldier`, `a death toll of 45`, `no casualties`.
//!
//! **Does not mark** ages, dates, money, animals, rates; what could, would or may yet happen;
//! ordinals; a named victim ("a soldier, Ivo Lind, was killed" counts nobody); troops deployed,
//! which become quantities.
//!
//! **Rules in order of trust**: see [`frames`]. Numbers become counted phrases ([`phrases`]), harm
//! words become cues ([`cues`]), and each cue takes its phrases by the walk of its clause ([`subject`], [`lists`]).
//!
//! **Known misses**: victims without a number ("police killed protesters"); counts spread over
//! sentences without a harm word ("Eight in Homs."); what only the event tells ("went down with the ship").
//!
//! **Data**: `harms.tsv`, `person-nouns.tsv`, `not-people.tsv`, `function-words.tsv`, `hedges.tsv`, `say-verbs.tsv`,
//! `captors.tsv`, `fiction-words.tsv`, `flight-words.tsv`, `unreal.tsv`.
//!
//! **Follows** the casualty guidelines of this project: a figure is a number and a kind.

mod ages;
mod clause;
mod context;
mod counts;
mod cues;
mod doubt;
mod fiction;
mod fits;
mod frames;
pub(super) mod grammar;
mod lists;
mod nominal;
mod nouns;
mod phrases;
mod places;
mod set_phrases;
mod subject;
mod taken_up;
mod tolls;

use super::dates::Date;
use super::entities::Entities;
use super::numbers::Number;
use super::quantities::Quantity;
use crate::document::{BlockRole, Document};
use crate::layer::{Layer, Spanned};
use crate::lexicon::harms;
use crate::span::{DateId, EntityId, Span, TokenRange};
use crate::wire::{Bound, HarmKind};
use context::Sides;
use frames::Attached;
use grammar::Grammar;
use phrases::Phrase;

/// A count of people harmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What happened to them.
    pub kind: HarmKind,
    /// Bound words, number and victims.
    pub span: Span,
    /// The number's tokens.
    pub number: TokenRange,
    /// The words of harm.
    pub cue: Vec<TokenRange>,
    /// Smallest count claimed; `None`: open.
    pub low: Option<u64>,
    /// Largest count claimed; `None`: open.
    pub high: Option<u64>,
    /// How the number bounds the count.
    pub bound: Bound,
    /// Who was harmed.
    pub victims: Option<TokenRange>,
    /// The body or group that the victims are.
    pub victims_entity: Option<EntityId>,
    /// The party they belong to.
    pub side: Option<EntityId>,
    /// Whether the claim is given as unconfirmed.
    pub hedged: bool,
    /// When.
    pub date: Option<DateId>,
    /// Where.
    pub place: Option<EntityId>,
    /// Which rule decided.
    pub rule: &'static str,
}

impl Spanned for Figure {
    fn span(&self) -> Span {
        self.span
    }
}

/// More people than have ever lived (about 117 billion, Population Reference Bureau 2022): no count of victims.
/// It also keeps counts below what JavaScript numbers hold exactly.
const PEOPLE_EVER: f64 = 2e11;

/// Finds the casualty figures of `doc`, and what else is counted in it.
pub fn find(
    doc: &Document,
    numbers: &Layer<Number>,
    entities: &Entities,
    dates: &Layer<Date>,
) -> (Layer<Figure>, Vec<Quantity>) {
    let g = Grammar::new(doc, numbers);
    let phrases = phrases::find(&g);
    let cues = cues::find(&g);
    let clauses = clause::Clauses::new(&g, &phrases, &cues);
    let mut attached = frames::attach(&clauses);
    attached.retain(|a| {
        !matches!(
            doc.block(doc.block_at(phrases[a.phrase].number.start)).role,
            BlockRole::Link | BlockRole::Credit | BlockRole::Byline
        )
    });
    attached.retain(|a| !fiction::is_told(&g, &a.cue) && !fiction::in_title(&g, phrases[a.phrase].number.start));
    let sides = Sides::new(entities);
    let mut taken = vec![false; phrases.len()];
    let figures = settle(&phrases, attached)
        .into_iter()
        .map(|harm| {
            let phrase = &phrases[harm.phrase];
            taken[harm.phrase] = true;
            figure(&g, phrase, harm, &sides, dates)
        })
        .collect();
    (Layer::new(figures), counts::find(&g, &phrases, &taken))
}

/// One harm of one phrase.
struct Harm {
    phrase: usize,
    kind: HarmKind,
    cues: Vec<TokenRange>,
    hedged: bool,
    rule: &'static str,
}

/// One figure a phrase and kind; weak cues give way, and "lives" name no victims of their own.
fn settle(phrases: &[Phrase], mut attached: Vec<Attached>) -> Vec<Harm> {
    // By phrase, strong before weak, then in the order found.
    crate::sort::by_key(&mut attached, |a| (a.phrase, a.weak));
    let mut settled: Vec<Harm> = Vec::new();
    for a in attached {
        let last = settled.iter_mut().rev().take_while(|h| h.phrase == a.phrase);
        let mut same: Vec<&mut Harm> = last.collect();
        if let Some(harm) = same.iter_mut().find(|h| h.kind == a.cue.kind) {
            if !harm.cues.contains(&a.cue.tokens) {
                harm.cues.push(a.cue.tokens);
                crate::sort::by_key(&mut harm.cues, |cue| *cue);
            }
            harm.hedged |= a.hedged;
            continue;
        }
        let mut counts = phrases[a.phrase].low.iter().chain(&phrases[a.phrase].high).peekable();
        let countable = counts.peek().is_some() && counts.all(|count| *count <= PEOPLE_EVER);
        if a.weak && !same.is_empty() || !countable {
            continue;
        }
        settled.push(Harm {
            phrase: a.phrase,
            kind: a.cue.kind,
            cues: vec![a.cue.tokens],
            hedged: a.hedged,
            rule: rule(a.rule),
        });
    }
    // "lost 930 soldiers killed and wounded": not so many killed.
    let both: Vec<usize> = settled.iter().filter(|h| h.kind == HarmKind::Casualties).map(|h| h.phrase).collect();
    settled.retain(|h| h.kind != HarmKind::Killed || !both.contains(&h.phrase));
    settled
}

fn rule(name: &str) -> &'static str {
    match name {
        "counted-harm" => "figures/counted-harm",
        "described" => "figures/described",
        "subject" => "figures/subject",
        "object" => "figures/object",
        "passive" => "figures/passive",
        "participle" => "figures/participle",
        "listed" => "figures/listed",
        "of" => "figures/of",
        "toll" => "figures/toll",
        "compared" => "figures/compared",
        _ => "figures/part-of",
    }
}

fn figure(g: &Grammar, phrase: &Phrase, harm: Harm, sides: &Sides, dates: &Layer<Date>) -> Figure {
    let doc = g.doc;
    let whole = |value: Option<f64>| value.map(|v| v.round().max(0.0) as u64);
    let victims = phrase.head.filter(|head| !head.is_empty()).filter(|_| {
        !phrase.harm.is_some_and(|h| h.has(harms::NOUN | harms::LIVES) && phrase.counted == phrases::Counted::Things)
    });
    let span = doc
        .span_of(TokenRange::new(phrase.whole.start.min(phrase.number.start), phrase.whole.end.max(phrase.number.end)));
    let (victims_entity, side) = context::party(g, phrase, &harm.cues, sides);
    Figure {
        kind: harm.kind,
        span,
        number: phrase.number,
        low: whole(phrase.low),
        high: whole(phrase.high),
        bound: phrase.bound,
        victims,
        victims_entity,
        side,
        hedged: harm.hedged,
        // "five last year, against nine the year before"
        date: context::date(doc, phrase, dates)
            .filter(|d| harm.rule != "figures/compared" || dates[d.index()].tokens.start > phrase.number.start),
        place: context::place(g, phrase, &harm.cues, sides.entities),
        cue: harm.cues,
        rule: harm.rule,
    }
}
