//! How values are written in a plan file.

use std::fmt::Write as _;

use crate::calendar::{Period, Unit};

/// A day or a period as a value: `2025-05-19`, `"2025-W13"`.
pub fn written(period: impl Into<Period>) -> String {
    let period = period.into();
    if period.unit() == Unit::Day { period.to_string() } else { format!("\"{period}\"") }
}

/// A text as a value: a TOML basic string, without the hyphens that only layout uses.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // Controls, and what turns words around unseen.
            '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => {
                let _ = write!(quoted, "\\u{:04X}", letter as u32);
            }
            _ if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", letter as u32);
            }
            '\u{AD}' => {}
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
