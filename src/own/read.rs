//! Lists as people keep them: tab-separated from a spreadsheet, or JSON.

use super::{OwnName, Problem};
use crate::Error;
use crate::wire::EntityKind;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::fmt;

/// More problems than anybody reads.
const MOST_PROBLEMS: usize = 1_000;

/// The order of the columns where no first line tells it.
const COLUMNS: [Field; 4] = [Field::Name, Field::Kind, Field::Canonical, Field::Country];

#[derive(Clone, Copy, PartialEq)]
enum Field {
    Name,
    Kind,
    Canonical,
    Country,
    /// A column of the user's that is not read.
    Unread,
}

/// A name as the list has it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Row {
    name: Option<String>,
    kind: Option<String>,
    canonical: Option<String>,
    country: Option<String>,
}

type Add<'a> = dyn FnMut(OwnName) -> Result<(), Error> + 'a;

/// Gives each name of `list` to `add`, and tells what could not be used.
pub(super) fn read(list: &str, add: &mut Add) -> Vec<Problem> {
    let list = list.strip_prefix('\u{FEFF}').unwrap_or(list);
    let mut rows = Rows { add, problems: Vec::new() };
    match list.trim_start().chars().next() {
        Some('[') => json(list, &mut rows),
        Some('{') => rows.problem(1, "a list in JSON is an array: [{\"name\": \"…\", \"kind\": \"…\"}]".to_string()),
        _ => tsv(list, &mut rows),
    }
    rows.problems
}

/// Takes rows one by one.
struct Rows<'a, 'b> {
    add: &'a mut Add<'b>,
    problems: Vec<Problem>,
}

impl Rows<'_, '_> {
    fn row(&mut self, line: usize, row: Row) {
        let added = name_of(row).and_then(|name| (self.add)(name).map_err(|error| error.to_string()));
        if let Err(message) = added {
            self.problem(line, message);
        }
    }

    fn problem(&mut self, line: usize, message: String) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { line, message });
        }
    }
}

fn tsv(list: &str, rows: &mut Rows) {
    let mut columns: Option<Vec<Field>> = None;
    for (i, line) in list.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if columns.is_none() {
            let named: Vec<Field> = line.split('\t').map(|cell| field(&unquoted(cell))).collect();
            let is_header = named.contains(&Field::Name) && (named.contains(&Field::Kind) || named.len() == 1);
            columns = Some(if is_header { named } else { COLUMNS.to_vec() });
            if is_header {
                continue;
            }
        }
        let mut row = Row::default();
        for (cell, column) in line.split('\t').zip(columns.iter().flatten()) {
            let cell = Some(unquoted(cell));
            match column {
                Field::Name => row.name = cell,
                Field::Kind => row.kind = cell,
                Field::Canonical => row.canonical = cell,
                Field::Country => row.country = cell,
                Field::Unread => {}
            }
        }
        rows.row(i + 1, row);
    }
}

fn field(cell: &str) -> Field {
    match cell.to_ascii_lowercase().as_str() {
        "name" => Field::Name,
        "kind" => Field::Kind,
        "canonical" => Field::Canonical,
        "country" => Field::Country,
        _ => Field::Unread,
    }
}

/// A cell as a spreadsheet means it: `"Bank ""Alfa"""` is Bank "Alfa".
fn unquoted(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\"").trim().to_string(),
        None => cell.to_string(),
    }
}

fn json(list: &str, rows: &mut Rows) {
    let mut array = serde_json::Deserializer::from_str(list);
    let read = array.deserialize_seq(Array { list, rows }).and_then(|()| array.end());
    if let Err(error) = read {
        let message = error.to_string();
        let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        rows.problem(error.line(), format!("from here on it is no JSON: {what}"));
    }
}

/// Reads the elements one by one, so that those before a fault are kept.
struct Array<'l, 'a, 'b, 'c> {
    list: &'l str,
    rows: &'a mut Rows<'b, 'c>,
}

impl<'de> Visitor<'de> for Array<'de, '_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an array of names")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut array: S) -> Result<(), S::Error> {
        let (mut line, mut counted) = (1, 0);
        while let Some(element) = array.next_element::<&'de RawValue>()? {
            let start = (element.get().as_ptr() as usize).saturating_sub(self.list.as_ptr() as usize);
            line += self.list.get(counted..start).map_or(0, |gap| gap.matches('\n').count());
            counted = start;
            match serde_json::from_str::<Row>(element.get()) {
                Ok(row) => self.rows.row(line, row),
                Err(_) => self.rows.problem(line, format!("{} is no name; write {EXAMPLE}", shortened(element.get()))),
            }
        }
        Ok(())
    }
}

const EXAMPLE: &str = "{\"name\": \"…\", \"kind\": \"…\", \"canonical\": \"…\"}, all strings";

fn name_of(row: Row) -> Result<OwnName, String> {
    let given = |cell: Option<String>| cell.map(|cell| cell.trim().to_string()).filter(|cell| !cell.is_empty());
    let (name, kind) = (given(row.name), given(row.kind));
    let name = name.ok_or("there is no name; give one, or take the line out")?;
    let Some(kind) = kind else {
        let commas = if name.contains(',') { "; columns are parted by tabs, not commas" } else { "" };
        return Err(format!("{} has no kind{commas}; {KINDS}", quoted(&name)));
    };
    let country = given(row.country).map(|code| country(&code)).transpose()?;
    Ok(OwnName { kind: kind_of(&kind)?, canonical: given(row.canonical), country, name })
}

const KINDS: &str = "write person, organization, place, facility, group, event, product or other, \
                     or never for a name that is not to be marked";

fn kind_of(word: &str) -> Result<Option<EntityKind>, String> {
    Ok(Some(match word.to_ascii_lowercase().as_str() {
        "person" => EntityKind::Person,
        "organization" | "organisation" => EntityKind::Organization,
        "place" => EntityKind::Place,
        "facility" => EntityKind::Facility,
        "group" => EntityKind::Group,
        "event" => EntityKind::Event,
        "product" => EntityKind::Product,
        "other" => EntityKind::Other,
        "never" => return Ok(None),
        _ => return Err(format!("{} is no kind; {KINDS}", quoted(word))),
    }))
}

fn country(code: &str) -> Result<[u8; 2], String> {
    match code.to_ascii_uppercase().as_bytes() {
        &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok([a, b]),
        _ => Err(format!("{} is no country code; write two letters, as ZA", quoted(code))),
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", shortened(words))
}

fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
