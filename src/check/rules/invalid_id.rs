use crate::check::{Doc, Rule, Run};
use crate::finding::{Severity, reading};
use crate::locale::words;

pub static RULE: Rule = Rule {
    id: reading::INVALID_ID,
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "et id med store bogstaver, mellemrum, æ, ø, å eller andre tegn end a-z, 0-9 og -",
            "en id med store bokstaver, mellomrom, æ, ø, å eller andre tegn enn a-z, 0-9 og -",
            "an id with capitals, spaces or characters other than a-z, 0-9 and -",
        ),
        why: words!(
            "Et id skrives mange steder, og det er let at komme til at skrive det forskelligt, hvis der er flere måder.",
            "En id skrives mange steder, og det er lett å komme til å skrive den ulikt hvis det er flere måter.",
            "An id is written in many places, and it is easy to write it differently if there is more than one way.",
        ),
        bad: "[people]\n\"Ida Holm\" = \"Ida Holm\"\n",
        good: "[people]\nida-holm = \"Ida Holm\"\n",
    },
    run: Run::Reading,
    absence: false,
};
