//! `plan schema` against a validator of JSON Schema: it takes all that `plan check`
//! takes, and refuses what it can tell is wrong.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use plan::calendar::{Date, Period};
use plan::check::{self, Asked};
use plan::finding::Severity;
use plan::locale::Lang;
use plan::model::Framework;
use plan::source::Source;
use plan::view::Vocabulary;
use plan::{read, write};
use serde_json::{Value, json};
use support::{Folder, LANGUAGES};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A schema, found valid by its own draft, ready to validate.
struct Validator {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Validator {
    fn new(schema: Value) -> Validator {
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("plan.schema.json", schema).unwrap();
        // Compiling holds the schema against the draft's metaschema first.
        let index = compiler.compile("plan.schema.json", &mut schemas).unwrap();
        Validator { schemas, index }
    }

    /// The schema of a framework, or of any plan.
    fn of(framework: Option<&Framework>) -> Validator {
        let vocabulary = Vocabulary { framework, builtins: &[], lang: Lang::En };
        let schema = write::schema::schema(&read::plan_shape(), &vocabulary);
        Validator::new(serde_json::to_value(&schema).unwrap())
    }

    /// What the program prints.
    fn printed(args: &[&str]) -> Validator {
        let args = [&["schema"], args].concat();
        Validator::new(serde_json::from_str(&Folder::new().plan(&args).stdout()).unwrap())
    }

    fn says(&self, text: &str) -> Option<String> {
        let plan = json(toml::Value::Table(text.parse().unwrap()));
        self.schemas.validate(&plan, self.index).err().map(|error| format!("{error:#}"))
    }
}

/// TOML as editors hand it to a schema: days and times are texts.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(moment) => Value::String(moment.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The framework that a plan names, by its id or its path from here.
fn template(path: &Path, text: &str) -> String {
    let table: toml::Table = text.parse().unwrap();
    let name = table["template"].as_str().unwrap();
    if read::is_path(name) { path.with_file_name(name).to_string_lossy().into_owned() } else { name.to_owned() }
}

#[test]
fn examples_are_valid() {
    let plain = Validator::printed(&[]);
    let examples = files(&root().join("examples"), ".plan.toml");
    assert!(examples.len() > 5);
    for path in examples {
        let text = fs::read_to_string(&path).unwrap();
        let own = Validator::printed(&["--template", &template(&path, &text)]);
        assert_eq!(plain.says(&text), None, "{}", path.display());
        assert_eq!(own.says(&text), None, "{}", path.display());
    }
}

#[test]
fn new_plans_are_valid() {
    let plain = Validator::printed(&[]);
    for builtin in read::builtins() {
        let text = Folder::new().plan(&["init", "-", "--template", builtin.id, "--unit", "fyn=Fyn"]).stdout();
        let own = Validator::printed(&["-t", builtin.id]);
        assert_eq!(plain.says(&text), None, "{}", builtin.id);
        assert_eq!(own.says(&text), None, "{}", builtin.id);
    }
}

#[test]
fn plans_in_readme_are_valid() {
    let plain = Validator::of(None);
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let blocks = readme.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut seen = 0;
    for block in blocks {
        let whole = match block.contains("template ") {
            true => block.to_owned(),
            false => format!("template = \"samboe\"\ntitle = \"…\"\n{block}"),
        };
        assert_eq!(plain.says(&whole), None, "{block}");
        seen += 1;
    }
    assert!(seen > 1);
}

/// Whether `plan check` finds no error, from the day that a fixture says.
fn is_accepted(text: &str, framework: Option<&Framework>) -> bool {
    let (plan, mut findings) = read::plan(&Source::new("fixture", text));
    if let Some(framework) = framework {
        let day = text.lines().find_map(|line| line.strip_prefix("# as-of: ")).unwrap_or("2025-06-15");
        let today: Date = day.trim().parse::<Period>().unwrap().first();
        findings.extend(check::check(&plan, framework, today, Asked::default()));
    }
    findings.iter().all(|finding| finding.severity != Severity::Error)
}

#[test]
fn what_check_takes_is_valid() {
    let plain = Validator::of(None);
    let mut own: BTreeMap<String, (Option<Framework>, Validator)> = BTreeMap::new();
    let (mut taken, mut refused) = (0, 0);
    for path in files(&root().join("tests/rules"), ".toml") {
        let text = fs::read_to_string(&path).unwrap_or_default();
        // What is not TOML to others, no editor holds against a schema.
        let Ok(table) = text.parse::<toml::Table>() else { continue };
        if !table.contains_key("template") {
            continue;
        }
        let name = template(&path, &text);
        let (framework, own) = own.entry(name.clone()).or_insert_with(|| {
            let framework = read::framework(&name, Path::new("")).framework;
            let validator = Validator::of(framework.as_ref());
            (framework, validator)
        });
        // The plan itself sets aside that an id leads nowhere: no schema of a framework can know.
        let is_waived = text.contains("rule = \"unknown-reference\"");
        if is_accepted(&text, framework.as_ref()) {
            assert_eq!(plain.says(&text), None, "{}", path.display());
            assert!(is_waived || own.says(&text).is_none(), "{}: {:?}", path.display(), own.says(&text));
            taken += 1;
        } else if own.says(&text).is_some() {
            refused += 1;
        }
    }
    assert!(taken > 150 && refused > 15, "{taken} {refused}");
}

const HEAD: &str = "template = \"samboe\"\ntitle = \"SAM:BO\"\n";

#[test]
fn every_form_of_a_value_is_valid() {
    let (plain, own) = (Validator::of(None), Validator::printed(&["-t", "samboe"]));
    for text in [
        "start = 2025-03-03",
        "people.ida = \"Ida\"\nroles.projektleder = [\"ida\"]\nroles.styregruppe = { fyn = \"ida\", syd = [\"ida\"] }",
        "people.ida = { name = \"Ida\", skills = \"it\" }",
        "units.fyn = { name = \"Fyn\" }",
        "phases.lancering = { start = 2025-03-03, due = \"2025\", ongoing = true }",
        "tasks.x = { title = \"X\", phase = \"lancering\", start = \"2025-W01\", due = \"2025-T3\", check = \"2025-H2\" }",
        "tasks.x = { title = \"X\", phase = [\"lancering\"], with = [\"ida\", \"styregruppe\"], due = \"2026-W53\" }",
        "criteria.lancering.medarbejdere = { a = true, b = 2025-05-05, c = \"2025-05-05\", d = { waived = \"Nej\" } }",
        "assessments.2025-06-12 = { ledelse = \"weak\", andet = { grade = \"strong\", note = \"Ja\" } }",
        "benefits.x = { title = \"X\", baseline = 1.5, target = \"under 60\", readings = { 2025-05-19 = 94 } }",
        "meetings.x = { date = 2025-06-12, body = \"Hvem som helst\", agenda = { y = \"decide\" } }",
        "waivers = [{ rule = \"cell-uncovered\", at = \"lancering.medarbejdere\", reason = \"Ja\", until = 2026-01-01 }]",
    ] {
        let text = format!("{HEAD}{text}\n");
        assert_eq!(plain.says(&text), None, "{text}");
        assert_eq!(own.says(&text), None, "{text}");
    }
}

#[test]
fn mistakes_are_refused() {
    let plain = Validator::of(None);
    for wrong in [
        "onwer = \"ida\"",
        "language = \"sv\"",
        "start = \"2025-W13\"",
        "start = 2025-03-03T10:00:00",
        "case = 25",
        "people = [\"ida\"]",
        "people.ida = { email = \"ida@example.dk\" }",
        "people.Ida = \"Ida Holm\"",
        "tasks.x = {}",
        "tasks.x = { title = \"\" }",
        "tasks.x = { title = \"X\", onwer = \"ida\" }",
        "tasks.x = { title = \"X\", status = \"færdig\" }",
        "tasks.x = { title = \"X\", ongoing = \"ja\" }",
        "tasks.x = { title = \"X\", owner = [\"ida\", \"bo\"] }",
        "tasks.x = { title = \"X\", due = \"uge 13\" }",
        "tasks.x = { title = \"X\", due = \"2025-W54\" }",
        "tasks.x = { title = \"X\", due = \"2025-Q5\" }",
        "tasks.x = { title = \"X\", due = 2025 }",
        "tasks.\"undervisning på fyn\" = { title = \"X\" }",
        "tasks.x- = { title = \"X\" }",
        "criteria.forbered.nye.a = \"ja\"",
        "criteria.forbered.nye.a = { met = true, who = \"ida\" }",
        "assessments.juni = { ledelse = \"weak\" }",
        "assessments.2025-06-12 = { ledelse = \"god\" }",
        "meetings.x = { title = \"Uden dato\" }",
        "meetings.x = { date = 2025-06-12, agenda = { y = \"beslut\" } }",
        "waivers = { rule = \"cell-uncovered\", reason = \"Ja\" }",
        "light = { colour = \"blue\", reason = \"Ja\" }",
        "risks.x = { title = \"X\", likelihood = \"stor\" }",
    ] {
        let text = format!("{HEAD}{wrong}\n");
        assert!(plain.says(&text).is_some(), "{wrong}");
        let (_, findings) = read::plan(&Source::new("wrong", text));
        assert!(!findings.is_empty(), "plan check takes {wrong}");
    }
    assert!(plain.says("title = \"Uden skabelon\"\n").is_some());
}

#[test]
fn ids_that_the_framework_lacks_are_refused() {
    let plain = Validator::of(None);
    for (template, wrong) in [
        ("samboe", "tasks.x = { title = \"X\", phase = \"lansering\" }"),
        ("samboe", "tasks.x = { title = \"X\", phase = [\"lancering\", \"lansering\"] }"),
        ("samboe", "tasks.x = { title = \"X\", dimension = \"ledere\" }"),
        ("samboe", "tasks.x = { title = \"X\", role = \"chef\" }"),
        ("samboe", "tasks.x = { title = \"X\", activity = \"fest\" }"),
        ("samboe", "milestones.x = { title = \"X\", date = 2025-05-19, phase = \"lansering\" }"),
        ("samboe", "phases.lansering = { ongoing = true }"),
        ("samboe", "roles.chef = \"ida\""),
        ("samboe", "units.x = { name = \"X\", kind = \"by\" }"),
        ("samboe", "cells.lancering.hvemsomhelst = { empty = \"Nej\" }"),
        ("samboe", "waivers = [{ rule = \"FFB-1\", reason = \"Ja\" }]"),
        ("ffb", "criteria.forbered.projektorganisering = { hvadsomhelst = true }"),
        ("ffb", "criteria.forbered.hvorsomhelst = { x = true }"),
        ("bti", "assessments.2025-06-12 = { vejret = \"weak\" }"),
    ] {
        let text = format!("template = \"{template}\"\ntitle = \"X\"\n{wrong}\n");
        assert_eq!(plain.says(&text), None, "{wrong}");
        let framework = read::framework(template, Path::new("")).framework.unwrap();
        assert!(Validator::of(Some(&framework)).says(&text).is_some(), "{wrong}");
        assert!(!is_accepted(&text, Some(&framework)), "plan check takes {wrong}");
    }
}

#[test]
fn a_framework_that_is_milder_is_heeded() {
    let local = "extends: samboe\nid: mild\nrules:\n  MILD-1: { check: unknown-reference, severity: warning, reason: \"Ja\" }\n";
    let folder = Folder::new().file("mild.yaml", local);
    let text = folder.plan(&["schema", "--template", "./mild.yaml"]).stdout();
    let plan = format!("{HEAD}tasks.x = {{ title = \"X\", phase = \"vores-egen\" }}\n");
    assert_eq!(Validator::new(serde_json::from_str(&text).unwrap()).says(&plan), None);
    assert!(text.contains("kompetenceudvikling"), "it still offers what there is");
}

#[test]
fn keys_and_ids_are_described_in_the_language_asked_for() {
    let folder = Folder::new();
    let schema = |args: &[&str]| -> Value {
        serde_json::from_str(&folder.plan(&[&["schema"], args].concat()).stdout()).unwrap()
    };
    let owner = |schema: &Value| schema["definitions"]["tasks"]["properties"]["owner"]["description"].to_string();
    for (lang, word) in LANGUAGES.into_iter().zip(["Den ene person", "Den ene personen", "The one person"]) {
        assert!(owner(&schema(&["--lang", lang])).contains(word), "{lang}");
        assert!(owner(&schema(&["--template", "samboe", "--lang", lang])).contains(word), "{lang}");
    }
    // Without a language, the framework's; without a framework, the locale's.
    let samboe = schema(&["--template", "samboe"]);
    assert!(owner(&samboe).contains("Den ene person"));
    assert!(owner(&schema(&[])).contains("The one person"));

    let phase = &samboe["definitions"]["tasks"]["properties"]["phase"]["anyOf"];
    assert_eq!(phase[0]["enum"][0], "lancering");
    assert_eq!(phase[0]["type"], "string");
    assert!(phase[0]["x-taplo"]["docs"]["enumValues"][0].as_str().unwrap().starts_with("Lancering"));
    assert_eq!(phase[1]["items"]["enum"], phase[0]["enum"]);
    let own = &samboe["properties"]["phases"];
    assert!(own["properties"]["lancering"]["description"].as_str().unwrap().starts_with("Lancering"));
    assert_eq!(own["additionalProperties"], json!(false));

    // A criterion is described by its text.
    let ffb = schema(&["--template", "ffb"]);
    let cell = ffb["properties"]["criteria"]["properties"]["forbered"]["properties"].as_object().unwrap();
    let criteria = cell.values().filter_map(|cell| cell["properties"].as_object());
    let described = criteria.flat_map(|criteria| criteria.values()).map(|one| one["description"].as_str().unwrap());
    assert!(described.into_iter().any(|text| text.contains("Superbrugere er valgt")));
}

#[test]
fn it_is_written_to_a_file_and_has_names_in_three_languages() {
    let folder = Folder::new();
    let said = folder.plan(&["schema", "--lang", "da"]).stdout();
    for command in ["schema", "skema", "skjema"] {
        assert_eq!(folder.plan(&[command, "--lang", "da", "-o", "plan.schema.json"]).stdout(), "");
        assert_eq!(folder.read("plan.schema.json"), said);
    }
    assert_eq!(folder.names(), ["plan.schema.json"]);
    assert_eq!(folder.plan(&["schema", "--lang", "da", "-o", "-"]).stdout(), said);
    for template in ["samboo", "./mangler.yaml"] {
        let outcome = folder.plan(&["schema", "--template", template, "-o", "plan.schema.json"]).run();
        assert_eq!(outcome.code, 2);
        assert!(outcome.stderr.contains(template.trim_start_matches("./")), "{}", outcome.stderr);
    }
    assert_eq!(folder.read("plan.schema.json"), said, "what was there stays");
}
