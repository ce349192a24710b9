//! Documents, data and findings in their formats.

pub mod calendar;
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
    let mut written = 0;
    // Long texts are mostly bytes with which nothing of the kind begins.
    for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| byte != b'\n' && document::may_act(byte)) {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let is_soft = c == document::SOFT_HYPHEN;
        if is_soft || document::acts(c) {
            out.write_all(text.get(written..at).unwrap_or("").as_bytes())?;
            written = at + c.len_utf8();
            if !is_soft {
                write!(out, "\\u{:04x}", u32::from(c))?;
            }
        }
    }
    writeln!(out, "{}", text.get(written..).unwrap_or(""))
}
