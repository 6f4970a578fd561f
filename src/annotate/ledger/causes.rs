//! What people died of: who died of hunger was not killed by shelling.

use super::view::View;
use crate::span::FigureId;

/// Whether the two counts are of deaths by different causes.
pub(super) fn differ(view: &View, a: FigureId, b: FigureId) -> bool {
    match (cause(view, a), cause(view, b)) {
        (Some(Cause::Illness(a)), Some(Cause::Illness(b))) => a != b,
        (Some(a), Some(b)) => a != b,
        _ => false,
    }
}

#[derive(PartialEq)]
enum Cause<'a> {
    /// "died of hunger"
    Illness(&'a str),
    /// "killed by shelling", "shot dead"
    Violence,
}

fn cause<'a>(view: &'a View, id: FigureId) -> Option<Cause<'a>> {
    let doc = view.doc;
    let cue = view.figure(id).cue.first()?;
    let violent = ["killed", "killing", "kills", "kill", "shot", "stabbed", "executed", "murdered"];
    if violent.contains(&doc.folded(cue.start)) {
        return Some(Cause::Violence);
    }
    // Six were shot; 58 were treated, for wounds of any kind.
    if doc.folded(cue.start) == "treated" {
        return Some(Cause::Illness("treated"));
    }
    let wounds = ["wounds", "injuries", "burns", "gunshot", "their", "his", "her", "the", "a"];
    let of = cue.end;
    let illness = doc.is_one_of(cue.start, &["died", "deaths", "die", "dying", "dead"])
        && matches!(doc.folded(of), "of" | "from")
        && !wounds.contains(&doc.folded(of + 1))
        && !doc.case(of + 1).is_capitalised();
    illness.then(|| Cause::Illness(doc.folded(of + 1)))
}
