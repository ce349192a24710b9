//! What `examples/ci` gives to copy: each command of each file is run, in a
//! repository of its own, as a CI server would.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;
use support::Folder;

const GOOD: &str = "template = \"handleplan\"\ntitle = \"T\"\nlanguage = \"da\"\n[tasks.a]\ntitle = \"A\"\n";
const BAD: &str =
    "template = \"handleplan\"\ntitle = \"T\"\nlanguage = \"da\"\n[tasks.a]\ntitle = \"A\"\nonwer = \"ida\"\n";

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ci").join(name)
}

fn read<T: for<'de> Deserialize<'de>>(name: &str) -> T {
    serde_saphyr::from_str(&fs::read_to_string(example(name)).unwrap()).unwrap()
}

/// A shell in a folder, where `plan` is the program under test.
fn shell(folder: &Folder, script: &str, env: &[(&str, &str)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_plan")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    Command::new("bash")
        .args(["-euo", "pipefail", "-c", script])
        .current_dir(folder.path(""))
        .env("PATH", path)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .envs(
            ["AUTHOR", "COMMITTER"]
                .iter()
                .flat_map(|who| [(format!("GIT_{who}_NAME"), "T"), (format!("GIT_{who}_EMAIL"), "t@example.dk")]),
        )
        .env("PLAN_AS_OF", support::DAY)
        .envs(env.iter().copied())
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
fn done(folder: &Folder, script: &str) {
    let output = shell(folder, script, &[]);
    assert!(output.status.success(), "{script}: {}", text(&output));
}

/// A repository whose main branch has one plan, on a branch of its own.
fn repository(plan: &str) -> Folder {
    let folder = Folder::new().file("a.plan.toml", plan);
    done(
        &folder,
        "git init -q -b main && git add . && git commit -qm planer && git update-ref refs/remotes/origin/main HEAD && git switch -qc change",
    );
    folder
}

#[derive(Deserialize)]
struct Workflow {
    jobs: BTreeMap<String, Job>,
}

#[derive(Deserialize)]
struct Job {
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    name: Option<String>,
    run: Option<String>,
    #[serde(rename = "if")]
    condition: Option<String>,
}

/// Runs the steps of an event but for those that need a network; the exit code and what was printed.
fn github(folder: &Folder, event: &str) -> (Option<i32>, String) {
    let workflow: Workflow = read("github.yml");
    let steps = workflow.jobs.into_values().flat_map(|job| job.steps);
    let mut printed = String::new();
    let summary = folder.path("summary.md").to_string_lossy().into_owned();
    let mut ran = 0;
    for step in steps.filter(|step| !step.name.as_deref().unwrap_or("Install").starts_with("Install")) {
        let wants = |condition: &str| match condition {
            "github.event_name == 'pull_request'" => event == "pull_request",
            "github.event_name != 'pull_request'" => event != "pull_request",
            other => panic!("unknown condition {other}"),
        };
        if !step.condition.as_deref().is_none_or(wants) {
            continue;
        }
        ran += 1;
        let env = [("GITHUB_STEP_SUMMARY", summary.as_str()), ("GITHUB_BASE_REF", "main"), ("GITHUB_ACTIONS", "true")];
        let output = shell(folder, &step.run.unwrap(), &env);
        printed.push_str(&text(&output));
        if !output.status.success() {
            return (output.status.code(), printed);
        }
    }
    assert_eq!(ran, 2);
    (Some(0), printed)
}

#[test]
fn the_github_workflow_marks_what_a_pull_request_brought() {
    let folder = repository(BAD);
    assert_eq!(github(&folder, "pull_request").0, Some(0), "what was there before is not the pull request's");
    assert!(folder.read("summary.md").contains("| **fejl** | a.plan.toml:6 |"), "{}", folder.read("summary.md"));
    let (code, printed) = github(&folder, "push");
    assert_eq!(code, Some(1));
    assert!(printed.contains("::error file=a.plan.toml,line=6,"), "{printed}");
    let folder = folder.file("b.plan.toml", BAD.replace("\"T\"", "\"B\""));
    done(&folder, "git add . && git commit -qm mere");
    let (code, printed) = github(&folder, "pull_request");
    assert_eq!(code, Some(1));
    assert!(printed.contains("::error file=b.plan.toml,line=6,") && !printed.contains("file=a.plan"), "{printed}");
}

#[derive(Deserialize)]
struct Gitlab {
    plans: GitlabJob,
}

#[derive(Deserialize)]
struct GitlabJob {
    script: Vec<String>,
    artifacts: Artifacts,
}

#[derive(Deserialize)]
struct Artifacts {
    reports: BTreeMap<String, String>,
}

#[test]
fn the_gitlab_job_leaves_its_reports() {
    let job = read::<Gitlab>("gitlab.yml").plans;
    let script = job.script.join("\n");
    let folder = repository(BAD);
    let output = shell(&folder, &script, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output));
    let quality: serde_json::Value = serde_json::from_str(&folder.read(&job.artifacts.reports["codequality"])).unwrap();
    assert!(quality.as_array().unwrap().iter().any(|issue| issue["check_name"] == "unknown-key"));
    assert!(folder.read(&job.artifacts.reports["junit"]).contains("<testsuites "));
    let base = shell(&folder, "git rev-parse HEAD", &[]);
    let base = String::from_utf8(base.stdout).unwrap();
    let output = shell(&folder, &script, &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", base.trim())]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output));
}

#[test]
fn the_hook_stops_a_commit_that_brings_a_mistake() {
    let folder = Folder::new().file("a.plan.toml", GOOD);
    let hook = example("pre-commit");
    done(&folder, &format!("git init -q && cp {} .git/hooks/pre-commit", hook.display()));
    done(&folder, "git add . && git commit -qm 'en god plan'");
    let folder = folder.file("a.plan.toml", BAD);
    let output = shell(&folder, "git commit -qam 'en fejl'", &[]);
    assert!(!output.status.success() && text(&output).contains("fejl[unknown-key]"), "{}", text(&output));
    done(&folder, "git commit -qam 'alligevel' --no-verify");
    let folder = folder.file("a.plan.toml", format!("{BAD}due = 2025-09-10\n"));
    done(&folder, "git commit -qam 'fejlen var der før'");
    // A commit of something else has nothing to do with a mistake that lies about.
    let folder = folder.file("a.plan.toml", format!("{BAD}duue = 2025-09-10\n")).file("andet.txt", "");
    done(&folder, "git add andet.txt && git commit -qm 'noget andet'");
    done(&folder, "git rm -qf a.plan.toml && git commit -qm 'den sidste plan'");
    let folder = Folder::new().file("andet.txt", "");
    done(&folder, &format!("git init -q && cp {} .git/hooks/pre-commit", hook.display()));
    done(&folder, "git add . && git commit -qm 'ingen planer endnu'");
}

#[derive(Deserialize)]
struct PreCommit {
    repos: Vec<Repo>,
}

#[derive(Deserialize)]
struct Repo {
    hooks: Vec<Hook>,
}

#[derive(Deserialize)]
struct Hook {
    entry: String,
    files: String,
}

#[test]
fn the_hook_for_pre_commit_runs_on_the_plans_of_a_commit() {
    let hooks = read::<PreCommit>("pre-commit-config.yaml");
    let hook = &hooks.repos[0].hooks[0];
    let folder = repository(BAD).file("andet.toml", "x = 1\n").file("sub/plan.toml", GOOD);
    done(&folder, "git add .");
    let staged = format!("git ls-files | grep -E '{}'", hook.files);
    let named = String::from_utf8(shell(&folder, &staged, &[]).stdout).unwrap();
    assert_eq!(named.lines().collect::<Vec<_>>(), ["a.plan.toml", "sub/plan.toml"]);
    done(&folder, &hook.entry);
    let folder = folder.file("sub/plan.toml", BAD.replace("\"T\"", "\"B\""));
    let output = shell(&folder, &hook.entry, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output));
    assert!(text(&output).contains("sub/plan.toml:6:1"), "{}", text(&output));
}
