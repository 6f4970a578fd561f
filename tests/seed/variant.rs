//! The seed with its people, places, bodies and numbers swapped for others, by a seeded draw.
//!
//! The same swaps are made in the article and in what is expected of it. Odd variants are wrapped
//! anew; in even ones the new words stand where the old ones did, so that lines are ragged.

use crate::names;
use serde_json::{Value, json};

/// Whether the parts of the variant sum to its whole.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Sum {
    Holds,
    Broken,
}

/// A small generator (splitmix64): the same seed draws the same variant everywhere.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }

    /// So many different items.
    fn some<T: Copy>(&mut self, of: &[T], count: usize) -> Vec<T> {
        let mut left = of.to_vec();
        (0..count).map(|_| left.swap_remove(self.below(left.len() as u64) as usize)).collect()
    }
}

/// Variant `seed` of the article and of what is expected of it.
pub(crate) fn variant(article: &str, expected: &Value, seed: u64, sum: Sum) -> (String, Value) {
    let mut draw = Draw(seed);
    let mut swaps = name_swaps(&mut draw);
    let counts = Counts::draw(&mut draw, sum);
    swaps.extend(counts.swaps());
    // The longest first, so that "Nagorno-Karabakh" is not taken for a "Karabakh".
    swaps.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));

    let mut used = vec![false; swaps.len()];
    let swapped = swap(article, &swaps, &mut used);
    for (used, (old, _)) in used.iter().zip(&swaps) {
        assert!(used, "the seed has no {old:?}: the variants need an eye");
    }
    let article = if seed % 2 == 1 { rewrap(&swapped) } else { swapped };
    let mut expected = swap_values(expected, &swaps);
    counts.set(&mut expected);
    if sum == Sum::Broken {
        expected["never_adds_up"] = json!(true);
    }
    (article, expected)
}

type Swap = (String, String);

fn name_swaps(draw: &mut Draw) -> Vec<Swap> {
    let countries = draw.some(&names::COUNTRIES, 4);
    let (region, short) = draw.one(&names::REGIONS);
    let people = draw.some(&names::PERSONS, 2);
    let ministry = draw.one(&names::MINISTRIES);
    let (defense, defence) = draw.one(&names::DEFENCE);
    // Two bodies of one name would be one entity, and the seed has two.
    let defense = if defense == ministry { "Defense" } else { defense };
    let title = draw.one(&names::TITLES);
    let mut swaps: Vec<Swap> = Vec::new();
    let mut add = |old: &str, new: &str| swaps.push((old.to_string(), new.to_string()));
    let old = [
        ("Russia", "Moscow", "Russian"),
        ("Armenia", "", "Armenian"),
        ("Azerbaijan", "Baku", "Azeri"),
        ("Turkey", "", "Turkish"),
    ];
    for ((country, capital, demonym), (new_country, new_capital, new_demonym)) in old.into_iter().zip(&countries) {
        add(country, new_country);
        if !capital.is_empty() {
            add(capital, new_capital);
        }
        if country != "Armenia" {
            add(demonym, new_demonym);
        } else {
            add("Armenian Prime Minister", &format!("{new_demonym} {title}"));
            add("Armenian society", &format!("{new_demonym} society"));
        }
    }
    let force = draw.one(&names::REGION_FORCES);
    add("Nagorno-Karabakh", region);
    add("Karabakh", short);
    add("Karabakh army", &format!("{short} {force}"));
    add("Azeri army", &format!("{} {}", countries[2].2, draw.one(&names::STATE_FORCES)));
    add("Lachin", draw.one(&names::DISTRICTS));
    add("Black Sea", draw.one(&names::SEAS));
    add("Sochi", draw.one(&names::RESORTS));
    add("Nikol Pashinyan", &format!("{} {}", people[0].0, people[0].1));
    add("Pashinyan", people[0].1);
    add("Vladimir Putin", &format!("{} {}", people[1].0, people[1].1));
    add("Recep Tayyip Erdogan", draw.one(&names::LONG_NAMES));
    add("Foreign Ministry", &format!("{ministry} Ministry"));
    add("Defense Ministry", &format!("{defense} Ministry"));
    add("defence ministry", &format!("{defence} ministry"));
    swaps
}

/// The counts of the variant.
struct Counts {
    parts: (u64, u64),
    whole: u64,
    wounded: u64,
    force: u64,
}

impl Counts {
    fn draw(draw: &mut Draw, sum: Sum) -> Self {
        let most = draw.one(&[2, 4, 9, 40, 900]);
        let parts = (1 + draw.below(most), 2 + draw.below(most));
        let total = parts.0 + parts.1;
        let whole = match sum {
            Sum::Holds => total,
            // More than the sum, or less.
            Sum::Broken if draw.below(2) == 0 => total + 1 + draw.below(9),
            Sum::Broken => total - 1,
        };
        // Not a number that the killed have, so that "which of them" never arises.
        let wounded = whole + parts.0 + 7 + draw.below(60);
        Counts { parts, whole, wounded, force: 1000 + 100 * (1 + draw.below(80)) }
    }

    fn first(&self) -> (String, &'static str) {
        match self.parts.0 {
            1 => ("a".to_string(), "soldier"),
            many => (spelled(many), "soldiers"),
        }
    }

    fn swaps(&self) -> Vec<Swap> {
        let (number, soldiers) = self.first();
        [
            ("three people", format!("{} people", spelled(self.whole))),
            ("lost a soldier", format!("lost {number} {soldiers}")),
            ("two of its troops", format!("{} of its troops", spelled(self.parts.1))),
            ("19 troops", format!("{} troops", spelled(self.wounded))),
            ("2,000 peacekeepers", format!("{} peacekeepers", spelled(self.force))),
        ]
        .map(|(old, new)| (old.to_string(), new))
        .to_vec()
    }

    fn set(&self, expected: &mut Value) {
        let (number, soldiers) = self.first();
        let rows = [
            (self.whole, spelled(self.whole), "people"),
            (self.parts.0, number, soldiers),
            (self.parts.1, spelled(self.parts.1), "troops"),
            (self.wounded, spelled(self.wounded), "troops"),
        ];
        for (i, (count, number, victims)) in rows.into_iter().enumerate() {
            let figure = &mut expected["casualties"][i];
            figure["number"] = json!(number);
            (figure["low"], figure["high"]) = (json!(count), json!(count));
            figure["victims"] = json!(victims);
            // Equal numbers are told apart by the words that stand behind them.
            let behind = ["people dead", soldiers, "of its troops", "troops had been wounded"][i];
            figure["near"] = json!(format!("{number} {behind}"));
        }
        for (i, count) in [self.whole, self.parts.0, self.parts.1].into_iter().enumerate() {
            expected["ledger"][0]["claims"][i]["count"] = json!(count);
        }
        expected["ledger"][1]["claims"][0]["count"] = json!(self.wounded);
        if self.whole != self.parts.0 + self.parts.1 {
            expected["ledger"][0]["reading"] = json!("the parts do not sum to the whole");
        }
    }
}

/// A count as newspapers write it: in words up to ten, in digits with a comma from a thousand on.
fn spelled(count: u64) -> String {
    let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    match words.get(count as usize) {
        Some(word) => word.to_string(),
        None if count >= 1000 => format!("{},{:03}", count / 1000, count % 1000),
        None => count.to_string(),
    }
}

/// Makes all swaps in one go. Where a name was broken over two lines, its successor is, too.
fn swap(text: &str, swaps: &[Swap], used: &mut [bool]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let in_word = out.ends_with(char::is_alphanumeric);
        let hit = swaps.iter().enumerate().filter(|_| !in_word).find_map(|(i, (old, new))| {
            let len = read_length(rest, old)?;
            (!rest[len..].starts_with(char::is_alphanumeric)).then_some((i, len, new))
        });
        match hit {
            Some((i, len, new)) => {
                used[i] = true;
                let broken = rest[..len].contains('\n');
                out += &if broken { break_line(new) } else { new.clone() };
                rest = &rest[len..];
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

/// How many bytes of `text` read as `words`, which may be broken at a blank or after a hyphen.
fn read_length(text: &str, words: &str) -> Option<usize> {
    let mut at = 0;
    for c in words.chars() {
        let next = text[at..].chars().next()?;
        if next != c && !(c == ' ' && next == '\n') {
            return None;
        }
        at += next.len_utf8();
        if c == '-' && text[at..].starts_with('\n') {
            at += 1;
        }
    }
    Some(at)
}

fn break_line(name: &str) -> String {
    match name.find([' ', '-']) {
        Some(at) if name[at..].starts_with(' ') => format!("{}\n{}", &name[..at], &name[at + 1..]),
        Some(at) => format!("{}\n{}", &name[..=at], &name[at + 1..]),
        None => name.to_string(),
    }
}

/// Wraps every paragraph of several lines anew, at blanks and after hyphens.
fn rewrap(article: &str) -> String {
    let mut out = String::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let flush = |paragraph: &mut Vec<&str>, out: &mut String| {
        if !paragraph.is_empty() {
            *out += &wrap(paragraph);
            out.push('\n');
        }
        paragraph.clear();
    };
    for line in article.lines() {
        if line.trim().is_empty() || line.starts_with(' ') {
            flush(&mut paragraph, &mut out);
        }
        if line.trim().is_empty() {
            out += line;
            out.push('\n');
        } else {
            paragraph.push(line);
        }
    }
    flush(&mut paragraph, &mut out);
    out
}

fn wrap(lines: &[&str]) -> String {
    if lines.len() == 1 {
        return lines[0].to_string();
    }
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let width = if longest < 60 { longest } else { 90 };
    let mut joined = String::new();
    for line in lines {
        let glue = joined.is_empty() || joined.ends_with('-');
        joined += if glue { "" } else { " " };
        joined += line;
    }
    let (mut out, mut column) = (String::new(), 0);
    for piece in joined.split_inclusive([' ', '-']) {
        let length = piece.trim_end().chars().count();
        if column > 1 && column + length > width {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            column = 0;
        }
        out += piece;
        column += piece.chars().count();
    }
    out
}

fn swap_values(value: &Value, swaps: &[Swap]) -> Value {
    match value {
        Value::String(text) => json!(swap(text, swaps, &mut vec![false; swaps.len()])),
        Value::Array(items) => items.iter().map(|item| swap_values(item, swaps)).collect(),
        Value::Object(fields) => fields.iter().map(|(name, v)| (name.clone(), swap_values(v, swaps))).collect(),
        other => other.clone(),
    }
}
