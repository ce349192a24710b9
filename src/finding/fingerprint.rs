//! What a finding is known by from one day to the next.

use std::collections::HashMap;
use std::hash::Hasher as _;
use std::sync::Arc;

use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::Finding;
use crate::source::Source;

/// What stays the same about each finding while its file changes around it: its
/// rule, its file's name, the words it points at, and what it says but for
/// numbers, which count days and lines. Of findings that are alike each gets its own.
pub fn fingerprints<'f>(findings: impl IntoIterator<Item = &'f Finding>, name: impl Fn(&str) -> String) -> Vec<String> {
    let mut names: HashMap<*const Source, String> = HashMap::new();
    let mut seen: HashMap<u128, u32> = HashMap::new();
    let one = |finding: &Finding| {
        let at = &finding.primary.at;
        let name = names.entry(Arc::as_ptr(&at.source)).or_insert_with(|| name(at.source.name()));
        let words: String = finding.message.en.chars().filter(|letter| !letter.is_ascii_digit()).collect();
        let stated = finding.stated.as_ref().map_or("", |stated| &stated.id);
        let pointed_at = at.source.slice(at.span).replace('\r', "");
        let parts = [finding.rule, stated, name, &pointed_at, &words];
        let base = print(parts.into_iter().chain(finding.subject.as_deref()));
        let same = seen.entry(base).or_default();
        *same += 1;
        let own = print([format!("{base:x}").as_str(), &same.to_string()]);
        format!("{own:032x}")
    };
    findings.into_iter().map(one).collect()
}

fn print<'p>(parts: impl IntoIterator<Item = &'p str>) -> u128 {
    let mut hash = SipHasher13::new();
    for part in parts {
        hash.write(part.as_bytes());
        // No text holds this byte, so that no two lists of parts look alike.
        hash.write(&[0xFF]);
    }
    hash.finish128().as_u128()
}
