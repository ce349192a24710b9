//! Every rule that a built-in framework states: the framework's example keeps
//! it, and a small edit of the same plan breaks that rule and no other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use plan::calendar::{Date, Period};
use plan::check::{self, Asked};
use plan::locale::{Lang, Text};
use plan::model::{Framework, Localized};
use plan::read;
use plan::source::Source;

/// What is written and what stands there instead, wherever it is written.
type Edit = (&'static str, &'static str);

/// A rule, and what makes it speak.
struct Case {
    rule: &'static str,
    /// What the example must be first, so that it keeps the rule on the day.
    mend: &'static [Edit],
    /// What breaks the rule.
    edits: &'static [Edit],
    /// The day to look from, where it is not the example's own.
    day: Option<&'static str>,
    /// Rules that inevitably speak as well.
    also: &'static [&'static str],
}

const PLAIN: Case = Case { rule: "", mend: &[], edits: &[], day: None, also: &[] };

const CASES: &[Case] = &[
    // ---- SAM:BO ----
    Case {
        rule: "SAMBO-1",
        edits: &[
            (r#""medarbejdere", "ledelse", "#, r#""medarbejdere", "personaleledere", "ledere-af-ledere", "#),
            ("direktoerniveau   = {", "ledere-af-ledere  = {"),
            ("direktoerniveau     = {", "ledere-af-ledere    = {"),
            ("direktoerniveau        = { empty = \"Direktørerne følger aftalen gennem styregruppen.\" }\n", ""),
        ],
        ..PLAIN
    },
    Case {
        rule: "SAMBO-2",
        edits: &[(
            "politisk-niveau        = { empty = \"Opfølgningen ligger på det fagligt strategiske niveau.\" }\n",
            "",
        )],
        ..PLAIN
    },
    Case {
        rule: "SAMBO-3",
        edits: &[(
            "owner     = \"ejnar\"\nafter     = [\"lanceringspakke\"]\nstart     = 2025-05-06\ndue       = 2025-05-09\ndone      = 2025-05-12",
            "after     = [\"lanceringspakke\"]\nstart     = 2025-05-06\ndue       = 2025-05-09",
        )],
        ..PLAIN
    },
    Case {
        rule: "SAMBO-4",
        edits: &[(
            "due       = 2025-04-10          # fristen står ved magt, så forsinkelsen kan ses",
            "due       = 2025-04-10\nstatus    = \"dropped\"",
        )],
        ..PLAIN
    },
    Case { rule: "SAMBO-5", edits: &[("status    = \"blocked\"", "status    = \"doing\"")], ..PLAIN },
    Case { rule: "SAMBO-6", edits: &[("after     = [\"struktur\"]\n", "")], ..PLAIN },
    Case {
        rule: "SAMBO-7",
        edits: &[(
            "\"personaleledere\"]\nunit      = \"lillebaelt\"",
            "\"personaleledere\", \"ledere-af-ledere\"]\nunit      = \"lillebaelt\"",
        )],
        ..PLAIN
    },
    Case { rule: "SAMBO-8", edits: &[("[tasks.lederkulturbaerere-esbjerg]", "[tasks.ledere-med-overblik]")], ..PLAIN },
    Case {
        rule: "SAMBO-9",
        edits: &[("ongoing   = true\ncheck     = 2025-11-19 ", "due       = 2025-11-19 ")],
        ..PLAIN
    },
    Case { rule: "SAMBO-10", edits: &[("Aftalen træder i kraft", "Aftalen træder i kraft i uge 20")], ..PLAIN },
    Case { rule: "SAMBO-11", edits: &[("ongoing   = true\ncheck     = \"2025-10\"", "ongoing   = true")], ..PLAIN },
    // ---- FFB ----
    Case {
        rule: "FFB-1",
        edits: &[("projektejer      = \"anne\"", "projektejer      = [\"anne\", \"bjarke\"]")],
        ..PLAIN
    },
    Case { rule: "FFB-1", edits: &[(", psykiatri-myndighed = \"cecilie\" }", " }")], ..PLAIN },
    Case {
        rule: "FFB-2",
        edits: &[("projektleder     = \"ditte\"", "projektleder     = [\"ditte\", \"emil\"]")],
        ..PLAIN
    },
    Case { rule: "FFB-2", edits: &[("projektleder     = \"ditte\"\n", "")], ..PLAIN },
    Case { rule: "FFB-3", edits: &[("formand          = \"anne\"", "formand          = \"freja\"")], ..PLAIN },
    Case {
        rule: "FFB-4",
        edits: &[("organisation = \"Økonomi\", mandates = [\"ledelse\"]", "organisation = \"Økonomi\"")],
        ..PLAIN
    },
    Case { rule: "FFB-5", edits: &[("[\"anne\", \"bjarke\", \"cecilie\", ", "[\"anne\", \"cecilie\", ")], ..PLAIN },
    Case {
        rule: "FFB-6",
        edits: &[(
            "# ---- Risici ----",
            "[benefits.overblik]\ntitle = \"Lederne ved, hvor det halter\"\nowner = \"anne\"\nquestion = \"Hvor mange ledere har set ugens tal?\"\nlevel = \"ledelse\"\n\n\
             [benefits.ventetid]\ntitle = \"Borgerne venter kortere tid\"\nowner = \"anne\"\nquestion = \"Hvor mange dage går der fra henvendelse til svar?\"\nlevel = \"politisk\"\n",
        )],
        ..PLAIN
    },
    Case {
        rule: "FFB-7",
        edits: &[(
            "question = \"Hvor mange procent af de nye indsatser er mindre indgribende end den forrige?\"\n",
            "",
        )],
        ..PLAIN
    },
    Case {
        rule: "FFB-7",
        edits: &[
            ("level    = [\"ledelse\", \"politisk\"]", "level    = [\"ledelse\"]"),
            ("level    = [\"politisk\"]", "level    = [\"ledelse\"]"),
        ],
        ..PLAIN
    },
    Case {
        rule: "FFB-8",
        edits: &[("overdraget           = 2026-08-31", "overdraget           = 2026-05-25")],
        ..PLAIN
    },
    // Open below a criterion that is met would be FFB-16, so that one goes too.
    Case {
        rule: "FFB-8",
        edits: &[
            ("konvertering        = 2026-06-01\n", ""),
            ("plan-godkendt       = 2026-06-01", "plan-godkendt       = { met = false }"),
        ],
        ..PLAIN
    },
    Case { rule: "FFB-9", edits: &[("reviewed   = 2026-10-05", "reviewed   = 2026-08-10")], ..PLAIN },
    Case { rule: "FFB-10", edits: &[("hvem      = 2026-06-24", "hvem      = { met = false }")], ..PLAIN },
    Case { rule: "FFB-11", edits: &[("skills = [\"it\"]", "skills = [\"data\"]")], ..PLAIN },
    // One leader per unit is a part of FFB-1 as well.
    Case { rule: "FFB-12", edits: &[(", bostoetten = \"jette\" }", " }")], also: &["FFB-1"], ..PLAIN },
    Case {
        rule: "FFB-13",
        mend: ENDED,
        edits: &[("baseline = 34\noutcome  = \"realised\"", "baseline = 34")],
        day: Some("2027-10-04"),
        ..PLAIN
    },
    Case { rule: "FFB-14", edits: &[("[tasks.fortael-resultatet]", "[tasks.afskedsreception]")], ..PLAIN },
    Case { rule: "FFB-15", mend: ENDED, edits: &[("outcome  = \"drift\"\n", "")], day: Some("2027-10-04"), ..PLAIN },
    Case {
        rule: "FFB-15",
        mend: ENDED,
        edits: &[("outcome  = \"drift\"\n", "outcome  = \"opgivet\"\n")],
        day: Some("2027-10-04"),
        ..PLAIN
    },
    Case {
        rule: "FFB-16",
        edits: &[("fagchefer          = 2026-09-08", "fagchefer          = { met = false }")],
        ..PLAIN
    },
    Case { rule: "FFB-17", edits: &[("risikolog       = 2026-03-10", "risikolog       = { met = false }")], ..PLAIN },
    // ---- KAP ----
    Case {
        rule: "KAP-1",
        edits: &[("owner      = \"torben\"\nafter      = [\"indsatsplan-mad\"]", "after      = [\"indsatsplan-mad\"]")],
        ..PLAIN
    },
    Case { rule: "KAP-1", edits: &[("start      = 2026-10-05\ndue        = 2026-12-11\n", "")], ..PLAIN },
    Case { rule: "KAP-2", edits: &[("deliverable = \"En plan, der passer til de penge, der er\"\n", "")], ..PLAIN },
    Case {
        rule: "KAP-2",
        edits: &[
            ("stilling        = \"decide\"", "stilling        = \"inform\""),
            ("budget-vedtaget = \"discuss\"", "budget-vedtaget = \"inform\""),
            ("foelg-op        = \"discuss\"", "foelg-op        = \"inform\""),
        ],
        ..PLAIN
    },
    Case {
        rule: "KAP-3",
        edits: &[("[\"beslutte\", \"fordele-ressourcer\", \"udpege\"]", "[\"beslutte\", \"udpege\"]")],
        ..PLAIN
    },
    Case {
        rule: "KAP-4",
        edits: &[("ledelse              = { grade = \"partial\"", "ledelse              = { grade = \"weak\"")],
        ..PLAIN
    },
    Case {
        rule: "KAP-4",
        edits: &[
            ("ledelse              = \"strong\"\n", ""),
            (
                "ledelse              = { grade = \"partial\", note = \"De nærmeste ledere mangler tid til at følge op.\" }\n",
                "",
            ),
        ],
        ..PLAIN
    },
    Case {
        rule: "KAP-5",
        edits: &[(
            "departments = [\"teknik-og-miljoe\"]\ndegree      = \"red\"\n",
            "departments = [\"teknik-og-miljoe\"]\n",
        )],
        ..PLAIN
    },
    Case {
        rule: "KAP-6",
        edits: &[(
            "funding     = \"Inden for det nuværende budget\"\nstart       = 2026-06-15",
            "start       = 2026-06-15",
        )],
        ..PLAIN
    },
    Case {
        rule: "KAP-7",
        mend: &[(
            "# ---- Samarbejde: grupper, forslag og kontaktpersoner ----",
            "[tasks.organisering-rygestop]\ntitle = \"Aftal, hvem der henviser\"\nactivity = \"organisering\"\ninitiative = \"henvisning-rygestop\"\ndimension = \"planlaegning\"\nowner = \"bodil\"\ndue = 2026-05-08\ndone = 2026-05-08\n\n\
             [tasks.organisering-bevaegelse]\ntitle = \"Aftal, hvem der holder den halve time\"\nactivity = \"organisering\"\ninitiative = \"bevaegelse-dagtilbud\"\ndimension = \"planlaegning\"\nowner = \"rikke\"\ndue = 2026-05-29\ndone = 2026-05-29\n\n\
             [tasks.oplaering-bevaegelse]\ntitle = \"Lær personalet tre lege\"\nactivity = \"oplaering\"\ninitiative = \"bevaegelse-dagtilbud\"\ndimension = \"frontmedarbejdere\"\nowner = \"rikke\"\ndue = 2026-05-29\ndone = 2026-05-29\n",
        )],
        edits: &[
            (
                "complexity  = \"low\"\nevidence    = \"basic\"\nchosen      = true\nowner       = \"bodil\"",
                "complexity  = \"high\"\nevidence    = \"basic\"\nchosen      = true\nowner       = \"bodil\"",
            ),
            (
                "complexity  = \"low\"\nevidence    = \"basic\"\nchosen      = true\nowner       = \"rikke\"",
                "complexity  = \"high\"\nevidence    = \"basic\"\nchosen      = true\nowner       = \"rikke\"",
            ),
        ],
        ..PLAIN
    },
    Case {
        rule: "KAP-8",
        edits: &[(
            "activity   = \"organisering\"\ninitiative = \"tidlig-opsporing-alkohol\"",
            "initiative = \"tidlig-opsporing-alkohol\"",
        )],
        ..PLAIN
    },
    Case {
        rule: "KAP-9",
        edits: &[(
            "kind       = \"value\"\nsource     = \"Universitetets",
            "kind       = \"result\"\nsource     = \"Universitetets",
        )],
        ..PLAIN
    },
    Case {
        rule: "KAP-10",
        edits: &[(
            "activity   = \"budgetforslag\"\ninitiative = \"tidlig-opsporing-alkohol\"",
            "initiative = \"tidlig-opsporing-alkohol\"",
        )],
        ..PLAIN
    },
    Case {
        rule: "KAP-10",
        edits: &[(
            "due        = 2026-05-22\ndone       = 2026-05-28",
            "due        = 2026-09-25\nstatus     = \"doing\"",
        )],
        ..PLAIN
    },
    Case { rule: "KAP-11", edits: &[("commitment = \"kendskab-og-dialog\"\n", "")], ..PLAIN },
    Case {
        rule: "KAP-12",
        edits: &[("\"2026-05-29\" = 4\n\"2026-06-30\" = 11\n\"2026-08-31\" = 17", "\"2026-05-12\" = 4")],
        ..PLAIN
    },
    // ---- BTI ----
    Case {
        rule: "BTI-1",
        edits: &[("kind      = \"value\"", "kind      = \"result\"")],
        day: Some("2027-01-11"),
        ..PLAIN
    },
    // What a phase without tasks and milestones lacks is tasks too.
    Case {
        rule: "BTI-2",
        edits: &[
            ("phase     = \"viderefoere\"", "phase     = \"implementere\""),
            ("phase    = \"viderefoere\"", "phase    = \"implementere\""),
        ],
        day: Some("2027-01-11"),
        also: &["BTI-3"],
        ..PLAIN
    },
    Case { rule: "BTI-3", edits: &[("phase     = \"viderefoere\"", "phase     = \"implementere\"")], ..PLAIN },
    Case {
        rule: "BTI-4",
        edits: &[(
            "owner     = \"torstein\"\nwith      = [\"prosjektleder\", \"styringsgruppe\"]",
            "with      = [\"prosjektleder\", \"styringsgruppe\"]",
        )],
        ..PLAIN
    },
    Case { rule: "BTI-5", edits: &[("date = 2026-05-07", "date = 2026-06-03")], ..PLAIN },
    Case { rule: "BTI-5", edits: &[("date    = 2026-06-11", "date    = 2026-08-20")], ..PLAIN },
    Case { rule: "BTI-6", edits: &[("date        = 2025-12-11", "date        = 2025-11-27")], ..PLAIN },
    Case {
        rule: "BTI-7",
        edits: &[(
            "siste frist\"\npoints      = [\"fremdrift\", \"plan\", \"avklaringer\", \"risiko\", \"ressurser\"]",
            "siste frist\"\npoints      = [\"fremdrift\", \"plan\", \"avklaringer\", \"ressurser\"]",
        )],
        ..PLAIN
    },
    Case {
        rule: "BTI-8",
        edits: &[("due       = 2025-03-27\ndone      = 2025-03-27", "due       = 2025-03-27")],
        ..PLAIN
    },
    Case {
        rule: "BTI-9",
        edits: &[("\"hilde\", \"reidun\"]", "\"hilde\"]"), ("\"magnus\", \"reidun\", ", "\"magnus\", ")],
        ..PLAIN
    },
    Case { rule: "BTI-10", edits: &[("[\"bente\", \"yusuf\"]", "[\"bente\", \"yusuf\", \"amalie\"]")], ..PLAIN },
    Case { rule: "BTI-10", edits: &[("helsestasjonen = \"sunniva\"\n", "")], ..PLAIN },
    Case {
        rule: "BTI-11",
        mend: &[(
            "forankring-per-strategi  = { met = false, task = \"strategi-forankring\" }",
            "forankring-per-strategi  = 2026-11-20",
        )],
        edits: &[("forankring-per-strategi  = 2026-11-20", "forankring-per-strategi  = { met = false }")],
        day: Some("2027-01-11"),
        ..PLAIN
    },
    Case { rule: "BTI-12", edits: &[("recipient = \"Kommunestyret\"\n", "")], ..PLAIN },
    Case {
        rule: "BTI-13",
        edits: &[
            (
                "forberede    = { start = \"2025-01\", due = \"2025-12\" }",
                "forberede    = { start = \"2026-01\", due = \"2026-02\" }",
            ),
            (
                "planlegge    = { start = \"2026-01\", due = \"2026-12\" }",
                "planlegge    = { start = \"2026-03\", due = \"2026-09\" }",
            ),
            (
                "implementere = { start = \"2027-01\", due = \"2028-12\" }",
                "implementere = { start = \"2026-10\", due = \"2026-11\" }",
            ),
            (
                "viderefoere  = { start = \"2029-01\", due = \"2029-12\" }",
                "viderefoere  = { start = \"2026-12\", due = \"2026-12\" }",
            ),
        ],
        ..PLAIN
    },
    Case {
        rule: "BTI-14",
        mend: &[(
            "# ---- Milepæler ----",
            "[criteria.viderefoere.beslutningstre]\nbrukt-etter-planen = 2029-06-14\nnytte-eller-skade = 2029-06-14\nfortsette = 2029-09-13\ndel-av-driften = 2029-11-15\nmidlertidige-systemer = 2029-11-15\nnye-evalueringer = 2029-11-15\n",
        )],
        edits: &[("midlertidige-systemer = 2029-11-15", "midlertidige-systemer = { met = false }")],
        day: Some("2030-01-14"),
        ..PLAIN
    },
    Case { rule: "BTI-15", edits: &[("ongoing   = true\ncheck     = 2027-08-20", "due       = 2027-08-20")], ..PLAIN },
    Case {
        rule: "BTI-16",
        edits: &[("kjerne-avklart      = 2025-10-21", "kjerne-avklart      = { met = false }")],
        ..PLAIN
    },
    // ---- LSM ----
    Case { rule: "LSM-1", edits: &[("= \"afslutning\"", "= \"afproevning\"")], ..PLAIN },
    Case {
        rule: "LSM-1",
        edits: &[("afslutning    = { start = 2026-09-14", "afslutning    = { start = 2026-03-16")],
        ..PLAIN
    },
    Case {
        rule: "LSM-2",
        edits: &[(
            "\"Udgående sygepleje, Regionshospitalet Horsens\"\nsector       = \"region\"\nmandates     = [\"personale\", \"drift\"]",
            "\"Udgående sygepleje, Regionshospitalet Horsens\"\nsector       = \"region\"\nmandates     = [\"personale\"]",
        )],
        ..PLAIN
    },
    Case {
        rule: "LSM-3",
        edits: &[("due      = 2026-02-20\ndone     = 2026-02-24", "due      = 2026-02-20")],
        ..PLAIN
    },
    Case { rule: "LSM-4", edits: &[("date        = 2026-09-01", "date        = 2026-10-06")], ..PLAIN },
    Case {
        rule: "LSM-5",
        edits: &[("solutions = [\"Et kort på én side: hvem bestemmer hvad, dag, aften og weekend\"]\n", "")],
        ..PLAIN
    },
    Case { rule: "LSM-6", edits: &[("[tasks.konference]", "[tasks.middag]")], ..PLAIN },
    Case {
        rule: "LSM-6",
        edits: &[("[tasks.aftaler]", "[tasks.haandslag]"), ("\"aftaler\"]", "\"haandslag\"]")],
        ..PLAIN
    },
    Case { rule: "LSM-7", edits: &[("sector       = \"almen-praksis\"", "sector       = \"kommune\"")], ..PLAIN },
    Case {
        rule: "LSM-8",
        edits: &[("facilitator      = \"marie\"", "facilitator      = [\"marie\", \"steen\"]")],
        ..PLAIN
    },
    Case { rule: "LSM-8", edits: &[("facilitator      = \"marie\"\n", "")], ..PLAIN },
    Case { rule: "LSM-9", edits: &[("activity = \"undervisning-paa-tvaers\"\n", "")], ..PLAIN },
];

/// The example of FFB, brought to its end.
const ENDED: &[Edit] = &[
    ("case     = \"26/00318\"\n", "case     = \"26/00318\"\noutcome  = \"drift\"\n"),
    ("baseline = 38", "baseline = 38\noutcome  = \"realised\""),
    ("baseline = 22", "baseline = 22\noutcome  = \"partly\""),
    ("baseline = 34", "baseline = 34\noutcome  = \"realised\""),
    ("baseline = 12", "baseline = 12\noutcome  = \"new-wave\""),
];

/// The frameworks, how their rules begin, and how many they state.
const STATED: [(&str, &str, usize); 5] = [
    ("samboe", "SAMBO", 11),
    ("ffb", "FFB", 17),
    ("forebyggelse", "KAP", 12),
    ("bti", "BTI", 16),
    ("ledersamarbejde", "LSM", 9),
];

fn framework(id: &str) -> Framework {
    let loaded = read::framework(id, Path::new(""));
    assert!(loaded.findings.is_empty(), "{id}: {:?}", loaded.findings);
    loaded.framework.unwrap()
}

/// The example of the framework that states a rule, with the day it is to be seen from.
fn example(rule: &str) -> (Framework, String) {
    let (start, _) = rule.split_once('-').unwrap();
    let (id, ..) = STATED.iter().find(|(_, own, _)| *own == start).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{id}.plan.toml"));
    (framework(id), fs::read_to_string(path).unwrap())
}

fn day_of(text: &str) -> &str {
    text.split_once("--as-of ").and_then(|(_, after)| after.get(..10)).unwrap()
}

fn day(text: &str) -> Date {
    text.parse::<Period>().unwrap().first()
}

fn edited(rule: &str, text: &str, edits: &[Edit]) -> String {
    edits.iter().fold(text.to_owned(), |text, (find, replace)| {
        assert!(text.contains(find), "{rule}: nowhere in the example: {find}");
        text.replace(find, replace)
    })
}

/// The stated rules that speak, each with the severest of what they say.
fn speaking(framework: &Framework, text: &str, on: Date) -> BTreeMap<String, &'static str> {
    let (plan, unread) = read::plan(&Source::new("example.plan.toml", text));
    let broken: Vec<_> = unread.iter().map(|finding| finding.message.get(Lang::En)).collect();
    assert!(broken.is_empty(), "the edited plan cannot be read: {broken:?}");
    let findings = check::check(&plan, framework, on, Asked::default());
    let mut said = BTreeMap::new();
    for finding in findings {
        if let Some(stated) = &finding.stated {
            let severity = said.entry(stated.id.clone()).or_insert(finding.severity);
            *severity = finding.severity.max(*severity);
        }
    }
    said.into_iter().map(|(rule, severity)| (rule, severity.keyword())).collect()
}

#[test]
fn each_stated_rule_is_kept_by_the_example_and_broken_by_an_edit() {
    let mut wrong = Vec::new();
    for (at, case) in CASES.iter().enumerate() {
        let (framework, text) = example(case.rule);
        let on = day(case.day.unwrap_or(day_of(&text)));
        let kept = edited(case.rule, &text, case.mend);
        let broken = edited(case.rule, &kept, case.edits);
        let (before, after) = (speaking(&framework, &kept, on), speaking(&framework, &broken, on));
        if before.contains_key(case.rule) {
            wrong.push(format!("{} (row {at}) speaks before the edit", case.rule));
        }
        let new: BTreeSet<&str> = after.keys().map(String::as_str).filter(|rule| !before.contains_key(*rule)).collect();
        let expected: BTreeSet<&str> = std::iter::once(case.rule).chain(case.also.iter().copied()).collect();
        if new != expected {
            wrong.push(format!("{} (row {at}): the edit makes {new:?} speak, not {expected:?}", case.rule));
        }
        let severity = framework.rules[case.rule].severity.as_ref().map(|severity| severity.value.keyword());
        if let (Some(said), Some(stated)) = (after.get(case.rule), severity)
            && *said != stated
        {
            wrong.push(format!("{} (row {at}) is a {said}, but the framework says {stated}", case.rule));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_stated_rule_has_a_case() {
    let tested: BTreeSet<&str> = CASES.iter().map(|case| case.rule).collect();
    let mut stated = BTreeSet::new();
    for builtin in read::builtins() {
        let framework = framework(builtin.id);
        let known = STATED.iter().find(|(id, ..)| *id == builtin.id);
        let (start, count) = known.map_or(("", 0), |(_, start, count)| (*start, *count));
        let expected: Vec<String> = (1..=count).map(|number| format!("{start}-{number}")).collect();
        let actual: Vec<&String> = framework.rules.keys().collect();
        assert_eq!(actual, expected.iter().collect::<Vec<_>>(), "the rules of {}", builtin.id);
        stated.extend(expected);
    }
    assert_eq!(tested, stated.iter().map(String::as_str).collect());
    assert_eq!(stated.len(), 65);
}

#[test]
fn every_stated_rule_says_why_in_three_languages_and_has_a_known_check() {
    for builtin in read::builtins() {
        for (id, stated) in framework(builtin.id).rules {
            let reason = stated.reason.as_ref().map(|reason| &reason.value);
            let Some(Localized::Each(Text { da: Some(da), nb: Some(nb), en: Some(en) })) = reason else {
                panic!("{id} has no reason in {:?}", Lang::ALL)
            };
            for text in [da, nb, en] {
                assert!(text.len() > 30 && text.ends_with('.'), "{id}: {text}");
            }
            assert!(da != en && nb != en, "{id}: {en}");
            assert!(!stated.checks.is_empty(), "{id} has no check");
            for one in &stated.checks {
                let rule = check::rule(one).unwrap_or_else(|| panic!("{id}: {} is no rule", one.value));
                let carries = matches!(rule.run, check::Run::Stated(..) | check::Run::Always(_));
                assert!(carries, "{id}: {} cannot carry it out", rule.id);
            }
        }
    }
}
