//! The command line: reads files or standard input, prints what the engine marks.

mod args;
mod export;
mod input;
mod jsonl;
mod kinds;
mod progress;
mod report;
mod style;
mod wrap;

use args::{Annotate, Args, Command, Form};
use clap::Parser;
use input::Input;
use newsmark::export::Format;
use newsmark::{Annotator, Lexicon};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Annotate(args) => annotate(&args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            args::completions(shell, &mut script);
            io::stdout().write_all(&script).map(|()| true)
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever read our output has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("the output cannot be written: {error}"));
            ExitCode::from(1)
        }
    }
}

/// Whether all input could be read; an error is one of writing.
fn annotate(args: &Annotate) -> io::Result<bool> {
    let mut annotator = Annotator::default().with_lexicon(lexicon(args));
    if let Some(day) = &args.published {
        annotator = annotator.with_published(day).unwrap_or_else(|error| args::usage(&error.to_string()));
    }
    let stdout = anstream::AutoStream::new(io::stdout(), args.color.into());
    let mut out = io::BufWriter::new(stdout.lock());
    let mut all_read = true;
    let form = args.form();
    let (inputs, problems) = Input::all(&args.files, form != Form::Jsonl);
    for problem in problems {
        complain(&problem);
        all_read = false;
    }
    let mut writer = form.export().map(|format| export::Writer::new(args, format, &mut out)).transpose()?;
    if form == Form::Text && args.output.is_some() {
        args::usage("--output writes files in a format: name one, as in --format html");
    }
    let alone = matches!(form.export(), Some(Format::Html | Format::Brat));
    if alone && inputs.len() > 1 && args.output.is_none() {
        args::usage("several articles do not fit into one file of this format: name a folder with --output");
    }
    let mut progress = progress::Progress::new();
    for (i, input) in inputs.iter().enumerate() {
        if let Some(progress) = progress.as_mut().filter(|_| inputs.len() > 1 && form != Form::Jsonl) {
            progress.show(i, inputs.len());
        }
        if matches!(input, Input::Standard) && io::stdin().is_terminal() {
            complain("paste the text, then press Ctrl-D on a line of its own");
        }
        if form == Form::Jsonl {
            all_read &= jsonl::run(input, args, &annotator, &mut progress, &mut out)?;
            continue;
        }
        let text = match input.read() {
            Ok(text) => text,
            Err(message) => {
                if let Some(progress) = &mut progress {
                    progress.hide();
                }
                complain(&message);
                all_read = false;
                continue;
            }
        };
        let article = annotator.annotate(&text);
        if let Some(writer) = &mut writer {
            all_read &= writer.write(&article, &text, input, &mut out)?;
            continue;
        }
        if text.trim().is_empty() {
            complain(&format!("{input}: there is no text in it"));
            continue;
        }
        if i > 0 {
            out.write_all(b"\n")?;
        }
        let heading = (inputs.len() > 1).then(|| input.to_string());
        report::print(&article, args.kinds(), heading.as_deref(), &mut out)?;
    }
    if let Some(progress) = &mut progress {
        progress.hide();
    }
    out.flush()?;
    Ok(all_read)
}

/// The user's own names from all lists, the later first.
fn lexicon(args: &Annotate) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for path in &args.lexicon {
        let file = Input::file(path);
        let list = file.read().unwrap_or_else(|message| args::usage(&format!("--lexicon: {message}")));
        for problem in lexicon.add_list(&list) {
            complain(&format!("{file}:{problem}"));
        }
    }
    lexicon
}

/// Tells the user on standard error.
fn complain(message: &str) {
    // Where standard error is closed, nobody is there to tell.
    let _ = writeln!(io::stderr(), "newsmark: {message}");
}
