//! Words of what changed.

use super::{Lang, Words, words};
use crate::calendar::Date;

pub(crate) const CHANGES: Words = words!("Ændringer", "Endringer", "Changes");
pub(crate) const CHANGE: Words = words!("Ændring", "Endring", "Change");
pub(crate) const NO_CHANGES: Words = words!("Intet er ændret.", "Ingenting er endret.", "Nothing has changed.");
pub(crate) const MOVED: Words = words!("Flyttet", "Flyttet", "Moved");
pub(crate) const MOVED_TABLE: Words = words!("Flyttede frister", "Flyttede frister", "Moved dates");
pub(crate) const NOW_AND_THEN: Words = words!("Frist nu (før)", "Frist nå (før)", "Due now (before)");
pub(crate) const END_AND_THEN: Words = words!("Slut nu (før)", "Slutt nå (før)", "End now (before)");
pub(crate) const NOT_SET: Words = words!("ingen", "ingen", "none");
pub(crate) const WAS: Words = words!("før", "før", "before");
pub(crate) const NOTED: Words = words!("Noteret", "Notert", "Noted");
pub(crate) const ADDED: Words = words!("Tilføjet", "Lagt til", "Added");
pub(crate) const DROPPED: Words = words!("Udgået", "Utgått", "Cancelled");
pub(crate) const REMOVED: Words = words!("taget ud af planen", "tatt ut av planen", "taken out of the plan");
pub(crate) const BEGUN: Words = words!("Gået i gang", "Startet", "Begun");
pub(crate) const REOPENED: Words = words!("Åbnet igen", "Åpnet igjen", "Reopened");
pub(crate) const BLOCKED: Words = words!("Blokeret", "Blokkert", "Blocked");
pub(crate) const OTHER_OWNER: Words = words!("Ny ansvarlig", "Ny ansvarlig", "New owner");
pub(crate) const OTHER_TITLE: Words = words!("Omdøbt", "Omdøpt", "Renamed");
pub(crate) const MILESTONES_REOPENED: Words =
    words!("Milepæle åbnet igen", "Milepæler åpnet igjen", "Milestones reopened");
pub(crate) const DECISIONS_DROPPED: Words =
    words!("Beslutninger taget ud", "Beslutninger tatt ut", "Decisions taken out");
pub(crate) const MILESTONES_ADDED: Words = words!("Nye milepæle", "Nye milepæler", "New milestones");
pub(crate) const MILESTONES_DROPPED: Words = words!("Milepæle taget ud", "Milepæler tatt ut", "Milestones taken out");
pub(crate) const UNDECIDED: Words = words!("Ikke besluttet", "Ikke besluttet", "Not decided");
pub(crate) const DECISIONS_ADDED: Words =
    words!("Nye ønskede beslutninger", "Nye ønskede beslutninger", "New decisions wanted");
pub(crate) const CRITERIA_MET: Words = words!("Kriterier opfyldt", "Kriterier oppfylt", "Criteria met");
pub(crate) const CRITERIA_LOST: Words =
    words!("Kriterier ikke længere opfyldt", "Kriterier ikke lenger oppfylt", "Criteria no longer met");
pub(crate) const RISKS_CHANGED: Words = words!("Risici ændret", "Risikoer endret", "Risks changed");
pub(crate) const RISK_NEW: Words = words!("ny", "ny", "new");
pub(crate) const RISK_GONE: Words = words!("væk", "borte", "gone");
pub(crate) const RISK_WORSE: Words = words!("forværret", "forverret", "worse");
pub(crate) const RISK_BETTER: Words = words!("forbedret", "forbedret", "better");
pub(crate) const SLIP: Words = words!("Forskydning pr. fase", "Forskyvning per fase", "Slip per phase");
pub(crate) const SHIFT: Words = words!("Udskudt", "Utsatt", "Put off");
pub(crate) const TASKS_MOVED: Words = words!("Opgaver flyttet", "Oppgaver flyttet", "Tasks moved");
pub(crate) const MOVED_DAYS: Words = words!("Dage flyttet", "Dager flyttet", "Days moved");
pub(crate) const THEN: Words = words!("Før", "Før", "Before");
pub(crate) const BY_DATES: Words = words!(
    "Der er ingen tidligere version af planen at sammenligne med; her står, hvad planens egne datoer siger.",
    "Det finnes ingen tidligere versjon av planen å sammenligne med; her står det planens egne datoer sier.",
    "There is no earlier version of the plan to compare with; this is what the plan's own dates tell.",
);

/// "Siden 12. maj 2025".
pub(crate) fn since_day(lang: Lang, day: Date) -> String {
    format!("{} {}", words!("Siden", "Siden", "Since").of(lang), super::date(lang, day))
}

/// "Sammenlignet med planen, som den stod 12. maj 2025 (sidst ændret 10. maj 2025, git 1a2b3c4d)."
pub(crate) fn compared(lang: Lang, since: Option<Date>, changed: Date, place: &str) -> String {
    let stood = super::date(lang, since.unwrap_or(changed).max(changed));
    let changed = super::date(lang, changed);
    match lang {
        Lang::Da => format!("Sammenlignet med planen, som den stod {stood} (sidst ændret {changed}, {place})."),
        Lang::Nb => format!("Sammenlignet med planen slik den sto {stood} (sist endret {changed}, {place})."),
        Lang::En => format!("Compared with the plan as it stood on {stood} (last changed {changed}, {place})."),
    }
}

/// "Sammenlignet med gammel.plan.toml."
pub(crate) fn compared_with(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!("Sammenlignet med {file}."),
        Lang::Nb => format!("Sammenlignet med {file}."),
        Lang::En => format!("Compared with {file}."),
    }
}

/// "12 dage senere", "3 dage tidligere".
pub(crate) fn later(lang: Lang, days: i64) -> String {
    let count = super::days(lang, days.abs());
    let words =
        if days < 0 { words!("tidligere", "tidligere", "earlier") } else { words!("senere", "senere", "later") };
    format!("{count} {}", words.of(lang))
}
