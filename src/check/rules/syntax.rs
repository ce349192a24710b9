use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::SYNTAX,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en linje, som ikke kan læses, fordi et tegn mangler eller står forkert",
            "en linje som ikke kan leses fordi et tegn mangler eller står feil",
            "a line that cannot be read because a character is missing or misplaced",
        ),
        why: words!(
            "Det, der står på linjen, kommer ikke med i planen, og ingen kan se på resten, om der mangler noget.",
            "Det som står på linjen, kommer ikke med i planen, og ingen kan se på resten om noe mangler.",
            "What stands on the line is left out of the plan, and nobody can tell from the rest whether something is missing.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\nowner = ida\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\n",
    },
    run: Run::Reading,
    absence: false,
};
