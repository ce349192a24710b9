//! What the words of the plan file mean, where a key takes one of a few, by the
//! tables and keys that lead to it.

use super::{Words, words};

/// What a word means under a key, or in the short form of the table that has the key.
pub(crate) fn keyword(path: &str, word: &str) -> Option<Words> {
    let is_at = |key: &str| key.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    KEYWORDS.iter().find(|((key, own), _)| *own == word && is_at(key)).map(|(_, words)| *words)
}

pub(crate) static KEYWORDS: &[((&str, &str), Words)] = &[
    (("language", "da"), words!("dansk", "dansk", "Danish")),
    (("language", "nb"), words!("norsk bokmål", "norsk bokmål", "Norwegian")),
    (("language", "en"), words!("engelsk", "engelsk", "English")),
    (("country", "dk"), words!("Danmark", "Danmark", "Denmark")),
    (("country", "no"), words!("Norge", "Norge", "Norway")),
    (("tasks.status", "todo"), words!("ikke begyndt", "ikke startet", "not started")),
    (("tasks.status", "doing"), words!("i gang", "pågår", "in progress")),
    (("tasks.status", "blocked"), words!("blokeret", "blokkert", "blocked")),
    (("tasks.status", "done"), words!("udført", "utført", "done")),
    (("tasks.status", "dropped"), words!("udgået", "utgått", "cancelled")),
    (("meetings.agenda", "decide"), words!("til beslutning", "til beslutning", "decision wanted")),
    (("meetings.agenda", "discuss"), words!("til drøftelse", "til drøfting", "for discussion")),
    (("meetings.agenda", "inform"), words!("til orientering", "til orientering", "for information")),
    (("assessments.grade", "strong"), words!("stærk", "sterk", "strong")),
    (("assessments.grade", "partial"), words!("delvis på plads", "delvis på plass", "partly in place")),
    (("assessments.grade", "weak"), words!("svag", "svak", "weak")),
    (("initiatives.degree", "red"), words!("ikke begyndt", "ikke startet", "not started")),
    (
        ("initiatives.degree", "yellow"),
        words!(
            "begyndt, men ikke alle steder eller ikke systematisk",
            "startet, men ikke alle steder eller ikke systematisk",
            "started, but not everywhere or not systematically",
        ),
    ),
    (("initiatives.degree", "green"), words!("i fuld brug", "i full bruk", "in full use")),
    (("initiatives.complexity", "low"), words!("lav", "lav", "low")),
    (("initiatives.complexity", "high"), words!("høj", "høy", "high")),
    (("initiatives.evidence", "basic"), words!("kendt virkning", "kjent virkning", "known effect")),
    (
        ("initiatives.evidence", "developing"),
        words!("mindre sikker virkning", "mindre sikker virkning", "less certain effect"),
    ),
    (("indicators.kind", "quality"), words!("kvalitet", "kvalitet", "quality")),
    (("indicators.kind", "result"), words!("resultat", "resultat", "result")),
    (("indicators.kind", "value"), words!("nytte", "nytte", "value")),
    (("benefits.outcome", "realised"), words!("realiseret", "realisert", "realised")),
    (("benefits.outcome", "partly"), words!("delvist realiseret", "delvis realisert", "partly realised")),
    (("benefits.outcome", "action"), words!("handling besluttet", "tiltak besluttet", "action decided")),
    (("benefits.outcome", "new-wave"), words!("flyttet til ny bølge", "flyttet til ny bølge", "moved to a new wave")),
    (("benefits.outcome", "dropped"), words!("opgivet", "oppgitt", "dropped")),
    (
        ("stakeholders.side", "internal"),
        words!("inden for organisationen", "innenfor organisasjonen", "inside the organisation"),
    ),
    (
        ("stakeholders.side", "external"),
        words!("uden for organisationen", "utenfor organisasjonen", "outside the organisation"),
    ),
    (("light.colour", "red"), words!("uden for rammen", "utenfor rammen", "off track")),
    (("light.colour", "yellow"), words!("afviger inden for rammen", "avvik innenfor rammen", "at risk")),
    (("light.colour", "green"), words!("følger planen", "i rute", "on track")),
];
