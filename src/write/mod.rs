//! Documents, data and findings in their formats.

pub mod document;
pub mod findings;
pub mod starter;

use std::io::{self, Write};

use serde::Serialize;

/// Letters that JSON allows as they are, but that move a cursor or turn words around; and soft hyphens.
fn acts_on_a_terminal(letter: char) -> bool {
    matches!(letter, '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}')
}

/// Data as JSON, indented, with a line break at its end. Soft hyphens belong to
/// layout and are left out.
pub fn json(data: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(data)?;
    let mut rest = text.as_str();
    while let Some(at) = rest.find(acts_on_a_terminal) {
        let (safe, from) = rest.split_at(at);
        let letter = from.chars().next().unwrap_or_default();
        out.write_all(safe.as_bytes())?;
        if letter != '\u{AD}' {
            write!(out, "\\u{:04x}", letter as u32)?;
        }
        rest = &from[letter.len_utf8()..];
    }
    writeln!(out, "{rest}")
}
