//! Documents, data and findings in their formats.

pub mod document;
pub mod findings;
pub mod schema;
pub mod starter;

use std::io::{self, Write};

use serde::Serialize;

/// Data as JSON, indented, with a line break at its end. Soft hyphens belong to
/// layout and are left out; what acts on a terminal is written as an escape.
pub fn json(data: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(data)?;
    let mut rest = text.as_str();
    while let Some((at, c)) = rest.char_indices().find(|&(_, c)| c != '\n' && (c == '\u{AD}' || document::acts(c))) {
        let (head, tail) = rest.split_at(at);
        out.write_all(head.as_bytes())?;
        if c != '\u{AD}' {
            write!(out, "\\u{:04x}", u32::from(c))?;
        }
        rest = tail.get(c.len_utf8()..).unwrap_or("");
    }
    writeln!(out, "{rest}")
}
