//! What a finding is known by from one day to the next.

use std::collections::HashMap;
use std::hash::Hasher as _;
use std::sync::Arc;

use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::Finding;
use crate::locale::Lang;
use crate::source::{Location, Source};

/// What stays the same about each finding while its file changes around it: its
/// rule, its file's name, the table it stands in, the words it points at, and what
/// it says but for numbers, which count days. Of findings that are alike each gets its own.
pub fn fingerprints<'f>(findings: impl IntoIterator<Item = &'f Finding>, name: impl Fn(&str) -> String) -> Vec<String> {
    let mut names: HashMap<*const Source, String> = HashMap::new();
    let mut seen: HashMap<u128, u32> = HashMap::new();
    let one = |finding: &Finding| {
        let at = &finding.primary.at;
        let name = names.entry(Arc::as_ptr(&at.source)).or_insert_with(|| name(at.source.name()));
        debug_assert!(finding.langs.has(Lang::En), "a fingerprint is made of English");
        let words = without_counts(finding.message.get(Lang::En));
        let stated = finding.stated.as_ref().map_or("", |stated| &stated.id);
        let pointed_at = at.source.slice(at.span).replace('\r', "");
        let parts = [finding.rule, stated, name, heading(at), &pointed_at, &words];
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

/// The heading of the table that a place stands in, as TOML writes it.
fn heading(at: &Location) -> &str {
    let before = at.source.text().get(..at.span.start as usize).unwrap_or("");
    let start = before.rfind("\n[").map_or(0, |newline| newline + 1);
    let line = before.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    if line.starts_with('[') { line } else { "" }
}

/// A sentence without what it counts: "2 days late" is "1 day late" tomorrow.
fn without_counts(sentence: &str) -> String {
    let mut kept = String::with_capacity(sentence.len());
    let mut counted = false;
    for word in sentence.split_whitespace() {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            kept.push_str(if counted { word.trim_end_matches('s') } else { word });
            kept.push(' ');
        }
        counted = is_number;
    }
    kept
}

/// How a file is called in a fingerprint, from whatever system it is looked at.
pub fn file_key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches("./").to_owned()
}
