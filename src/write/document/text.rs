//! Text from plans, made safe to print and measured.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

/// An allowed break: unseen unless the line ends there.
pub const SOFT_HYPHEN: char = '\u{AD}';

/// The text without anything that acts on a terminal or reorders what is read:
/// a plan may come from elsewhere. White space becomes a space, other controls
/// `�`, invisible direction marks nothing.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match replacement(c) {
            Replacement::Itself => clean.push(c),
            Replacement::Space => clean.push(' '),
            Replacement::Unknown => clean.push(char::REPLACEMENT_CHARACTER),
            Replacement::Nothing => {}
        }
    }
    Cow::Owned(clean)
}

/// Whether a character acts on a terminal or reorders what is read.
pub fn acts(c: char) -> bool {
    !matches!(replacement(c), Replacement::Itself)
}

/// Whether a character that acts, or an allowed break, may begin with a byte.
pub fn may_act(byte: u8) -> bool {
    byte < b' ' || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF)
}

enum Replacement {
    Itself,
    Space,
    Unknown,
    Nothing,
}

fn replacement(c: char) -> Replacement {
    match c {
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Replacement::Space,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Replacement::Unknown,
        // Direction marks, embeddings, overrides and isolates; the deprecated
        // format characters after them; annotation anchors; byte order mark.
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' => Replacement::Nothing,
        '\u{2066}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FEFF}' => Replacement::Nothing,
        _ => Replacement::Itself,
    }
}

/// The clean text without its allowed breaks, for where nothing is wrapped.
pub fn unbroken(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let clean = clean(text);
    if clean.contains(SOFT_HYPHEN) { Cow::Owned(clean.replace(SOFT_HYPHEN, "")) } else { clean }
}

/// The columns that clean text takes on a terminal.
pub fn width(text: &str) -> usize {
    if is_plain(text) { text.chars().count() } else { text.width() }
}

/// Whether a text has only printable ASCII and the letters from `À` to `ÿ`, as
/// most have: each is one column wide, stands alone and acts on nothing.
pub fn is_plain(text: &str) -> bool {
    // `À` to `ÿ` are the byte C3 and one that continues it. To look at every byte, whatever
    // the first was, is quicker: processors take many at a time.
    text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | 0xC3 | 0x80..=0xBF))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_acts_on_a_terminal_is_left() {
        for code in (0..=0x1F).chain(0x7F..=0x9F).chain(0x202A..=0x202E).chain(0x2066..=0x206F).chain([0x200E, 0x61C]) {
            let c = char::from_u32(code).unwrap();
            let text = format!("a{c}b");
            let clean = clean(&text);
            assert!(!clean.contains(c), "{code:x}");
            assert!(!clean.chars().any(char::is_control), "{code:x}");
        }
        assert_eq!(clean("\u{1b}[31mrød\u{1b}[0m\nlinje"), "\u{FFFD}[31mrød\u{FFFD}[0m linje");
        assert_eq!(clean("\u{202E}gpj.exe"), "gpj.exe");
        assert_eq!(clean("æøå 中文 👩‍💻"), "æøå 中文 👩‍💻");
    }

    #[test]
    fn what_acts_is_known_by_its_first_byte() {
        for c in ('\0'..=char::MAX).filter(|&c| acts(c) || c == SOFT_HYPHEN) {
            assert!(may_act(c.to_string().as_bytes()[0]), "{c:?}");
        }
    }

    #[test]
    fn width_counts_columns() {
        assert_eq!(width("æøå"), 3);
        for letter in (' '..='~').chain('À'..='ÿ') {
            let letter = letter.to_string();
            assert!(is_plain(&letter) && letter.width() == 1 && !letter.chars().any(acts), "{letter}");
        }
        assert!(!is_plain("\u{AD}") && !is_plain("\u{85}") && !is_plain("Ā") && !is_plain("–"));
        assert_eq!(width("中文"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(unbroken("kom\u{AD}mu\u{AD}ne"), "kommune");
    }
}
