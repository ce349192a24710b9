//! Words around findings.

use super::{Lang, Words, words};
use crate::calendar::Date;

/// What stands before what to write instead.
pub const HELP: Words = words!("hjælp", "hjelp", "help");

pub(crate) const CHECKED: Words = words!("Tjek af planer", "Sjekk av planer", "Check of plans");
pub(crate) const FINDINGS: Words = words!("Fund", "Funn", "Findings");
pub(crate) const FINDING: Words = words!("Fund", "Funn", "Finding");
pub(crate) const PLACE: Words = words!("Sted", "Sted", "Place");
pub(crate) const INSTEAD: Words = words!("Gør sådan", "Gjør slik", "Do this");
pub(crate) const COUNT: Words = words!("Antal", "Antall", "Count");

/// What stands below a list that is not shown to its end.
pub(crate) fn and_more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Da => format!("Og {count} til."),
        Lang::Nb => format!("Og {count} til."),
        Lang::En => format!("And {count} more."),
    }
}

/// What stands beside a progress bar.
pub const CHECKING: Words = words!("Tjekker", "Sjekker", "Checking");

/// The findings of one rule that are not shown one by one.
pub fn more_alike(lang: Lang, file: &str, lines: &[String]) -> String {
    let (count, lines) = (lines.len(), lines.join(", "));
    match lang {
        Lang::Da => format!("{count} til af samme slags i {file}, linje {lines}"),
        Lang::Nb => format!("{count} til av samme slag i {file}, linje {lines}"),
        Lang::En => format!("{count} more of the same kind in {file}, line {lines}"),
    }
}

/// The last line of a check: `counts` are notes, warnings and errors; `since` is a
/// revision and how many findings from before it are left out.
pub fn check_summary(
    lang: Lang,
    plans: usize,
    counts: &[usize; 3],
    today: Date,
    since: Option<(&str, usize)>,
) -> String {
    let [notes, warnings, errors] = *counts;
    let day = super::date(lang, today);
    let (of_plans, parts, none, as_of) = match lang {
        Lang::Da => (
            one_or_more(plans, "1 plan", "planer"),
            [
                one_or_more(errors, "1 fejl", "fejl"),
                one_or_more(warnings, "1 advarsel", "advarsler"),
                one_or_more(notes, "1 bemærkning", "bemærkninger"),
            ],
            "ingen fejl",
            format!("pr. {day}"),
        ),
        Lang::Nb => (
            one_or_more(plans, "1 plan", "planer"),
            [
                one_or_more(errors, "1 feil", "feil"),
                one_or_more(warnings, "1 advarsel", "advarsler"),
                one_or_more(notes, "1 merknad", "merknader"),
            ],
            "ingen feil",
            format!("per {day}"),
        ),
        Lang::En => (
            one_or_more(plans, "1 plan", "plans"),
            [
                one_or_more(errors, "1 error", "errors"),
                one_or_more(warnings, "1 warning", "warnings"),
                one_or_more(notes, "1 note", "notes"),
            ],
            "no errors",
            format!("as of {day}"),
        ),
    };
    let found: Vec<String> = parts
        .into_iter()
        .zip([errors, warnings, notes])
        .filter(|(_, count)| *count > 0)
        .map(|(part, _)| part)
        .collect();
    let found = match (errors, found.is_empty()) {
        (0, true) => none.to_owned(),
        (0, false) => format!("{none}, {}", found.join(", ")),
        _ => found.join(", "),
    };
    let known = since.map_or_else(String::new, |(revision, known)| match lang {
        Lang::Da => format!(" siden {revision}; {known} fund fra før er ikke vist"),
        Lang::Nb => format!(" siden {revision}; {known} funn fra før er ikke vist"),
        Lang::En => format!(" since {revision}; {known} findings from before are not shown"),
    });
    format!("{of_plans}, {as_of}: {found}{known}")
}

/// "1 plan", "2 planer".
fn one_or_more(count: usize, one: &str, many: &str) -> String {
    if count == 1 { one.to_owned() } else { format!("{count} {many}") }
}
