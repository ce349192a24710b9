//! Text as the words of HTML and XML: nothing in it acts as mark-up.

use std::fmt::Write as _;

use super::text::{clean, unbroken};

/// Adds a text with its allowed breaks.
pub fn push(out: &mut String, text: &str) {
    push_escaped(out, &clean(text));
}

/// Adds a text without its allowed breaks, for where nothing is wrapped.
pub fn push_unbroken(out: &mut String, text: &str) {
    push_escaped(out, &unbroken(text));
}

/// Adds what is formatted, which holds no text from elsewhere.
pub fn add(out: &mut String, what: std::fmt::Arguments<'_>) {
    // A string takes all that is written to it.
    let _ = out.write_fmt(what);
}

fn push_escaped(out: &mut String, text: &str) {
    let mut rest = 0;
    for (at, c) in text.char_indices() {
        let escaped = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            // What is no character at all may not stand in XML.
            _ if u32::from(c) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c) => "\u{FFFD}",
            _ => continue,
        };
        out.push_str(&text[rest..at]);
        out.push_str(escaped);
        rest = at + c.len_utf8();
    }
    out.push_str(&text[rest..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_mark_up() {
        let mut out = String::new();
        push(&mut out, "<script>\"R&D\"</script> 'a'\u{202E}b\u{0}\u{FFFF}\nkom\u{AD}mune");
        assert_eq!(out, "&lt;script&gt;&quot;R&amp;D&quot;&lt;/script&gt; &#39;a&#39;b\u{FFFD}\u{FFFD} kom\u{AD}mune");
        out.clear();
        push_unbroken(&mut out, "kom\u{AD}mune");
        assert_eq!(out, "kommune");
    }
}
