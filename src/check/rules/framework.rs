use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::FRAMEWORK,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en skabelon, som modsiger sig selv eller nævner noget, der ikke findes",
            "en mal som motsier seg selv eller nevner noe som ikke finnes",
            "a framework file that contradicts itself or names something that does not exist",
        ),
        why: words!(
            "Alle planer, der følger skabelonen, bliver målt forkert: en regel kan tie, eller et felt kan blive væk.",
            "Alle planer som følger malen, blir målt feil: en regel kan tie, eller et felt kan bli borte.",
            "Every plan that follows the framework is measured wrongly: a rule may be silent, or a cell may go missing.",
        ),
        bad: "phases:\n  start: { name: Start }\nactivities:\n  kursus: { title: \"Hold kursus\", phase: stat }\n",
        good: "phases:\n  start: { name: Start }\nactivities:\n  kursus: { title: \"Hold kursus\", phase: start }\n",
    },
    run: Run::Reading,
    absence: false,
};
