//! Documents, data and findings in their formats.

pub mod document;
pub mod findings;

use std::io::{self, Write};

use serde::Serialize;

/// Data as JSON, indented, with a line break at its end. Soft hyphens belong to
/// layout and are left out.
pub fn json(data: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(data)?;
    writeln!(out, "{}", text.replace('\u{AD}', ""))
}
