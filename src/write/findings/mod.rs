//! Findings, one format a file.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub mod full;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod sarif;
pub mod short;

/// How to write for a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub width: usize,
    pub colour: bool,
    /// Whether to end with a line that counts.
    pub summary: bool,
}

/// A path as an address that other programs resolve from where they run: with
/// slashes, and all that means something in an address written as `%`.
fn uri(path: &str) -> String {
    const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let path = slashes(path);
    let address = utf8_percent_encode(&path, PATH).to_string();
    match path.as_bytes() {
        [b'/', ..] => format!("file://{address}"),
        // A drive of Windows.
        [_, b':', ..] => format!("file:///{}", address.replacen("%3A", ":", 1)),
        _ => address,
    }
}

/// A path with slashes, also from a system that writes it with backslashes.
fn slashes(path: &str) -> std::borrow::Cow<'_, str> {
    if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/").into() } else { path.into() }
}
