//! The formats of findings: each says the same, passes its own schema, and
//! escapes what the plan's words would break.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use boon::{Compiler, Schemas};
use serde_json::Value;
use support::{EXAMPLE, Folder};

/// A title that every format must escape in its own way.
const TITLE: &str = "50 % færdig: a,b | <c> & \\\"d\\\" ::error:: ]]> 👩‍💻";

const FORMATS: [&str; 8] = ["full", "short", "json", "github", "gitlab", "sarif", "junit", "markdown"];

fn folder() -> Folder {
    let wrong = format!(
        "template = \"handleplan\"\ntitle = \"{TITLE}\"\n[tasks.a]\ntitle = \"{TITLE}\"\nonwer = \"ida\"\n[tasks.b]\n\
         title = \"B\"\nstart = 2025-06-02\ndue = 2025-05-28\n"
    );
    Folder::with_example().file("æ ø,å/wrong.plan.toml", wrong)
}

fn schema(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name)
}

fn check(folder: &Folder, format: &str) -> support::Outcome {
    folder.plan(&["check", "--format", format]).lang("da").run()
}

#[test]
fn every_format_has_the_same_exit_code_and_as_many_findings() {
    let folder = folder();
    let json: Value = serde_json::from_str(&check(&folder, "json").stdout).unwrap();
    let count = json["findings"].as_array().unwrap().len();
    assert!(count > 10, "{count}");
    let said = |format: &str| {
        let outcome = check(&folder, format);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (1, ""), "{format}");
        outcome.stdout
    };
    assert_eq!(said("short").lines().count(), count);
    assert_eq!(said("github").lines().count(), count);
    assert_eq!(said("junit").matches("<testcase ").count(), count);
    assert_eq!(
        said("markdown").lines().filter(|line| line.starts_with("| **") || line.contains(".toml:")).count(),
        count
    );
    assert_eq!(serde_json::from_str::<Value>(&said("gitlab")).unwrap().as_array().unwrap().len(), count);
    let sarif: Value = serde_json::from_str(&said("sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), count);
    assert!(!said("full").is_empty());
}

#[test]
fn a_clean_plan_is_said_to_be_clean() {
    let clean = "template = \"handleplan\"\ntitle = \"T\"\nstart = 2025-01-01\nlanguage = \"da\"\n[people]\nida = \"Ida \
                 Holm\"\n[roles]\nprojektleder = \"ida\"\n[tasks.a]\ntitle = \"A\"\nowner = \"ida\"\ndue = 2025-09-10\n";
    let folder = Folder::new().file("a.plan.toml", clean);
    for format in FORMATS {
        let outcome = folder.plan(&["check", "--format", format, "--fail-on", "note"]).run();
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{format}: {}", outcome.stdout);
    }
    let junit = folder.plan(&["check", "--format", "junit"]).stdout();
    assert!(junit.contains("<testsuites name=\"plan check\" tests=\"1\" failures=\"0\" errors=\"0\">"), "{junit}");
    let sarif: Value = serde_json::from_str(&folder.plan(&["check", "--format", "sarif"]).stdout()).unwrap();
    assert_eq!(sarif["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn sarif_passes_its_schema() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let index = compiler.compile(schema("sarif-2.1.0.json").to_str().unwrap(), &mut schemas).unwrap();
    let unread = Folder::new();
    for (folder, args) in [(&folder(), vec!["check"]), (&unread, vec!["check", "findes-ikke.plan.toml"])] {
        let outcome = folder.plan(&args).args(&["--format", "sarif"]).run();
        let log: Value = serde_json::from_str(&outcome.stdout).unwrap();
        schemas.validate(&log, index).unwrap_or_else(|error| panic!("{error:#}"));
        assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], outcome.code != 2);
    }
}

#[test]
fn sarif_points_at_the_place_and_knows_its_rules() {
    let folder = folder();
    let log: Value = serde_json::from_str(&check(&folder, "sarif").stdout).unwrap();
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "unknown-key").unwrap();
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%C3%A6%20%C3%B8%2C%C3%A5/wrong.plan.toml");
    assert_eq!(place["region"], serde_json::json!({ "startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 6 }));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    let prints: std::collections::HashSet<&str> =
        results.iter().map(|result| result["partialFingerprints"]["plan/v1"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), results.len(), "every finding has a fingerprint of its own");
}

#[test]
fn fingerprints_stay_while_lines_and_days_move() {
    let prints = |text: &str, day: &str| {
        let folder = Folder::new().file(EXAMPLE, text);
        let outcome = folder.plan_today(&["check", "--overdue", "--format", "gitlab", "--as-of", day]).run();
        let issues: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let print = |issue: &Value| issue["fingerprint"].as_str().unwrap().to_owned();
        issues.as_array().unwrap().iter().map(print).collect::<Vec<_>>()
    };
    let example = support::example();
    let before = prints(&example, "2025-06-15");
    assert!(before.len() > 10);
    assert_eq!(before, prints(&format!("# en linje til\n\n{example}"), "2025-06-16"));
}

#[test]
fn fingerprints_are_the_same_in_every_language_and_format() {
    let folder = folder();
    let prints = |format: &str, lang: &str| -> Vec<String> {
        let outcome = folder.plan(&["check", "--format", format]).lang(lang).run();
        let said: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let (findings, print) = match format {
            "json" => (&said["findings"], "/fingerprint"),
            "gitlab" => (&said, "/fingerprint"),
            _ => (&said["runs"][0]["results"], "/partialFingerprints/plan~1v1"),
        };
        let mut prints: Vec<String> = findings
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| finding.pointer(print).unwrap().as_str().unwrap().to_owned())
            .collect();
        prints.sort();
        prints
    };
    let danish = prints("json", "da");
    assert!(danish.len() > 10, "{danish:?}");
    for format in ["json", "gitlab", "sarif"] {
        for lang in ["da", "nb", "en"] {
            assert_eq!(prints(format, lang), danish, "{format} in {lang}");
        }
    }
}

#[test]
fn junit_passes_its_schema() {
    let found = Command::new("xmllint").arg("--version").output().is_ok();
    // CI installs it; elsewhere the other tests of this format must do.
    assert!(found || std::env::var_os("CI").is_none(), "install xmllint (Debian: libxml2-utils)");
    if !found {
        return;
    }
    let folder = folder();
    for fail_on in ["error", "note"] {
        let xml = folder.plan(&["check", ".", "findes-ikke.plan.toml", "--format", "junit", "--fail-on", fail_on]);
        std::fs::write(folder.path("junit.xml"), xml.run().stdout).unwrap();
        let output = Command::new("xmllint")
            .args(["--noout", "--schema"])
            .arg(schema("junit-10.xsd"))
            .arg(folder.path("junit.xml"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn junit_counts_what_fails() {
    let folder = folder();
    let junit = check(&folder, "junit").stdout;
    let json: Value = serde_json::from_str(&check(&folder, "json").stdout).unwrap();
    let head = format!("failures=\"{}\" errors=\"0\">", json["errors"]);
    assert!(junit.lines().nth(1).unwrap().ends_with(&head), "{junit}");
    assert!(junit.contains("50 % færdig: a,b | &lt;c&gt; &amp; &quot;d&quot; ::error:: ]]&gt;"), "{junit}");
}

#[test]
fn github_escapes_as_the_runner_demands() {
    let github = check(&folder(), "github").stdout;
    let line = github.lines().find(|line| line.contains("task-without-date") && line.contains("50 %25")).unwrap();
    let head = "::warning file=æ ø%2Cå/wrong.plan.toml,line=3,endLine=3,col=8,endColumn=";
    assert!(line.starts_with(head), "{line}");
    assert!(line.contains(",title=task-without-date::»50 %25 færdig: a,b | <c> & \"d\" ::error:: ]]> 👩‍💻« "), "{line}");
    assert!(line.contains("%0Askriv en dato "), "{line}");
}

#[test]
fn markdown_is_a_table_whatever_the_title() {
    let markdown = check(&folder(), "markdown").stdout;
    let row = markdown.lines().find(|line| line.contains("50 % færdig")).unwrap();
    let columns = row.replace("\\|", "").matches('|').count();
    assert_eq!(columns, 6, "{row}");
}

#[test]
fn the_ending_of_a_file_chooses_the_format() {
    let folder = folder();
    for (ending, format) in
        [("json", "json"), ("sarif", "sarif"), ("xml", "junit"), ("md", "markdown"), ("txt", "full")]
    {
        let file = format!("out.{ending}");
        let outcome = folder.plan(&["check", ".", "-o", &file]).lang("da").run();
        assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""), "{ending}: {}", outcome.stderr);
        assert_eq!(folder.read(&file), check(&folder, format).stdout, "{ending}");
    }
    let outcome = folder.plan(&["check", "-o", "out.docx"]).lang("da").run();
    assert_eq!(outcome.code, 2);
    assert!(outcome.stderr.contains("endelsen siger ikke, hvilket format"), "{}", outcome.stderr);
}
