//! Where places are. A name that several places have is the one in the country that the article speaks of most.

use super::Entity;
use crate::fold;
use crate::lexicon::{Entry, cities, countries, country_centres, namesakes};
use crate::maps::HashMap;
use crate::wire::EntityKind;

/// At most so many places of one name.
const MOST: usize = 8;

/// How much a place that nothing tells apart counts for the country it is likely in.
const LIKELY: usize = 1;
/// How much a country, its people or another sure sign counts.
const SURE: usize = 3;

/// Gives the places of `list` their coordinates, and those of ambiguous names their country.
pub(super) fn locate(list: &mut [Entity]) {
    let places: Vec<Vec<Place>> = list.iter().map(named).collect();
    let mut votes: HashMap<[u8; 2], usize> = HashMap::default();
    for (entity, places) in list.iter().zip(&places) {
        let weight = if places.len() > 1 { LIKELY } else { SURE };
        if let Some(code) = entity.country {
            *votes.entry(code).or_default() += weight;
        }
    }
    for (entity, places) in list.iter_mut().zip(places) {
        // "Paris, Texas" says itself where it is.
        let listed = places.first().map(|place| place.code);
        let told = entity.country.filter(|code| listed.is_some_and(|listed| listed != *code));
        let own = |place: &Place| usize::from(Some(place.code) == listed) * LIKELY;
        let likely = |place: &&Place| votes.get(&place.code).copied().unwrap_or(0).saturating_sub(own(place));
        let place = match told {
            Some(code) => places.iter().find(|place| place.code == code),
            // Of as many votes, the first and largest.
            None => places.iter().rev().max_by_key(likely),
        };
        if let Some(place) = place {
            entity.country = Some(place.code);
            entity.position = place.position;
        }
    }
}

/// One of the places of a name.
struct Place {
    code: [u8; 2],
    position: Option<(f32, f32)>,
}

impl Place {
    fn of(entry: Entry) -> Option<Place> {
        Some(Place { code: entry.code()?, position: position(entry.value()) })
    }
}

/// The places that an entity's name may be of, the largest first.
fn named(entity: &Entity) -> Vec<Place> {
    if entity.kind != EntityKind::Place {
        return Vec::new();
    }
    let mut name = String::new();
    fold::fold(&entity.name, &mut name);
    let is_country = countries::TABLE.has_tag(&name, countries::COUNTRY);
    if let Some(code) = entity.country.filter(|_| is_country) {
        let key: String = code.iter().map(|b| char::from(b.to_ascii_lowercase())).collect();
        let centre = country_centres::TABLE.get(&key).and_then(|entry| position(entry.value()));
        return vec![Place { code, position: centre }];
    }
    let listed = cities::TABLE.get(&name).and_then(Place::of);
    let others = (2..MOST).map_while(|n| namesakes::TABLE.get(&format!("{name} {n}")).and_then(Place::of));
    listed.into_iter().flat_map(|first| std::iter::once(first).chain(others.clone())).collect()
}

/// Degrees from tenths of them, as the lists count: see data/README.md.
fn position(value: u32) -> Option<(f32, f32)> {
    let tenths = value.checked_sub(1)?;
    Some(((tenths / 3600) as f32 / 10.0 - 90.0, (tenths % 3600) as f32 / 10.0 - 180.0))
}
