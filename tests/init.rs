//! What `plan init` writes: a plan that is right from the first day, whatever was asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;

use indexmap::IndexMap;
use plan::calendar::{Date, Period, Unit};
use plan::check::{self, Asked};
use plan::finding::Severity;
use plan::locale::Lang;
use plan::model::{Framework, Plan};
use plan::source::Source;
use plan::view::{StarterUnit, Wishes};
use plan::{read, view, write};
use proptest::prelude::*;
use support::{Folder, LANGUAGES, Outcome, Run};

fn framework() -> Framework {
    read::framework("samboe", Path::new("")).framework.unwrap()
}

fn wishes(lang: Lang, start: Date) -> Wishes {
    Wishes {
        template: "samboe".to_owned(),
        title: "Prøve".to_owned(),
        lang,
        start,
        units: Vec::new(),
        roles: IndexMap::new(),
        people: IndexMap::new(),
    }
}

/// `count` units of a kind; the framework's first kind goes without saying.
fn units(kind: Option<&str>, count: usize) -> Vec<StarterUnit> {
    let unit = |number: usize| StarterUnit {
        id: format!("{}-{number}", kind.unwrap_or("klynge")),
        name: format!("Sted {number}"),
        kind: kind.map(str::to_owned),
    };
    (1..=count).map(unit).collect()
}

fn day(text: &str) -> Date {
    text.parse::<Period>().unwrap().first()
}

/// Everything in a plan that falls on one day and that somebody must come to work for.
fn days(plan: &Plan) -> Vec<(String, Date)> {
    let tasks = plan.tasks.values().flat_map(|task| {
        let of = |key: &str, period: &Option<_>| {
            let period: Period = *period.as_ref().map(|spanned: &plan::source::Spanned<Period>| &spanned.value)?;
            (period.unit() == Unit::Day).then(|| (format!("{key} of {}", &*task.id), period.first()))
        };
        [of("due", &task.due), of("check", &task.check)]
    });
    let milestones = plan.milestones.values().map(|one| Some((one.id.to_string(), one.date.as_ref()?.value.first())));
    let meetings = plan.meetings.values().map(|one| Some((one.id.to_string(), one.date.as_ref()?.value)));
    tasks.chain(milestones).chain(meetings).flatten().collect()
}

/// Writes a plan, reads it again, and holds it against all that a new plan must be.
fn written_well(wishes: Wishes) -> Result<(), TestCaseError> {
    let framework = framework();
    let (start, asked_units, title) = (wishes.start, wishes.units.len(), wishes.title.clone());
    let text = write::starter::write(&view::starter(&framework, wishes));
    let reference: toml::Table = text.parse().map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
    prop_assert_eq!(reference["title"].as_str(), Some(title.as_str()));

    let (plan, mut findings) = read::plan(&Source::new("new.plan.toml", text.as_str()));
    findings.extend(check::check(&plan, &framework, start, Asked::default()));
    let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    prop_assert!(
        errors.is_empty(),
        "{:#?}\n{}",
        errors.iter().map(|one| one.message.get(Lang::En)).collect::<Vec<_>>(),
        text
    );

    prop_assert_eq!(plan.units.len(), asked_units);
    prop_assert_eq!(reference["tasks"].as_table().unwrap().len(), plan.tasks.len());
    let country = plan::model::country(&plan, &framework);
    for (what, day) in days(&plan) {
        prop_assert!(country.is_working_day(day), "{} is on {}, when nobody is at work", what, day);
        prop_assert!(day >= start, "{} is on {}, before the start", what, day);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_new_plan_is_right_whenever_and_wherever_it_starts(
        year in 2000..2100,
        of_year in 0..365_i64,
        clusters in 0..4_usize,
        organisations in 0..3_usize,
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let start = day(&format!("{year}-01-01")).add_days(of_year);
        let units = [units(None, clusters), units(Some("organisation"), organisations)].concat();
        written_well(Wishes { units, ..wishes(lang, start) })?;
    }

    #[test]
    fn any_title_survives(title in "[ -~æøåÆØÅ\\\\\"'#=\n\t🎯’–\u{7}]{1,40}") {
        prop_assume!(title.chars().any(|letter| !letter.is_whitespace() && !letter.is_control()));
        written_well(Wishes { title, ..wishes(Lang::Da, day("2025-09-01")) })?;
    }
}

/// Starts that have gone wrong for others: around new year, Easter, and the weeks of 53.
#[test]
fn a_new_plan_is_right_on_awkward_days() {
    for start in ["2000-01-01", "2020-12-31", "2024-02-29", "2025-04-17", "2026-12-24", "2026-12-28", "2099-12-31"] {
        for lang in Lang::ALL {
            written_well(Wishes { units: units(None, 2), ..wishes(lang, day(start)) })
                .unwrap_or_else(|error| panic!("{start} {lang:?}: {error}"));
        }
    }
}

fn init(folder: &Folder, args: &[&str]) -> Run {
    folder.plan(&["init", "ny.plan.toml", "--template", "samboe", "--start", "2025-09-01"]).args(args)
}

#[track_caller]
fn made(run: Run) -> Outcome {
    let outcome = run.run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (0, ""), "{}", outcome.stderr);
    outcome
}

#[track_caller]
fn refused(folder: &Folder, args: &[&str], words: &str) {
    let outcome = init(folder, args).lang("da").run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{}", outcome.stderr);
    assert!(outcome.stderr.contains(words), "{words:?} is not in {:?}", outcome.stderr);
    assert_eq!(folder.names(), Vec::<String>::new(), "nothing is written");
}

fn parsed(folder: &Folder) -> toml::Table {
    folder.read("ny.plan.toml").parse().unwrap()
}

#[test]
fn the_example_of_the_handbook() {
    let folder = Folder::new();
    made(init(
        &folder,
        &[
            "--lang",
            "da",
            "--unit",
            "fyn=Sundhedsklynge Fyn",
            "--unit",
            "organisation:ouh=Odense Universitetshospital",
            "--role",
            "projektleder=Ida Holm",
            "--role",
            "styregruppe=Åse Bæk",
        ],
    ));
    insta::assert_snapshot!("init-samboe-da", folder.read("ny.plan.toml"));
}

#[test]
fn it_says_what_it_wrote_and_check_agrees() {
    for lang in LANGUAGES {
        let folder = Folder::new();
        let outcome = made(init(&folder, &["--lang", lang]));
        assert!(outcome.stderr.starts_with("plan: ") && outcome.stderr.contains("ny.plan.toml"), "{}", outcome.stderr);
        assert_eq!(parsed(&folder)["language"].as_str(), Some(lang));
        assert_eq!(folder.plan(&["check"]).json()["errors"], 0, "{lang}");
    }
}

#[test]
fn to_standard_output_it_is_the_same() {
    let folder = Folder::new();
    made(init(&folder, &[]));
    let shown = folder.plan(&["init", "-", "--template", "samboe", "--start", "2025-09-01"]).stdout();
    assert_eq!(shown, folder.read("ny.plan.toml"));
    assert_eq!(folder.names(), ["ny.plan.toml"]);
}

#[test]
fn it_overwrites_only_by_force() {
    let folder = Folder::new().file("ny.plan.toml", "mit arbejde");
    let outcome = init(&folder, &["--lang", "da"]).run();
    assert_eq!(outcome.code, 2);
    assert!(outcome.stderr.contains("ny.plan.toml findes allerede"), "{}", outcome.stderr);
    assert_eq!(folder.read("ny.plan.toml"), "mit arbejde");
    made(init(&folder, &["--force"]));
    assert_eq!(parsed(&folder)["template"].as_str(), Some("samboe"));
    assert_eq!(folder.names(), ["ny.plan.toml"]);
}

#[cfg(unix)]
#[test]
fn a_link_counts_as_a_file() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("borte.toml", folder.path("ny.plan.toml")).unwrap();
    assert_eq!(init(&folder, &[]).run().code, 2);
    assert_eq!(folder.names(), ["ny.plan.toml"]);
}

#[test]
fn it_starts_next_monday_unless_told() {
    let folder = Folder::new();
    let text = folder.plan(&["init", "-", "--template", "samboe"]).stdout();
    let table: toml::Table = text.parse().unwrap();
    assert_eq!(table["start"].as_datetime().unwrap().to_string(), "2025-06-16");
}

#[test]
fn units_and_roles_from_the_command_line() {
    let folder = Folder::new();
    let args = [
        "--unit",
        "Sønderjylland og Ærø",
        "--unit",
        "aa = Ålborg",
        "--unit",
        "organisation:ouh=OUH \"Odense\"",
        "--role",
        "projektleder=Ida Holm",
        "--role",
        "styregruppe=Ida Holm",
        "--role",
        "styregruppe=Ida Bæk",
        "--role",
        "Revisionsgruppen=Øyvind Åse",
    ];
    made(init(&folder, &args));
    let plan = parsed(&folder);
    assert_eq!(plan["units"]["soenderjylland-og-aeroe"].as_str(), Some("Sønderjylland og Ærø"));
    assert_eq!(plan["units"]["aa"].as_str(), Some("Ålborg"));
    assert_eq!(plan["units"]["ouh"]["name"].as_str(), Some("OUH \"Odense\""));
    assert_eq!(plan["units"]["ouh"]["kind"].as_str(), Some("organisation"));
    assert_eq!(plan["people"]["ida"].as_str(), Some("Ida Holm"));
    assert_eq!(plan["people"]["ida-baek"].as_str(), Some("Ida Bæk"));
    assert_eq!(plan["roles"]["projektleder"].as_str(), Some("ida"));
    let board: Vec<_> =
        plan["roles"]["styregruppe"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    assert_eq!(board, ["ida", "ida-baek"]);
    assert_eq!(plan["people"][plan["roles"]["revisionsgruppen"].as_str().unwrap()].as_str(), Some("Øyvind Åse"));
    for task in ["undervisning-soenderjylland-og-aeroe", "undervisning-aa", "lokal-formidling-ouh"] {
        assert!(plan["tasks"].get(task).is_some(), "{task}");
    }
    assert_eq!(folder.plan(&["check"]).json()["errors"], 0);
}

#[test]
fn two_units_of_one_id_are_refused() {
    refused(&Folder::new(), &["--unit", "fyn=Fyn", "--unit", "fyn=Fyn igen"], "`fyn`");
    refused(&Folder::new(), &["--unit", "Fyn", "--unit", "organisation:fyn=Fyns Kommune"], "`fyn`");
}

#[test]
fn a_title_survives() {
    let title = r#"Plan "A\B" – 🎯 # = 'x' mål"#;
    let folder = Folder::new();
    made(init(&folder, &["--title", title]));
    assert_eq!(parsed(&folder)["title"].as_str(), Some(title));
    assert_eq!(folder.plan(&["matrix"]).json()["head"]["title"], title);
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let folder = Folder::new();
    refused(&folder, &["--unit", "fyn="], "--unit: `fyn=` mangler id eller navn");
    refused(&folder, &["--unit", "skib:fyn=Fyn"], "ingen slags enhed `skib`; den har: klynge, organisation");
    refused(&folder, &["--role", "Ida Holm"], "--role: `Ida Holm` mangler =");
    refused(&folder, &["--role", "konge=Ida"], "ingen rolle `konge`; den har: afsender, projektleder");
    refused(&folder, &["--role", "projektleder="], "--role: `projektleder=` mangler et navn");
    let start =
        |text: &str| folder.plan(&["init", "x.plan.toml", "--template", "samboe", "--start", text]).lang("da").run();
    assert!(start("2025-W36").stderr.contains("--start: `2025-W36` er ikke én dag"));
    assert!(start("1. september").stderr.starts_with("plan: fejl: --start: "));
    let without = folder.plan(&["init", "x.plan.toml"]).lang("da").run();
    assert_eq!(without.code, 2);
    assert!(without.stderr.starts_with("plan: fejl: skriv --template med en af: "), "{}", without.stderr);
    assert!(without.stderr.contains("samboe"), "{}", without.stderr);
    let unknown = folder.plan(&["init", "x.plan.toml", "--template", "sambø"]).lang("da").run();
    assert!(unknown.stderr.contains("ingen skabelon `sambø`"), "{}", unknown.stderr);
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn a_name_that_is_not_found_by_itself_is_remarked_on() {
    let folder = Folder::new();
    let outcome = folder.plan(&["init", "plan.txt", "--template", "samboe"]).lang("da").run();
    assert_eq!(outcome.code, 0);
    assert!(outcome.stderr.contains("plan.txt skal nævnes ved navn"), "{}", outcome.stderr);
}
