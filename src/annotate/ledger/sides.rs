//! Whose people a count is of, where only both sides of the article say so: "34 dead on **their** side" of one state's
//! minister is of the other one, if the article counts the people of two.

use crate::annotate::entities::Entities;
use crate::annotate::figures::Figure;
use crate::annotate::sources::Source;
use crate::document::Document;
use crate::layer::Layer;
use crate::span::{EntityId, FigureId, TokenRange};
use crate::wire::EntityKind;

/// Figures of the article that are asked for the sides in it.
const ASKED: usize = 64;

/// The side of each figure: its own, or the one that its source fights.
pub(super) fn of_all(
    doc: &Document,
    figures: &Layer<Figure>,
    sources: &[Option<Source>],
    entities: &Entities,
) -> Vec<Option<EntityId>> {
    let mut told: Vec<EntityId> = Vec::new();
    for side in figures.iter().take(ASKED).filter_map(|figure| figure.side) {
        if !told.contains(&side) {
            told.push(side);
        }
    }
    let opponent = |id: usize| {
        let figure = &figures[FigureId::at(id).index()];
        let [one, other] = told[..] else { return None };
        let own = party(entities, sources.get(id)?.as_ref()?.entity?, [one, other])?;
        is_of_others(doc, figure).then_some(if own == one { other } else { one })
    };
    figures.iter().enumerate().map(|(i, figure)| figure.side.or_else(|| opponent(i))).collect()
}

/// Which of the two sides someone speaks for.
fn party(entities: &Entities, speaker: EntityId, sides: [EntityId; 2]) -> Option<EntityId> {
    let country = entities.get(speaker).country;
    let is_of = |side: &EntityId| {
        *side == speaker
            || entities.get(speaker).kind != EntityKind::Place
                && country.is_some()
                && entities.get(*side).country == country
    };
    let mut found = sides.into_iter().filter(is_of);
    found.next().filter(|_| found.next().is_none())
}

/// "34 dead on their side", "12 enemy soldiers".
fn is_of_others(doc: &Document, figure: &Figure) -> bool {
    const BEHIND: usize = 5;
    let enemy = |i: usize| doc.is_one_of(i, &["enemy", "enemies", "opposing"]);
    let tokens = doc.tokens_in(figure.span);
    let their = |i: &usize| {
        let whose = doc.is_one_of(i + 1, &["their", "other", "enemy"]) || doc.folded(i + 2) == "other";
        doc.folded(*i) == "on" && whose && (i + 2..i + 4).any(|j| doc.folded(j) == "side")
    };
    tokens.iter().any(enemy) || near(tokens.end, BEHIND).iter().any(|i| their(&i))
}

fn near(at: usize, reach: usize) -> TokenRange {
    TokenRange::new(at, at + reach)
}
