//! The command line keeps its promises: each test runs the real binary.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TEXT: &str = "Two people were killed in Lima on Monday, police said.\n";

fn newsmark(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
    command.arg("annotate").args(args).env_remove("NO_COLOR").env("COLUMNS", "80");
    command
}

/// Runs to the end on `input`.
fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = newsmark(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // It may end before it has read all, as it does after a wrong option.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json_lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A folder for one test's files, empty at its start.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn prints_the_article_plain_in_a_pipe() {
    let output = run(&[], TEXT.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with(TEXT.trim_end()), "{}", stdout(&output));
    assert!(!stdout(&output).contains('\u{1b}'));
    assert_eq!(stderr(&output), "");
}

#[test]
fn a_dash_is_standard_input() {
    assert_eq!(run(&["-"], TEXT.as_bytes()).stdout, run(&[], TEXT.as_bytes()).stdout);
}

#[test]
fn colours_when_told_and_not_with_no_color() {
    let headline = "Storm Hits Lima\n\nTwo people were killed in Lima on Monday, police said.\n";
    let coloured = run(&["--color", "always"], headline.as_bytes());
    assert!(stdout(&coloured).contains("\u{1b}["));
    let plain = run(&["--color", "never"], headline.as_bytes());
    assert!(!stdout(&plain).contains('\u{1b}'));
    let article = folder("no-color");
    let article = file(&article, "a.txt", headline.as_bytes());
    let output = newsmark(&[&article]).env("NO_COLOR", "1").env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(!stdout(&output).contains('\u{1b}'));
}

#[test]
fn marks_have_colours_and_lines() {
    let dir = folder("marks");
    let article = file(&dir, "a.txt", b"Two miners were killed, Mayor Ana Reyes said in Lima.");
    let plain = newsmark(&["--color", "always", &article])
        .env("TERM", "xterm-256color")
        .env_remove("VTE_VERSION")
        .env_remove("KITTY_WINDOW_ID")
        .env_remove("TERM_PROGRAM")
        .output()
        .unwrap();
    // The number of a figure is bold and underlined, in the figures' colour; a name in that of people.
    assert!(stdout(&plain).contains("\u{1b}[1m\u{1b}[4m\u{1b}[38;5;166mTwo\u{1b}[0m"), "{:?}", stdout(&plain));
    assert!(stdout(&plain).contains("\u{1b}[4m\u{1b}[38;5;32mReyes\u{1b}[0m"), "{:?}", stdout(&plain));
    // Double and dotted underlines only where the terminal is known to draw them.
    assert!(!stdout(&plain).contains("[21m") && !stdout(&plain).contains("[4:"), "{:?}", stdout(&plain));
    let styled = newsmark(&["--color", "always", &article]).env("TERM", "xterm-kitty").output().unwrap();
    assert!(stdout(&styled).contains("[4:4m"), "{:?}", stdout(&styled));
}

#[test]
fn escape_sequences_in_the_text_do_not_reach_the_terminal() {
    let output = run(&["--color", "always"], b"Lima \x1b]0;owned\x07 and \x1b[2J more.");
    assert!(!stdout(&output).contains("\u{1b}]"));
    assert!(!stdout(&output).contains("\u{1b}[2J"));
}

#[test]
fn lines_are_no_wider_than_the_terminal() {
    let text = "The council met on the hill above the old harbour and talked for a long time. ".repeat(9);
    let dir = folder("width");
    let article = file(&dir, "a.txt", text.as_bytes());
    let output = newsmark(&[&article]).env("COLUMNS", "40").output().unwrap();
    let widest = stdout(&output).lines().map(|line| line.chars().count()).max();
    assert!(widest.unwrap() <= 40 && widest.unwrap() > 30, "{widest:?}");
}

#[test]
fn json_is_one_wire_object_a_file_with_its_name() {
    let dir = folder("json");
    let (a, b) = (file(&dir, "a.txt", TEXT.as_bytes()), file(&dir, "b.txt", b"Nothing happened."));
    let output = run(&["--json", &a, &b], b"");
    assert_eq!(output.status.code(), Some(0));
    let articles = json_lines(&output);
    assert_eq!(articles.iter().map(|a| a["id"].clone()).collect::<Vec<_>>(), [json!(a), json!(b)]);
    assert_eq!(articles[0]["version"], 1);
    assert_eq!(articles[0]["offsetUnit"], "codepoint");
    assert_eq!(articles[0]["text"], Value::Null);
}

#[test]
fn json_of_standard_input_has_no_id() {
    let articles = json_lines(&run(&["--json"], TEXT.as_bytes()));
    assert_eq!(articles[0]["id"], Value::Null);
}

#[test]
fn offsets_count_what_they_are_told_to() {
    let text = "é😀 Two people were killed.";
    let length = |unit: &[&str]| {
        let args = [&["--json"], unit].concat();
        json_lines(&run(&args, text.as_bytes()))[0]["length"].as_u64().unwrap() as usize
    };
    assert_eq!(length(&[]), text.chars().count());
    assert_eq!(length(&["--offsets", "codepoint"]), text.chars().count());
    assert_eq!(length(&["--offsets", "utf16"]), text.encode_utf16().count());
    assert_eq!(length(&["--offsets", "byte"]), text.len());
}

#[test]
fn the_text_comes_back_when_asked_for() {
    assert_eq!(json_lines(&run(&["--json", "--text"], TEXT.as_bytes()))[0]["text"], TEXT);
    let line = json!({ "id": "a", "text": TEXT }).to_string();
    assert_eq!(json_lines(&run(&["--jsonl", "--text"], line.as_bytes()))[0]["text"], TEXT);
    assert_eq!(json_lines(&run(&["--jsonl"], line.as_bytes()))[0]["text"], Value::Null);
}

#[test]
fn jsonl_answers_every_line_in_order() {
    let ids: Vec<String> = (0..700).map(|i| format!("article \"{i}\" \u{2028} é")).collect();
    // Long and short ones, so that they do not finish in order.
    let line = |(i, id): (usize, &String)| {
        json!({ "id": id, "text": TEXT.repeat(if i % 97 == 0 { 300 } else { 1 }) }).to_string() + "\n"
    };
    let input: String = ids.iter().enumerate().map(line).collect();
    let output = run(&["--jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let answered: Vec<String> = json_lines(&output).iter().map(|a| a["id"].as_str().unwrap().to_string()).collect();
    assert_eq!(answered, ids);
}

#[test]
fn jsonl_gives_title_and_day_back() {
    let line = json!({ "id": "a", "title": "T", "published": "2022-08-04T10:00:00Z", "text": TEXT, "more": [1] });
    let article = &json_lines(&run(&["--jsonl"], line.to_string().as_bytes()))[0];
    assert_eq!((&article["title"], &article["published"]), (&json!("T"), &json!("2022-08-04T10:00:00Z")));
    let line = json!({ "text": TEXT }).to_string();
    let article = &json_lines(&run(&["--jsonl", "--published", "2020-01-02"], line.as_bytes()))[0];
    assert_eq!((&article["id"], &article["published"]), (&Value::Null, &json!("2020-01-02")));
}

#[test]
fn a_bad_line_is_told_and_passed_through() {
    let good = |id: &str| json!({ "id": id, "text": TEXT }).to_string();
    let bad_day = json!({ "id": "day", "text": TEXT, "published": "Monday" }).to_string();
    let input = [
        &good("a"),
        "{\"id\": \"cut\", \"te",
        "",
        "{\"id\": \"textless\"}",
        "{\"id\": 7, \"text\": \"seven\"}",
        "[]",
        &bad_day,
        &good("z"),
    ]
    .join("\n");
    let output = run(&["--jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let articles = json_lines(&output);
    let ids: Vec<&Value> = articles.iter().map(|a| &a["id"]).collect();
    let null = Value::Null;
    assert_eq!(ids, [&json!("a"), &null, &json!("textless"), &json!(7), &null, &json!("day"), &json!("z")]);
    for (article, line) in [(1, 2), (2, 4), (3, 5), (4, 6), (5, 7)] {
        let error = articles[article]["error"].as_str().unwrap();
        assert!(error.starts_with(&format!("line {line}: ")), "{error}");
        assert!(stderr(&output).contains(error), "{error}");
    }
    assert!(articles[0].get("error").is_none() && articles[6].get("error").is_none());
}

#[test]
fn jsonl_that_is_not_utf8_spoils_only_its_line() {
    let mut input = b"{\"id\": \"a\", \"text\": \"caf\xe9\"}\n".to_vec();
    input.extend(json!({ "id": "b", "text": TEXT }).to_string().into_bytes());
    let output = run(&["--jsonl"], &input);
    let articles = json_lines(&output);
    assert_eq!(articles.len(), 2);
    assert!(articles[0]["error"].is_string());
    assert_eq!(articles[1]["id"], "b");
}

#[test]
fn jsonl_takes_a_byte_order_mark_and_windows_lines() {
    let input = format!("\u{feff}{}\r\n", json!({ "id": "a", "text": TEXT }));
    assert_eq!(json_lines(&run(&["--jsonl"], input.as_bytes()))[0]["id"], "a");
}

#[test]
fn jsonl_streams() {
    let mut child = newsmark(&["--jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in ["a", "b", "c"] {
        // Each answer comes before the next question is asked.
        writeln!(stdin, "{}", json!({ "id": id, "text": TEXT })).unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [&["--jsonl"], &["--json"]] {
        let line = json!({ "id": "a", "text": TEXT }).to_string() + "\n";
        let mut child =
            newsmark(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        let _ = stdin.write_all(line.repeat(2000).as_bytes());
        drop(stdin);
        let mut complaints = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
        assert_eq!(complaints, "");
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn says_what_is_wrong_with_a_file_and_reads_the_others() {
    let dir = folder("unreadable");
    let good = file(&dir, "good.txt", TEXT.as_bytes());
    let latin = file(&dir, "latin.txt", b"First line\nSecond caf\xe9\n");
    let utf16 = file(&dir, "utf16.txt", b"\xff\xfeh\0i\0");
    let missing = dir.join("missing.txt").to_str().unwrap().to_string();
    let empty = dir.join("empty");
    std::fs::create_dir(&empty).unwrap();
    let empty = empty.to_str().unwrap();
    let output = run(&["--json", &latin, &utf16, &missing, empty, &good], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json_lines(&output).len(), 1);
    let complaints: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(complaints.len(), 4, "{complaints:?}");
    assert!(complaints[0].contains("empty: is a folder without .txt files"), "{}", complaints[0]);
    assert!(complaints[1].contains("latin.txt: is not UTF-8: byte 0xE9 at offset 21, in line 2"), "{}", complaints[1]);
    assert!(complaints[2].contains("is UTF-16"), "{}", complaints[2]);
    assert!(complaints[3].contains("no such file"), "{}", complaints[3]);
}

#[test]
fn what_is_no_text_is_called_so() {
    let dir = folder("no-text");
    let files: [(&str, &[u8], &str); 4] = [
        ("a.txt", b"%PDF-1.7\n\xe2\xe3", "a.txt: is a PDF; save its text as a .txt file"),
        ("b.txt", b"PK\x03\x04\xff\x00", "is an office document or an archive"),
        ("c.txt", b"\xff\xd8\xff\xe0\x00\x10", "is no text, but a picture or a program"),
        ("d.txt", b"caf\xe9", "is not UTF-8: byte 0xE9 at offset 3"),
    ];
    for (name, bytes, told) in files {
        let output = run(&["--json", &file(&dir, name, bytes)], b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(told), "{name}: {}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

/// What a terminal shows of standard error while the command runs in a shell; None where there is no `script` to ask.
#[cfg(target_os = "linux")]
fn on_a_terminal(command: &str, dir: &Path) -> Option<String> {
    let output = Command::new("script")
        .args(["-qec", command, "/dev/null"])
        .env("NEWSMARK", env!("CARGO_BIN_EXE_newsmark"))
        .current_dir(dir)
        .stdin(Stdio::null())
        .output();
    Some(String::from_utf8(output.ok()?.stdout).unwrap())
}

#[test]
#[cfg(target_os = "linux")]
fn a_long_run_shows_how_far_it_is_on_a_terminal() {
    let dir = folder("progress");
    let line = json!({ "text": TEXT }).to_string();
    file(&dir, "one.jsonl", format!("{line}\n").as_bytes());
    let slowly = "(cat one.jsonl; sleep 0.8; echo '{'; cat one.jsonl; sleep 0.3; cat one.jsonl)";
    let Some(shown) = on_a_terminal(&format!("{slowly} | $NEWSMARK annotate --jsonl > out.jsonl"), &dir) else {
        println!("skipped: there is no `script` here");
        return;
    };
    assert!(shown.contains("articles\x1b[K"), "{shown:?}");
    assert!(shown.contains("standard input, line 2: is no JSON"), "{shown:?}");
    assert!(shown.ends_with("\r\x1b[K"), "the line is cleared: {shown:?}");
    let answers = std::fs::read_to_string(dir.join("out.jsonl")).unwrap();
    assert_eq!(answers.lines().count(), 4);
    let silent = on_a_terminal(&format!("{slowly} | $NEWSMARK annotate --jsonl 2>/dev/null"), &dir).unwrap();
    assert!(!silent.contains("articles"), "what is printed there shows how far it is");
}

#[test]
#[cfg(target_os = "linux")]
fn a_long_run_over_files_shows_how_many_are_done() {
    let dir = folder("progress-files");
    for name in ["a.txt", "b.txt", "d.txt"] {
        file(&dir, name, TEXT.as_bytes());
    }
    // The third file takes its time.
    let slowly = "rm -f c.txt; mkfifo c.txt; (sleep 0.8; cat a.txt) > c.txt &";
    for form in ["--csv", "--json", "--format brat --output marked"] {
        let command = format!("{slowly} $NEWSMARK annotate {form} a.txt b.txt c.txt d.txt > out");
        let Some(shown) = on_a_terminal(&command, &dir) else {
            println!("skipped: there is no `script` here");
            return;
        };
        assert!(shown.contains("[##################......] 3 of 4 articles\x1b[K"), "{form}: {shown:?}");
        let behind = shown.rsplit("articles\x1b[K").next().unwrap();
        assert!(behind.starts_with("\r\x1b[K"), "{form}: the line is cleared: {shown:?}");
    }
    let shown = on_a_terminal(&format!("{slowly} $NEWSMARK annotate --csv a.txt c.txt"), &dir).unwrap();
    assert!(!shown.contains("of 2 articles"), "what is printed there shows how far it is");
}

#[test]
fn a_folder_is_its_text_files_by_name() {
    let dir = folder("stories");
    for name in ["b.txt", "a.TXT", "notes.pdf"] {
        file(&dir, name, TEXT.as_bytes());
    }
    let output = run(&["--json", dir.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let ids: Vec<String> = json_lines(&output).iter().map(|a| a["id"].as_str().unwrap().into()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids[0].ends_with("a.TXT") && ids[1].ends_with("b.txt"), "{ids:?}");
}

#[test]
fn folders_within_a_folder_are_read_and_keep_their_places() {
    let dir = folder("deep");
    std::fs::create_dir_all(dir.join("may/first")).unwrap();
    for name in ["story.txt", "may/story.txt", "may/first/v1.2.txt"] {
        file(&dir, name, TEXT.as_bytes());
    }
    let made = dir.join("made");
    let output = run(&["--format", "markdown", "--output", made.to_str().unwrap(), dir.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for name in ["story.md", "may/story.md", "may/first/v1.2.md"] {
        assert!(std::fs::read_to_string(made.join(name)).unwrap().contains("Lima"), "{name}");
    }
}

#[test]
fn where_files_cannot_be_written_it_is_said() {
    let dir = folder("unwritable");
    let story = file(&dir, "story.txt", TEXT.as_bytes());
    let html = |to: &str| run(&["--format", "html", "--output", to, &story], b"");
    let output = html(&story);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("story.txt is a file; name a folder"), "{}", stderr(&output));
    let output = html(&format!("{story}/made"));
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("the output cannot be written: "), "{}", stderr(&output));
    assert!(stderr(&output).contains("story.txt/made: "), "{}", stderr(&output));
    let output = run(&["--output", "made", &story], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--format html") && stdout(&output).is_empty(), "{}", stderr(&output));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut child = newsmark(&["--json"]).stdin(Stdio::piped()).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(TEXT.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("the output cannot be written: No space left"), "{}", stderr(&output));
}

#[test]
fn every_format_can_be_asked_for() {
    let dir = folder("formats");
    let story = file(&dir, "story.txt", TEXT.as_bytes());
    for format in newsmark::export::Format::ALL {
        let printed = run(&["--format", format.word(), &story], b"");
        assert_eq!(printed.status.code(), Some(0), "{format:?}: {}", stderr(&printed));
        let made = dir.join("made").join(format!("story.{}", format.extension()));
        let output = run(&["--format", format.word(), "--output", dir.join("made").to_str().unwrap(), &story], b"");
        assert_eq!(output.status.code(), Some(0), "{format:?}: {}", stderr(&output));
        assert_eq!(stdout(&output), "", "{format:?}");
        assert_eq!(std::fs::read_to_string(&made).unwrap(), stdout(&printed), "{format:?}");
    }
    assert_eq!(std::fs::read_to_string(dir.join("made/story.txt")).unwrap(), TEXT);
}

#[test]
fn a_format_says_what_it_does_not_hold() {
    let output = run(&["--format", "ninjs"], b"Police said 12 people were killed in Kenya on Monday.");
    assert!(stderr(&output).contains("ninjs does not hold 1 quote, 1 figure"), "{}", stderr(&output));
    let output = run(&["--format", "html", "--no-text"], b"The choir sang.");
    assert!(stderr(&output).contains("html does not hold the text"), "{}", stderr(&output));
    assert!(!stdout(&output).contains("choir"));
}

#[test]
fn no_article_is_written_over_another() {
    let dir = folder("same-name");
    std::fs::create_dir_all(dir.join("other")).unwrap();
    let one = file(&dir, "story.txt", TEXT.as_bytes());
    let two = file(&dir, "other/story.txt", b"Another one.");
    let made = dir.join("made");
    let output = run(&["--format", "markdown", "--output", made.to_str().unwrap(), &one, &two], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("is already another article's"), "{}", stderr(&output));
    assert!(!std::fs::read_to_string(made.join("story.md")).unwrap().contains("Another"));
}

#[test]
fn pages_of_several_articles_need_a_folder() {
    let dir = folder("pages");
    let one = file(&dir, "one.txt", TEXT.as_bytes());
    let output = run(&["--format", "html", &one, &one], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--output"), "{}", stderr(&output));
}

#[test]
fn a_folder_given_as_jsonl_is_told() {
    let dir = folder("jsonl-folder");
    let output = run(&["--jsonl", dir.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("is a folder"));
}

#[test]
fn no_text_is_no_error() {
    for input in ["", " \n\t\n"] {
        let output = run(&[], input.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(stdout(&output), "");
        assert!(stderr(&output).contains("there is no text"));
        let articles = json_lines(&run(&["--json"], input.as_bytes()));
        assert_eq!(articles[0]["blocks"], json!([]));
    }
    assert_eq!(stdout(&run(&["--jsonl"], b"")), "");
}

#[test]
fn wrong_usage_ends_with_two() {
    for args in [
        &["--no-such-option"][..],
        &["--json", "--jsonl"],
        &["--json", "--offsets", "words"],
        &["--published", "4 August"],
        &["--published", "2022-02-30"],
        &["--kinds", "city"],
        &["--format", "xml"],
        &["--text"],
    ] {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(stdout(&output), "");
        assert!(stderr(&output).starts_with("error: "), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains("--help"), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn help_tells_the_exit_codes() {
    let output = run(&["--help"], b"");
    assert_eq!(output.status.code(), Some(0));
    for line in ["0  all input was read", "1  some input could not be read", "2  wrong usage"] {
        assert!(stdout(&output).contains(line), "{line}");
    }
}

#[test]
fn csv_has_a_header_even_without_claims() {
    let output = run(&["--csv"], b"The choir sang.");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), newsmark::export::claims::HEADER);
}

#[test]
fn own_names_count_before_what_is_known_and_bad_lines_are_told() {
    let dir = folder("own-names");
    let first = file(&dir, "first.tsv", b"Lima\tperson\nReyes\nBlue Crane\tevent\n");
    let second = file(&dir, "second.json", br#"[{"name": "Lima", "kind": "place", "canonical": "Lima District"}]"#);
    let args = ["--lexicon", &first, "--lexicon", &second];
    let text = "Blue Crane began in Lima on Monday, police said.";
    let output = run(&[&args[..], &["--json"]].concat(), text.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).starts_with(&format!("newsmark: {first}:2: \"Reyes\" has no kind; write person")));
    assert_eq!(stderr(&output).lines().count(), 1);
    let named =
        |wire: &Value| wire["entities"].as_array().unwrap().iter().map(|e| e["name"].clone()).collect::<Vec<_>>();
    assert_eq!(named(&json_lines(&output)[0]), ["Blue Crane", "Lima District"]);
    let line = json!({"text": text}).to_string();
    let output = run(&[&args[..], &["--jsonl"]].concat(), line.as_bytes());
    assert_eq!(named(&json_lines(&output)[0]), ["Blue Crane", "Lima District"]);
}

#[test]
fn a_list_that_cannot_be_read_is_wrong_usage() {
    let output = run(&["--lexicon", "no-such-list.tsv"], TEXT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("no-such-list.tsv: there is no such file"), "{}", stderr(&output));
}

#[test]
fn only_the_kinds_that_are_asked_for_are_marked() {
    let text =
        b"Two people were killed in Lima on Monday, police said. \xE2\x80\x9CIt fell,\xE2\x80\x9D said Ana Reyes.\n";
    let count = |kinds: &str| {
        let article = json_lines(&run(&["--json", "--kinds", kinds], text)).remove(0);
        let ids: Vec<&Value> = ["entities", "mentions", "quotes", "figures"]
            .iter()
            .flat_map(|layer| article[layer].as_array().unwrap())
            .map(|item| &item["id"])
            .collect();
        for quote in article["quotes"].as_array().unwrap() {
            let entity = &quote["speaker"]["entity"];
            assert!(entity.is_null() || ids.contains(&entity), "{entity} is not there");
        }
        ["mentions", "quotes", "figures", "ledger"].map(|layer| article[layer].as_array().unwrap().len())
    };
    assert_eq!(count("figure"), [0, 0, 1, 1]);
    let [names, quotes, figures, _] = count("person,quote");
    assert!(names > 0 && quotes > 0 && figures == 0);
    let shown = run(&["--kinds", "place"], text);
    assert!(stdout(&shown).contains("Lima \u{D7}1") && !stdout(&shown).contains("Claims"), "{}", stdout(&shown));
    assert!(!stdout(&shown).contains("People"), "{}", stdout(&shown));
    let wrong = run(&["--kinds", "city"], text);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("person") && stderr(&wrong).contains("city"), "{}", stderr(&wrong));
}

#[test]
fn text_and_streams_are_formats_too() {
    assert_eq!(run(&["--format", "text"], TEXT.as_bytes()).stdout, run(&[], TEXT.as_bytes()).stdout);
    let line = json!({ "id": "a", "text": TEXT }).to_string();
    let stream = run(&["--format", "jsonl"], line.as_bytes());
    assert_eq!(json_lines(&stream)[0]["id"], "a");
    assert_eq!(stream.stdout, run(&["--jsonl"], line.as_bytes()).stdout);
    assert_eq!(run(&["--format", "csv"], TEXT.as_bytes()).stdout, run(&["--csv"], TEXT.as_bytes()).stdout);
}

#[test]
fn shells_complete_the_options() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = Command::new(env!("CARGO_BIN_EXE_newsmark")).args(["completions", shell]).output().unwrap();
        assert!(output.status.success());
        for option in ["kinds", "published", "lexicon"] {
            assert!(stdout(&output).contains(option), "{shell}: {option}");
        }
    }
}

#[test]
#[cfg(unix)]
fn bash_completes_what_is_typed() {
    let script = Command::new(env!("CARGO_BIN_EXE_newsmark")).args(["completions", "bash"]).output().unwrap();
    let asked = r#"
        COMP_WORDS=(newsmark annotate --form); COMP_CWORD=2; _newsmark newsmark --form annotate; echo "${COMPREPLY[@]}"
        COMP_WORDS=(newsmark annotate --format w); COMP_CWORD=3; _newsmark newsmark w --format; echo "${COMPREPLY[@]}"
    "#;
    let Ok(output) = Command::new("bash").arg("-c").arg(stdout(&script).to_string() + asked).output() else {
        println!("skipped: there is no bash here");
        return;
    };
    assert_eq!(stdout(&output).lines().collect::<Vec<_>>(), ["--format", "w3c"], "{}", stderr(&output));
}
