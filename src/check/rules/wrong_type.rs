use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::WRONG_TYPE,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en værdi af en anden slags, end der skal stå, for eksempel et tal i stedet for en tekst",
            "en verdi av et annet slag enn det som skal stå der, for eksempel et tall i stedet for en tekst",
            "a value of another kind than belongs there, such as a number instead of a text",
        ),
        why: words!(
            "Værdien kan ikke bruges, så det, den skulle sige, mangler i planen.",
            "Verdien kan ikke brukes, så det den skulle si, mangler i planen.",
            "The value cannot be used, so what it was to say is missing from the plan.",
        ),
        bad: "[tasks.undervisning]\ntitle   = 5\nongoing = \"ja\"\n",
        good: "[tasks.undervisning]\ntitle   = \"Undervis de nye kolleger\"\nongoing = true\n",
    },
    run: Run::Reading,
    absence: false,
};
