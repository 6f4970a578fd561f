//! An annotated article: the document and its layers, and how they become wire objects.

use crate::annotate::dates::Date;
use crate::annotate::entities::{Entities, Mention};
use crate::annotate::figures::Figure;
use crate::annotate::ledger::Claim;
use crate::annotate::notes::Note;
use crate::annotate::quantities::Quantity;
use crate::annotate::quotes::Quote;
use crate::annotate::sources::Source;
use crate::annotate::speakers::Speaker;
use crate::document::{BlockRole, Document};
use crate::layer::Layer;
use crate::offsets::{OffsetUnit, Offsets};
use crate::span::{
    BlockId, ClaimId, DateId, EntityId, FigureId, MentionId, NoteId, QuantityId, QuoteId, SentenceId, Span, TokenRange,
};
use crate::wire;

/// A document and its layers.
#[derive(Clone, Debug)]
pub struct Article<'t> {
    /// The text with its blocks, sentences and tokens.
    pub doc: Document<'t>,
    /// Dates.
    pub dates: Layer<Date>,
    /// Who and what the text names, and where.
    pub entities: Entities,
    /// What was said.
    pub quotes: Layer<Quote>,
    /// Pronouns and descriptions that stand for somebody named.
    pub references: Layer<Mention>,
    /// Who said each quote.
    pub speakers: Vec<Option<Speaker>>,
    /// How many people were harmed.
    pub figures: Layer<Figure>,
    /// Other counts.
    pub quantities: Layer<Quantity>,
    /// Who claims each figure.
    pub sources: Vec<Option<Source>>,
    /// The figures side by side.
    pub ledger: Vec<Claim>,
    /// What the copy desk should look at.
    pub notes: Vec<Note>,
}

impl Article<'_> {
    /// All mentions: names, and the pronouns and descriptions that stand for them.
    pub fn mentions(&self) -> Layer<Mention> {
        Layer::new(self.entities.mentions.iter().chain(&self.references).cloned().collect())
    }

    /// The article as the public JSON has it, offsets in `unit`. What was given in with the text
    /// (`id`, `title`, `published`, `text`) is the caller's to fill in.
    pub fn to_wire(&self, unit: OffsetUnit) -> wire::Article {
        let offsets = Offsets::new(self.doc.text, unit);
        let at = |span: Span| wire::Range { start: offsets.get(span.start), end: offsets.get(span.end) };
        let tokens = |range: TokenRange| at(self.doc.span_of(range));
        let mentions = self.mentions();
        let mention_id = |span: Span| mentions.at(span).map(|(i, _)| MentionId::at(i).text());
        let id = |entity: Option<EntityId>| entity.map(EntityId::text);
        let mut mentions_of = vec![Vec::new(); self.entities.list.len()];
        for (i, mention) in mentions.iter().enumerate() {
            if let Some(of) = mention.entity.and_then(|e| mentions_of.get_mut(e.index())) {
                of.push(MentionId::at(i).text());
            }
        }
        let automatic = wire::Origin::Automatic;

        wire::Article {
            version: wire::VERSION,
            engine: concat!("newsmark ", env!("CARGO_PKG_VERSION")).to_string(),
            offset_unit: unit,
            id: None,
            title: None,
            published: None,
            text: None,
            length: offsets.get(self.doc.text.len() as u32),
            blocks: each(&self.doc.blocks, |i, block| {
                let wire::Range { start, end } = at(block.span);
                wire::Block { id: BlockId::at(i).text(), start, end, role: role(block.role) }
            }),
            sentences: each(&self.doc.sentences, |i, sentence| {
                let wire::Range { start, end } = at(sentence.span);
                wire::Sentence { id: SentenceId::at(i).text(), start, end, block: sentence.block.text() }
            }),
            entities: each(&self.entities.list, |i, entity| wire::Entity {
                id: EntityId::at(i).text(),
                kind: entity.kind,
                name: entity.name.clone(),
                role: entity.role.clone(),
                country: entity.country.map(|code| code.iter().map(|b| char::from(*b)).collect()),
                lat: entity.position.map(|(lat, _)| degrees(lat)),
                lon: entity.position.map(|(_, lon)| degrees(lon)),
                mentions: std::mem::take(&mut mentions_of[i]),
            }),
            mentions: each(&mentions, |i, mention| {
                let wire::Range { start, end } = at(mention.span);
                wire::Mention {
                    id: MentionId::at(i).text(),
                    start,
                    end,
                    entity: id(mention.entity),
                    kind: mention.kind,
                    form: mention.form,
                    certainty: mention.certainty,
                    origin: automatic,
                    rule: mention.rule.into(),
                }
            }),
            quotes: each(&self.quotes, |i, quote| {
                let wire::Range { start, end } = at(quote.span);
                wire::Quote {
                    id: QuoteId::at(i).text(),
                    kind: quote.kind,
                    start,
                    end,
                    content: quote.content.iter().map(|span| at(*span)).collect(),
                    clause: quote.clause.map(at),
                    marks: quote.marks,
                    cue: quote.cue.map(tokens),
                    speaker: self.speakers.get(i).copied().flatten().map(|speaker| {
                        let wire::Range { start, end } = at(speaker.span);
                        wire::Speaker {
                            start,
                            end,
                            mention: mention_id(speaker.span),
                            entity: id(speaker.entity),
                            certainty: speaker.certainty,
                        }
                    }),
                    continues: quote.continues.map(QuoteId::text),
                    origin: automatic,
                    rule: quote.rule.clone(),
                }
            }),
            figures: each(&self.figures, |i, figure| {
                let wire::Range { start, end } = at(figure.span);
                wire::Figure {
                    id: FigureId::at(i).text(),
                    kind: figure.kind,
                    start,
                    end,
                    number: tokens(figure.number),
                    cue: figure.cue.iter().map(|cue| tokens(*cue)).collect(),
                    low: figure.low,
                    high: figure.high,
                    bound: figure.bound,
                    victims: figure.victims.map(|victims| {
                        let wire::Range { start, end } = tokens(victims);
                        wire::Victims { start, end, entity: id(figure.victims_entity) }
                    }),
                    side: id(figure.side),
                    source: self.sources.get(i).and_then(Option::as_ref).map(|source| {
                        let wire::Range { start, end } = at(source.span);
                        wire::Source {
                            start,
                            end,
                            mention: mention_id(source.span),
                            entity: id(source.entity),
                            quote: source.quote.map(QuoteId::text),
                            cue: source.cue.map(tokens),
                            certainty: source.certainty,
                        }
                    }),
                    hedged: figure.hedged,
                    date: figure.date.map(DateId::text),
                    place: id(figure.place),
                    origin: automatic,
                    rule: figure.rule.into(),
                }
            }),
            ledger: each(&self.ledger, |i, claim| wire::Claim {
                id: ClaimId::at(i).text(),
                kind: claim.kind,
                place: id(claim.place),
                date: claim.date.map(DateId::text),
                side: id(claim.side),
                low: claim.low,
                high: claim.high,
                figures: claim.figures.iter().map(|figure| figure.text()).collect(),
                relations: claim
                    .relations
                    .iter()
                    .map(|relation| wire::Relation {
                        reading: relation.reading,
                        whole: relation.whole.map(FigureId::text),
                        figures: relation.figures.iter().map(|figure| figure.text()).collect(),
                        note: relation.note.clone(),
                    })
                    .collect(),
            }),
            dates: each(&self.dates, |i, date| {
                let wire::Range { start, end } = at(date.span);
                wire::Date { id: DateId::at(i).text(), start, end, value: date.value.clone(), rule: date.rule.into() }
            }),
            quantities: each(&self.quantities, |i, quantity| {
                let wire::Range { start, end } = at(quantity.span);
                wire::Quantity {
                    id: QuantityId::at(i).text(),
                    start,
                    end,
                    kind: quantity.kind.into(),
                    low: quantity.low,
                    high: quantity.high,
                    bound: quantity.bound,
                    unit: quantity.unit.clone(),
                    rule: quantity.rule.into(),
                }
            }),
            notes: each(&self.notes, |i, note| {
                let wire::Range { start, end } = at(note.span);
                wire::Note {
                    id: NoteId::at(i).text(),
                    kind: note.kind.into(),
                    start,
                    end,
                    items: note.items.clone(),
                    message: note.message.clone(),
                }
            }),
        }
    }
}

fn each<T, W>(items: &[T], mut wire: impl FnMut(usize, &T) -> W) -> Vec<W> {
    items.iter().enumerate().map(|(i, item)| wire(i, item)).collect()
}

/// As far as the lists know them: to a tenth.
fn degrees(value: f32) -> f64 {
    (f64::from(value) * 10.0).round() / 10.0
}

fn role(role: BlockRole) -> wire::Role {
    match role {
        BlockRole::Headline => wire::Role::Headline,
        BlockRole::Byline => wire::Role::Byline,
        BlockRole::Dateline => wire::Role::Dateline,
        BlockRole::Caption => wire::Role::Caption,
        BlockRole::Credit => wire::Role::Credit,
        BlockRole::Link => wire::Role::Link,
        BlockRole::Related => wire::Role::Related,
        BlockRole::Body => wire::Role::Body,
    }
}
