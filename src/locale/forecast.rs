//! Words of the forecast.

use super::{Lang, Words, words};

pub(crate) const FORECAST: Words = words!("Prognose", "Prognose", "Forecast");
pub(crate) const PLANNED_DATE: Words = words!("Planlagt", "Planlagt", "Planned");
pub(crate) const HANGS_ON: Words = words!("Afhænger af", "Avhenger av", "Hangs on");
pub(crate) const BECAUSE: Words = words!("Fordi", "Fordi", "Because");
pub(crate) const OPEN_TASKS: Words = words!("Åbne opgaver", "Åpne oppgaver", "Open tasks");
pub(crate) const SLIPPING: Words =
    words!("Opgaver, der ikke når deres frist", "Oppgaver som ikke når fristen", "Tasks that will miss their due date");
pub(crate) const DUE_PASSED: Words = words!("fristen er overskredet", "fristen er passert", "its date has passed");
pub(crate) const START_PASSED: Words = words!("skulle være begyndt", "skulle vært begynt", "it was to have begun");
pub(crate) const NOTHING_SLIPS: Words = words!(
    "Alle åbne opgaver kan nå deres frist.",
    "Alle åpne oppgaver kan nå fristen.",
    "Every open task can make its due date.",
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

/// "ikke begyndt, og tager 10 arbejdsdage".
pub(crate) fn not_begun(lang: Lang, days: u32) -> String {
    let begun = words!("ikke begyndt, og", "ikke startet, og", "not begun, and").of(lang);
    format!("{begun} {}", takes(lang, days))
}

/// What the costliest delay is, in numbers and titles.
pub(crate) struct Costs<'c> {
    pub title: &'c str,
    /// How late it is itself, in days.
    pub slip: i64,
    /// How many milestones and tasks it puts off.
    pub milestones: usize,
    pub tasks: usize,
    /// What it puts off most, and by how many days.
    pub worst: (&'c str, i64),
}

/// "Den forsinkelse, der trækker mest med sig, er »Hold kursus«: 12 dage. Den udskyder 1 milepæl og 3 opgaver, længst
/// »Alle er undervist«, med 9 dage."
pub(crate) fn costliest(lang: Lang, costs: &Costs) -> String {
    let Costs { title, slip, milestones, tasks, worst: (worst, days) } = costs;
    let (slip, days) = (super::days(lang, *slip), super::days(lang, *days));
    let counted = |count: usize, one: Words, many: Words| match count {
        0 => None,
        1 => Some(format!("1 {}", one.of(lang))),
        _ => Some(format!("{count} {}", many.of(lang))),
    };
    let milestone = words!("milepæl", "milepæl", "milestone");
    let milestones = counted(*milestones, milestone, words!("milepæle", "milepæler", "milestones"));
    let tasks = counted(*tasks, words!("opgave", "oppgave", "task"), words!("opgaver", "oppgaver", "tasks"));
    let both: Vec<String> = milestones.into_iter().chain(tasks).collect();
    let both = both.join(words!(" og ", " og ", " and ").of(lang));
    match lang {
        Lang::Da => format!(
            "Den forsinkelse, der trækker mest med sig, er »{title}«: {slip}. Den udskyder {both}, længst »{worst}«, med {days}."
        ),
        Lang::Nb => format!(
            "Forsinkelsen som drar mest med seg, er «{title}»: {slip}. Den utsetter {both}, lengst «{worst}», med {days}."
        ),
        Lang::En => format!(
            "The delay that pulls most along is \"{title}\": {slip}. It puts off {both}, most of all \"{worst}\", by {days}."
        ),
    }
}
