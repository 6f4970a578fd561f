//! Where the text comes from, and what to say when it can't be read.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// A file, or standard input.
pub(crate) enum Input {
    Standard,
    File {
        path: PathBuf,
        /// The folder that it was found in, where a folder was named.
        folder: Option<PathBuf>,
    },
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Input::Standard => f.write_str("standard input"),
            Input::File { path, .. } => write!(f, "{}", path.display()),
        }
    }
}

impl Input {
    /// A file that is named itself.
    pub(crate) fn file(path: &Path) -> Self {
        Input::File { path: path.to_path_buf(), folder: None }
    }

    /// The inputs that the command line names, and what is wrong with any of them: standard input where it names
    /// none, or `-`; the text files in a folder, where folders are taken.
    pub(crate) fn all(files: &[PathBuf], folders: bool) -> (Vec<Input>, Vec<String>) {
        let (mut inputs, mut problems) = (Vec::new(), Vec::new());
        if files.is_empty() {
            inputs.push(Input::Standard);
        }
        for path in files {
            if path == Path::new("-") {
                inputs.push(Input::Standard);
            } else if folders && path.is_dir() {
                match text_files(path) {
                    Ok(found) if found.is_empty() => {
                        problems.push(format!("{}: is a folder without .txt files", path.display()));
                    }
                    Ok(found) => {
                        inputs.extend(
                            found.into_iter().map(|file| Input::File { path: file, folder: Some(path.clone()) }),
                        );
                    }
                    Err(error) => problems.push(Input::file(path).unreadable(&error)),
                }
            } else {
                inputs.push(Input::file(path));
            }
        }
        (inputs, problems)
    }

    /// Where a file made of it goes, without its ending: as its own lies in the folder that was named.
    pub(crate) fn stem(&self) -> PathBuf {
        match self {
            Input::Standard => "article".into(),
            Input::File { path, folder } => {
                let within = folder.as_ref().and_then(|folder| path.strip_prefix(folder).ok());
                let stem = path.file_stem().unwrap_or(path.as_os_str());
                within.and_then(Path::parent).unwrap_or(Path::new("")).join(stem)
            }
        }
    }

    /// The name that its article goes by.
    pub(crate) fn id(&self) -> Option<String> {
        match self {
            Input::Standard => None,
            Input::File { path, .. } => Some(path.display().to_string()),
        }
    }

    /// How many bytes it has, where that is known before it is read.
    pub(crate) fn length(&self) -> Option<u64> {
        match self {
            Input::Standard => None,
            Input::File { path, .. } => path.metadata().ok().filter(std::fs::Metadata::is_file).map(|file| file.len()),
        }
    }

    /// Its bytes as they come.
    pub(crate) fn open(&self) -> Result<Box<dyn BufRead + Send>, String> {
        match self {
            Input::Standard => Ok(Box::new(BufReader::new(io::stdin()))),
            Input::File { path, .. } if path.is_dir() => Err(self.folder()),
            Input::File { path, .. } => match File::open(path) {
                Ok(file) => Ok(Box::new(BufReader::new(file))),
                Err(error) => Err(self.unreadable(&error)),
            },
        }
    }

    /// All of its text.
    pub(crate) fn read(&self) -> Result<String, String> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        String::from_utf8(bytes).map_err(|error| self.not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))
    }

    pub(crate) fn unreadable(&self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::NotFound => format!("{self}: there is no such file"),
            io::ErrorKind::PermissionDenied => format!("{self}: you may not read this file"),
            io::ErrorKind::IsADirectory => self.folder(),
            _ => format!("{self}: cannot be read: {error}"),
        }
    }

    fn folder(&self) -> String {
        format!("{self}: is a folder; name the files in it, as in {self}/*.txt")
    }

    fn not_utf8(&self, bytes: &[u8], at: usize) -> String {
        if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = bytes {
            return format!("{self}: is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8");
        }
        if let Some(kind) = no_text(bytes) {
            return format!("{self}: is {kind}; save its text as a .txt file");
        }
        let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
        let byte = bytes[at];
        format!(
            "{self}: is not UTF-8: byte {byte:#04X} at offset {at}, in line {line}; \
             save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8"
        )
    }
}

/// What bytes are that are no text in any encoding.
fn no_text(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF"),
        [b'P', b'K', 3, 4, ..] => Some("an office document or an archive"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("an old office document"),
        _ => bytes.iter().take(8192).any(|byte| *byte == 0).then_some("no text, but a picture or a program, perhaps"),
    }
}

/// The `.txt` files in a folder and in the folders within it, by name. A link to a folder is not followed: it may lead
/// back.
fn text_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            files.extend(text_files(&path)?);
        } else if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("txt")) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
