//! Compares an annotated article with what `expected.json` says, as its own "about" explains it.

use newsmark::OffsetUnit;
use newsmark::wire::{self, Reading};
use serde_json::Value;
use std::collections::BTreeSet;

/// Everything that differs, one line each.
pub(crate) fn failures(article: &str, expected: &Value) -> Vec<String> {
    let wire = newsmark::annotate(article).to_wire(OffsetUnit::Byte);
    let mut check = Check { text: article, wire: &wire, expected, failures: Vec::new() };
    check.structure();
    check.entities();
    check.quotes();
    check.not_speech();
    check.casualties();
    check.not_casualties();
    check.ledger();
    check.dates();
    check.desk_notes();
    check.failures
}

struct Check<'a> {
    text: &'a str,
    wire: &'a wire::Article,
    expected: &'a Value,
    failures: Vec<String>,
}

/// The words as they read: wrapped lines joined, marks of quotation left out.
fn normal(text: &str) -> String {
    let joined = text.replace("-\n", "-").split_whitespace().collect::<Vec<_>>().join(" ");
    let chars: Vec<char> = joined.chars().collect();
    let letter = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c| c.is_alphanumeric());
    let kept = chars.iter().enumerate().filter(|(i, c)| match c {
        '"' | '“' | '”' => false,
        '\'' | '‘' | '’' => letter(i.checked_sub(1)) && letter(Some(i + 1)),
        _ => true,
    });
    kept.map(|(_, c)| *c).collect::<String>().trim().to_string()
}

fn str<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_default()
}

/// How a word of the wire format is written.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).map(|v| v.as_str().unwrap_or_default().to_string()).unwrap_or_default()
}

impl Check<'_> {
    fn list(&self, name: &str) -> Vec<Value> {
        self.expected[name].as_array().cloned().unwrap_or_default()
    }

    fn read(&self, start: u32, end: u32) -> String {
        normal(&self.text[start as usize..end as usize])
    }

    fn fail(&mut self, what: String) {
        self.failures.push(what);
    }

    fn structure(&mut self) {
        for block in self.list("structure") {
            let (role, text) = (str(&block, "role"), normal(str(&block, "text")));
            let found = self.wire.blocks.iter().find(|b| self.read(b.start, b.end) == text);
            match found.map(|b| word(b.role)) {
                Some(read) if read == role => {}
                Some(read) => self.fail(format!("structure: {text:?} is {role}, read as {read}")),
                None => self.fail(format!("structure: no block {text:?} ({role})")),
            }
        }
    }

    /// All names of the expected entity that has `name`.
    fn names(&self, name: &str) -> Vec<String> {
        let also = |entity: &Value| -> Vec<String> {
            let also = entity["also"].as_array().cloned().unwrap_or_default();
            let names = also.iter().filter_map(Value::as_str).chain([str(entity, "name")]);
            names.map(str::to_string).collect()
        };
        let all = self.list("entities");
        let entity = all.iter().map(also).find(|names| names.iter().any(|n| n == name));
        entity.unwrap_or_else(|| vec![name.to_string()])
    }

    /// Whether the words, or the entity that they point at, are the entity called `name`.
    fn is(&self, name: &str, words: &str, entity: Option<&str>) -> bool {
        let names = self.names(name);
        let entity = self.wire.entities.iter().find(|e| Some(&*e.id) == entity);
        match entity {
            Some(entity) => names.contains(&entity.name),
            None => names.iter().any(|name| name == words),
        }
    }

    fn entities(&mut self) {
        for expected in self.list("entities") {
            let name = str(&expected, "name");
            let kind = str(&expected, "kind");
            let Some(entity) = self.wire.entities.iter().find(|e| e.name == name) else {
                self.fail(format!("entities: no {name:?} ({kind})"));
                continue;
            };
            if word(entity.kind) != kind {
                self.fail(format!("entities: {name:?} is {kind}, read as {}", word(entity.kind)));
            }
            if let Some(role) = expected["role"].as_str()
                && entity.role.as_deref() != Some(role)
            {
                self.fail(format!("entities: {name:?} has role {role:?}, read as {:?}", entity.role));
            }
            let least = expected["mentions_at_least"].as_u64().unwrap_or(1) as usize;
            if entity.mentions.len() < least {
                self.fail(format!("entities: {name:?} has {} mentions, not {least}", entity.mentions.len()));
            }
            let mentions: BTreeSet<String> = self
                .wire
                .mentions
                .iter()
                .filter(|m| m.entity.as_deref() == Some(&*entity.id))
                .map(|m| self.read(m.start, m.end))
                .collect();
            for also in expected["also"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                if !mentions.contains(also) {
                    self.fail(format!("entities: no {also:?} among the mentions of {name:?}: {mentions:?}"));
                }
            }
        }
    }

    fn quotes(&mut self) {
        let expected = self.list("quotes");
        let mut used = BTreeSet::new();
        for quote in &expected {
            let (text, kind) = (normal(str(quote, "text")), str(quote, "kind"));
            let open = quote["at_least"].as_bool().unwrap_or(false);
            let fits = |words: &str| if open { words.contains(&text) } else { words == text };
            let candidates: Vec<&wire::Quote> =
                self.wire.quotes.iter().filter(|q| fits(&self.read(q.start, q.end))).collect();
            // Equal words twice: take the one of this kind that is not taken yet.
            let found = candidates
                .iter()
                .find(|q| word(q.kind) == kind && !used.contains(&q.id))
                .or_else(|| candidates.first())
                .map(|q| (*q).clone());
            let Some(found) = found else {
                self.fail(format!("quotes: no {kind} {text:?}"));
                continue;
            };
            used.insert(found.id.clone());
            if word(found.kind) != kind {
                self.fail(format!("quotes: {text:?} is {kind}, read as {} ({})", word(found.kind), found.rule));
            }
            if let Some(marks) = quote["marks"].as_str()
                && word(found.marks) != marks
            {
                self.fail(format!("quotes: marks of {text:?} are {marks}, read as {}", word(found.marks)));
            }
            let name = str(quote, "speaker");
            let Some(speaker) = &found.speaker else {
                self.fail(format!("quotes: {text:?} has no speaker, should be {name:?}"));
                continue;
            };
            let words = self.read(speaker.start, speaker.end);
            if !self.is(name, &words, speaker.entity.as_deref()) {
                let entity = self.entity_name(speaker.entity.as_deref());
                self.fail(format!("quotes: speaker of {text:?} is {name:?}, read as {words:?} = {entity:?}"));
            }
            if let Some(via) = quote["via"].as_str()
                && via != words
            {
                self.fail(format!("quotes: speaker of {text:?} stands there as {via:?}, read as {words:?}"));
            }
        }
        let extra: Vec<String> = self
            .wire
            .quotes
            .iter()
            .filter(|q| matches!(word(q.kind).as_str(), "direct" | "mixed") && !used.contains(&q.id))
            .map(|q| format!("quotes: {} {:?} ({}) is none", word(q.kind), self.read(q.start, q.end), q.rule))
            .collect();
        self.failures.extend(extra);
    }

    fn entity_name(&self, id: Option<&str>) -> Option<String> {
        self.wire.entities.iter().find(|e| Some(&*e.id) == id).map(|e| e.name.clone())
    }

    fn not_speech(&mut self) {
        let listed: Vec<String> = self.list("not_speech").iter().map(|q| normal(str(q, "text"))).collect();
        let wrong: Vec<String> = self
            .wire
            .quotes
            .iter()
            .filter_map(|quote| {
                let (text, kind) = (self.read(quote.start, quote.end), word(quote.kind));
                let term = kind == "term";
                (listed.contains(&text) != term).then(|| format!("not speech: {text:?} is {kind} ({})", quote.rule))
            })
            .collect();
        self.failures.extend(wrong);
    }

    fn casualties(&mut self) {
        let mut used = BTreeSet::new();
        for expected in self.list("casualties") {
            let number = str(&expected, "number");
            let near = expected["near"].as_str().map(normal);
            let label = format!("casualties: {number:?} {}", str(&expected, "kind"));
            let found = self.wire.figures.iter().find(|figure| {
                let around = self.around(figure);
                self.read(figure.number.start, figure.number.end) == number
                    && !used.contains(&figure.id)
                    && near.as_ref().is_none_or(|near| around.contains(near.as_str()))
            });
            let Some(figure) = found.cloned() else {
                self.fail(format!("{label}: not found"));
                continue;
            };
            used.insert(figure.id.clone());
            let read = (word(figure.kind), figure.low, figure.high, word(figure.bound));
            let wanted = (
                str(&expected, "kind").to_string(),
                expected["low"].as_u64(),
                expected["high"].as_u64(),
                str(&expected, "bound").to_string(),
            );
            if read != wanted {
                self.fail(format!("{label}: {wanted:?}, read as {read:?} ({})", figure.rule));
            }
            let victims = figure.victims.as_ref().map(|v| self.read(v.start, v.end));
            if expected.get("victims").is_some_and(|wanted| wanted.as_str() != victims.as_deref()) {
                self.fail(format!("{label}: victims {}, read as {victims:?}", expected["victims"]));
            }
            self.source(&label, &expected["source"], &figure);
            if let Some(side) = expected["side"].as_str()
                && !self.is(side, "", figure.side.as_deref())
            {
                self.fail(format!("{label}: side {side:?}, read as {:?}", self.entity_name(figure.side.as_deref())));
            }
        }
        let extra: Vec<String> = self
            .wire
            .figures
            .iter()
            .filter(|figure| !used.contains(&figure.id))
            .map(|f| format!("casualties: {} {:?} ({}) is none", word(f.kind), self.read(f.start, f.end), f.rule))
            .collect();
        self.failures.extend(extra);
    }

    /// The words of a figure with some on both sides.
    fn around(&self, figure: &wire::Figure) -> String {
        let sentence = self.wire.sentences.iter().find(|s| s.start <= figure.start && figure.start < s.end);
        let (start, end) = sentence.map_or((figure.start, figure.end), |s| (s.start, s.end));
        self.read(start, end)
    }

    fn source(&mut self, label: &str, expected: &Value, figure: &wire::Figure) {
        let read = figure.source.as_ref().map(|s| (self.read(s.start, s.end), s.entity.clone()));
        let right = match (expected.as_str(), &read) {
            (None, None) => true,
            (Some(name), Some((words, entity))) => self.is(name, words, entity.as_deref()),
            _ => false,
        };
        if !right {
            let entity = read.as_ref().and_then(|(_, entity)| self.entity_name(entity.as_deref()));
            self.fail(format!("{label}: source {expected}, read as {:?} = {entity:?}", read.map(|(words, _)| words)));
        }
    }

    fn not_casualties(&mut self) {
        for expected in self.list("not_casualties") {
            let text = str(&expected, "text");
            let wrong = self.wire.figures.iter().find(|f| {
                let words = self.read(f.start, f.end);
                words.contains(text) || text.contains(words.as_str()) && self.around(f).contains(text)
            });
            if let Some(figure) = wrong {
                self.fail(format!("not casualties: {text:?} read as {} ({})", word(figure.kind), figure.rule));
            }
        }
    }

    fn ledger(&mut self) {
        let rows = self.list("ledger");
        if rows.len() != self.wire.ledger.len() {
            self.fail(format!("ledger: {} rows, not {}", self.wire.ledger.len(), rows.len()));
        }
        for row in &rows {
            let kind = str(row, "kind");
            let claims = row["claims"].as_array().cloned().unwrap_or_default();
            let fitting = self.wire.ledger.iter().find(|claim| word(claim.kind) == kind && self.holds(claim, &claims));
            let Some(claim) = fitting.cloned() else {
                let read: Vec<_> =
                    self.wire.ledger.iter().map(|c| (word(c.kind), c.figures.len(), c.low, c.high)).collect();
                self.fail(format!("ledger: no row of {kind} with its {} claims, read as {read:?}", claims.len()));
                continue;
            };
            self.reading(kind, str(row, "reading"), &claim, &claims);
        }
        if self.expected["never_adds_up"].as_bool().unwrap_or(false) {
            let relations = self.wire.ledger.iter().flat_map(|claim| &claim.relations);
            let wrong: Vec<String> = relations
                .filter(|r| r.reading == Reading::AddsUp)
                .map(|r| format!("ledger: {:?}, but the parts do not sum", r.note))
                .collect();
            self.failures.extend(wrong);
        }
    }

    fn figure(&self, id: &str) -> Option<&wire::Figure> {
        self.wire.figures.iter().find(|f| f.id == id)
    }

    /// Whether the row's figures are the expected claims, one each.
    fn holds(&self, row: &wire::Claim, claims: &[Value]) -> bool {
        let mut left: Vec<&wire::Figure> = row.figures.iter().filter_map(|id| self.figure(id)).collect();
        left.len() == claims.len()
            && claims.iter().all(|claim| {
                let at = left.iter().position(|figure| self.is_claim(figure, claim));
                at.map(|at| left.remove(at)).is_some()
            })
    }

    fn is_claim(&self, figure: &wire::Figure, claim: &Value) -> bool {
        let source = match (claim["source"].as_str(), &figure.source) {
            (None, None) => true,
            (Some(name), Some(s)) => self.is(name, &self.read(s.start, s.end), s.entity.as_deref()),
            _ => false,
        };
        let side = claim["side"].as_str().is_none_or(|side| self.is(side, "", figure.side.as_deref()));
        let count = claim["count"].as_u64();
        source && side && figure.low == count && figure.high == count
    }

    fn reading(&mut self, kind: &str, reading: &str, row: &wire::Claim, claims: &[Value]) {
        let relation = |wanted: Reading| row.relations.iter().find(|r| r.reading == wanted);
        if reading.contains("add up to") {
            let whole = claims.iter().find(|claim| claim["source"].is_null());
            let right = relation(Reading::AddsUp).is_some_and(|relation| {
                let of_whole = relation.whole.as_ref().and_then(|id| self.figure(id));
                relation.figures.len() == claims.len() - 1
                    && of_whole.zip(whole).is_some_and(|(figure, claim)| self.is_claim(figure, claim))
            });
            if !right {
                self.fail(format!("ledger: {kind}: should read adds-up: {reading}; reads {:?}", row.relations));
            }
        } else if reading == "one claim" && relation(Reading::Single).is_none() {
            self.fail(format!("ledger: {kind}: should read single; reads {:?}", row.relations));
        }
    }

    fn dates(&mut self) {
        for expected in self.list("dates") {
            let text = str(&expected, "text");
            let times = expected["times"].as_u64().unwrap_or(1) as usize;
            let found = self.wire.dates.iter().filter(|d| self.read(d.start, d.end) == text).count();
            if found < times {
                self.fail(format!("dates: {text:?} found {found} times, not {times}"));
            }
        }
    }

    /// The desk notes are in words; each is looked for as the kind of note that says the same.
    fn desk_notes(&mut self) {
        for expected in self.list("desk_notes") {
            let words = expected.as_str().unwrap_or_default();
            let (kind, least, about) = match words {
                _ if words.contains("open and close differently") => ("mismatched-marks", 6, "closes"),
                _ if words.contains("opened with two marks") => ("mismatched-marks", 1, "two marks"),
                _ if words.contains("given without a source") => ("figure-without-source", 1, "without a source"),
                _ if words.contains("lines left in the body") => ("page-leftovers", 1, ""),
                _ => panic!("the test does not know the desk note {words:?}"),
            };
            let found = self.wire.notes.iter().filter(|n| n.kind == kind && n.message.contains(about)).count();
            if found < least {
                self.fail(format!("notes: {words:?}: {found} notes {kind}, not {least}"));
            }
        }
    }
}
