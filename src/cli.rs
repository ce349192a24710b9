//! The command line: its words and nothing else.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

/// Implementation plans as plain text: checked against the framework they
/// follow, and shown as matrix, timeline, overdue list and steering report.
#[derive(Debug, Parser)]
#[command(name = "plan", version, about, propagate_version = true, max_term_width = 100)]
#[command(after_help = "Begin with `plan templates`, then `plan init --template samboe min.plan.toml`.")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: Global,
}

/// Options that every command takes.
#[derive(Debug, Args)]
pub struct Global {
    /// Language of all output [default: the plan's, else the locale's]
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub lang: Option<LangArg>,
    /// The day to look from: 2025-06-15 [default: $PLAN_AS_OF, $SOURCE_DATE_EPOCH, today]
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
    /// When to colour: auto means on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, default_value_t = ColorArg::Auto, value_name = "WHEN")]
    pub color: ColorArg,
    /// Columns to write for [default: the terminal's, else 100]
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub width: Option<u16>,
    /// Leave out the settings, people and frameworks of `.plan` folders
    #[arg(long, global = true)]
    pub no_config: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// dansk
    Da,
    /// norsk bokmål
    Nb,
    /// English
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a new plan from a framework
    #[command(aliases = ["ny"])]
    Init(Init),
    /// Hold plans against their format, their framework and good sense
    #[command(aliases = ["tjek", "sjekk"])]
    Check(Check),
    /// Show what stands in which cell: rows by dimension, columns by phase
    #[command(aliases = ["matrise"])]
    Matrix(Matrix),
    /// Show phases, tasks and milestones on an axis of weeks and months
    #[command(aliases = ["tidslinje"])]
    Timeline(Timeline),
    /// List what is late, what falls due soon, and what nobody owns
    #[command(aliases = ["frister"])]
    Overdue(Overdue),
    /// Put several plans side by side: how each stands, their milestones, what is late, who has how much to do
    #[command(aliases = ["portefølje"])]
    Portfolio(Portfolio),
    /// List the tasks one by one, all or some
    #[command(aliases = ["opgaver", "oppgaver"])]
    Tasks(Tasks),
    /// Show when open tasks and milestones are likely to be done, with what is late delaying what waits for it
    #[command(aliases = ["prognose"])]
    Forecast(Forecast),
    /// Show success criteria: met of all, what is open now, and what it waits for
    #[command(aliases = ["kriterier"])]
    Criteria(Criteria),
    /// Show initiatives: how many are implemented how far, then each on its line
    Initiatives(Initiatives),
    /// Show how strong the elements are that the plan rests on, the weak ones first
    Capacity(Capacity),
    /// Write the report that a steering group reads
    #[command(aliases = ["rapport"])]
    Report(Report),
    /// Show what changed in a plan between two revisions, days or files
    #[command(aliases = ["forskel"])]
    Diff(Diff),
    /// Keep a copy of a plan as it stands today, for the next report to compare with where there is no git
    #[command(aliases = ["øjebliksbillede", "øyeblikksbilde"])]
    Snapshot(Snapshot),
    /// Show deadlines, milestones and meetings by day, or write them for Outlook (.ics)
    #[command(aliases = ["kalender"])]
    Calendar(Calendar),
    /// List the frameworks, or show one
    #[command(aliases = ["skabeloner", "maler"])]
    Templates(Templates),
    /// Print a JSON Schema of the plan file: editors complete and check with it
    #[command(aliases = ["skema", "skjema"])]
    Schema(Schema),
    /// Explain a rule: what it finds, why, and an example
    #[command(aliases = ["forklar"])]
    Explain(Explain),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Print the manual page
    #[command(hide = true)]
    Man,
}

/// Where a view goes and in which form.
#[derive(Debug, Args)]
pub struct Output {
    /// Write to a file, its ending choosing the format: .html, .docx, .xlsx, .csv, .md, .json, .txt; a timeline also .svg and
    /// .mmd, a calendar .ics
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Format [default: by the ending of --output, else terminal]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Say roles instead of names, and nobody's address
    #[arg(long)]
    pub redact: bool,
    /// The form of CSV [default: excel in Danish and Norwegian, else rfc4180]
    #[arg(long, value_enum, value_name = "DIALECT")]
    pub csv_dialect: Option<CsvDialect>,
}

impl Output {
    /// The file to write to; `-` is standard output.
    pub fn file(&self) -> Option<&PathBuf> {
        self.output.as_ref().filter(|path| path.as_os_str() != "-")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Terminal,
    Markdown,
    /// Word
    Docx,
    /// an Excel workbook, a table a sheet
    Xlsx,
    /// records, for Excel or another program
    Csv,
    /// a calendar file, of `plan calendar`
    Ics,
    /// one page for screen and paper
    Html,
    /// the timeline as a picture
    Svg,
    /// the timeline as text that Mermaid draws
    Mermaid,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CsvDialect {
    /// semicolons, decimal commas, a byte order mark; nothing begins a formula
    Excel,
    /// commas and decimal points; texts as they are
    Rfc4180,
}

#[derive(Debug, Args)]
pub struct Init {
    /// The file to write
    #[arg(value_name = "FILE", default_value = "plan.toml", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// The framework: one of `plan templates`, or the path of a framework file [default: asks, on a terminal]
    #[arg(short, long, value_name = "TEMPLATE")]
    pub template: Option<String>,
    /// Day 0 of the framework's relative dates [default: next Monday]
    #[arg(long, value_name = "DATE")]
    pub start: Option<String>,
    /// The plan's title
    #[arg(long)]
    pub title: Option<String>,
    /// A unit where the same task is done, such as fyn="Sundhedsklynge Fyn"; KIND:ID=NAME for other kinds
    #[arg(long = "unit", value_name = "ID=NAME")]
    pub units: Vec<String>,
    /// Who holds a role, such as projektleder="Ida Holm"
    #[arg(long = "role", value_name = "ROLE=NAME")]
    pub roles: Vec<String>,
    /// Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    /// Plan files, folders to search for them, or - for standard input [default: this folder]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// How to write the findings [default: by the ending of --output, else full]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<FindingFormat>,
    /// Write to a file, its ending choosing the format: .json, .sarif, .xml (JUnit), .md, .txt
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// Only these rules, such as task-without-owner or SAMBO-4
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub rule: Vec<String>,
    /// All rules but these
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub skip: Vec<String>,
    /// Only what the plans did not have at a revision in git, such as origin/main
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// Count the findings of each rule instead of listing them
    #[arg(long)]
    pub statistics: bool,
    /// Print only what makes the exit code 1
    #[arg(short, long)]
    pub quiet: bool,
    /// Count what is overdue as a finding too
    #[arg(long)]
    pub overdue: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FindingFormat {
    /// the source line, underlined, and what to write instead
    Full,
    /// one line a finding: file:line:column: severity[rule]: message
    Short,
    Json,
    /// annotations of a GitHub workflow
    Github,
    /// a GitLab code quality report
    Gitlab,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML, a test case for each plan
    Junit,
    /// a table, such as for the summary of a CI job
    Markdown,
}

impl FindingFormat {
    /// Whether it tells what findings are known by from one day to the next.
    pub fn has_fingerprints(self) -> bool {
        match self {
            FindingFormat::Json | FindingFormat::Gitlab | FindingFormat::Sarif => true,
            FindingFormat::Full
            | FindingFormat::Short
            | FindingFormat::Github
            | FindingFormat::Junit
            | FindingFormat::Markdown => false,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    Error,
    Warning,
    Note,
}

#[derive(Debug, Args)]
pub struct Matrix {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// What the rows are
    #[arg(long, value_enum, default_value_t = Rows::Dimension)]
    pub rows: Rows,
    /// What the columns are
    #[arg(long, value_enum, default_value_t = Columns::Phase)]
    pub columns: Columns,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Rows {
    Dimension,
    Role,
    Owner,
    Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Columns {
    Phase,
    Month,
    Quarter,
}

#[derive(Debug, Args)]
pub struct Timeline {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// The scale of the axis [default: what fits]
    #[arg(long, value_enum)]
    pub by: Option<Scale>,
    /// The same facts as a table
    #[arg(long)]
    pub table: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Scale {
    Week,
    Month,
    Quarter,
}

#[derive(Debug, Args)]
pub struct Overdue {
    /// Plan files, folders to search for them, or - for standard input [default: this folder]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// How far ahead "soon" is: 14d, 3w, 2m [default: to the next meeting, else 14d]
    #[arg(long, value_name = "TIME")]
    pub soon: Option<String>,
    /// Group by owner
    #[arg(long, value_enum)]
    pub by: Option<GroupBy>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GroupBy {
    Owner,
}

#[derive(Debug, Args)]
pub struct Portfolio {
    /// Plan files, or folders to search for them [default: this folder]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Tasks {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// Only what this person is accountable for, by id or name
    #[arg(long, value_name = "PERSON", conflicts_with = "redact")]
    pub owner: Option<String>,
    /// Only this phase, by id or name
    #[arg(long)]
    pub phase: Option<String>,
    /// Only this unit, by id or name
    #[arg(long)]
    pub unit: Option<String>,
    /// Only what stands so
    #[arg(long, value_enum, ignore_case = true)]
    pub status: Option<TaskStatus>,
    /// Only what is late
    #[arg(long)]
    pub late: bool,
    /// Only what is neither done nor dropped
    #[arg(long)]
    pub open: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TaskStatus {
    #[value(aliases = ["ikke begyndt", "ikke startet"])]
    Todo,
    #[value(aliases = ["i gang", "pågår"])]
    Doing,
    #[value(aliases = ["blokeret", "blokkert"])]
    Blocked,
    #[value(aliases = ["løbende", "løpende"])]
    Ongoing,
    #[value(aliases = ["udført", "utført"])]
    Done,
    #[value(aliases = ["udgået", "utgått"])]
    Dropped,
}

#[derive(Debug, Args)]
pub struct Forecast {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// List every open task, not just those that are likely to be late
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Criteria {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// List every criterion, not just the open ones of phases that have begun
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Initiatives {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// What to group by
    #[arg(long, value_enum, default_value_t = InitiativesBy::Department)]
    pub by: InitiativesBy,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InitiativesBy {
    Department,
    Topic,
    Degree,
}

#[derive(Debug, Args)]
pub struct Capacity {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Report {
    /// The plan [default: the one in this folder], or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// From when to tell what changed: last-meeting, a day, a revision in git, or an earlier copy of the file
    #[arg(long, value_name = "WHEN", default_value = "last-meeting")]
    pub since: String,
    /// The text of the agenda's point: summary, presentation, recommendation, room for the decision
    #[arg(long)]
    pub agenda: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// The earlier state: a day, a revision in git such as HEAD~3 or origin/main, or a file
    #[arg(value_name = "THEN", value_hint = ValueHint::AnyPath)]
    pub then: String,
    /// The later state [default: the plan as it is now]
    #[arg(value_name = "NOW", value_hint = ValueHint::AnyPath)]
    pub now: Option<String>,
    /// The plan that days and revisions are of [default: the one in this folder]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub plan: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Snapshot {
    /// Plan files, or folders to search for them [default: this folder]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Write over the copy that there is of today
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Calendar {
    /// Plan files, folders to search for them, or - for standard input [default: this folder]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Only one person's own, by id or name: their tasks, and meetings of the bodies they are in
    #[arg(long, value_name = "PERSON", conflicts_with = "redact")]
    pub owner: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Templates {
    /// The framework to show: its id, or the path of a framework file
    #[arg(value_name = "TEMPLATE")]
    pub template: Option<String>,
    /// Print the file of a built-in framework, to begin one of your own from
    #[arg(long, requires = "template", conflicts_with_all = ["output", "format"])]
    pub yaml: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Schema {
    /// The framework whose ids to complete and check: its id, or the path of a framework file
    #[arg(short, long, value_name = "TEMPLATE")]
    pub template: Option<String>,
    /// Write to a file
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// The rule, such as task-without-owner or SAMBO-4 [default: list them all]
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
