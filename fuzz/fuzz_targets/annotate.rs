//! Any text is read without a panic, and every span can be sliced.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::OffsetUnit;

fuzz_target!(|text: &str| {
    let article = newsmark::annotate(text);
    let wire = article.to_wire(OffsetUnit::Byte);
    let slice = |start: u32, end: u32| assert!(text.get(start as usize..end as usize).is_some(), "{start}..{end}");
    wire.sentences.iter().for_each(|s| slice(s.start, s.end));
    wire.mentions.iter().for_each(|m| slice(m.start, m.end));
    wire.quotes.iter().for_each(|q| slice(q.start, q.end));
    wire.figures.iter().for_each(|f| slice(f.start, f.end));
    wire.dates.iter().for_each(|d| slice(d.start, d.end));
    for unit in [OffsetUnit::Utf16, OffsetUnit::Codepoint] {
        assert_eq!(article.to_wire(unit).mentions.len(), wire.mentions.len());
    }
});
