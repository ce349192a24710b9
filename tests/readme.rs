//! README.md against the program: what it shows is what happens.
//!
//! - ```` ```console ```` blocks are run, one after the other, in a folder that
//!   holds `examples/` and every block whose first line is a file's name, such
//!   as `# kursus.yaml`. A line of `…` stands for any lines.
//! - ```` ```toml ```` blocks are read as plans or parts of plans; those marked
//!   ```` ```toml wrong ```` must have mistakes.
//! - what stands between `<!-- rules -->` and `<!-- /rules -->` is generated, and so
//!   is what stands between `<!-- frameworks -->` and `<!-- /frameworks -->`.
//!
//! `PLAN_BLESS=1 cargo test --test readme` writes README.md anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::CommandFactory as _;
use plan::check::Run;
use plan::finding::Finding;
use plan::locale::Lang;
use plan::source::Source;
use plan::{check, cli, read, view};

const EXAMPLE: &str = "examples/samboe.plan.toml";
const ANYTHING: &str = "…";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// A fenced block: what stands after its opening fence, and its text.
struct Block {
    info: String,
    /// The number of its first line in the file, from 0.
    at: usize,
    lines: Vec<String>,
}

impl Block {
    fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }

    /// The file that the block is, if its first line says so.
    fn file(&self) -> Option<&str> {
        let name = self.lines.first()?.strip_prefix("# ")?;
        let is_file = [".toml", ".yaml"].iter().any(|ending| name.ends_with(ending));
        (is_file && !name.contains([' ', '/'])).then_some(name)
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (at, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => open = Some(Block { info: info.to_owned(), at: at + 1, lines: Vec::new() }),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.lines.push(line.to_owned()),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block of README.md is not closed");
    blocks
}

/// The folder in which README's commands run.
struct Folder {
    folder: tempfile::TempDir,
    environment: BTreeMap<String, String>,
    last_code: i32,
}

impl Folder {
    fn new(blocks: &[Block]) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        for part in ["examples", "examples/lokal"] {
            fs::create_dir(folder.path().join(part)).unwrap();
            let files = fs::read_dir(root().join(part)).unwrap().map(|entry| entry.unwrap().path());
            for file in files.filter(|path| path.is_file()) {
                fs::copy(&file, folder.path().join(part).join(file.file_name().unwrap())).unwrap();
            }
        }
        for block in blocks {
            if let Some(file) = block.file() {
                fs::write(folder.path().join(file), block.text()).unwrap();
            }
        }
        Folder { folder, environment: BTreeMap::new(), last_code: 0 }
    }

    /// What a command prints.
    fn run(&mut self, command: &str) -> Vec<String> {
        let words = words(command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let output = match words.as_slice() {
            ["plan", arguments @ ..] => self.plan(arguments),
            ["export", setting] => {
                let (name, value) = setting.split_once('=').unwrap();
                self.environment.insert(name.to_owned(), value.to_owned());
                String::new()
            }
            ["echo", "$?"] => self.last_code.to_string(),
            _ => panic!("README.md: the tests cannot run `{command}`"),
        };
        let mut lines: Vec<String> = output.lines().map(|line| line.trim_end().to_owned()).collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        lines
    }

    fn plan(&mut self, arguments: &[&str]) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_plan"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .envs(&self.environment)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        self.last_code = output.status.code().unwrap();
        String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap()
    }
}

/// The words of a command line, quotes taken off.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut quote, mut inside) = (String::new(), None, false);
    for letter in line.chars() {
        match (letter, quote) {
            ('"' | '\'', None) => (quote, inside) = (Some(letter), true),
            (letter, Some(open)) if letter == open => quote = None,
            (letter, None) if letter.is_whitespace() => {
                if inside {
                    words.push(std::mem::take(&mut word));
                }
                inside = false;
            }
            (letter, _) => {
                word.push(letter);
                inside = true;
            }
        }
    }
    if inside {
        words.push(word);
    }
    words
}

/// A console block with what its commands really print, where that is not what it says.
fn rerun(block: &Block, folder: &mut Folder) -> Vec<String> {
    let mut result = Vec::new();
    let mut lines = block.lines.iter().peekable();
    while let Some(first) = lines.next() {
        let mut command = first.strip_prefix("$ ").unwrap_or_else(|| panic!("not a command: {first}")).to_owned();
        result.push(first.clone());
        while let Some(start) = command.strip_suffix('\\') {
            let next = lines.next().unwrap();
            command = format!("{start} {next}");
            result.push(next.clone());
        }
        let mut said = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
            said.push(line.trim_end().to_owned());
        }
        let blank = said.iter().rev().take_while(|line| line.is_empty()).count();
        said.truncate(said.len() - blank);
        let printed = folder.run(&command);
        result.extend(if is_like(&said, &printed) { said } else { excerpt(&said, printed) });
        if lines.peek().is_some() {
            result.extend(std::iter::repeat_n(String::new(), blank));
        }
    }
    result
}

/// Whether what is said is what was printed, `…` standing for any lines.
fn is_like(said: &[String], printed: &[String]) -> bool {
    let mut parts = said.split(|line| line.trim() == ANYTHING);
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = printed.strip_prefix(first) else { return false };
    let parts: Vec<&[String]> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle.iter().filter(|part| !part.is_empty()) {
        let Some(at) = rest.windows(part.len()).position(|lines| lines == *part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// The parts of what was printed that were shown before, found by their first lines.
fn excerpt(said: &[String], printed: Vec<String>) -> Vec<String> {
    let parts: Vec<&[String]> = said.split(|line| line.trim() == ANYTHING).collect();
    if parts.len() == 1 {
        return printed;
    }
    let mut shown = Vec::new();
    let mut from = 0;
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            shown.push(ANYTHING.to_owned());
        }
        let Some(first) = part.first() else { continue };
        from = match number {
            0 => 0,
            _ if number + 1 == parts.len() => printed.len() - part.len(),
            _ => {
                let found = printed[from..].iter().position(|line| line == first);
                from + found.unwrap_or_else(|| panic!("README.md shows a line that is not printed any more: {first}"))
            }
        };
        let end = (from + part.len()).min(printed.len());
        shown.extend_from_slice(&printed[from..end]);
        from = end;
    }
    shown
}

/// A page as it should be.
fn fresh(text: &str) -> String {
    let blocks = blocks(text);
    let mut folder = Folder::new(&blocks);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let consoles = blocks.iter().filter(|block| block.info == "console");
    let rerun: Vec<_> = consoles.map(|block| (block, rerun(block, &mut folder))).collect();
    for (block, new) in rerun.into_iter().rev() {
        lines.splice(block.at..block.at + block.lines.len(), new);
    }
    lines.join("\n") + "\n"
}

/// README.md with its generated tables as they should be.
fn with_tables(mut text: String) -> String {
    for (name, table) in [("frameworks", table_of_frameworks()), ("rules", table_of_rules())] {
        let start = format!("<!-- {name} -->\n");
        let from = text.find(&start).expect("README.md has this table") + start.len();
        let to = text.find(&format!("<!-- /{name} -->\n")).expect("this table of README.md ends");
        text.replace_range(from..to, &table);
    }
    text
}

fn table_of_frameworks() -> String {
    let mut table = String::from(
        "\n| id | for | phases | rows | criteria | activities | rules | example |\n|---|---|---|---|---|---|---|---|\n",
    );
    for builtin in read::builtins() {
        let framework = read::framework(builtin.id, root()).framework.unwrap();
        let cells = framework.cells.values().flat_map(|phase| phase.cells.values());
        let criteria: usize =
            cells.flat_map(|cell| cell.criteria.values()).map(|criterion| 1 + criterion.criteria.len()).sum();
        let line = view::template_line(&framework, Lang::En);
        let (id, summary, phases, rows) = (builtin.id, &line.summary, line.phases, line.rows);
        let (activities, rules) = (line.activities, line.rules);
        let file = format!("examples/{id}.plan.toml");
        let example = if root().join(&file).exists() { format!("[plan]({file})") } else { String::new() };
        writeln!(table, "| `{id}` | {summary} | {phases} | {rows} | {criteria} | {activities} | {rules} | {example} |")
            .unwrap();
    }
    table + "\n"
}

fn table_of_rules() -> String {
    let mut table = String::from("\n| rule | severity | finds | takes |\n|---|---|---|---|\n");
    for rule in check::ALL {
        let takes = match rule.run {
            Run::Stated(_, []) => vec!["nothing".to_owned()],
            Run::Stated(_, parameters) => {
                parameters.iter().map(|one| format!("`{}`", one.key.name())).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        };
        let (severity, what) = (rule.severity.keyword(), rule.doc.what.en);
        writeln!(table, "| `{}` | {severity} | {what} | {} |", rule.id, takes.join(", ")).unwrap();
    }
    table + "\n"
}

#[test]
fn readme_shows_what_happens() {
    let old = readme();
    is_so("README.md", &old, with_tables(fresh(&old)));
}

#[test]
fn the_danish_page_shows_what_happens() {
    let old = fs::read_to_string(root().join("README.da.md")).unwrap();
    is_so("README.da.md", &old, fresh(&old));
    // Each command that it names, in Danish or in English, is one.
    let command = cli::Cli::command();
    let names = old.split("`plan ").skip(1).filter_map(|rest| rest.split([' ', '`']).next());
    for name in names {
        assert!(command.find_subcommand(name).is_some(), "README.da.md names `plan {name}`");
    }
    for block in blocks(&old).iter().filter(|block| block.info == "toml") {
        let plan = format!("template = \"samboe\"\ntitle = \"…\"\n{}", block.text());
        assert!(mistakes(&plan).is_empty(), "{plan}");
    }
    for target in old.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(target.starts_with("http") || root().join(target).exists(), "README.da.md links to {target}");
    }
}

/// A page says what is so; with PLAN_BLESS it is made to.
fn is_so(name: &str, old: &str, new: String) {
    if std::env::var_os("PLAN_BLESS").is_some() {
        fs::write(root().join(name), new).unwrap();
        return;
    }
    let differs = old.lines().zip(new.lines()).enumerate().find(|(_, (old, new))| old != new);
    if let Some((at, (old, new))) = differs {
        panic!("{name}:{}\n  says:    {old}\n  real:    {new}\nPLAN_BLESS=1 writes it anew", at + 1);
    }
    assert_eq!(old.len(), new.len(), "{name} ends too early or too late; PLAN_BLESS=1 writes it anew");
}

/// The plans and parts of plans that README shows, each made whole.
fn plans(wrong: bool) -> Vec<(usize, String)> {
    let info = if wrong { "toml wrong" } else { "toml" };
    let whole = |block: &Block| match block.text() {
        text if text.contains("template ") => text,
        text => format!("template = \"samboe\"\ntitle = \"…\"\n{text}"),
    };
    blocks(&readme()).iter().filter(|block| block.info == info).map(|block| (block.at, whole(block))).collect()
}

fn mistakes(text: &str) -> Vec<Finding> {
    read::plan(&Source::new("README.md", text)).1
}

#[test]
fn plans_in_readme_can_be_read() {
    for (at, text) in plans(false) {
        let mistakes: Vec<_> =
            mistakes(&text).into_iter().map(|mistake| mistake.message.get(Lang::En).to_owned()).collect();
        assert!(mistakes.is_empty(), "README.md:{at}: {mistakes:?}");
        assert!(text.parse::<toml::Table>().is_ok(), "README.md:{at}: not TOML to others");
    }
    for (at, text) in plans(true) {
        assert!(!mistakes(&text).is_empty(), "README.md:{at}: has no mistake");
    }
}

fn frameworks() -> Vec<Block> {
    let is_framework = |block: &Block| block.info == "yaml" && block.file().is_some();
    blocks(&readme()).into_iter().filter(is_framework).collect()
}

#[test]
fn frameworks_in_readme_are_sound() {
    let folder = Folder::new(&blocks(&readme()));
    for block in frameworks() {
        let name = format!("./{}", block.file().unwrap());
        let loaded = read::framework(&name, folder.folder.path());
        let mut findings = loaded.findings;
        findings.extend(check::framework(&loaded.framework.unwrap()));
        let said: Vec<_> = findings.iter().map(|finding| finding.message.get(Lang::En)).collect();
        assert!(said.is_empty(), "README.md:{}: {said:?}", block.at);
    }
}

/// The keys that a table takes, as the message about one that it does not take lists them.
fn keys(findings: &[Finding]) -> BTreeSet<String> {
    let list = findings.iter().find_map(|one| one.help.as_ref()?.get(Lang::En).strip_prefix("these can stand here: "));
    list.unwrap_or_else(|| panic!("no list of keys: {findings:?}")).split(", ").map(str::to_owned).collect()
}

/// The keys of the tables at a path, `*` standing for any id.
fn used(table: &toml::Value, path: &[&str], keys: &mut BTreeSet<String>) {
    match (table, path) {
        (toml::Value::Array(items), _) => items.iter().for_each(|item| used(item, path, keys)),
        (toml::Value::Table(table), []) => keys.extend(table.keys().cloned()),
        (toml::Value::Table(table), ["*", rest @ ..]) => table.values().for_each(|value| used(value, rest, keys)),
        (toml::Value::Table(table), [key, rest @ ..]) => {
            table.get(*key).into_iter().for_each(|value| used(value, rest, keys))
        }
        _ => {}
    }
}

#[test]
fn readme_shows_every_key_of_a_plan() {
    let plans: Vec<toml::Value> =
        plans(false).iter().map(|(_, text)| toml::Value::Table(text.parse().unwrap())).collect();
    for path in [
        "",
        "people.*",
        "units.*",
        "phases.*",
        "tasks.*",
        "milestones.*",
        "cells.*.*",
        "criteria.*.*.*",
        "decisions.*",
        "meetings.*",
        "benefits.*",
        "indicators.*",
        "risks.*",
        "stakeholders.*",
        "initiatives.*",
        "assessments.*.*",
        "themes.*",
        "tolerances",
        "waivers",
    ] {
        let header = match path {
            "" => String::new(),
            "waivers" => "[[waivers]]\n".to_owned(),
            _ => format!("[{}]\n", path.replace('*', "x")),
        };
        let known = keys(&mistakes(&format!("{header}zzzzzzzzzzzz = 1\n")));
        let mut shown = BTreeSet::new();
        let path: Vec<&str> = path.split('.').filter(|key| !key.is_empty()).collect();
        plans.iter().for_each(|plan| used(plan, &path, &mut shown));
        let missing: Vec<_> = known.difference(&shown).collect();
        assert!(missing.is_empty(), "README.md shows no plan with {missing:?} in {path:?}");
    }
}

/// The keys of a stated rule itself; those that single rules take stand in the table of rules.
const KEYS_OF_RULES: [&str; 4] = ["check", "severity", "reason", "waivable"];

#[test]
fn readme_shows_every_key_of_a_framework() {
    let shown: String = frameworks().iter().map(Block::text).collect();
    let folder = tempfile::tempdir().unwrap();
    for place in [
        "{}",
        "source: {}",
        "labels: {}",
        "units: { x: {} }",
        "phases: { x: {} }",
        "dimensions: { x: {} }",
        "dimensions: { x: { name: X, rows: { y: {} } } }",
        "roles: { x: {} }",
        "activities: { x: {} }",
        "cells: { x: { y: {} } }",
        "cells: { x: { y: { criteria: { z: {} } } } }",
        "reporting-levels: { x: {} }",
        "stakeholders: { x: {} }",
        "milestones: { x: {} }",
        "meetings: { x: {} }",
        "assessment: { x: {} }",
    ] {
        let text = match place {
            "{}" => "zzzzzzzzzzzz: 1\n".to_owned(),
            _ => place.replace("{}", "{ zzzzzzzzzzzz: 1 }"),
        };
        // With nothing that a framework has, the file would not be looked into at all.
        fs::write(folder.path().join("x.yaml"), format!("id: x\nname: x\nlanguage: da\n{text}")).unwrap();
        for key in keys(&read::framework("./x.yaml", folder.path()).findings) {
            let is_shown = shown.contains(&format!("{key}:"));
            assert!(is_shown, "README.md shows no framework with `{key}` in {place}");
        }
    }
    for key in KEYS_OF_RULES {
        assert!(shown.contains(&format!("{key}:")), "README.md shows no framework with a rule's `{key}`");
    }
}

#[test]
fn settings_in_readme_are_understood() {
    let blocks = blocks(&readme());
    let settings: Vec<_> = blocks.iter().filter(|block| block.info == "toml settings").collect();
    let people: Vec<_> = blocks.iter().filter(|block| block.info == "toml people").collect();
    assert_eq!((settings.len(), people.len()), (1, 1));
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        (".plan/config.toml", settings[0].text()),
        ("personer.toml", people[0].text()),
        ("skabeloner/nordby.yaml", "id: nordby\nname: Nordby\nextends: ffb\n".to_owned()),
        ("a.plan.toml", "template = \"handleplan\"\ntitle = \"A\"\n[tasks.a]\ntitle = \"A\"\n".to_owned()),
    ] {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), text).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_plan"))
        .args(["check", "--format", "short"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("a.plan.toml:3:8: error[task-without-owner]") && !said.contains(".plan/config"), "{said}");
}

#[test]
fn readme_names_every_command_and_option() {
    let readme = readme();
    let commands = cli::Cli::command();
    let visible = || commands.get_subcommands().filter(|command| !command.is_hide_set());
    for command in visible() {
        let name = command.get_name();
        assert!(readme.contains(&format!("plan {name}")), "README.md does not name `plan {name}`");
    }
    let options = std::iter::once(&commands).chain(visible()).flat_map(clap::Command::get_arguments);
    for option in options.filter_map(clap::Arg::get_long).filter(|option| !["help", "version"].contains(option)) {
        assert!(readme.contains(&format!("--{option}")), "README.md does not name --{option}");
    }
}

#[test]
fn readme_names_every_schema() {
    let readme = readme();
    let mut folder = Folder::new(&[]);
    for command in [
        "check FILE",
        "matrix FILE",
        "timeline FILE",
        "overdue FILE",
        "criteria FILE",
        "report FILE",
        "diff FILE FILE",
        "forecast FILE",
        "portfolio FILE",
        "templates",
        "templates samboe",
        "explain",
        "explain overdue",
    ] {
        let command = command.replace("FILE", EXAMPLE);
        let words: Vec<&str> = command.split(' ').chain(["--format", "json"]).collect();
        let data: serde_json::Value = serde_json::from_str(&folder.plan(&words)).unwrap();
        let schema = data["schema"].as_str().unwrap();
        assert!(readme.contains(&format!("`{schema}`")), "README.md does not name the schema {schema}");
    }
}

#[test]
fn links_in_readme_lead_somewhere() {
    let readme = readme();
    let targets = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let headings: BTreeSet<String> = readme.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
    for target in targets.filter(|target| !target.starts_with("http")) {
        match target.strip_prefix('#') {
            Some(heading) => assert!(headings.contains(heading), "README.md has no heading #{heading}"),
            None => assert!(PathBuf::from(root()).join(target).exists(), "README.md links to {target}"),
        }
    }
}

/// What a heading is called in links.
fn anchor(heading: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-');
    heading.trim_start_matches('#').trim().to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
}
