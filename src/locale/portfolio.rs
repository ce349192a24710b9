//! Words of several plans side by side.

use super::{Lang, Words, words};

pub(crate) const PORTFOLIO: Words = words!("Portefølje", "Portefølje", "Portfolio");
pub(crate) const PLANS: Words = words!("Planer", "Planer", "Plans");
pub(crate) const NEXT_MILESTONE: Words = words!("Næste milepæl", "Neste milepæl", "Next milestone");
pub(crate) const NEXT_DECISION: Words = words!("Næste beslutning", "Neste beslutning", "Next decision");
pub(crate) const LOAD: Words = words!("Åbne opgaver pr. person", "Åpne oppgaver per person", "Open tasks per person");
pub(crate) const LATER: Words = words!("Senere", "Senere", "Later");
pub(crate) const UNDATED: Words = words!("Uden frist", "Uten frist", "No date");
pub(crate) const OVERDUE_BY_OWNER: Words =
    words!("Overskredet efter ansvarlig", "Forfalt etter ansvarlig", "Overdue by owner");
pub(crate) const NO_OPEN_TASKS: Words = words!(
    "Ingen åbne opgaver har en ansvarlig.",
    "Ingen åpne oppgaver har en ansvarlig.",
    "No open task has an owner."
);

pub(crate) const HOW_FAR: Words = words!("Fremdrift", "Framdrift", "Progress");

/// "28/56 udført".
pub(crate) fn done_of_all(lang: Lang, done: usize, total: usize) -> String {
    format!("{done}/{total} {}", words!("udført", "utført", "done").of(lang))
}

/// "4 forsinkede".
pub(crate) fn so_many_late(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Da, 1) => "1 forsinket".to_owned(),
        (Lang::Da, _) => format!("{count} forsinkede"),
        (Lang::Nb, _) => format!("{count} forsinket"),
        (Lang::En, _) => format!("{count} late"),
    }
}

/// "ventes 3 dage senere".
pub(crate) fn likely_later(lang: Lang, days: i64) -> String {
    let later = super::later(lang, days);
    match lang {
        Lang::Da => format!("ventes {later}"),
        Lang::Nb => format!("ventes {later}"),
        Lang::En => format!("likely {later}"),
    }
}

/// "Milepæle: SAM:BO".
pub(crate) fn milestones_of(lang: Lang, framework: &str) -> String {
    format!("{}: {framework}", super::MILESTONES.of(lang))
}

/// "3 milepæle, som kun én plan har, er ikke vist."
pub(crate) fn own_milestones(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Da, 1) => "1 milepæl, som kun én plan har, er ikke vist.".to_owned(),
        (Lang::Nb, 1) => "1 milepæl som bare én plan har, er ikke vist.".to_owned(),
        (Lang::En, 1) => "1 milestone that only one plan has is not shown.".to_owned(),
        (Lang::Da, _) => format!("{count} milepæle, som kun én plan har, er ikke vist."),
        (Lang::Nb, _) => format!("{count} milepæler som bare én plan har, er ikke vist."),
        (Lang::En, _) => format!("{count} milestones that only one plan has are not shown."),
    }
}

/// "og 3 til".
pub(crate) fn more(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Da | Lang::Nb => format!("og {count} til"),
        Lang::En => format!("and {count} more"),
    }
}
