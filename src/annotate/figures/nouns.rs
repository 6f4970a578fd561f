//! The noun behind a number: where it ends, and whether it names people.

use super::ages::age_end;
use super::cues::{self, Cue};
use super::grammar::{Grammar, Person, thing};
use super::phrases::Counted;
use crate::lexicon::{function_words as small, harms, person_nouns};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};

/// How far a noun can stand from its number.
pub(super) const REACH: usize = 10;

/// Words that close a noun phrase.
pub(super) const CLOSES: u32 = small::PREPOSITION
    | small::DETERMINER
    | small::BE
    | small::HAVE
    | small::DO
    | small::MODAL
    | small::PRONOUN
    | small::RELATIVE
    | small::SUBORDINATOR
    | small::TIME
    | small::POSSESSIVE
    | small::NEGATIVE;

/// What follows a number.
pub(super) struct Noun {
    pub(super) end: usize,
    pub(super) head: Option<TokenRange>,
    pub(super) counted: Counted,
    /// Tags of the head in `person-nouns.tsv`.
    pub(super) tags: u32,
    /// A word of harm within: "wounded men", "deaths".
    pub(super) harm: Option<Cue>,
    /// Whose they are.
    pub(super) owner: Option<TokenRange>,
}

/// Reads the noun that begins at `at`, right behind a number whose upper end is `high`.
pub(super) fn read(g: &Grammar, at: usize, sentence: TokenRange, high: Option<f64>) -> Noun {
    let single = high == Some(1.0);
    let mut noun = Noun { end: at, head: None, counted: Counted::Nothing, tags: 0, harm: None, owner: None };
    // "14 out of 45 passengers"
    let of = if g.is_mark(at, &["out"]) && !g.is_mark(at - 1, &["a", "an"]) { at + 1 } else { at };
    if g.doc.folded(of) != "of" || of + 1 >= sentence.end {
        return Reader { g, end: sentence.end.min(at + REACH), start: at, single, none: high == Some(0.0), noun }
            .run(at);
    }
    // "two of its troops", "17 of the 28 refugees", "one of them"
    let mut i = of + 1;
    loop {
        if g.is(i, small::POSSESSIVE) {
            noun.owner = Some(TokenRange::new(i, i + 1));
        } else if !(g.is(i, small::DETERMINER)
            || g.is_number(i)
            || g.is_mark(i, &["around", "about", "more", "than", "at", "least", "only"]))
        {
            break;
        }
        i += 1;
        if i >= sentence.end {
            return noun;
        }
    }
    if g.is(i, small::PRONOUN | small::RELATIVE) {
        noun.end = i + 1;
        // "43 civilians, eight of them children,"
        if let Some(found) = g.person(i + 1).filter(|p| p.plural && sentence.has(i + 1) && high != Some(1.0)) {
            if cues::at(g, i + 1, sentence.end).is_none() {
                noun.head = Some(TokenRange::new(i + 1, i + 2));
                noun.counted = Counted::People;
                noun.tags = found.tags;
                noun.end = i + 2;
            }
        }
        return noun;
    }
    if let Some(Ok(cue)) = cues::at(g, i, sentence.end) {
        let next = cue.tokens.end;
        if cue.has(harms::GROUP) && !(next < sentence.end && g.is_content(next) && g.person(next).is_some()) {
            noun.end = next;
            noun.harm = Some(cue);
            noun.head = g.person(next - 1).map(|_| cue.tokens);
            return noun;
        }
    }
    // "one of the drivers": the noun behind "of the" is for many.
    Reader { g, end: sentence.end.min(i + REACH), start: i, single: false, none: false, noun }.run(i)
}

struct Reader<'g, 'a, 't> {
    g: &'g Grammar<'a, 't>,
    end: usize,
    /// Where the words for what is counted begin.
    start: usize,
    /// One is counted, so that the noun is singular.
    single: bool,
    /// None is counted: "no".
    none: bool,
    noun: Noun,
}

impl Reader<'_, '_, '_> {
    /// Walks from `from` to the head.
    fn run(mut self, from: usize) -> Noun {
        let g = self.g;
        let (mut unknown, mut many_unknown, mut last_person) = (None, None, None);
        let mut verb_seen = false;
        let mut i = from;
        while i < self.end {
            let word = g.doc.folded(i);
            if let Some(next) = self.skip(i, from) {
                if g.doc.kind(i) == TokenKind::Clitic {
                    (unknown, many_unknown, last_person) = (None, None, None);
                }
                i = next;
                continue;
            }
            if g.doc.kind(i) != TokenKind::Word
                || self.closes(i)
                || i == from && g.is_number(i) && g.person(i).is_none()
            {
                break;
            }
            match cues::at(g, i, self.end) {
                Some(Ok(cue)) => match self.cue(cue) {
                    Step::Head => return self.noun,
                    Step::Stop => break,
                    Step::Over(next) => {
                        i = next;
                        continue;
                    }
                    Step::Word => {}
                },
                Some(Err(next)) => {
                    i = next;
                    continue;
                }
                None => {}
            }
            if let Some(found) = g.person(i) {
                if self.ends_here(i, found) {
                    return self.people(i, found);
                }
                last_person = Some((i, found));
            } else if g.is_thing(i) && g.doc.case(i) != Case::Title {
                if is_many(word) || !self.people_follow(i + 1) {
                    return self.other(i, Counted::Things);
                }
            } else {
                verb_seen |= g.is_verb_like(i) || g.is_mark(i, &["cut"]);
                // "another seriously wounded"
                if !verb_seen && !g.is_filler(i) {
                    unknown = Some(i);
                    if word.ends_with('s') && !word.ends_with("ss") && many_unknown.is_none() {
                        many_unknown = Some(i);
                    }
                }
            }
            i += 1;
        }
        // "40,000 Rohingya": a noun for people that is the last word.
        // "a crew" is no one person.
        let article = g.is_mark(from.wrapping_sub(1), &["a", "an"]);
        if let Some((at, found)) = last_person.filter(|(at, found)| *at + 1 == i && !(found.plural && article)) {
            return self.people(at, found);
        }
        match if self.single { unknown } else { many_unknown.or(unknown) } {
            Some(head) => self.other(head, Counted::Unknown),
            None => {
                self.noun.harm = self.noun.harm.filter(|cue| self.none && cue.has(harms::GROUP));
                self.noun
            }
        }
    }

    /// What belongs to no noun of its own: the index after it.
    fn skip(&mut self, i: usize, from: usize) -> Option<usize> {
        let g = self.g;
        let word = g.doc.folded(i);
        if g.doc.kind(i) == TokenKind::Clitic && matches!(word, "'s" | "'") && i > from {
            self.noun.owner = Some(TokenRange::new(self.start, i));
            self.start = i + 1;
            return Some(i + 1);
        }
        if matches!(word, "more" | "additional" | "further" | "extra") {
            if word == "more" && g.doc.folded(i + 1) == "than" {
                return None;
            }
            self.start = i + 1;
            self.noun.end = i + 1;
            return Some(i + 1);
        }
        if let Some(next) = age_end(g, i) {
            if self.people_follow(next) {
                self.start = next;
            } else if self.single || next > i + 1 {
                // "a 14-year-old was killed": the age stands for the person; "a 59-year-old beautician" is one, too.
                let noun = self.single && next < self.end && self.is_plain(next);
                let head = if noun { TokenRange::new(next, next + 1) } else { TokenRange::new(i, next) };
                self.noun.head = Some(head);
                self.noun.counted = Counted::People;
                self.noun.end = head.end;
                self.end = i;
            }
            return Some(next);
        }
        if word == "-" && g.doc.tokens[i].glued && i > from {
            return Some(i + 1);
        }
        // "killed 13 “bandits” in": marks around a word or two are looked through.
        if g.doc.kind(i) == TokenKind::Quote && i == from {
            let close = (i + 2..self.end.min(i + 4)).find(|j| g.doc.kind(*j) == TokenKind::Quote)?;
            if (i + 1..close).all(|j| g.is_content(j) && !g.is_verb_like(j)) {
                self.start = i + 1;
                return Some(i + 1);
            }
        }
        if g.is(i, small::CONJUNCTION) {
            // "Iraqi and Syrian soldiers"
            let joins = i > self.start
                && g.doc.case(i - 1) == Case::Title
                && g.doc.case(i + 1) == Case::Title
                && !g.doc.folded(i - 1).ends_with('s')
                && i + 1 < self.end
                && !g.is_number(i + 1);
            return joins.then_some(i + 1);
        }
        None
    }

    fn closes(&self, i: usize) -> bool {
        let g = self.g;
        let word = g.doc.folded(i);
        // "an off-duty officer"
        let prefix = g.is_mark(i + 1, &["-"]) && g.doc.tokens.get(i + 1).is_some_and(|t| t.glued);
        g.is(i, CLOSES) && g.person(i).is_none() && !prefix
            || word == "more"
            || g.is(i, small::CONJUNCTION)
            || g.is(i, small::ADVERB)
                && !matches!(
                    word,
                    "seriously" | "critically" | "badly" | "slightly" | "internally" | "lightly" | "severely"
                )
    }

    /// Whether the word at `i` can be a noun: no small word, verb, harm or thing.
    fn is_plain(&self, i: usize) -> bool {
        let g = self.g;
        g.is_content(i)
            && !g.is_verb_like(i)
            && !g.is_filler(i)
            && g.doc.case(i) == Case::Lower
            && cues::at(g, i, self.end).is_none()
            && !g.is_thing(i)
    }

    /// What a word of harm does to the phrase.
    fn cue(&mut self, cue: Cue) -> Step {
        let g = self.g;
        let next = cue.tokens.end;
        let described = next < self.end && self.people_follow(next);
        // "40 murder mysteries", "14 fatality reports"
        let compound = cue.has(harms::NOUN)
            && cue.tokens.len() == 1
            && !self.single
            && !self.none
            && !g.doc.folded(cue.tokens.start).ends_with('s')
            && g.is_content(next)
            && next < self.end
            && g.doc.case(next) == Case::Lower
            && !g.is_verb_like(next)
            && g.doc.folded(next).ends_with('s');
        if compound && !described {
            return Step::Word;
        }
        if !described && cue.tokens.len() == 1 && g.is_mark(cue.tokens.start, &["victims"]) {
            // "nine victims": who was harmed, not yet how.
            self.noun.head = Some(TokenRange::new(self.start, next));
            self.noun.counted = Counted::People;
            self.noun.end = next;
            return Step::Head;
        }
        if cue.has(harms::NOUN | harms::LIVES) && !described {
            // "prisoners of war"
            let found = g.person(next - 1).or_else(|| g.person(cue.tokens.start));
            // "took eight hostage"
            if !self.single && !self.none && found.is_some_and(|p| !p.plural) {
                return Step::Stop;
            }
            self.noun.head = found.map(|_| TokenRange::new(self.start, next));
            self.noun.counted = if found.is_some() { Counted::People } else { Counted::Things };
            self.noun.tags = found.map_or(0, |p| p.tags);
            self.noun.harm = Some(cue);
            self.noun.end = next;
            return Step::Head;
        }
        if !described {
            if self.none && cue.has(harms::GROUP) && g.person(next - 1).is_none() {
                self.noun.harm = Some(cue);
                self.noun.end = next;
                return Step::Head;
            }
            // "no reported casualties"
            return if cue.has(harms::WEAK) && self.none { Step::Word } else { Step::Stop };
        }
        // "a homeless man" was so before.
        let lasting = g.is_mark(cue.tokens.start, &["homeless"]) || cue.has(harms::CUSTODY);
        if cue.has(harms::ADJECTIVE | harms::PAST | harms::PARTICIPLE | harms::PRENOMINAL) && !lasting {
            self.noun.harm = Some(cue);
        }
        if g.person(next - 1).is_none() { Step::Over(next) } else { Step::Word }
    }

    /// Whether a noun for people follows at `i`, perhaps behind other words.
    fn people_follow(&self, i: usize) -> bool {
        (i..self.end.min(i + 4))
            .take_while(|j| (self.g.is_content(*j) || self.g.is_mark(*j, &["-"])) && !self.g.is_number(*j))
            .any(|j| self.g.person(j).is_some_and(|p| p.plural != self.single))
    }

    /// Whether the noun for people at `i` ends the phrase; else it only describes what follows
    /// ("police stations", "Syrian soldiers").
    fn ends_here(&self, i: usize, found: Person) -> bool {
        let g = self.g;
        let next = i + 1;
        if next >= self.end {
            return !(self.single && found.plural);
        }
        if g.doc.kind(next) == TokenKind::Clitic {
            return false;
        }
        if g.is_mark(next, &["-"]) && g.doc.tokens[next].glued {
            return found.plural != self.single && behind_hyphen(g, next) > next;
        }
        // "Philippine and Indonesian workers"
        if found.tags & person_nouns::NATION != 0
            && !found.plural
            && g.is_mark(next, &["and"])
            && g.doc.case(next + 1) == Case::Title
        {
            return false;
        }
        if !g.is_content(next) || g.is_verb_like(next) {
            return !(self.single && found.plural);
        }
        // Nouns that stand for many and still describe others: "police officers".
        let describes =
            g.doc.is_one_of(i, &["police", "crew", "staff", "infantry", "women", "children", "militia", "minority"]);
        if let Some(behind) = g.person(next) {
            return found.plural && !self.single && !(describes && behind.plural);
        }
        if g.is_thing(next) {
            return found.plural && !describes;
        }
        if self.single {
            let adjective = found.tags & person_nouns::NATION != 0
                && g.doc.case(next) == Case::Lower
                && cues::at(g, next, self.end).is_none();
            return !found.plural && !adjective;
        }
        found.plural
    }

    fn people(mut self, i: usize, found: Person) -> Noun {
        let end = behind_hyphen(self.g, i + 1);
        self.noun.head = Some(TokenRange::new(self.start, end));
        self.noun.counted = Counted::People;
        self.noun.tags = found.tags;
        self.noun.end = end;
        self.noun
    }

    fn other(mut self, i: usize, counted: Counted) -> Noun {
        self.noun.head = Some(TokenRange::new(self.start, i + 1));
        self.noun.counted = counted;
        self.noun.end = i + 1;
        self.noun.harm = None;
        self.noun
    }
}

/// The index after what hangs on a noun by hyphens: "passers-by", "mothers-in-law".
fn behind_hyphen(g: &Grammar, at: usize) -> usize {
    let joined = |i: usize, word: &str| g.is_mark(i, &["-"]) && g.doc.tokens[i].glued && g.is_mark(i + 1, &[word]);
    match () {
        _ if joined(at, "by") => at + 2,
        _ if joined(at, "in") && joined(at + 2, "law") => at + 4,
        _ => at,
    }
}

/// Whether a word for things is a plural: "buses", not "bus".
fn is_many(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|stem| thing(stem) || stem.strip_suffix('e').is_some_and(thing))
}

/// How a word of harm moves the reader.
enum Step {
    /// It is the head.
    Head,
    /// It ends the phrase before it.
    Stop,
    /// It describes the noun; go on behind it.
    Over(usize),
    /// Read it as any word.
    Word,
}
