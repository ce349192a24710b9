use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::MISSING_KEY,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "noget, som altid skal stå der, men mangler, for eksempel en opgaves titel",
            "noe som alltid må stå der, men mangler, for eksempel tittelen på en oppgave",
            "something that must always be there but is missing, such as a task's title",
        ),
        why: words!(
            "Uden titel eller dato kan den, der læser planen, ikke se, hvad der menes.",
            "Uten tittel eller dato kan den som leser planen, ikke se hva som menes.",
            "Without a title or a date, whoever reads the plan cannot see what is meant.",
        ),
        bad: "[milestones.ikrafttraedelse]\ntitle = \"Aftalen træder i kraft\"\n",
        good: "[milestones.ikrafttraedelse]\ntitle = \"Aftalen træder i kraft\"\ndate  = 2025-05-19\n",
    },
    run: Run::Reading,
    absence: true,
};
