//! Words of the forecast.

use super::{Lang, Words, words};

pub(crate) const FORECAST: Words = words!("Prognose", "Prognose", "Forecast");
pub(crate) const PLANNED_DATE: Words = words!("Planlagt", "Planlagt", "Planned");
pub(crate) const HANGS_ON: Words = words!("Afhænger af", "Avhenger av", "Hangs on");
pub(crate) const BECAUSE: Words = words!("Fordi", "Fordi", "Because");
pub(crate) const OPEN_TASKS: Words = words!("Åbne opgaver", "Åpne oppgaver", "Open tasks");
pub(crate) const SLIPPING: Words = words!("Opgaver efter frist", "Oppgaver etter frist", "Tasks past their due date");
pub(crate) const DUE_PASSED: Words = words!("fristen er overskredet", "fristen er passert", "its date has passed");
pub(crate) const NOTHING_SLIPS: Words = words!(
    "Ingen åben opgave kommer efter sin frist.",
    "Ingen åpen oppgave kommer etter fristen sin.",
    "No open task is likely to be done after its due date.",
);
pub(crate) const HOW_FORECAST: Words = words!(
    "Prognosen lader det, der er forsinket, forsinke det, der venter på det. Planens egne datoer er ikke ændret.",
    "Prognosen lar det som er forsinket, forsinke det som venter på det. Planens egne datoer er ikke endret.",
    "The forecast lets what is late delay what waits for it. The plan's own dates are not changed.",
);

/// "tager 10 arbejdsdage".
pub(crate) fn takes(lang: Lang, days: u32) -> String {
    match (lang, days) {
        (Lang::Da, 1) => "tager 1 arbejdsdag".to_owned(),
        (Lang::Nb, 1) => "tar 1 arbeidsdag".to_owned(),
        (Lang::En, 1) => "takes 1 working day".to_owned(),
        (Lang::Da, _) => format!("tager {days} arbejdsdage"),
        (Lang::Nb, _) => format!("tar {days} arbeidsdager"),
        (Lang::En, _) => format!("takes {days} working days"),
    }
}

/// "venter på »Hold kursus«".
pub(crate) fn waits_for(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Da => format!("venter på »{title}«"),
        Lang::Nb => format!("venter på «{title}»"),
        Lang::En => format!("waits for \"{title}\""),
    }
}

/// "Mest koster »Hold kursus«: den bliver 12 dage forsinket og forsinker 1 milepæl og 3 opgaver, i alt 45 dage."
pub(crate) fn costliest(lang: Lang, title: &str, slip: i64, milestones: usize, tasks: usize, days: i64) -> String {
    let (slip, days) = (super::days(lang, slip), super::days(lang, days));
    let counted = |count: usize, one: Words, many: Words| match count {
        0 => None,
        1 => Some(format!("1 {}", one.of(lang))),
        _ => Some(format!("{count} {}", many.of(lang))),
    };
    let milestone = words!("milepæl", "milepæl", "milestone");
    let milestones = counted(milestones, milestone, words!("milepæle", "milepæler", "milestones"));
    let tasks = counted(tasks, words!("opgave", "oppgave", "task"), words!("opgaver", "oppgaver", "tasks"));
    let both: Vec<String> = milestones.into_iter().chain(tasks).collect();
    let both = both.join(words!(" og ", " og ", " and ").of(lang));
    match lang {
        Lang::Da => format!("Mest koster »{title}«: den bliver {slip} forsinket og forsinker {both}, i alt {days}."),
        Lang::Nb => format!("Mest koster «{title}»: den blir {slip} forsinket og forsinker {both}, i alt {days}."),
        Lang::En => format!("\"{title}\" costs most: it is likely to be {slip} late and delays {both}, {days} in all."),
    }
}
