//! Web addresses, e-mail addresses and handles.
//!
//! A look ahead never goes further than the run of characters that hosts are made of, and begins
//! only where such a run begins: each character is looked at a fixed number of times.

use super::chars::is_quote;

/// Endings of a web address without `www.` or `https://`.
const DOMAINS: [&str; 16] =
    ["com", "org", "net", "gov", "edu", "info", "news", "tv", "io", "uk", "us", "ru", "de", "fr", "eu", "int"];

/// What stands at the start of `rest`, and its length. `before` is the character before it.
pub(crate) enum Address {
    Link(usize),
    Mail(usize),
}

/// The address that begins here, if one does.
pub(crate) fn address(before: Option<char>, rest: &str) -> Option<Address> {
    let first = rest.chars().next()?;
    if before.is_some_and(|c| is_host(c) || c == '@') || !(is_host(first) || first == '@') {
        return None;
    }
    let host = &rest[..host_len(rest)];
    mail_len(rest, host.len()).map(Address::Mail).or_else(|| link_len(rest, host).map(Address::Link))
}

fn is_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+') || !c.is_ascii() && c.is_alphabetic()
}

fn host_len(rest: &str) -> usize {
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    plain + rest[plain..].find(|c| !is_host(c)).unwrap_or(rest.len() - plain)
}

fn link_len(rest: &str, host: &str) -> Option<usize> {
    let starts = |prefix: &str| {
        rest.as_bytes().get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
            && rest.len() > prefix.len()
    };
    if !(starts("http://") || starts("https://") || starts("www.") || is_bare_host(host)) {
        return None;
    }
    let run = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”')).unwrap_or(rest.len());
    let link = rest[..run]
        .trim_end_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '*') || is_quote(c));
    (!link.is_empty()).then_some(link.len())
}

/// `news.example.com`, not `killed.The` nor `U.S`.
fn is_bare_host(host: &str) -> bool {
    if host.len() > 253 || !host.contains('.') {
        return false;
    }
    let mut parts = host.trim_end_matches('.').rsplit('.');
    let top = parts.next().is_some_and(|top| DOMAINS.contains(&top));
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let mut names = 0;
    top && parts.all(|part| {
        names += 1;
        part.len() > 1 && part.bytes().all(plain)
    }) && names > 0
}

/// `desk@paper.example`, `@desk`.
fn mail_len(rest: &str, local: usize) -> Option<usize> {
    if !rest[local..].starts_with('@') {
        return None;
    }
    let after = &rest[local + 1..];
    let host = after[..host_len(after)].trim_end_matches(['.', '-', '+']);
    let whole = if local == 0 { !host.is_empty() } else { host.trim_start_matches('.').contains('.') };
    whole.then_some(local + 1 + host.len())
}
