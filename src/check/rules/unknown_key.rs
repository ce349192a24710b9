use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::UNKNOWN_KEY,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en nøgle, som ikke findes, ofte en stavefejl eller et dansk ord",
            "en nøkkel som ikke finnes, ofte en skrivefeil eller et norsk ord",
            "a key that does not exist, often a spelling mistake",
        ),
        why: words!(
            "Det, der står efter nøglen, bliver ikke brugt, så en opgave kan miste sin ansvarlige, uden at nogen ser det.",
            "Det som står etter nøkkelen, blir ikke brukt, så en oppgave kan miste sin ansvarlige uten at noen ser det.",
            "What follows the key is not used, so a task can lose its owner without anybody noticing.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nonwer = \"ida\"\nfrist = 2025-05-19\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\ndue   = 2025-05-19\n",
    },
    run: Run::Reading,
    absence: false,
};
