//! Files from disk or standard input: whole, in UTF-8, and not without bound.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::finding::{Finding, Severity, reading};
use crate::locale::{Message, msg};
use crate::source::{Location, Source, Span};

/// The largest file that is read, in bytes; a plan of 100,000 tasks is a quarter of it.
pub const MOST_BYTES: u64 = 64 << 20;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    Missing,
    IsFolder,
    /// a pipe or a device
    NotAFile,
    /// a link leads out of where files are looked for
    Elsewhere,
    Denied,
    /// the byte that is not UTF-8: its value, its line, and its place in the line, from 1
    NotUtf8 {
        byte: u8,
        line: usize,
        column: usize,
        /// The text before the byte.
        head: String,
    },
    TooLarge,
    /// another program's document, such as Word's
    OtherDocument(&'static str),
    Other(String),
}

impl Failure {
    /// What to tell the person who named the file.
    pub fn message(&self, name: &str) -> Message {
        match self {
            Failure::Missing => msg!("`{name}` findes ikke", "`{name}` finnes ikke", "`{name}` does not exist"),
            Failure::IsFolder => msg!(
                "`{name}` er en mappe, ikke en fil",
                "`{name}` er en mappe, ikke en fil",
                "`{name}` is a folder, not a file",
            ),
            Failure::NotAFile => {
                msg!("`{name}` er ikke en fil", "`{name}` er ikke en fil", "`{name}` is not a file")
            }
            Failure::Elsewhere => msg!(
                "`{name}` fører ud af planernes mappe",
                "`{name}` fører ut av mappen med planene",
                "`{name}` leads out of the folder of the plans",
            ),
            Failure::Denied => msg!(
                "`{name}` må ikke læses af dig",
                "du har ikke lov til å lese `{name}`",
                "you are not allowed to read `{name}`",
            ),
            Failure::NotUtf8 { byte, line, column, .. } => msg!(
                "`{name}` er ikke UTF-8: byte 0x{byte:02X} i linje {line}, tegn {column}; gem filen som UTF-8",
                "`{name}` er ikke UTF-8: byte 0x{byte:02X} i linje {line}, tegn {column}; lagre filen som UTF-8",
                "`{name}` is not UTF-8: byte 0x{byte:02X} on line {line}, character {column}; save the file as UTF-8",
            ),
            Failure::TooLarge => {
                let most = MOST_BYTES >> 20;
                msg!(
                    "`{name}` fylder over {most} MB, som er det meste, en fil må fylde",
                    "`{name}` er på over {most} MB, som er det meste en fil kan være på",
                    "`{name}` is larger than {most} MB, the most that a file may be",
                )
            }
            Failure::OtherDocument(what) => msg!(
                "`{name}` er en {what}-fil; en plan er en tekstfil, som `plan init` laver",
                "`{name}` er en {what}-fil; en plan er en tekstfil, som `plan init` lager",
                "`{name}` is a {what} file; a plan is a text file, such as `plan init` makes",
            ),
            Failure::Other(why) => {
                msg!(
                    "`{name}` kan ikke læses: {why}",
                    "`{name}` kan ikke leses: {why}",
                    "`{name}` cannot be read: {why}"
                )
            }
        }
    }
}

impl Failure {
    /// What is wrong as a finding, where the file has a place to point at.
    pub fn finding(&self, name: &str) -> Option<Finding> {
        let Failure::NotUtf8 { byte, head, .. } = self else { return None };
        let at = head.len() as u32;
        let source = Source::new(name, format!("{head}\u{FFFD}"));
        let span = Span { start: at, end: source.text().len() as u32, file: 0 };
        let message = msg!(
            "filen er ikke UTF-8: her står byten 0x{byte:02X}",
            "filen er ikke UTF-8: her står byten 0x{byte:02X}",
            "the file is not UTF-8: here stands the byte 0x{byte:02X}",
        );
        let mut finding = Finding::new(reading::UNREADABLE, Severity::Error, Location { source, span }, message);
        finding.help(msg!(
            "gem filen som UTF-8; i Notesblok: Gem som, Kodning: UTF-8",
            "lagre filen som UTF-8; i Notisblokk: Lagre som, Koding: UTF-8",
            "save the file as UTF-8; in Notepad: Save as, Encoding: UTF-8",
        ));
        Some(finding)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::NotFound => Failure::Missing,
            io::ErrorKind::PermissionDenied => Failure::Denied,
            io::ErrorKind::IsADirectory => Failure::IsFolder,
            _ => Failure::Other(error.to_string()),
        }
    }
}

/// Reads a file; `name` is what messages call it.
pub fn read(path: &Path, name: &str) -> Result<Arc<Source>, Failure> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(Failure::IsFolder);
    }
    if about.len() > MOST_BYTES {
        return Err(Failure::TooLarge);
    }
    decode(file, about.len() as usize, name)
}

/// Reads a file that must not be a pipe or a device, which may never end.
pub fn read_regular(path: &Path, name: &str) -> Result<Arc<Source>, Failure> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() || about.is_file() { read(path, name) } else { Err(Failure::NotAFile) }
}

/// Reads standard input.
pub fn stdin() -> Result<Arc<Source>, Failure> {
    decode(io::stdin().lock(), 0, "-")
}

/// What program's document it is by its first bytes, where it is no text.
fn other_document(bytes: &[u8]) -> Option<&'static str> {
    let begins = [(b"PK\x03\x04".as_slice(), "Word/Excel"), (b"%PDF-", "PDF"), (b"\xD0\xCF\x11\xE0", "Word/Excel")];
    begins.into_iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, what)| what)
}

/// Reads a text of about as many bytes as expected.
pub(super) fn decode(mut input: impl Read, expected: usize, name: &str) -> Result<Arc<Source>, Failure> {
    // What is asked for at once comes at once, where `read_to_end` asks for 8 KB at a time.
    let mut bytes = vec![0; expected + 1];
    let mut length = 0;
    while let Some(rest) = bytes.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => bytes.truncate(length),
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    if length > expected {
        input.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    if let Some(what) = other_document(bytes) {
        return Err(Failure::OtherDocument(what));
    }
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let at = error.valid_up_to();
            let head = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default()).into_owned();
            let line = head.matches('\n').count() + 1;
            let column = head.rsplit('\n').next().unwrap_or("").chars().count() + 1;
            Err(Failure::NotUtf8 { byte: bytes.get(at).copied().unwrap_or(0), line, column, head })
        }
    }
}
