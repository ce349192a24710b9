//! Runs the program where nothing of the machine shows: its own folder, an empty
//! environment, a fixed day.

#![allow(dead_code, reason = "each file of tests uses its part")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The day that the tests look from.
pub const DAY: &str = "2025-06-15";

/// The name of the example in a folder of [`Folder::with_example`].
pub const EXAMPLE: &str = "samboe.plan.toml";

/// Commands that show something of a plan.
pub const VIEWS: [&[&str]; 17] = [
    &["calendar"],
    &["tasks"],
    &["tasks", "--open", "--late"],
    &["matrix"],
    &["matrix", "--rows", "owner", "--columns", "month"],
    &["matrix", "--rows", "unit", "--columns", "quarter"],
    &["timeline"],
    &["timeline", "--table"],
    &["overdue"],
    &["overdue", "--by", "owner"],
    &["forecast"],
    &["forecast", "--all"],
    &["portfolio"],
    &["report"],
    &["criteria"],
    &["initiatives"],
    &["capacity"],
];

pub const LANGUAGES: [&str; 3] = ["da", "nb", "en"];

/// The text of `examples/samboe.plan.toml`.
pub fn example() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/samboe.plan.toml")).unwrap()
}

/// A folder of its own, gone with the value.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(TempDir::with_prefix("plan-test-").unwrap())
    }

    pub fn with_example() -> Folder {
        Folder::new().file(EXAMPLE, example())
    }

    /// Adds a file, and the folders that it lies in.
    pub fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs git in this folder, as nobody in particular.
    pub fn git(&self, args: &[&str]) {
        self.git_on(None, args);
    }

    /// Commits everything on a day, making a repository if there is none.
    pub fn commit_on(&self, day: &str) {
        self.git(&["init", "-q"]);
        self.git(&["add", "-A"]);
        self.git_on(Some(day), &["commit", "-q", "--allow-empty", "-m", day]);
    }

    fn git_on(&self, day: Option<&str>, args: &[&str]) {
        let identity = ["-c", "user.name=T", "-c", "user.email=t@example.dk", "-c", "commit.gpgsign=false"];
        let mut git = Command::new("git");
        git.current_dir(self.path("")).env("GIT_CONFIG_GLOBAL", "/dev/null").args(identity).args(args);
        if let Some(day) = day {
            let moment = format!("{day}T12:00:00+0200");
            git.env("GIT_AUTHOR_DATE", &moment).env("GIT_COMMITTER_DATE", &moment);
        }
        let output = git.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// What lies in the folder itself, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The program in this folder, on the fixed day.
    pub fn plan(&self, args: &[&str]) -> Run {
        self.plan_today(args).args(&["--as-of", DAY])
    }

    /// The program in this folder, the day left to it.
    pub fn plan_today(&self, args: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        command.current_dir(self.0.path()).env_clear().args(args);
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        let folder = self.0.path().to_string_lossy().into_owned();
        Run { command, folder, input: Vec::new() }
    }
}

/// A run that is being put together.
pub struct Run {
    pub command: Command,
    folder: String,
    input: Vec<u8>,
}

impl Run {
    pub fn args(mut self, args: &[&str]) -> Run {
        self.command.args(args);
        self
    }

    pub fn lang(self, lang: &str) -> Run {
        self.args(&["--lang", lang])
    }

    pub fn width(self, width: usize) -> Run {
        self.args(&["--width", &width.to_string()])
    }

    pub fn env(mut self, name: &str, value: &str) -> Run {
        self.command.env(name, value);
        self
    }

    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Run {
        self.input = bytes.into();
        self
    }

    pub fn run(mut self) -> Outcome {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = self.input;
        // The program need not read its input, so this may fail.
        let feeder = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&self.folder, "[DIR]");
        Outcome { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Standard output of a run that must succeed without a word on standard error.
    #[track_caller]
    pub fn stdout(self) -> String {
        let outcome = self.run();
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{}", outcome.stdout);
        outcome.stdout
    }

    /// Standard output as JSON of a run that must succeed.
    #[track_caller]
    pub fn json(self) -> Value {
        serde_json::from_str(&self.args(&["--format", "json"]).stdout()).unwrap()
    }
}

/// What came of a run.
#[derive(Debug)]
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Outcome {
    /// The findings of `check --format json`: rule and line.
    pub fn found(&self) -> Vec<(String, u64)> {
        let data: Value = serde_json::from_str(&self.stdout).unwrap();
        let rule = |finding: &Value| finding["rule"].as_str().unwrap().to_owned();
        let findings = data["findings"].as_array().unwrap();
        findings.iter().map(|finding| (rule(finding), finding["start"]["line"].as_u64().unwrap())).collect()
    }
}

/// What a script of Python says of a file, as JSON; it needs a package, which the
/// python that PLAN_PYTHON names has.
#[track_caller]
pub fn python(script: &str, path: &Path, package: &str) -> Value {
    let python = std::env::var("PLAN_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(&python).args(["-c", script]).arg(path).output();
    let output = output.unwrap_or_else(|error| panic!("{python}: {error}; install python3"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{said}\ninstall {package} (pip install {package}), PLAN_PYTHON names a python that has it"
    );
    serde_json::from_slice(&output.stdout).unwrap()
}
