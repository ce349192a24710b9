use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::INVALID_DATE,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en dato, uge eller måned, som ikke findes eller er skrevet på en anden måde",
            "en dato, uke eller måned som ikke finnes eller er skrevet på en annen måte",
            "a date, week or month that does not exist or is written in another way",
        ),
        why: words!(
            "Opgaven står uden frist, så ingen bliver mindet om den.",
            "Oppgaven står uten frist, så ingen blir minnet om den.",
            "The task is left without a due date, so nobody is reminded of it.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = 2025-W13\ndue   = \"19.5.2025\"\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = \"2025-W13\"\ndue   = 2025-05-19\n",
    },
    run: Run::Reading,
    absence: false,
};
