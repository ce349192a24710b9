//! Ids from names.

/// An id for a name: lower-case ASCII with hyphens, æøå spelt out.
pub fn slug(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' => id.push_str("ae"),
            'ø' | 'ö' => id.push_str("oe"),
            'å' => id.push_str("aa"),
            'é' | 'è' | 'ê' => id.push('e'),
            'ü' => id.push('u'),
            _ if letter.is_ascii_alphanumeric() => id.push(letter),
            '\u{ad}' => {}
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn danish_letters_are_spelt_out() {
        assert_eq!(slug("Sundhedsklynge Sønderjylland"), "sundhedsklynge-soenderjylland");
        assert_eq!(slug("  Åben – dialog! "), "aaben-dialog");
        assert_eq!(slug("日本"), "");
    }
}
