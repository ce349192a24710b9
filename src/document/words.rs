//! Words for what plans and views hold: where the language meets the model.

use crate::locale::{self, Lang, words};
use crate::model::{Ask, BenefitOutcome, Complexity, Degree, Grade, Late, Level, Missed, State};
use crate::view::{Colour, GapKind, LightReason};

/// Where a task stands.
pub fn state(lang: Lang, state: State) -> &'static str {
    match state {
        State::Todo => words!("ikke begyndt", "ikke startet", "not started"),
        State::Doing => words!("i gang", "pågår", "in progress"),
        State::Blocked => words!("blokeret", "blokkert", "blocked"),
        State::Ongoing => words!("løbende", "løpende", "ongoing"),
        State::Done => words!("udført", "utført", "done"),
        State::Dropped => words!("udgået", "utgått", "cancelled"),
    }
    .of(lang)
}

/// "12 dage forsinket", "opfølgning 12 dage forsinket".
pub fn late(lang: Lang, late: Late) -> String {
    let days = locale::days(lang, late.days);
    match (late.missed, lang) {
        (Missed::Due, Lang::Da | Lang::Nb) => format!("{days} forsinket"),
        (Missed::Due, Lang::En) => format!("{days} late"),
        (Missed::Start, Lang::Da) => format!("skulle være begyndt for {days} siden"),
        (Missed::Start, Lang::Nb) => format!("skulle ha startet for {days} siden"),
        (Missed::Start, Lang::En) => format!("should have begun {days} ago"),
        (Missed::Check, Lang::Da) => format!("opfølgning {days} forsinket"),
        (Missed::Check, Lang::Nb) => format!("oppfølging {days} forsinket"),
        (Missed::Check, Lang::En) => format!("check {days} late"),
    }
}

/// The overall light's word.
pub fn light(lang: Lang, colour: Colour) -> &'static str {
    match colour {
        Colour::Green => words!("grøn: følger planen", "grønn: i rute", "green: on track"),
        Colour::Yellow => {
            words!("gul: afviger inden for rammen", "gul: avvik innenfor rammen", "yellow: at risk, within the frame",)
        }
        Colour::Red => words!(
            "rød: uden for rammen, kræver beslutning",
            "rød: utenfor rammen, krever beslutning",
            "red: off track, a decision is needed",
        ),
        Colour::None => words!("ikke vurderet", "ikke vurdert", "not assessed"),
    }
    .of(lang)
}

/// A light's colour in one word.
pub fn colour(lang: Lang, colour: Colour) -> &'static str {
    match colour {
        Colour::Green => words!("grøn", "grønn", "green"),
        Colour::Yellow => words!("gul", "gul", "yellow"),
        Colour::Red => words!("rød", "rød", "red"),
        Colour::None => words!("ikke vurderet", "ikke vurdert", "not assessed"),
    }
    .of(lang)
}

/// What made the light as it is, in a sentence.
pub fn light_reason(lang: Lang, reason: &LightReason) -> String {
    match reason {
        LightReason::MilestoneRed { title, days }
        | LightReason::MilestoneYellow { title, days }
        | LightReason::MilestoneTolerated { title, days } => {
            let days = locale::days(lang, *days);
            match lang {
                Lang::Da => format!("»{title}« er {days} forsinket"),
                Lang::Nb => format!("«{title}» er {days} forsinket"),
                Lang::En => format!("\"{title}\" is {days} late"),
            }
        }
        LightReason::Tasks { count: 1, title, days, .. } => {
            let days = locale::days(lang, *days);
            match lang {
                Lang::Da => format!("»{title}« er {days} forsinket"),
                Lang::Nb => format!("«{title}» er {days} forsinket"),
                Lang::En => format!("\"{title}\" is {days} late"),
            }
        }
        LightReason::Tasks { count, title, days, limit } => {
            let (days, limit) = (locale::days(lang, *days), locale::days(lang, *limit));
            match lang {
                Lang::Da => format!("{count} opgaver er mere end {limit} forsinkede, længst »{title}«: {days}"),
                Lang::Nb => format!("{count} oppgaver er mer enn {limit} forsinket, lengst «{title}»: {days}"),
                Lang::En => format!("{count} tasks are more than {limit} late, most of all \"{title}\": {days}"),
            }
        }
        LightReason::Tolerated { count, days } => {
            let days = locale::days(lang, *days);
            match (lang, count) {
                (Lang::Da, 1) => format!("1 frist er overskredet, men højst {days}"),
                (Lang::Nb, 1) => format!("1 frist er overskredet, men høyst {days}"),
                (Lang::En, 1) => format!("1 due date has passed, but by at most {days}"),
                (Lang::Da, _) => format!("{count} frister er overskredet, men højst {days}"),
                (Lang::Nb, _) => format!("{count} frister er overskredet, men høyst {days}"),
                (Lang::En, _) => format!("{count} due dates have passed, but by at most {days}"),
            }
        }
        LightReason::OnTime => {
            words!("ingen frist er overskredet", "ingen frist er overskredet", "no due date has passed")
                .of(lang)
                .to_owned()
        }
        LightReason::NoDates => {
            words!("planen har ingen datoer", "planen har ingen datoer", "the plan has no dates").of(lang).to_owned()
        }
    }
}

/// What a gap is called.
pub fn gap(lang: Lang, kind: GapKind) -> &'static str {
    match kind {
        GapKind::NoOwner => words!("Uden ansvarlig", "Uten ansvarlig", "Without an owner"),
        GapKind::NoDate => words!("Uden frist", "Uten frist", "Without a date"),
        GapKind::Cell => words!(
            "Felter uden opgave og uden begrundelse",
            "Felt uten oppgave og uten begrunnelse",
            "Cells without a task and without a reason",
        ),
    }
    .of(lang)
}

/// What an agenda asks.
pub fn ask(lang: Lang, ask: Ask) -> &'static str {
    match ask {
        Ask::Decide => locale::WANTED,
        Ask::Discuss => locale::TO_DISCUSS,
        Ask::Inform => locale::TO_INFORM,
    }
    .of(lang)
}

/// A role's level.
pub fn level(lang: Lang, level: Level) -> &'static str {
    match level {
        Level::Strategic => words!("strategisk", "strategisk", "strategic"),
        Level::Tactical => words!("taktisk", "taktisk", "tactical"),
        Level::Operational => words!("operationelt", "operativt", "operational"),
        Level::Support => words!("støtte", "støtte", "support"),
    }
    .of(lang)
}

/// What became of a benefit.
pub fn benefit_outcome(lang: Lang, outcome: BenefitOutcome) -> &'static str {
    match outcome {
        BenefitOutcome::Realised => words!("realiseret", "realisert", "realised"),
        BenefitOutcome::Partly => words!("delvist realiseret", "delvis realisert", "partly realised"),
        BenefitOutcome::Action => words!("handling besluttet", "tiltak besluttet", "action decided"),
        BenefitOutcome::NewWave => words!("flyttet til ny bølge", "flyttet til ny bølge", "moved to a new wave"),
        BenefitOutcome::Dropped => words!("opgivet", "oppgitt", "dropped"),
    }
    .of(lang)
}

/// A degree of implementation in one word.
pub fn degree(lang: Lang, degree: Degree) -> &'static str {
    match degree {
        Degree::Red => words!("rød", "rød", "red"),
        Degree::Yellow => words!("gul", "gul", "yellow"),
        Degree::Green => words!("grøn", "grønn", "green"),
    }
    .of(lang)
}

pub fn complexity(lang: Lang, complexity: Complexity) -> &'static str {
    match complexity {
        Complexity::Low => words!("lav", "lav", "low"),
        Complexity::High => words!("høj", "høy", "high"),
    }
    .of(lang)
}

pub fn grade(lang: Lang, grade: Grade) -> &'static str {
    match grade {
        Grade::Strong => words!("stærk", "sterk", "strong"),
        Grade::Partial => words!("delvis", "delvis", "partial"),
        Grade::Weak => words!("svag", "svak", "weak"),
    }
    .of(lang)
}
