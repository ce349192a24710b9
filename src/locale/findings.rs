//! Words around findings.

use super::{Lang, Words, words};
use crate::calendar::Date;

/// What stands before what to write instead.
pub const HELP: Words = words!("hjælp", "hjelp", "help");

/// The findings of one rule that are not shown one by one.
pub fn more_alike(lang: Lang, file: &str, lines: &[String]) -> String {
    let (count, lines) = (lines.len(), lines.join(", "));
    match lang {
        Lang::Da => format!("{count} til af samme slags i {file}, linje {lines}"),
        Lang::Nb => format!("{count} til av samme slag i {file}, linje {lines}"),
        Lang::En => format!("{count} more of the same kind in {file}, line {lines}"),
    }
}

/// The last line of a check; `counts` are notes, warnings and errors.
pub fn check_summary(lang: Lang, plans: usize, counts: &[usize; 3], today: Date) -> String {
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
    format!("{of_plans}, {as_of}: {found}")
}

/// "1 plan", "2 planer".
fn one_or_more(count: usize, one: &str, many: &str) -> String {
    if count == 1 { one.to_owned() } else { format!("{count} {many}") }
}
