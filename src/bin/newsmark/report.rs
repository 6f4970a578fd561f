//! The article in colour, and the lists beneath it.

use crate::kinds::{Kind, Kinds};
use crate::style::{Palette, over};
use crate::wrap::{Paragraphs, width};
use anstyle::Style;
use newsmark::Article;
use newsmark::annotate::speakers::Speaker;
use newsmark::document::BlockRole;
use newsmark::span::{EntityId, Span, TokenRange};
use newsmark::wire::{EntityKind, QuoteKind};
use std::collections::HashMap;
use std::io::{self, Write};

/// Prints `article`, under `heading` where there are several.
pub(crate) fn print(article: &Article, kinds: Kinds, heading: Option<&str>, out: &mut impl Write) -> io::Result<()> {
    let palette = Palette::new();
    let mut report = Report { article, kinds, palette: &palette, page: Paragraphs::new(out, width()) };
    if let Some(heading) = heading {
        report.page.text(palette.quiet, &format!("── {heading} ──"))?;
        report.page.gap()?;
    }
    report.text()?;
    report.claims()?;
    report.quotes()?;
    report.names()?;
    report.notes()
}

struct Report<'a, 't, 'w, W> {
    article: &'a Article<'t>,
    kinds: Kinds<'a>,
    palette: &'a Palette,
    page: Paragraphs<'w, W>,
}

const PLAIN: Style = Style::new();

impl<W: Write> Report<'_, '_, '_, W> {
    /// The text, a paragraph a block, lines wrapped anew.
    fn text(&mut self) -> io::Result<()> {
        let doc = &self.article.doc;
        let styles = styles(self.article, self.kinds, self.palette);
        for block in &doc.blocks {
            let base = match block.role {
                BlockRole::Headline => self.palette.title,
                BlockRole::Body => PLAIN,
                _ => self.palette.quiet,
            };
            let styled = |i: usize| styles.get(i).map_or(base, |style| over(*style, base));
            for i in block.tokens.iter() {
                if i > block.tokens.start && !doc.tokens[i].glued {
                    // A mark goes on over the blank between two words of it.
                    let same = styled(i) == styled(i - 1);
                    self.page.space(if same { styled(i) } else { base })?;
                }
                self.page.text(styled(i), doc.word(i))?;
            }
            // The words after a dateline go on its line.
            if block.role == BlockRole::Dateline { self.page.space(PLAIN)? } else { self.page.gap()? }
        }
        self.page.line(0)
    }

    fn heading(&mut self, title: &str, count: usize) -> io::Result<()> {
        self.page.line(0)?;
        self.page.text(self.palette.title, title)?;
        self.page.text(self.palette.quiet, &format!(" {count}"))?;
        self.page.line(2)
    }

    /// A row of the ledger, its figures and how they stand to each other.
    fn claims(&mut self) -> io::Result<()> {
        let article = self.article;
        if article.ledger.is_empty() || !self.kinds.has(Kind::Figure) {
            return Ok(());
        }
        self.heading("Claims", article.figures.len())?;
        for row in &article.ledger {
            self.page.text(self.palette.number, &word(row.kind))?;
            self.page.text(PLAIN, &format!(" {}", range(row.low, row.high)))?;
            let of = [row.place, row.side].into_iter().flatten().map(|e| self.name(e)).collect::<Vec<_>>();
            if !of.is_empty() {
                self.page.text(PLAIN, &format!(" ({})", of.join(", ")))?;
            }
            for id in &row.figures {
                self.page.line(4)?;
                let figure = &article.figures[id.index()];
                self.page.text(self.palette.figure, &self.read(figure.span))?;
                self.page.text(PLAIN, &format!(" = {}", range(figure.low, figure.high)))?;
                if figure.hedged {
                    self.page.text(self.palette.quiet, " unconfirmed")?;
                }
                match article.sources.get(id.index()).and_then(Option::as_ref) {
                    Some(source) => {
                        let name = self.whom(source.span, source.entity);
                        self.page.text(PLAIN, &format!(" — {name}"))?;
                    }
                    None => self.page.text(self.palette.quiet, " — no source")?,
                }
            }
            for relation in row.relations.iter().filter(|relation| !relation.note.is_empty()) {
                self.page.line(4)?;
                self.page.text(self.palette.quiet, &format!("→ {}", relation.note))?;
            }
            self.page.line(2)?;
        }
        self.page.gap()
    }

    /// What was said, by speaker, in the order in which they first speak.
    fn quotes(&mut self) -> io::Result<()> {
        let article = self.article;
        let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
        let mut group_of: HashMap<String, usize> = HashMap::new();
        for (i, _) in article.quotes.iter().enumerate().filter(|(_, quote)| quote.kind != QuoteKind::Term) {
            let name = match article.speakers.get(i).copied().flatten() {
                Some(Speaker { entity: Some(entity), .. }) => self.with_role(entity),
                Some(speaker) => self.read(speaker.span),
                None => "No speaker".to_string(),
            };
            let group = *group_of.entry(name).or_insert_with_key(|name| {
                groups.push((name.clone(), Vec::new()));
                groups.len() - 1
            });
            groups[group].1.push(i);
        }
        if groups.is_empty() || !self.kinds.has(Kind::Quote) {
            return Ok(());
        }
        self.heading("Quotes", groups.iter().map(|(_, quotes)| quotes.len()).sum())?;
        for (name, quotes) in groups {
            self.page.text(self.palette.title, &name)?;
            for i in quotes {
                self.page.line(4)?;
                let quote = &article.quotes[i];
                let words = quote.content.iter().map(|span| self.read(*span)).collect::<Vec<_>>().join(" … ");
                let words = if quote.kind == QuoteKind::Indirect { words } else { format!("“{words}”") };
                self.page.text(self.palette.quote, &words)?;
            }
            self.page.line(2)?;
        }
        self.page.gap()
    }

    /// Names by kind, the most mentioned first.
    fn names(&mut self) -> io::Result<()> {
        let article = self.article;
        let named = article.entities.list.iter().filter(|entity| self.kinds.has_entity(entity.kind)).count();
        if named == 0 {
            return Ok(());
        }
        let mut mentions = vec![0; article.entities.list.len()];
        for entity in article.mentions().iter().filter_map(|mention| mention.entity) {
            mentions[entity.index()] += 1;
        }
        self.heading("Names", named)?;
        for (kind, title) in KINDS.iter().filter(|(kind, _)| self.kinds.has_entity(*kind)) {
            let mut list: Vec<usize> =
                (0..mentions.len()).filter(|e| article.entities.list[*e].kind == *kind).collect();
            if list.is_empty() {
                continue;
            }
            list.sort_by_key(|e| std::cmp::Reverse(mentions[*e]));
            self.page.text(self.palette.title, title)?;
            for e in list {
                self.page.line(4)?;
                self.page.text(self.palette.entity(*kind), &article.entities.list[e].name)?;
                if let Some(role) = &article.entities.list[e].role {
                    self.page.text(PLAIN, &format!(", {role}"))?;
                }
                self.page.text(self.palette.quiet, &format!(" ×{}", mentions[e]))?;
            }
            self.page.line(2)?;
        }
        self.page.gap()
    }

    fn notes(&mut self) -> io::Result<()> {
        let article = self.article;
        if article.notes.is_empty() || !self.kinds.0.is_empty() {
            return self.page.line(0);
        }
        self.heading("Notes", article.notes.len())?;
        for note in &article.notes {
            self.page.text(PLAIN, &note.message)?;
            let at = self.read(note.span);
            let excerpt: String = at.chars().take(60).collect();
            let more = if excerpt.len() < at.len() { "…" } else { "" };
            self.page.text(self.palette.quiet, &format!(" — {excerpt}{more}"))?;
            self.page.line(2)?;
        }
        self.page.line(0)
    }

    /// The words under `span` on one line.
    fn read(&self, span: Span) -> String {
        self.article.doc.read(self.article.doc.tokens_in(span))
    }

    fn name(&self, entity: EntityId) -> String {
        self.article.entities.get(entity).name.clone()
    }

    fn with_role(&self, entity: EntityId) -> String {
        let entity = self.article.entities.get(entity);
        match &entity.role {
            Some(role) => format!("{}, {role}", entity.name),
            None => entity.name.clone(),
        }
    }

    /// The words that name somebody, and whom they stand for where that is another name.
    fn whom(&self, span: Span, entity: Option<EntityId>) -> String {
        let words = self.read(span);
        match entity.map(|entity| self.name(entity)) {
            Some(name) if !words.contains(&name) => format!("{words} ({name})"),
            _ => words,
        }
    }
}

const KINDS: &[(EntityKind, &str)] = &[
    (EntityKind::Person, "People"),
    (EntityKind::Organization, "Organizations"),
    (EntityKind::Place, "Places"),
    (EntityKind::Facility, "Facilities"),
    (EntityKind::Group, "Groups"),
    (EntityKind::Event, "Events"),
    (EntityKind::Product, "Products"),
    (EntityKind::Other, "Other names"),
];

/// The style of each token: quotes under names under figures.
fn styles(article: &Article, kinds: Kinds, palette: &Palette) -> Vec<Style> {
    let doc = &article.doc;
    let mut styles = vec![PLAIN; doc.tokens.len()];
    let mut draw = |tokens: TokenRange, style: Style| {
        for drawn in styles.iter_mut().take(tokens.end).skip(tokens.start) {
            *drawn = over(style, *drawn);
        }
    };
    for quote in article.quotes.iter().filter(|quote| quote.kind != QuoteKind::Term && kinds.has(Kind::Quote)) {
        for span in &quote.content {
            draw(doc.tokens_in(*span), palette.quote);
        }
    }
    for mention in article.entities.mentions.iter().filter(|mention| kinds.has_entity(mention.kind)) {
        draw(mention.tokens, palette.entity(mention.kind));
    }
    for figure in article.figures.iter().filter(|_| kinds.has(Kind::Figure)) {
        draw(doc.tokens_in(figure.span), palette.figure);
        draw(figure.number, palette.number);
    }
    styles
}

/// A count: `3`, `10 to 15`, `12 or more`.
fn range(low: Option<u64>, high: Option<u64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) => format!("up to {high}"),
        (None, None) => "?".to_string(),
    }
}

/// A word of the wire format, as a heading.
fn word(kind: newsmark::wire::HarmKind) -> String {
    format!("{kind:?}")
}
