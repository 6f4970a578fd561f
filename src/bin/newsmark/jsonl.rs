//! `--jsonl`: one article a line in, one a line out, in order, on all cores.
//!
//! A thread reads lines ahead; whatever has arrived, up to a bound, is a batch that all cores share.
//! So memory stays bounded, and a caller that sends one line and waits gets its answer at once.

use crate::args::Annotate;
use crate::complain;
use crate::input::Input;
use crate::progress::Progress;
use newsmark::{Annotator, wire};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead, Write};
use std::sync::mpsc::{Receiver, sync_channel};

/// Lines read ahead of the batch at work.
const AHEAD: usize = 64;
/// A batch ends when it has this many lines, or this many bytes.
const BATCH_LINES: usize = 256;
const BATCH_BYTES: usize = 8 << 20;

/// A line and its number, counted from 1.
type Line = (usize, Vec<u8>);

/// What a line holds. Other fields are left alone.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Option<String>,
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    published: Option<String>,
}

/// What is printed for a line that can't be read.
#[derive(Serialize)]
struct Unread<'a> {
    id: Option<Value>,
    error: &'a str,
}

/// What becomes of a line.
struct Reply {
    json: String,
    complaint: Option<String>,
}

/// Whether every line of `input` could be read; an error is one of writing.
pub(crate) fn run(
    input: &Input,
    args: &Annotate,
    annotator: &Annotator,
    progress: &mut Option<Progress>,
    out: &mut impl Write,
) -> io::Result<bool> {
    let reader = match input.open() {
        Ok(reader) => reader,
        Err(message) => {
            complain(&message);
            return Ok(false);
        }
    };
    let (sender, receiver) = sync_channel(AHEAD);
    // Not awaited where writing fails: it may be waiting for input that never comes.
    let reading = std::thread::spawn(move || each_line(reader, |line| sender.send(line).is_ok()));
    let (mut all_read, mut done, mut bytes) = (true, 0, 0);
    let length = input.length();
    while let Some(batch) = next_batch(&receiver) {
        let reply = |(number, line): Line| reply(number, &line, args, annotator);
        done += batch.len();
        bytes += batch.iter().map(|(_, line)| line.len() as u64).sum::<u64>();
        let replies: Vec<Reply> = batch.into_par_iter().map(reply).collect();
        for Reply { json, complaint } in replies {
            if let Some(complaint) = complaint {
                if let Some(progress) = progress {
                    progress.hide();
                }
                complain(&format!("{input}, {complaint}"));
                all_read = false;
            }
            out.write_all(json.as_bytes())?;
            out.write_all(b"\n")?;
        }
        out.flush()?;
        if let Some(progress) = progress {
            progress.show_stream(done, bytes, length);
        }
    }
    if let Some(progress) = progress {
        progress.hide();
    }
    if let Ok(Err(error)) = reading.join() {
        complain(&input.unreadable(&error));
        all_read = false;
    }
    Ok(all_read)
}

/// Gives each line that is not blank to `take`, until it has enough.
fn each_line(mut reader: impl BufRead, mut take: impl FnMut(Line) -> bool) -> io::Result<()> {
    for number in 1.. {
        let mut line = Vec::new();
        if reader.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        if !line.trim_ascii().is_empty() && !take((number, line)) {
            break;
        }
    }
    Ok(())
}

/// Waits for a line, and takes those with it that have arrived already.
fn next_batch(lines: &Receiver<Line>) -> Option<Vec<Line>> {
    let mut batch = vec![lines.recv().ok()?];
    let mut bytes = batch[0].1.len();
    while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
        let Ok(line) = lines.try_recv() else { break };
        bytes += line.1.len();
        batch.push(line);
    }
    Some(batch)
}

fn reply(number: usize, line: &[u8], args: &Annotate, annotator: &Annotator) -> Reply {
    match annotate(line, args, annotator) {
        Ok(json) => Reply { json, complaint: None },
        Err(message) => {
            let complaint = format!("line {number}: {message}");
            let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned());
            let json = serde_json::to_string(&Unread { id, error: &complaint }).unwrap_or_default();
            Reply { json, complaint: Some(complaint) }
        }
    }
}

fn annotate(line: &[u8], args: &Annotate, annotator: &Annotator) -> Result<String, String> {
    let request: Request = serde_json::from_slice(line).map_err(|error| said_plainly(&error))?;
    let published = request.published.or_else(|| args.published.clone());
    let mut annotator = annotator.clone();
    if let Some(day) = &published {
        annotator = annotator.with_published(day).map_err(|error| error.to_string())?;
    }
    let wire = args.kinds().keep(annotator.annotate(&request.text).to_wire(args.offsets.into()));
    let wire = wire::Article { id: request.id, title: request.title, published, ..wire };
    let wire = if args.text { wire::Article { text: Some(request.text), ..wire } } else { wire };
    Ok(wire.to_json())
}

/// The parser's message without its line number, which is always 1 here.
fn said_plainly(error: &serde_json::Error) -> String {
    let message = error.to_string().replace(" at line 1 column ", ", at byte ");
    if error.is_data() {
        format!("{message}; a line is {{\"id\": \"…\", \"text\": \"…\"}}, both strings")
    } else {
        format!("is no JSON: {message}")
    }
}
