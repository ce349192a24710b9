use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::INVALID_VALUE,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en værdi, som ikke er en af de mulige, eller en tom tekst",
            "en verdi som ikke er en av de mulige, eller en tom tekst",
            "a value that is not one of those possible, or an empty text",
        ),
        why: words!(
            "En opgave med en ukendt status tæller som ikke begyndt, selv om den måske er udført.",
            "En oppgave med en ukjent status teller som ikke startet, selv om den kanskje er utført.",
            "A task with an unknown status counts as not started although it may be done.",
        ),
        bad: "[tasks.undervisning]\ntitle  = \"Undervis de nye kolleger\"\nstatus = \"udført\"\n",
        good: "[tasks.undervisning]\ntitle  = \"Undervis de nye kolleger\"\nstatus = \"done\"\n",
    },
    run: Run::Reading,
    absence: false,
};
