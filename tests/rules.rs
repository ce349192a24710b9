//! Every rule against its fixtures: `tests/rules/<rule>/ok-*.toml` are silent,
//! and in `bad-*.toml` exactly the marked lines speak.
//!
//! A mark is a comment at the end of the guilty line: `# error[rule]`. What is
//! wrong with the file as a whole is marked on its first line. A folder named
//! after a framework's own rule, such as `SAMBO-4`, holds that rule alone; so
//! does a fixture that follows a built-in framework. All others must be marked
//! in full. `# as-of: 2025-06-15` sets the day.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use plan::calendar::{Date, Period};
use plan::check::{self, Asked};
use plan::finding::Finding;
use plan::read;

type Mark = (usize, String);

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn fixtures(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

fn as_of(text: &str) -> Date {
    let said = text.lines().find_map(|line| line.strip_prefix("# as-of: "));
    said.unwrap_or("2025-06-15").trim().parse::<Period>().unwrap().first()
}

fn marks(text: &str) -> BTreeSet<Mark> {
    let mark = |(at, line): (usize, &str)| {
        let (_, comment) = line.rsplit_once("# ")?;
        let is_mark = ["error[", "warning[", "note["].iter().any(|start| comment.starts_with(start));
        is_mark.then(|| comment.split(' ').map(|one| (at + 1, one.to_owned())).collect::<Vec<_>>())
    };
    text.lines().enumerate().filter_map(mark).flatten().collect()
}

fn found(path: &Path, text: &str, only: Option<&str>) -> BTreeSet<Mark> {
    let source = read::file::read(path, "fixture").unwrap();
    let (plan, mut findings) = read::plan(&source);
    if let Some(name) = &plan.template {
        let loaded = read::framework(name, path.parent().unwrap());
        assert!(loaded.findings.is_empty(), "{}: {:?}", path.display(), loaded.findings);
        if let Some(framework) = loaded.framework {
            let asked =
                Asked { overdue: path.ends_with("overdue") || text.contains("# asked: overdue"), ..Asked::default() };
            findings.extend(check::check(&plan, &framework, as_of(text), asked));
        }
    }
    let named = |finding: &Finding| {
        let stated = finding.stated.as_ref().map(|stated| stated.id.as_str());
        match only {
            Some(only) if stated == Some(only) => Some(only.to_owned()),
            Some(only) if finding.rule != only => None,
            _ => Some(finding.rule.to_owned()),
        }
    };
    findings
        .iter()
        .filter_map(|finding| {
            let rule = named(finding)?;
            let line = finding.primary.at.position().line;
            Some((line, format!("{}[{rule}]", finding.severity.keyword())))
        })
        .collect()
}

#[test]
fn fixtures_say_exactly_what_they_mark() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for folder in folders() {
        let rule = folder.file_name().unwrap().to_str().unwrap().to_owned();
        for path in fixtures(&folder) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let is_stated = check::rule(&rule).is_none();
            let built_in = !text.contains("template = \"..") && text.contains("template = ");
            let only = (is_stated || built_in).then_some(rule.as_str());
            let (expected, actual) = (marks(&text), found(&path, &text, only));
            assert!(name.starts_with("ok-") || name.starts_with("bad-"), "{name}: call it ok-… or bad-…");
            if name.starts_with("bad-") {
                let speaks = expected.iter().any(|(_, mark)| mark.ends_with(&format!("[{rule}]")));
                assert!(speaks, "{}: marks nothing of its own rule", path.display());
            }
            if expected != actual {
                let missing: Vec<_> = expected.difference(&actual).collect();
                let extra: Vec<_> = actual.difference(&expected).collect();
                wrong.push(format!("{rule}/{name}:\n  marked, not found: {missing:?}\n  found, not marked: {extra:?}"));
            }
            seen += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 0);
}
