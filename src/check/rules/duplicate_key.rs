use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::DUPLICATE_KEY,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en nøgle eller et id, som står to gange",
            "en nøkkel eller en id som står to ganger",
            "a key or an id that stands twice",
        ),
        why: words!(
            "Kun den første tæller, så to mennesker kan tro, at de har ansvaret, eller at fristen er en anden.",
            "Bare den første teller, så to mennesker kan tro at de har ansvaret, eller at fristen er en annen.",
            "Only the first counts, so two people may each believe they are accountable, or that the due date is another.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\nowner = \"jonas\"\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\nwith  = [\"jonas\"]\n",
    },
    run: Run::Reading,
    absence: false,
};
