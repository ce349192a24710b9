use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::UNREADABLE,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en fil, der ikke kan læses: den findes ikke, er tom eller er ikke UTF-8",
            "en fil som ikke kan leses: den finnes ikke, er tom eller er ikke UTF-8",
            "a file that cannot be read: it does not exist, is empty or is not UTF-8",
        ),
        why: words!(
            "Ingen kan se planen, før filen er der og er gemt som almindelig tekst.",
            "Ingen kan se planen før filen er der og er lagret som vanlig tekst.",
            "Nobody can see the plan until the file is there and saved as plain text.",
        ),
        bad: "",
        good: "template = \"samboe\"\ntitle    = \"Vores plan\"\n",
    },
    run: Run::Reading,
    absence: false,
};
