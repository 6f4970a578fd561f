//! Whoever the figure's own sentence names as its source, where no quote holds it.

use super::Source;
use crate::annotate::entities::Entities;
use crate::annotate::figures::Figure;
use crate::annotate::figures::grammar::can_tell;
use crate::annotate::quotes::phrases;
use crate::document::{BlockRole, Document};
use crate::lexicon::{bounds, function_words as small, grammar, harms, hedges, number_words, person_nouns, say_verbs};
use crate::span::TokenRange;
use crate::token::{Case, TokenKind};
use crate::wire::{Certainty, EntityKind};

/// How far from the figure its source can stand, in tokens.
const REACH: usize = 60;

/// The sentence around token `at`, as far as a source can stand from it.
fn near(doc: &Document, at: usize) -> TokenRange {
    let sentence = doc.sentence(doc.sentence_at(at)).tokens;
    TokenRange::new(sentence.start.max(at.saturating_sub(REACH)), sentence.end.min(at + REACH))
}

/// The source that the sentence of `figure` names.
pub(super) fn source(doc: &Document, figure: &Figure, entities: &Entities) -> Option<Source> {
    let at = figure.number.start;
    let near = near(doc, at);
    let found = within(doc, figure)
        .or_else(|| according_to(doc, near))
        .or_else(|| behind(doc, at, near))
        .or_else(|| before(doc, figure, near, entities))
        .or_else(|| accused(doc, at, near))
        .or_else(|| tagged_on(doc, at, near, entities))
        .or_else(|| in_brackets(doc, at, near))?;
    named(doc, found, entities)
}

/// Who is quoted at second hand: "the paper quoted a commander as saying 12 died".
pub(super) fn second_hand(doc: &Document, figure: &Figure, entities: &Entities) -> Option<Source> {
    named(doc, quoted_as(doc, near(doc, figure.number.start))?, entities)
}

/// Who closes the figure's own clause, where another closes the next: "12 died, police said, while 35 are missing, the
/// mayor said".
pub(super) fn first_of_two(doc: &Document, figure: &Figure, entities: &Entities) -> Option<Source> {
    let at = figure.number.start;
    let near = near(doc, at);
    let verbs = (at + 1..near.end).filter(|i| claims(doc, *i) && !is_passive(doc, *i) && !is_noun(doc, *i));
    let mut closing = verbs.filter_map(|verb| closing(doc, verb, at, near));
    let first = closing.next()?;
    closing.next()?;
    named(doc, first, entities)
}

/// Who gives a count by a verb that is not said again: "Zimbabwe reported nine deaths and Malawi four".
pub(super) fn gapped(doc: &Document, figure: &Figure, entities: &Entities) -> Option<Source> {
    let start = doc.tokens_in(figure.span).start;
    let near = near(doc, figure.number.start);
    // "put the toll at 40, and one paper at more than 50"
    let at = start > near.start && doc.folded(start - 1) == "at" && figure.rule == "figures/toll";
    let end = start - usize::from(at);
    let mention = entities.mention_at(end.checked_sub(1)?).map(|m| m.tokens).filter(|tokens| tokens.end == end);
    let giver = mention.or_else(|| phrases::before(doc, end, near.start).filter(|_| at))?;
    let link = giver.start.checked_sub(1)?;
    let verb = (near.start..link).rev().take(12).find(|i| claims(doc, *i))?;
    let alone = matches!(doc.folded(link), "and" | ",") && !doc.is_one_of(verb, &["said", "says", "say"]);
    alone.then(|| named(doc, (giver, TokenRange::new(verb, verb + 1)), entities)).flatten()
}

/// Who speaks after a turn: "police say 12 died, but the ministry put the toll at 20".
pub(super) fn turned(doc: &Document, figure: &Figure, entities: &Entities) -> Option<Source> {
    let at = figure.number.start;
    let near = near(doc, at);
    let found = before(doc, figure, near, entities)?;
    let turn = found.0.start.checked_sub(1).filter(|b| doc.sentence(doc.sentence_at(at)).tokens.has(*b))?;
    let article = small::TABLE.has_tag(doc.listed(turn), small::DETERMINER);
    let turn = if article { turn.saturating_sub(1) } else { turn };
    // "quakes that the government says took 2,400 lives"
    doc.is_one_of(turn, &["but", "while", "whereas", "that", "which"]).then(|| named(doc, found, entities)).flatten()
}

fn named(doc: &Document, (tokens, cue): (TokenRange, TokenRange), entities: &Entities) -> Option<Source> {
    let tokens = name(doc, apposed(doc, tokens, entities).unwrap_or(tokens), entities)?;
    if !is_noun_phrase(doc, tokens) {
        return None;
    }
    let mention = tokens.iter().rev().find_map(|i| entities.mention_at(i));
    Some(Source {
        span: doc.span_of(tokens),
        entity: mention.and_then(|m| m.entity),
        stands_for: None,
        quote: None,
        cue: Some(cue),
        certainty: Certainty::Stated,
    })
}

/// Whether words can name someone: no verb or preposition leads them, and more than one adjective.
pub(super) fn is_noun_phrase(doc: &Document, tokens: TokenRange) -> bool {
    let leads = small::PREPOSITION | small::BE | small::HAVE | small::MODAL | small::SUBORDINATOR | small::CONJUNCTION;
    let pronoun = small::TABLE.has_tag(doc.listed(tokens.start), small::PRONOUN);
    // "UP's relief commissioner"
    let initials = doc.case(tokens.start) == Case::Upper;
    !tokens.is_empty() && (pronoun || initials || !small::TABLE.has_tag(doc.listed(tokens.start), leads))
}

/// The name that a description stands beside: "A doctor from Oru, Ivo Lind, said".
pub(super) fn apposed(doc: &Document, phrase: TokenRange, entities: &Entities) -> Option<TokenRange> {
    // "The head of the Rescue Agency" is no body.
    if phrase
        .iter()
        .take_while(|i| !small::TABLE.has_tag(doc.listed(*i), small::PREPOSITION))
        .any(|i| entities.mention_at(i).is_some_and(|m| m.kind != EntityKind::Place && m.kind != EntityKind::Group))
    {
        return None;
    }
    // "said the director of the San Juan de Dios hospital, Ana Mamani"
    const REACH: usize = 10;
    let sentence = doc.sentence(doc.sentence_at(phrase.start)).tokens;
    let name = phrase.end..sentence.end.min(phrase.end + REACH);
    let comma = name.take_while(|i| !claims(doc, *i)).find(|i| doc.folded(*i) == ",")?;
    // "a monitoring group, the Open Forum, said"
    let article = small::TABLE.has_tag(doc.listed(comma + 1), small::DETERMINER);
    let first = comma + 1 + usize::from(article);
    let mention = entities.mention_at(first).filter(|m| m.tokens.start == first)?;
    let names = matches!(mention.kind, EntityKind::Person | EntityKind::Organization);
    // "…, said its coordinator, Ivo Lind."
    let ends = doc.is_one_of(mention.tokens.end, &[",", ".", ";"]);
    (names && ends).then_some(mention.tokens)
}

/// The words that name the source: a person's name alone, else the phrase without its article.
fn name(doc: &Document, phrase: TokenRange, entities: &Entities) -> Option<TokenRange> {
    let person = phrase
        .iter()
        .filter_map(|i| entities.mention_at(i))
        .find(|m| m.kind == EntityKind::Person && phrase.contains(m.tokens));
    if let Some(person) = person {
        return Some(person.tokens);
    }
    let is = |i: usize, tags: u32| small::TABLE.has_tag(doc.listed(i), tags);
    let start = phrase.iter().find(|i| doc.kind(*i) == TokenKind::Word && !is(*i, small::DETERMINER))?;
    let end = (start + 1..phrase.end)
        .find(|i| {
            // "Doctors Without Frontiers", "the Ministry of Health"
            let small = is(*i, small::PREPOSITION | small::RELATIVE | small::TIME) && !doc.case(*i).is_capitalised();
            let within = doc.folded(*i) == "of" && doc.case(i - 1).is_capitalised() && doc.case(i + 1).is_capitalised();
            small && !within || matches!(doc.folded(*i), "," | "(")
        })
        .unwrap_or(phrase.end);
    Some(TokenRange::new(start, end))
}

/// Whether the verb's subject claims what follows: "police say", and of documents "records show".
fn claims(doc: &Document, i: usize) -> bool {
    // "Lagos State Police" states nothing.
    let named = doc.case(i) == Case::Title && doc.block(doc.block_at(i)).role == BlockRole::Body;
    // "state radio"; "registered a case"
    let noun = doc.folded(i) == "state" && doc.folded(i + 1) != "that"
        || doc.folded(i) == "registered" && doc.folded(i + 2) == "case";
    let is = |tag| !named && !noun && say_verbs::TABLE.has_tag(doc.listed(i), tag);
    is(say_verbs::CLAIM) || is(say_verbs::DOCUMENT) && is_document(doc, i)
}

/// Whether a document is the verb's subject: "records show", "figures from the Transport Ministry show".
fn is_document(doc: &Document, verb: usize) -> bool {
    const REACH: usize = 7;
    let phrase = (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|i| doc.kind(*i) == TokenKind::Word && !grammar::TABLE.has_tag(doc.listed(*i), grammar::PAST));
    phrase.into_iter().any(|i| grammar::TABLE.has_tag(doc.listed(i), grammar::DOCUMENT))
}

/// "the paper quoted a commander as saying": the commander.
fn quoted_as(doc: &Document, near: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let saying = near.iter().find(|i| doc.folded(*i) == "as" && matches!(doc.folded(i + 1), "saying" | "reporting"))?;
    let verb = (near.start..saying)
        .rev()
        .find(|i| doc.is_one_of(*i, &["quoted", "quotes", "quoting", "cited", "citing", "cites"]))?;
    let cue = TokenRange::new(verb, verb + 1);
    if is_passive(doc, verb) {
        return Some((phrases::before(doc, verb - 1, near.start)?, cue));
    }
    Some((TokenRange::new(verb + 1, saying), cue)).filter(|(subject, _)| !subject.is_empty())
}

/// "four men it said had been arrested", "12 people police say were killed".
fn within(doc: &Document, figure: &Figure) -> Option<(TokenRange, TokenRange)> {
    let teller = doc.tokens_in(figure.span).end;
    let speaks = can_tell(doc, teller);
    let verb = TokenRange::new(teller + 1, teller + 2);
    (speaks && claims(doc, verb.start)).then_some((TokenRange::new(teller, teller + 1), verb))
}

/// "according to the ministry".
fn according_to(doc: &Document, near: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let cue = near.iter().find(|i| doc.folded(*i) == "according" && doc.folded(i + 1) == "to")?;
    let subject = phrases::after(doc, cue + 2, near.end)?;
    Some((subject, TokenRange::new(cue, cue + 2)))
}

/// "…, police said on Thursday", "…, said the mayor".
fn behind(doc: &Document, at: usize, near: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let verbs =
        (at + 1..near.end).rev().filter(|i| claims(doc, *i) && !is_passive(doc, *i) && !is_noun(doc, *i)).take(3);
    verbs.filter_map(|verb| closing(doc, verb, at, near)).next()
}

fn closing(doc: &Document, verb: usize, at: usize, near: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let cue = TokenRange::new(verb, verb + 1);
    // "Lopez, whose sons are missing, said there were": the name stands before.
    // "one of them, then 15, told the court": a hearer follows.
    let hears = matches!(doc.folded(verb), "told" | "tells");
    // "Hamas, which holds two men, said talks had stalled": the comma closes an aside, whose figure is its own.
    let comma = (near.start..at).rev().find(|i| doc.folded(*i) == ",");
    let in_aside = comma.is_some_and(|comma| doc.is_one_of(comma + 1, &["which", "who", "whose", "where"]));
    if doc.folded(verb - 1) == "," && !hears && !doc.is_one_of(verb + 1, &["there", "that", "it"]) {
        if in_aside {
            return None;
        }
        return Some((phrases::after(doc, verb + 1, near.end)?, cue));
    }
    // "…, the Coast Guard (PCG) reported."
    let open = (at + 1..verb).rev().take(4).find(|i| doc.folded(*i) == "(").filter(|_| doc.folded(verb - 1) == ")");
    if open.is_some() && in_aside {
        return None;
    }
    let subject = phrases::before(doc, open.unwrap_or(verb), at + 1)
        .filter(|s| !small::TABLE.has_tag(doc.listed(s.start), small::RELATIVE))?;
    let opens = subject.start.checked_sub(1).is_some_and(|b| doc.folded(b) == ",");
    // Nothing may be said behind it but when and where: ", police said 12 were hurt" is about the 12.
    let told = hears && (verb + 1..verb + 8).all(|i| doc.folded(i) != "that");
    let closes = verb + 1 >= near.end
        || told
        || doc.kind(verb + 1) != TokenKind::Word
        || small::TABLE.has_tag(doc.listed(verb + 1), small::TIME)
        || doc.is_one_of(verb + 1, &["on", "in", "at", "late", "early", "reuters", "reporters", "afp", "ap"]);
    (opens && closes).then_some((subject, cue))
}

/// "The ministry put the toll at 12", "police on Monday reported two deaths".
fn before(doc: &Document, figure: &Figure, near: TokenRange, entities: &Entities) -> Option<(TokenRange, TokenRange)> {
    let at = figure.number.start;
    let start = doc.tokens_in(figure.span).start;
    // "The storm claimed 20 lives" claims nothing.
    let takes = figure.cue.iter().any(|cue| cue.start < at || matches!(doc.folded(cue.start), "lives" | "life"));
    let verb = (near.start..at)
        .rev()
        .find(|i| claims(doc, *i) && !is_passive(doc, *i) && !is_noun(doc, *i))
        // "claimed the attack that killed two" claims the attack.
        .filter(|i| doc.folded(*i) != "claimed" || tells_of_itself(doc, *i) || tells(doc, *i) && !takes)
        // "Dengue has put 3,400 people in hospital"
        .filter(|i| {
            !matches!(doc.folded(*i), "put" | "puts") || (i + 1..near.end.min(at + 4)).any(|j| doc.folded(j) == "at")
        })?;
    let breaks = |i: usize| {
        doc.is_one_of(i, &[";", "while", "but", "whereas", "when", "after", "following", "because"])
            || doc.folded(i) == "as"
                && !matches!(doc.folded(i + 1), "many" | "few")
                && !matches!(doc.folded(i - 1), "many" | "few")
            || doc.folded(i) == "," && doc.is_one_of(i + 1, &["which", "where", "who"])
            // ", and more than 200 injuries" goes on; ", and the army withdrew" does not.
            || doc.folded(i) == "," && doc.folded(i + 1) == "and" && start > i + 2
            // 'it had taken "dozens" of troops prisoner': marks around the number alone break nothing.
            || doc.kind(i) == TokenKind::Quote && i + 1 != at
    };
    if (verb + 1..at).any(breaks) {
        return None;
    }
    let subject = subject(doc, verb, near.start)?;
    // "The city recorded 40 murders": where, not who says so.
    let head = doc.folded(subject.end - 1);
    let place = matches!(
        head,
        "city" | "town" | "country" | "state" | "province" | "district" | "region" | "nation" | "county"
    );
    let noted = doc.is_one_of(verb, &["recorded", "registered", "counted", "reported", "confirmed"]);
    // "Lilongwe recorded 12 deaths"; but "Zimbabwe reported nine".
    let named = entities.mention_at(subject.start).is_some_and(|m| m.kind == EntityKind::Place);
    let counts = named && doc.is_one_of(verb, &["recorded", "registered", "counted"]);
    (!(place && noted || counts)).then_some((subject, TokenRange::new(verb, verb + 1)))
}

/// "The group accused Cairo of holding 60,000 prisoners", "Officials revised the toll to 154".
fn accused(doc: &Document, at: usize, near: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let verb = (near.start..at).rev().find(|i| {
        let rest = || i + 1..at;
        match doc.folded(*i) {
            // "A man accused of killing four" accuses nobody.
            "accused" | "accuses" => rest().skip(1).any(|j| doc.folded(j) == "of"),
            "spoke" | "speaks" | "talked" | "spoken" => doc.folded(i + 1) == "of",
            "gave" | "given" | "gives" => {
                rest().take(4).any(|j| doc.is_one_of(j, &["toll", "tally", "count", "figure"]))
            }
            "revised" | "revises" | "lowered" | "corrected" | "raised" | "raises" | "raise" | "cut" | "lifted" => {
                rest().any(|j| doc.is_one_of(j, &["toll", "tally", "number", "count", "figure"]))
            }
            _ => false,
        }
    })?;
    let broken = (verb + 1..at).any(|i| doc.is_one_of(i, &[";", "after", "when", "while", "but"]));
    if broken || is_passive(doc, verb) {
        return None;
    }
    // "Opposition groups said …, and spoke of 100 dead": who spoke before.
    let told = (near.start..verb.saturating_sub(1)).rev().find(|i| claims(doc, *i) && !is_passive(doc, *i));
    let told = told.filter(|_| matches!(doc.folded(verb.saturating_sub(1)), "and" | "but")).unwrap_or(verb);
    Some((subject(doc, told, near.start)?, TokenRange::new(verb, verb + 1)))
}

/// Whether a clause follows the "claimed" at `i`: "claimed that", "claimed Kyiv had lost", not "claimed the attack".
pub(super) fn tells(doc: &Document, i: usize) -> bool {
    let next = i + 1;
    doc.is_one_of(next, &["that", "it", "he", "she", "they", "its", "their", "at", "up", "more", "some"])
        || doc.kind(next) == TokenKind::Number
        || doc.case(next).is_capitalised() && doc.kind(next) == TokenKind::Word
        || number_words::TABLE.has_word(doc.listed(next))
        || bounds::TABLE.longest(doc, next, next + 3).is_some()
}

/// The subject of the verb at `verb`, over an apposition: "The Open Forum (OF), a rights group, said".
fn subject(doc: &Document, verb: usize, floor: usize) -> Option<TokenRange> {
    let auxiliary =
        |i: usize| small::TABLE.has_tag(doc.listed(i), small::HAVE | small::BE | small::MODAL | small::ADVERB);
    // "She would not say whether": nothing is said.
    let denied = verb > floor && small::TABLE.has_tag(doc.listed(verb - 1), small::NEGATIVE);
    // "Parents had at first spoken of 80"
    let at_first = verb > floor + 2 && doc.folded(verb - 1) == "first" && doc.folded(verb - 2) == "at";
    let verb = if at_first { verb - 2 } else { verb };
    let mut end = (floor + 1..=verb).rev().find(|end| !auxiliary(end - 1)).filter(|_| !denied)?;
    if end > floor && doc.folded(end - 1) == "," {
        end = (floor.max(end.saturating_sub(14))..end - 1).rev().find(|i| doc.folded(*i) == ",")?;
    }
    if end > floor && doc.folded(end - 1) == ")" {
        end = (floor.max(end.saturating_sub(8))..end - 1).rev().find(|i| doc.folded(*i) == "(")?;
    }
    let mut subject = phrases::before(doc, end, floor)?;
    // "At first the company spoke of three dead"
    if doc.folded(subject.start) == "at" && doc.is_one_of(subject.start + 1, &["first", "least", "last"]) {
        subject.start = (subject.start + 2).min(subject.end - 1);
    }
    // "Hours after the collision the river police had spoken of four"
    let article = (subject.start + 1..subject.end)
        .find(|i| doc.folded(*i) == "the" && !small::TABLE.has_word(doc.listed(i - 1)))
        .filter(|_| small::TABLE.has_tag(doc.listed(subject.start), small::DETERMINER));
    subject.start = article.unwrap_or(subject.start);
    // "in the evening the governor's office put the toll at 11"
    let is = |i: usize, tags: u32| small::TABLE.has_tag(doc.listed(i), tags);
    if is(subject.start, small::PREPOSITION) {
        let time = subject.iter().find(|i| is(*i, small::TIME)).filter(|i| i + 1 < subject.end);
        subject.start = time.map_or(subject.start, |i| i + 1);
    }
    Some(subject)
}

/// Whether the word is a noun here: "by reports", "an estimated", "to put pressure".
fn is_noun(doc: &Document, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    // "unconfirmed reports spoke of 15", "reports of 15 deaths"
    let plural = doc.is_one_of(i, &["reports", "estimates", "claims", "report", "estimate", "claim"]);
    let behind = doc.listed(i + 1);
    let leads = hedges::TABLE.has_tag(doc.listed(before), hedges::REPORT)
        || doc.folded(i + 1) == "of"
        || small::TABLE.has_tag(behind, small::BE | small::HAVE | small::MODAL)
        || say_verbs::TABLE.has_word(behind);
    plural && leads
        || small::TABLE.has_tag(doc.listed(before), small::PREPOSITION | small::DETERMINER | small::POSSESSIVE)
}

/// "claimed to have killed six"
fn tells_of_itself(doc: &Document, verb: usize) -> bool {
    doc.is_one_of(verb, &["claimed", "claims", "admitted"]) && doc.folded(verb + 2) == "have"
}

/// "is said", "was reported": nobody is named.
fn is_passive(doc: &Document, verb: usize) -> bool {
    let is = |i: usize, tags: u32| small::TABLE.has_tag(doc.listed(i), tags);
    // "was widely reported", but "the governor's office put"
    let between = |i: usize| is(i, small::ADVERB | small::NEGATIVE | small::TIME) || doc.folded(i).ends_with("ly");
    (verb.saturating_sub(2)..verb).any(|i| is(i, small::BE) && (i + 1..verb).all(between))
        || matches!(doc.folded(verb + 1), "to" | "by") && !tells_of_itself(doc, verb)
}

/// Whose count it is: "the ministry's toll of 40", "by the Red Cross's own count 52".
pub(super) fn owned(doc: &Document, figure: &Figure, entities: &Entities) -> Option<Source> {
    const REACH: usize = 6;
    let start = doc.tokens_in(figure.span).start;
    let near = near(doc, figure.number.start);
    let counts = ["toll", "count", "tally", "figure", "figures", "estimate", "estimates", "reckoning"];
    let before = (near.start.max(start.saturating_sub(REACH))..start).rev().find(|i| counts.contains(&doc.folded(*i)));
    // "1,200 people were killed in the attack, by Israel's count"
    const BEHIND: usize = 24;
    let by = |i: &usize| doc.folded(*i) == "by" && *i > 0 && doc.folded(*i - 1) == ",";
    let behind = (start..near.end.min(start + BEHIND))
        .find(by)
        .and_then(|by| (by + 2..near.end.min(by + REACH)).find(|i| counts.contains(&doc.folded(*i))));
    let count = before.or(behind)?;
    let clitic =
        (near.start.max(count.saturating_sub(3))..count).rev().find(|i| matches!(doc.folded(*i), "'s" | "'"))?;
    let mut owner = phrases::before(doc, clitic, near.start)?;
    if doc.is_one_of(owner.start, &["by", "in", "on", "from"]) {
        owner.start += 1;
    }
    let named_body = owner.iter().any(|i| entities.mention_at(i).is_some());
    (!owner.is_empty() && (named_body || is_body(doc, owner)))
        .then(|| named(doc, (owner, TokenRange::new(count, count + 1)), entities))
        .flatten()
}

/// A headline's source: "Three injured - officials", "Police: 12 dead".
fn tagged_on(doc: &Document, at: usize, near: TokenRange, entities: &Entities) -> Option<(TokenRange, TokenRange)> {
    let last = if matches!(doc.folded(near.end - 1), "." | "!") { near.end - 1 } else { near.end };
    let is_dash = |i: usize| phrases::is_dash(doc, i) || doc.folded(i) == "-" && i + 2 == last && i > at;
    let dash = (at + 1..last).rev().take(5).find(|i| is_dash(*i));
    if let Some(dash) = dash {
        let tokens = TokenRange::new(dash + 1, last);
        // "Four killed – one a child"
        if number_words::TABLE.has_word(doc.listed(tokens.start)) {
            return None;
        }
        return (!tokens.is_empty() && is_body(doc, tokens)).then_some((tokens, TokenRange::new(dash, dash + 1)));
    }
    let bullet = usize::from(doc.kind(near.start) == TokenKind::Punct);
    let colon = (near.start + bullet..at).take(6).find(|i| doc.folded(*i) == ":")?;
    let tokens = TokenRange::new(near.start + bullet, colon);
    // "The floods killed five people: Lindi three, Coast two"
    if tokens.iter().any(|i| doc.kind(i) == TokenKind::Number || harms::TABLE.has_word(doc.listed(i))) {
        return None;
    }
    let named = || entities.mention_at(tokens.start).is_some_and(|m| m.tokens == tokens && speaks(m.kind));
    (!tokens.is_empty() && (is_body(doc, tokens) || named())).then_some((tokens, TokenRange::new(colon, colon + 1)))
}

/// Whether such a name is one of somebody who gives figures.
fn speaks(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization)
}

/// "14,306 people in evacuation centers (source: NDRRMC)"
fn in_brackets(doc: &Document, at: usize, near: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let cue =
        (at + 1..near.end).find(|i| matches!(doc.folded(*i), "source" | "sources") && doc.folded(i + 1) == ":")?;
    let tokens = phrases::after(doc, cue + 2, near.end)?;
    doc.is_one_of(cue - 1, &["(", "[", "."]).then_some((tokens, TokenRange::new(cue, cue + 1)))
}

/// Whether the words end in a noun for people, or for a body that speaks.
fn is_body(doc: &Document, tokens: TokenRange) -> bool {
    let head = doc.folded(tokens.end.max(1) - 1);
    let people = |word: &str| person_nouns::TABLE.has_word(word);
    people(head)
        || head.strip_suffix('s').is_some_and(people)
        || matches!(
            head,
            "newspaper"
                | "newspapers"
                | "paper"
                | "papers"
                | "tv"
                | "television"
                | "radio"
                | "media"
                | "agency"
                | "ministry"
                | "government"
                | "report"
                | "reports"
                | "army"
                | "military"
                | "state"
                | "governor"
        )
}
