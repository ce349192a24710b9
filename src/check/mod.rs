//! The rules that a plan is held against.

mod coverage;
mod framework;
mod rules;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use crate::calendar::{Country, Date, Period};
use crate::finding::{Finding, Severity, Stated};
use crate::locale::{self, Lang, Message, Text, Words, msg};
use crate::model::{Framework, Joined, ParameterKey, Plan, StatedRule, Task, country};
use crate::source::{Location, Span, Spanned};

use coverage::Coverage;
pub use framework::framework;
pub use rules::ALL;

/// A rule: what it says of itself and how it looks.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in every output and in waivers.
    pub id: &'static str,
    /// How much it matters where the framework does not say.
    pub severity: Severity,
    pub doc: Doc,
    pub run: Run,
    /// Whether it says that something is missing; withheld where parts of the
    /// file could not be read, since it may be there.
    pub absence: bool,
}

/// What `plan explain` says of a rule.
#[derive(Debug)]
pub struct Doc {
    /// What it finds, as the end of "finds …" in the table of rules.
    pub what: Words,
    /// Why that matters to those who use the plan.
    pub why: Words,
    /// A piece of a plan that breaks it.
    pub bad: &'static str,
    /// The same, mended.
    pub good: &'static str,
}

/// When a rule looks.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// reading reports it
    Reading,
    /// on every plan
    Always(fn(&Context, &mut Sink)),
    /// where a framework states it, with the framework's numbers
    Stated(fn(&Context, &StatedRule, &mut Sink), &'static [Parameter]),
    /// when it is asked for, as with `--overdue`
    Asked(fn(&Context, &mut Sink)),
    /// after all others, on what they found
    Last,
}

/// A parameter that a rule takes from the framework that states it, and how many of it.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    pub key: ParameterKey,
    pub least: usize,
    pub most: usize,
}

impl Parameter {
    pub const fn exactly(count: usize, key: ParameterKey) -> Parameter {
        Parameter { key, least: count, most: count }
    }

    pub const fn at_least(count: usize, key: ParameterKey) -> Parameter {
        Parameter { key, least: count, most: usize::MAX }
    }
}

/// What a rule looks at.
#[derive(Debug)]
pub struct Context<'a> {
    pub plan: &'a Plan,
    pub framework: &'a Framework,
    pub joined: Joined<'a>,
    pub today: Date,
    pub country: Country,
    coverage: OnceCell<Coverage<'a>>,
}

impl<'a> Context<'a> {
    pub fn new(plan: &'a Plan, framework: &'a Framework, today: Date) -> Context<'a> {
        let country = country(plan, framework);
        Context {
            plan,
            framework,
            joined: Joined::new(plan, framework, Lang::Da),
            today,
            country,
            coverage: OnceCell::new(),
        }
    }

    /// What the plan says something about, found out when first asked for.
    pub fn coverage(&self) -> &Coverage<'a> {
        self.coverage.get_or_init(|| Coverage::of(self))
    }

    /// A place in the plan.
    pub fn at(&self, span: Span) -> Location {
        self.plan.at(span)
    }

    /// The plan as a whole, for what is not in it.
    pub fn whole(&self) -> Location {
        self.plan.at(Span::default())
    }

    /// Whether an id in a task's `after` leads nowhere or could not be read: it may be the one that is missing.
    fn after_is_unsure(&self, task: &Task) -> bool {
        !task.lacks("after") || task.after.iter().any(|id| !self.plan.tasks.contains_key(id.as_str()))
    }

    /// The tasks that are not dropped.
    pub fn tasks(&self) -> impl Iterator<Item = &'a Task> {
        self.plan.tasks.values().filter(|task| task.status() != crate::model::Status::Dropped)
    }

    /// The tasks that something is left of; not those that may be done, but say so unreadably.
    pub fn open_tasks(&self) -> impl Iterator<Item = &'a Task> {
        self.tasks().filter(|task| task.is_open() && task.lacks("status") && task.lacks("done"))
    }

    /// The tasks that a task waits for and where it says so, dropped ones left out.
    pub fn earlier(&self, task: &'a Task) -> impl Iterator<Item = (&'a Spanned<String>, &'a Task)> {
        let plan = self.plan;
        let known = move |id: &'a Spanned<String>| Some((id, plan.tasks.get(id.as_str())?));
        let counts = |(_, earlier): &(_, &Task)| {
            earlier.status() != crate::model::Status::Dropped && earlier.lacks("status") && earlier.lacks("done")
        };
        task.after.iter().filter_map(known).filter(counts)
    }

    /// Whether the plan has begun: its start has come, or without one, somebody has taken up a task.
    pub fn has_begun(&self) -> bool {
        let begun = || self.tasks().any(|task| task.is_delivered() || task.status() == crate::model::Status::Doing);
        self.plan.start.as_ref().map_or_else(begun, |start| start.value <= self.today)
    }

    /// A phase's name in each language.
    pub fn phase_name(&self, id: &str) -> Message {
        Text::each(|lang| self.framework.phase_name(id, lang).to_owned())
    }
}

/// A day or a period in words.
pub fn when(period: impl Into<Period>) -> Message {
    let period = period.into();
    Text::each(|lang| locale::period(lang, period))
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Sink {
    rule: &'static str,
    severity: Severity,
    stated: Option<Arc<Stated>>,
    findings: Vec<Finding>,
}

impl Sink {
    /// Adds a finding, to which help and other places may be added.
    pub fn add(&mut self, at: Location, message: Message) -> &mut Finding {
        let at_end = self.findings.len();
        let mut finding = Finding::new(self.rule, self.severity, at, message);
        finding.stated.clone_from(&self.stated);
        self.findings.push(finding);
        &mut self.findings[at_end]
    }
}

/// What to look for beyond the rules that always run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// Whether what is late is a finding too.
    pub overdue: bool,
}

/// Holds a plan against every rule and its framework's own, and sets aside what is waived.
pub fn check(plan: &Plan, framework: &Framework, today: Date, asked: Asked) -> Vec<Finding> {
    let context = Context::new(plan, framework, today);
    let damaged = !plan.damaged.is_empty();
    let mut findings = Vec::new();
    for rule in ALL.iter().filter(|rule| !(rule.absence && damaged)) {
        let stated = framework.rules.values().filter(|stated| stated.carried_out_by(rule.id));
        match rule.run {
            Run::Always(look) => run(rule, stated.into_iter().next(), &mut findings, |sink| look(&context, sink)),
            Run::Stated(look, _) => {
                for stated in stated {
                    run(rule, Some(stated), &mut findings, |sink| look(&context, stated, sink));
                }
            }
            Run::Asked(look) if asked.overdue => run(rule, None, &mut findings, |sink| look(&context, sink)),
            Run::Asked(_) | Run::Reading | Run::Last => {}
        }
    }
    drop_replaced(&mut findings);
    rules::waive(&context, findings, asked)
}

/// Drops what a general rule says of a place of which a framework's rule says the same.
fn drop_replaced(findings: &mut Vec<Finding>) {
    let replaced: HashSet<(Span, &str)> =
        findings.iter().filter_map(|finding| Some((finding.primary.at.span, finding.replaces?))).collect();
    findings.retain(|finding| !replaced.contains(&(finding.primary.at.span, finding.rule)));
}

fn run(rule: &'static Rule, stated: Option<&StatedRule>, findings: &mut Vec<Finding>, look: impl FnOnce(&mut Sink)) {
    let severity = stated.and_then(|stated| stated.severity.as_ref()).map_or(rule.severity, |severity| severity.value);
    let stated = stated.map(|stated| {
        let reason = stated.reason.as_ref().map(|reason| reason.texts()).unwrap_or_default();
        Arc::new(Stated { id: stated.id.value.clone(), reason })
    });
    let mut sink = Sink { rule: rule.id, severity, stated, findings: std::mem::take(findings) };
    look(&mut sink);
    *findings = sink.findings;
}

/// Says which `after` to write so that a task waits for one of some others.
fn wait_for_one_of(task: &Task, candidates: &[&Task]) -> Message {
    let list = |last: &str| {
        let ids = task.after.iter().map(|id| id.as_str()).chain([last]);
        ids.map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ")
    };
    match candidates {
        [only] => {
            let ids = list(&only.id);
            msg!("skriv after = [{ids}]", "skriv after = [{ids}]", "write after = [{ids}]")
        }
        _ => {
            let ids = list("…");
            let some = candidates.iter().take(4).map(|one| one.id.as_str()).collect::<Vec<_>>().join(", ");
            msg!(
                "skriv after = [{ids}] med en af dem, der skal være færdige først: {some}",
                "skriv after = [{ids}] med en av dem som skal være ferdige først: {some}",
                "write after = [{ids}] with one of those that come first: {some}",
            )
        }
    }
}

/// The rule of a name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id == id).copied()
}
