//! Words of the views.

use super::{Lang, Words, words};
use crate::calendar::{Date, Period, Unit};

pub(crate) const MATRIX: Words = words!("Matrix", "Matrise", "Matrix");
pub(crate) const TIMELINE: Words = words!("Tidslinje", "Tidslinje", "Timeline");
pub(crate) const OVERDUE: Words = words!("Overskredet", "Forfalt", "Overdue");
pub(crate) const DEADLINES: Words = words!("Frister", "Frister", "Deadlines");
pub(crate) const REPORT: Words = words!("Statusrapport", "Statusrapport", "Status report");
pub(crate) const FRAMEWORKS: Words = words!("Skabeloner", "Maler", "Templates");
pub(crate) const FRAMEWORK: Words = words!("Skabelon", "Mal", "Template");
pub(crate) const RULES: Words = words!("Regler", "Regler", "Rules");
pub(crate) const RULE: Words = words!("Regel", "Regel", "Rule");

pub(crate) const PHASE: Words = words!("Fase", "Fase", "Phase");
pub(crate) const PHASES: Words = words!("Faser", "Faser", "Phases");
pub(crate) const DIMENSION: Words = words!("Dimension", "Dimensjon", "Dimension");
pub(crate) const ROLE: Words = words!("Rolle", "Rolle", "Role");
pub(crate) const ROLES: Words = words!("Roller", "Roller", "Roles");
pub(crate) const OWNER: Words = words!("Ansvarlig", "Ansvarlig", "Owner");
pub(crate) const UNIT: Words = words!("Enhed", "Enhet", "Unit");
pub(crate) const PLAN: Words = words!("Plan", "Plan", "Plan");
pub(crate) const TASK: Words = words!("Opgave", "Oppgave", "Task");
pub(crate) const DUE: Words = words!("Frist", "Frist", "Due");
pub(crate) const STATUS: Words = words!("Status", "Status", "Status");
pub(crate) const LATE: Words = words!("Forsinket", "Forsinket", "Late");
pub(crate) const TIME: Words = words!("Tid", "Tid", "Time");
pub(crate) const DATE: Words = words!("Dato", "Dato", "Date");
pub(crate) const MILESTONE: Words = words!("Milepæl", "Milepæl", "Milestone");
pub(crate) const MILESTONES: Words = words!("Milepæle", "Milepæler", "Milestones");
pub(crate) const ACTIVITIES: Words = words!("Aktiviteter", "Aktiviteter", "Activities");
pub(crate) const ACTIVITY: Words = words!("Aktivitet", "Aktivitet", "Activity");
pub(crate) const DONE: Words = words!("Udført", "Utført", "Done");
pub(crate) const ONGOING: Words = words!("Løbende", "Løpende", "Ongoing");
pub(crate) const PERIOD: Words = words!("Periode", "Periode", "Period");
pub(crate) const CASE: Words = words!("Sag", "Sak", "Case");
pub(crate) const NEXT_MEETING: Words = words!("Næste møde", "Neste møte", "Next meeting");
pub(crate) const TODAY: Words = words!("i dag", "i dag", "today");
pub(crate) const WEEK: Words = words!("uge", "uke", "week");
pub(crate) const SUMMARY: Words = words!("Formål", "Formål", "Purpose");
pub(crate) const SOURCE: Words = words!("Kilde", "Kilde", "Source");
pub(crate) const LANGUAGE: Words = words!("Sprog", "Språk", "Language");
pub(crate) const LEVEL: Words = words!("Niveau", "Nivå", "Level");
pub(crate) const SEVERITY: Words = words!("Alvor", "Alvor", "Severity");
pub(crate) const REASON: Words = words!("Begrundelse", "Begrunnelse", "Reason");
pub(crate) const TIMING: Words = words!("Tidspunkt", "Tidspunkt", "Timing");
pub(crate) const CHECK: Words = words!("Kontrol", "Kontroll", "Check");
pub(crate) const WHAT: Words = words!("Finder", "Finner", "Finds");

pub(crate) const POINTS: Words =
    words!("Milepæle og beslutninger", "Milepæler og beslutninger", "Milestones and decisions");
pub(crate) const NO_OWNER: Words = words!("uden ansvarlig", "uten ansvarlig", "no owner");
pub(crate) const NO_DUE: Words = words!("uden frist", "uten frist", "no due date");
pub(crate) const GAP: Words = words!("mangler", "mangler", "missing");
pub(crate) const AS_GROUP: Words = words!("som gruppen", "som gruppen", "as the group");
pub(crate) const NOT_HERE: Words = words!("bevidst tom", "bevisst tom", "intentionally empty");
pub(crate) const FREED: Words = words!("undtaget", "unntatt", "exempt");
pub(crate) const STARTS: Words = words!("start", "start", "starts");
pub(crate) const NEXT_CHECK: Words = words!("opfølgning", "oppfølging", "check");
pub(crate) const FOLLOW_UP: Words = words!("Opfølgning", "Oppfølging", "Check");
pub(crate) const BLOCKS: Words = words!("Blokerer for", "Blokkerer for", "Blocks");
pub(crate) const NOTHING_LATE: Words = words!("Intet er forsinket.", "Ingenting er forsinket.", "Nothing is late.");
pub(crate) const NOTHING: Words = words!("Intet.", "Ingenting.", "Nothing.");
pub(crate) const CHECKS_PASSED: Words = words!("Opfølgning overskredet", "Oppfølging forfalt", "Follow-up overdue");
pub(crate) const DUE_SOON: Words = words!("Frist nærmer sig", "Frist nærmer seg", "Due soon");
pub(crate) const LIST: Words = words!("Liste", "Liste", "List");
pub(crate) const UNOWNED: Words = words!("Øvrige uden ansvarlig", "Øvrige uten ansvarlig", "Others without an owner");

pub(crate) const WANTED: Words = words!("Til beslutning", "Til beslutning", "Decisions wanted");
pub(crate) const TO_DISCUSS: Words = words!("Til drøftelse", "Til drøfting", "For discussion");
pub(crate) const TO_INFORM: Words = words!("Til orientering", "Til orientering", "For information");
pub(crate) const WITHOUT_MEETING: Words =
    words!("Beslutninger uden møde", "Beslutninger uten møte", "Decisions without a meeting");
pub(crate) const NO_MEETING: Words = words!(
    "Planen nævner intet kommende møde.",
    "Planen nevner ikke noe kommende møte.",
    "The plan names no coming meeting.",
);
pub(crate) const NOTHING_ASKED: Words = words!(
    "Næste møde bliver ikke bedt om noget.",
    "Neste møte blir ikke bedt om noe.",
    "The next meeting is asked nothing.",
);
pub(crate) const RECOMMENDATION: Words = words!("Indstilling", "Innstilling", "Recommendation");
pub(crate) const OPTIONS: Words = words!("Muligheder", "Muligheter", "Options");
pub(crate) const DEADLINE: Words = words!("Senest", "Senest", "Deadline");
pub(crate) const OVERALL: Words = words!("Samlet status", "Samlet status", "Overall status");
pub(crate) const SET_BY_HAND: Words =
    words!("Projektlederens vurdering", "Prosjektlederens vurdering", "The project leader's judgement");
pub(crate) const SINCE_MEETING: Words = words!("Siden sidste møde", "Siden forrige møte", "Since the last meeting");
pub(crate) const SINCE_START: Words = words!("Siden planens start", "Siden planens start", "Since the plan's start");
pub(crate) const DECIDED: Words = words!("Besluttet", "Besluttet", "Decided");
pub(crate) const REACHED: Words = words!("Milepæle nået", "Milepæler nådd", "Milestones reached");
pub(crate) const AHEAD: Words =
    words!("Milepæle de næste 90 dage", "Milepæler de neste 90 dagene", "Milestones of the next 90 days");
pub(crate) const NO_MILESTONES: Words = words!(
    "Ingen milepæle de næste 90 dage.",
    "Ingen milepæler de neste 90 dagene.",
    "No milestones in the next 90 days."
);
pub(crate) const NEXT_PERIOD: Words = words!("Næste periode", "Neste periode", "Next period");
pub(crate) const GAPS: Words = words!("Mangler i planen", "Mangler i planen", "Gaps in the plan");
pub(crate) const NO_GAPS: Words = words!(
    "Alle åbne opgaver har ansvarlig og frist, og alle felter er dækket eller bevidst tomme.",
    "Alle åpne oppgaver har ansvarlig og frist, og alle felt er dekket eller bevisst tomme.",
    "Every open task has an owner and a date, and every cell is covered or empty on purpose.",
);
pub(crate) const PROGRESS: Words = words!("Fremdrift pr. fase", "Framdrift per fase", "Progress per phase");
pub(crate) const ANNEX: Words = words!("Bilag", "Vedlegg", "Annex");
pub(crate) const CONTENTS: Words = words!("Indhold", "Innhold", "Contents");
pub(crate) const AS_TABLE: Words = words!("Det samme som tabel", "Det samme som tabell", "The same as a table");
pub(crate) const DECISION_POINT: Words = words!("beslutningspunkt", "beslutningspunkt", "decision point");

pub(crate) const WHY: Words = words!("Hvorfor", "Hvorfor", "Why");
pub(crate) const BAD: Words = words!("Sådan bør det ikke stå", "Slik bør det ikke stå", "Not like this");
pub(crate) const GOOD: Words = words!("Men sådan", "Men slik", "But like this");
pub(crate) const STATED_BY: Words = words!("Skabelonens egen regel", "Malens egen regel", "The framework's own rule");
pub(crate) const WAIVABLE: Words = words!(
    "En plan kan sætte reglen til side med [[waivers]] og en begrundelse.",
    "En plan kan sette regelen til side med [[waivers]] og en begrunnelse.",
    "A plan may set the rule aside with [[waivers]] and a reason.",
);
pub(crate) const NOT_WAIVABLE: Words =
    words!("Reglen kan ikke sættes til side.", "Regelen kan ikke settes til side.", "The rule cannot be set aside.",);

pub(crate) const WITHOUT_PHASE: Words = words!("Uden fase", "Uten fase", "Without a phase");
pub(crate) const WITHOUT_ROW: Words = words!("Hele planen", "Hele planen", "The whole plan");
pub(crate) const ALL_TASKS: Words = words!("Opgaver", "Oppgaver", "Tasks");
pub(crate) const WITHOUT_ROLE: Words = words!("uden rolle", "uten rolle", "no role");
pub(crate) const WITHOUT_UNIT: Words = words!("uden enhed", "uten enhet", "no unit");
pub(crate) const PLANNED: Words = words!("planlagt", "planlagt", "planned");
pub(crate) const LATE_SINCE_DUE: Words = words!("forsinket", "forsinket", "late");
pub(crate) const DECISION_WORD: Words = words!("beslutning", "beslutning", "decision");
pub(crate) const MILESTONE_WORD: Words = words!("milepæl", "milepæl", "milestone");
pub(crate) const MILESTONE_REACHED: Words = words!("milepæl nået", "milepæl nådd", "milestone reached");
pub(crate) const MILESTONE_LATE: Words = words!("milepæl overskredet", "milepæl forfalt", "milestone overdue");

/// "2. kv.", "Q2".
pub(crate) fn quarter_short(lang: Lang, number: u32) -> String {
    match lang {
        Lang::Da | Lang::Nb => format!("{number}. kv."),
        Lang::En => format!("Q{number}"),
    }
}

/// When something is, and that it goes on: "fra juni 2025, løbende".
pub(crate) fn span_ongoing(lang: Lang, start: Option<Period>, due: Option<Period>, ongoing: bool) -> String {
    let when = super::span(lang, start, due);
    let on = words!("løbende", "løpende", "ongoing").of(lang);
    match (ongoing, when.is_empty()) {
        (false, _) => when,
        (true, true) => on.to_owned(),
        (true, false) => match (lang, due.is_some()) {
            (Lang::Da, true) => format!("{when}, derefter {on}"),
            (Lang::Nb, true) => format!("{when}, deretter {on}"),
            (Lang::En, true) => format!("{when}, then {on}"),
            (_, false) => format!("{when}, {on}"),
        },
    }
}

pub(crate) const RISK: Words = words!("Risiko", "Risiko", "Risk");
pub(crate) const RISKS: Words = words!("Risici", "Risikoer", "Risks");
pub(crate) const SCORE: Words = words!("Score", "Score", "Score");
pub(crate) const RESPONSE: Words = words!("Modtræk", "Tiltak", "Response");
pub(crate) const BENEFIT: Words = words!("Gevinst", "Gevinst", "Benefit");
pub(crate) const BENEFITS: Words = words!("Gevinster", "Gevinster", "Benefits");
pub(crate) const BASELINE: Words = words!("Nulpunkt", "Nullpunkt", "Baseline");
pub(crate) const NOW: Words = words!("Nu", "Nå", "Now");
pub(crate) const TARGET: Words = words!("Mål", "Mål", "Target");

pub(crate) const CRITERIA: Words = words!("Succes\u{AD}kriterier", "Suksess\u{AD}kriterier", "Success criteria");
pub(crate) const NO_CRITERIA: Words = words!(
    "Planens skabelon har ingen succeskriterier.",
    "Planens mal har ingen suksesskriterier.",
    "The plan's framework has no success criteria.",
);
pub(crate) const OPEN_NOW: Words = words!("Åbne nu", "Åpne nå", "Open now");
pub(crate) const OF_ALL: Words = words!("I alt", "I alt", "All");
pub(crate) const NOT_RELEVANT: Words = words!("ikke relevant", "ikke relevant", "not relevant");
pub(crate) const WAITS_FOR: Words = words!("Venter på", "Venter på", "Waits for");
pub(crate) const NEEDS_DECISION: Words = words!("Kræver en beslutning", "Krever en beslutning", "Needs a decision");

/// "31 af 37 succeskriterier er opfyldt".
pub(crate) fn met_of(lang: Lang, met: usize, total: usize) -> String {
    match lang {
        Lang::Da => format!("{met} af {total} succeskriterier er opfyldt eller ikke relevante"),
        Lang::Nb => format!("{met} av {total} suksesskriterier er oppfylt eller ikke relevante"),
        Lang::En => format!("{met} of {total} success criteria are met or not relevant"),
    }
}

pub(crate) const INITIATIVES: Words = words!("Indsatser", "Tiltak", "Initiatives");
pub(crate) const INITIATIVE: Words = words!("Indsats", "Tiltak", "Initiative");
pub(crate) const NO_INITIATIVES: Words = words!(
    "Planen har ingen indsatser. Skriv dem som [initiatives.…].",
    "Planen har ingen tiltak. Skriv dem som [initiatives.…].",
    "The plan has no initiatives. Write them as [initiatives.…].",
);
pub(crate) const DEGREE: Words = words!("Implementeringsgrad", "Gjennomføringsgrad", "Degree of implementation");
pub(crate) const DEGREE_SHORT: Words = words!("Grad", "Grad", "Degree");
pub(crate) const TOPIC: Words = words!("Emne", "Emne", "Topic");
pub(crate) const COMPLEXITY: Words = words!("Komplek\u{AD}sitet", "Komplek\u{AD}sitet", "Complexity");
pub(crate) const CHOSEN: Words = words!("Valgt", "Valgt", "Chosen");
pub(crate) const START: Words = words!("Start", "Start", "Start");
pub(crate) const YES: Words = words!("ja", "ja", "yes");
pub(crate) const NOT_ASSESSED: Words = words!("Ikke vurderet", "Ikke vurdert", "Not assessed");
pub(crate) const CAPACITY: Words = words!("Kapacitet", "Kapasitet", "Capacity");
pub(crate) const NO_ELEMENTS: Words = words!(
    "Planens skabelon har intet at vurdere, og planen har ingen vurderinger.",
    "Planens mal har ingenting å vurdere, og planen har ingen vurderinger.",
    "The plan's framework has nothing to assess, and the plan has no assessments.",
);
pub(crate) const ELEMENT: Words = words!("Element", "Element", "Element");
pub(crate) const GRADE: Words = words!("Vurdering", "Vurdering", "Grade");
pub(crate) const BEFORE: Words = words!("Før", "Før", "Before");
pub(crate) const NOTE: Words = words!("Note", "Merknad", "Note");
pub(crate) const ACTION: Words = words!("Handling", "Handling", "Action");
pub(crate) const NO_ACTION: Words = words!("ingen opgave", "ingen oppgave", "no task");

pub(crate) const PERSON: Words = words!("Person", "Person", "Person");
pub(crate) const CALENDAR: Words = words!("Kalender", "Kalender", "Calendar");
pub(crate) const WEEK_HEADING: Words = words!("Uge", "Uke", "Week");
pub(crate) const WHAT_IT_IS: Words = words!("Hvad", "Hva", "What");
pub(crate) const MEETING: Words = words!("Møde", "Møte", "Meeting");
pub(crate) const DECISION: Words = words!("Beslutning", "Beslutning", "Decision");
pub(crate) const DECISION_POINT_HEADING: Words = words!("Beslutningspunkt", "Beslutningspunkt", "Decision point");
pub(crate) const AGENDA_TEXT: Words = words!("Dagsordenspunkt", "Sakspapir", "Agenda text");
pub(crate) const ABSTRACT: Words = words!("Resumé", "Sammendrag", "Summary");
pub(crate) const PRESENTATION: Words = words!("Sagsfremstilling", "Saksframstilling", "Presentation of the case");
pub(crate) const RESOLUTION: Words = words!("Beslutning", "Vedtak", "Decision");
pub(crate) const TO_BE_NOTED: Words = words!(
    "At orienteringen tages til efterretning.",
    "At orienteringen tas til etterretning.",
    "That the report is taken note of.",
);
pub(crate) const QUESTIONS: Words =
    words!("Det, der skal tages stilling til", "Det som skal tas stilling til", "The questions");
pub(crate) const IT_IS_RECOMMENDED: Words =
    words!("Det indstilles, at mødet", "Det innstilles at møtet", "It is recommended that the meeting");
pub(crate) const HOW_SCORED: Words = words!(
    "Score: sandsynlighed × konsekvens, hver fra 1 til 5.",
    "Score: sannsynlighet × konsekvens, hver fra 1 til 5.",
    "Score: likelihood × impact, each from 1 to 5.",
);

/// "beslutter: Et forum i hver klynge (Skal klyngerne have hver sit forum?)".
pub(crate) fn decides(lang: Lang, what: &str, question: &str) -> String {
    format!("{}: {what} ({question})", words!("beslutter", "vedtar", "decides").of(lang))
}

/// "tager stilling til: Ja til at gå til fastholdelse".
pub(crate) fn takes_a_stand(lang: Lang, what: &str) -> String {
    format!("{}: {what}", words!("tager stilling til", "tar stilling til", "takes a stand on").of(lang))
}

pub(crate) const AFTER_MEETING: Words =
    words!("Skrives efter mødet.", "Skrives etter møtet.", "To be written after the meeting.");
pub(crate) const ALSO: Words = words!("Medansvarlige", "Medansvarlige", "Also responsible");
pub(crate) const DAYS_LATE: Words = words!("Dage forsinket", "Dager forsinket", "Days late");
pub(crate) const ID: Words = words!("Id", "Id", "Id");
pub(crate) const KIND: Words = words!("Slags", "Type", "Kind");
pub(crate) const REACHED_ON: Words = words!("Nået", "Nådd", "Reached");
pub(crate) const MET: Words = words!("opfyldt", "oppfylt", "met");
pub(crate) const NOT_MET: Words = words!("ikke opfyldt", "ikke oppfylt", "not met");
pub(crate) const MET_ON: Words = words!("Opfyldt", "Oppfylt", "Met");
pub(crate) const CRITERION: Words = words!("Succeskriterium", "Suksesskriterium", "Success criterion");
pub(crate) const CRITERIA_COUNTS: Words = words!("Kriterier i tal", "Kriterier i tall", "Criteria counted");
pub(crate) const CRITERIA_LIST: Words = words!("Kriterier", "Kriterier", "Criteria");

/// "Mødet skal tage stilling til 2 spørgsmål."
pub(crate) fn asked_of(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Da, 0) => "Mødet skal ikke tage stilling til noget.".to_owned(),
        (Lang::Da, 1) => "Mødet skal tage stilling til ét spørgsmål, se indstillingen.".to_owned(),
        (Lang::Da, _) => format!("Mødet skal tage stilling til {count} spørgsmål, se indstillingen."),
        (Lang::Nb, 0) => "Møtet skal ikke ta stilling til noe.".to_owned(),
        (Lang::Nb, 1) => "Møtet skal ta stilling til ett spørsmål, se innstillingen.".to_owned(),
        (Lang::Nb, _) => format!("Møtet skal ta stilling til {count} spørsmål, se innstillingen."),
        (Lang::En, 0) => "The meeting has nothing to decide.".to_owned(),
        (Lang::En, 1) => "The meeting has one question to decide; see the recommendation.".to_owned(),
        (Lang::En, _) => format!("The meeting has {count} questions to decide; see the recommendation."),
    }
}

/// "4 opgaver skulle være udført i perioden, men er det ikke; se Overskredet."
pub(crate) fn planned_but_not_done(lang: Lang, count: usize) -> String {
    let see = OVERDUE.of(lang);
    match (lang, count) {
        (Lang::Da, 1) => format!("1 opgave skulle være udført i perioden, men er det ikke; se {see}."),
        (Lang::Nb, 1) => format!("1 oppgave skulle vært utført i perioden, men er det ikke; se {see}."),
        (Lang::En, 1) => format!("1 task was to be done in the period and is not; see {see}."),
        (Lang::Da, _) => format!("{count} opgaver skulle være udført i perioden, men er det ikke; se {see}."),
        (Lang::Nb, _) => format!("{count} oppgaver skulle vært utført i perioden, men er det ikke; se {see}."),
        (Lang::En, _) => format!("{count} tasks were to be done in the period and are not; see {see}."),
    }
}

/// "12 af 34 opgaver."
pub(crate) fn shown_of(lang: Lang, shown: usize, total: usize) -> String {
    match (lang, shown == total) {
        (Lang::Da, true) => format!("{total} opgaver."),
        (Lang::Nb, true) => format!("{total} oppgaver."),
        (Lang::En, true) => format!("{total} tasks."),
        (Lang::Da, false) => format!("{shown} af {total} opgaver."),
        (Lang::Nb, false) => format!("{shown} av {total} oppgaver."),
        (Lang::En, false) => format!("{shown} of {total} tasks."),
    }
}

/// "Uden emne".
pub(crate) fn without(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Da => format!("Uden {what}"),
        Lang::Nb => format!("Uten {what}"),
        Lang::En => format!("Without {what}"),
    }
}

/// Why the groups add up to more than all.
pub(crate) const SHARED: Words = words!(
    "En indsats, som flere deler, står hos hver af dem, men tæller én gang i alt.",
    "Et tiltak som flere deler, står hos hver av dem, men teller én gang i alt.",
    "An initiative that several share stands with each of them, but counts once in all.",
);

pub(crate) const HOW_READ: Words = words!("Sådan læst", "Slik lest", "How it was read");
pub(crate) const HOW_TO_INIT: Words = words!(
    "Vis en: plan templates ID. Begynd en plan: plan init --template ID",
    "Vis en: plan templates ID. Begynn en plan: plan init --template ID",
    "Show one: plan templates ID. Begin a plan: plan init --template ID",
);
pub(crate) const HOW_TO_EXPLAIN: Words =
    words!("Forklar en: plan explain REGEL", "Forklar en: plan explain REGEL", "Explain one: plan explain RULE",);

/// "Side 1 af 3", the numbers left out.
pub(crate) const PAGE: Words = words!("Side", "Side", "Page");
pub(crate) const OF_PAGES: Words = words!("af", "av", "of");

/// "1 plan", "12 planer".
pub(crate) fn plans(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (_, 1) => "1 plan".to_owned(),
        (Lang::Da | Lang::Nb, _) => format!("{count} planer"),
        (Lang::En, _) => format!("{count} plans"),
    }
}

/// "Rækker: målgruppe".
pub(crate) fn rows_of(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Da => format!("Rækker: {label}"),
        Lang::Nb => format!("Rader: {label}"),
        Lang::En => format!("Rows: {label}"),
    }
}

/// "pr. 15. juni 2025".
pub(crate) fn as_of(lang: Lang, day: Date) -> String {
    let day = super::date(lang, day);
    match lang {
        Lang::Da => format!("pr. {day}"),
        Lang::Nb => format!("per {day}"),
        Lang::En => format!("as of {day}"),
    }
}

/// A day or period as short as can be, for tables: "10.4.2025, uge 15", "uge 13, 2025".
pub(crate) fn period_short(lang: Lang, period: Period) -> String {
    match period.unit() {
        Unit::Day => {
            let (day, week) = (super::date_short(lang, period.first()), super::week(lang, period.first().iso_week()));
            format!("{day}, {week}")
        }
        _ => super::period(lang, period),
    }
}

/// What makes the schedule's light yellow or red.
pub(crate) fn light_limits(lang: Lang, yellow: i64, red: i64, task_red: i64) -> String {
    match lang {
        Lang::Da => format!(
            "Gul: noget er over {yellow} dage forsinket. Rød: en milepæl eller beslutning over {red} dage, eller en opgave over {task_red} dage."
        ),
        Lang::Nb => format!(
            "Gul: noe er over {yellow} dager forsinket. Rød: en milepæl eller beslutning over {red} dager, eller en oppgave over {task_red} dager."
        ),
        Lang::En => format!(
            "Yellow: something is over {yellow} days late. Red: a milestone or decision over {red} days, or a task over {task_red} days."
        ),
    }
}

/// "1 dag", "12 dage".
pub(crate) fn days(lang: Lang, days: i64) -> String {
    let (one, many) = match lang {
        Lang::Da => ("1 dag", "dage"),
        Lang::Nb => ("1 dag", "dager"),
        Lang::En => ("1 day", "days"),
    };
    if days == 1 { one.to_owned() } else { format!("{days} {many}") }
}

/// "12 af 34 opgaver er udført".
pub(crate) fn done_of(lang: Lang, done: usize, total: usize) -> String {
    match lang {
        Lang::Da => format!("{done} af {total} opgaver er udført"),
        Lang::Nb => format!("{done} av {total} oppgaver er utført"),
        Lang::En => format!("{done} of {total} tasks are done"),
    }
}

/// A heading with a number: "Overskredet (3)".
pub(crate) fn counted(words: &str, count: usize) -> String {
    format!("{words} ({count})")
}

/// "Frist nærmer sig, til og med 12. juni 2025".
pub(crate) fn soon(lang: Lang, until: Date) -> String {
    let day = super::date(lang, until);
    match lang {
        Lang::Da => format!("Frist nærmer sig, til og med {day}"),
        Lang::Nb => format!("Frist nærmer seg, til og med {day}"),
        Lang::En => format!("Due soon, until {day}"),
    }
}

/// "Næste periode, til 18. september 2025".
pub(crate) fn next_period(lang: Lang, until: Date) -> String {
    let day = super::date(lang, until);
    let words = NEXT_PERIOD.of(lang);
    match lang {
        Lang::Da => format!("{words}, til {day}"),
        Lang::Nb => format!("{words}, til {day}"),
        Lang::En => format!("{words}, until {day}"),
    }
}

/// A language's own name for itself in another.
pub(crate) fn language(lang: Lang, named: Lang) -> &'static str {
    match named {
        Lang::Da => words!("dansk", "dansk", "Danish"),
        Lang::Nb => words!("norsk", "norsk bokmål", "Norwegian"),
        Lang::En => words!("engelsk", "engelsk", "English"),
    }
    .of(lang)
}
