//! The rules that a plan is held against.

pub mod across;
mod busiest;
mod config;
mod coverage;
mod criteria;
mod framework;
mod holders;
mod rules;
mod selection;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::calendar::{Country, Date, Period};
use crate::finding::{Finding, MOST_FINDINGS, Severity, Stated, only_so_many};
use crate::locale::{self, Lang, Langs, Message, Say, Text, Words, msg, say};
use crate::model::{
    Config, Framework, Joined, Loudness, Meeting, ParameterKey, Plan, RuleSetting, StatedRule, Task, country,
};
use crate::source::{Location, Source, Span, Spanned};

pub use across::{Digest, Plans, across};
pub use config::config;
use coverage::Coverage;
pub use framework::framework;
pub use rules::ALL;
pub use selection::{Selection, UnknownRule};

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
    /// on all plans of a repository together, with the most that it lets pass where it counts
    Across(fn(&Plans, usize, &mut Sink), usize),
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
    coverage: OnceCell<Coverage>,
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
    pub fn coverage(&self) -> &Coverage {
        self.coverage.get_or_init(|| Coverage::of(self))
    }

    /// A place in the plan.
    pub fn at(&self, span: Span) -> Location {
        self.plan.at(span)
    }

    /// Whether the plan has not begun: until its first day what is missing may
    /// still come, and is a warning at most.
    pub fn is_draft(&self) -> bool {
        self.plan.start.as_ref().is_some_and(|start| self.today <= start.value)
    }

    /// The plan as a whole, for what is not in it.
    pub fn whole(&self) -> Location {
        self.plan.at(Span::default())
    }

    /// Whether an id in a task's `after` leads nowhere or could not be read: it may be the one that is missing.
    fn after_is_unsure(&self, task: &Task) -> bool {
        task.is_unread("after") || task.after.iter().any(|id| !self.plan.tasks.contains_key(id.as_str()))
    }

    /// The tasks that are not dropped.
    pub fn tasks(&self) -> impl Iterator<Item = &'a Task> {
        self.plan.tasks.values().filter(|task| task.status() != crate::model::Status::Dropped)
    }

    /// The tasks that something is left of; not those that may be done, but say so unreadably.
    pub fn open_tasks(&self) -> impl Iterator<Item = &'a Task> {
        self.tasks().filter(|task| task.is_open() && !task.is_unread("status") && !task.is_unread("done"))
    }

    /// The tasks that a task waits for and where it says so, dropped ones left out.
    pub fn earlier(&self, task: &'a Task) -> impl Iterator<Item = (&'a Spanned<String>, &'a Task)> {
        let plan = self.plan;
        let known = move |id: &'a Spanned<String>| Some((id, plan.tasks.get(id.as_str())?));
        let counts = |(_, earlier): &(_, &Task)| {
            earlier.status() != crate::model::Status::Dropped
                && !earlier.is_unread("status")
                && !earlier.is_unread("done")
        };
        task.after.iter().filter_map(known).filter(counts)
    }

    /// Whether the plan has begun: its start has come, or without one, somebody has taken up a task.
    pub fn has_begun(&self) -> bool {
        let begun = || self.tasks().any(|task| task.is_delivered() || task.status() == crate::model::Status::Doing);
        self.plan.start.as_ref().map_or_else(begun, |start| start.value <= self.today)
    }

    /// Whether a task names an activity that leads nowhere or could not be read: it may be the one that is missing.
    fn activity_is_unsure(&self) -> bool {
        let known = |id: &str| self.framework.activities.contains_key(id);
        let unsure = |task: &Task| task.is_unread("activity") || task.activity.as_ref().is_some_and(|id| !known(id));
        self.tasks().any(unsure)
    }

    /// Where the plan gives a phase its dates, else the plan as a whole.
    fn place_of_phase(&self, id: &str) -> Location {
        self.plan.phases.get(id).map_or_else(|| self.whole(), |dates| self.at(dates.id.span))
    }

    /// The meeting's title, else its kind's, else who meets, else its id.
    fn meeting_name(&self, meeting: &Meeting) -> Message {
        if let ([kind], None) = (self.joined.kinds_of(meeting).as_slice(), &meeting.title) {
            return self.framework.meeting_title(kind);
        }
        let body = |lang| meeting.body.as_ref().map(|body| self.framework.role_name(body, lang));
        Text::each(|lang| {
            let name = meeting.title.as_ref().map(|title| title.as_str()).or_else(|| body(lang));
            name.unwrap_or(&meeting.id).to_owned()
        })
    }

    /// A part of a text; the text as a whole where it is not written as it reads.
    pub fn within(&self, text: &Spanned<String>, part: &Range<usize>) -> Location {
        let whole = self.at(text.span);
        let said = text.get(part.clone()).unwrap_or("");
        match whole.source.slice(text.span).find(text.as_str()) {
            Some(offset) => {
                let start = text.span.start + (offset + part.start) as u32;
                self.at(Span { start, end: start + said.len() as u32, ..text.span })
            }
            None => whole,
        }
    }

    /// The start of a phase that has begun; none has before the plan itself.
    pub fn begun(&self, phase: &str) -> Option<&'a Spanned<Period>> {
        let ahead = self.plan.start.as_ref().is_some_and(|start| self.today < start.value);
        self.plan.phases.get(phase)?.begun(self.today).filter(|_| !ahead)
    }

    /// The due of a phase that is over.
    pub fn over(&self, phase: &str) -> Option<&'a Spanned<Period>> {
        self.plan.phases.get(phase)?.over(self.today)
    }

    /// Where and why everything that a phase is to bring must be there: the phase is over, or the plan is.
    pub fn closed(&self, phase: &str) -> Option<(Span, Message)> {
        if let Some(due) = self.over(phase) {
            let why = msg!(
                "fasen »{name}« sluttede {day}",
                "fasen «{name}» sluttet {day}",
                "the phase \"{name}\" ended {day}";
                name = self.phase_name(phase), day = when(due.last())
            );
            return Some((due.span, why));
        }
        let outcome = self.plan.outcome.as_ref()?;
        Some((outcome.span, msg!("planen er afsluttet", "planen er avsluttet", "the plan is closed")))
    }

    /// A phase's name.
    pub fn phase_name<'n>(&self, id: &'n str) -> impl Fn(Lang) -> String + use<'a, 'n> {
        let framework = self.framework;
        move |lang| framework.phase_name(id, lang).to_owned()
    }
}

/// A day or a period in words.
pub fn when(period: impl Into<Period>) -> impl Fn(Lang) -> String {
    let period = period.into();
    move |lang| locale::period(lang, period)
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Sink<'a> {
    rule: &'static str,
    severity: Severity,
    stated: Option<&'a Arc<Stated>>,
    /// The languages in which it speaks of the plan's own file.
    langs: Langs,
    /// The plan's own file; what is said of others is compared with what other plans say of them.
    /// None where plans are looked at together: then all is said in every language.
    own: Option<&'a Arc<Source>>,
    findings: Vec<Finding>,
    /// How many of them are of other rules.
    others: usize,
    /// Whether there were more of this rule than are kept.
    dropped: bool,
}

impl Sink<'_> {
    /// Adds a finding, to which help and other places may be added.
    pub fn add(&mut self, at: Location, message: impl Say) -> &mut Finding {
        self.put(at, &message)
    }

    /// The same for every kind of message: one function, not one for each place that speaks.
    fn put(&mut self, at: Location, message: &dyn Say) -> &mut Finding {
        if self.findings.len() - self.others >= MOST_FINDINGS {
            self.findings.pop();
            self.dropped = true;
        }
        let at_end = self.findings.len();
        let is_own = self.own.is_some_and(|own| Arc::ptr_eq(own, &at.source));
        let langs = if is_own { self.langs } else { Langs::ALL };
        let mut finding = Finding::said_in(langs, self.rule, self.severity, at, message);
        finding.stated = self.stated.cloned();
        self.findings.push(finding);
        &mut self.findings[at_end]
    }
}

/// What to look for, as the command line and the repository's settings say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// Whether what is late is a finding too.
    pub overdue: bool,
    /// The rules asked for by name: settings do not turn those off.
    pub named: &'a [String],
    pub config: Option<&'a Config>,
    /// The languages in which to say what is found.
    pub langs: Langs,
}

impl<'a> Asked<'a> {
    /// What is set for a rule, or for the framework's own rule that it carries out.
    fn setting(self, stated: Option<&StatedRule>, rule: &Rule) -> Option<&'a RuleSetting> {
        self.config?.rule(stated.map(|stated| stated.id.as_str()), rule.id)
    }

    /// How loudly a rule speaks, where that is set and may be.
    fn loudness(self, stated: Option<&StatedRule>, rule: &Rule) -> Option<Loudness> {
        let set = self.setting(stated, rule)?.severity.as_ref().filter(|_| rule.is_waivable())?.value;
        let own = stated.and_then(|stated| stated.severity.as_ref()).map_or(rule.severity, |severity| severity.value);
        let needed = stated.is_some_and(|stated| !stated.is_waivable());
        let named = |id: &str| self.named.iter().any(|named| named == id);
        let is_named = named(rule.id) || stated.is_some_and(|stated| named(&stated.id));
        let is_too_mild = needed && set < Loudness::On(own);
        let is_wanted = set == Loudness::Off && is_named;
        (!is_too_mild && !is_wanted).then_some(set)
    }

    /// Whether a rule is looked at although it waits to be asked.
    fn is_asked(self, rule: &Rule) -> bool {
        let named = self.named.iter().any(|named| named == rule.id);
        self.overdue || named || matches!(self.loudness(None, rule), Some(Loudness::On(_)))
    }

    /// Whether settings turn a rule off.
    fn is_off(self, stated: Option<&StatedRule>, rule: &Rule) -> bool {
        self.loudness(stated, rule) == Some(Loudness::Off)
    }
}

/// Holds a plan against every rule and its framework's own, and sets aside what is waived.
pub fn check(plan: &Plan, framework: &Framework, today: Date, asked: Asked) -> Vec<Finding> {
    let context = Context::new(plan, framework, today);
    let damaged = !plan.damaged.is_empty();
    let carried_out = framework.carried_out();
    let own = plan.files.iter().next();
    let mut findings = Vec::new();
    for rule in ALL.iter().filter(|rule| !(rule.absence && damaged)) {
        let stated = carried_out.get(rule.id).map_or(&[][..], Vec::as_slice);
        match rule.run {
            Run::Always(look) => {
                run(rule, stated.first().copied(), asked, own, &mut findings, |sink| look(&context, sink));
            }
            Run::Stated(look, _) => {
                for stated in stated {
                    run(rule, Some(stated), asked, own, &mut findings, |sink| look(&context, stated, sink));
                }
            }
            Run::Asked(look) if asked.is_asked(rule) => {
                run(rule, None, asked, own, &mut findings, |sink| look(&context, sink))
            }
            Run::Asked(_) | Run::Reading | Run::Last | Run::Across(..) => {}
        }
    }
    if context.is_draft() {
        let absence = |id: &str| rule(id).is_some_and(|rule| rule.absence);
        for finding in findings.iter_mut().filter(|finding| absence(finding.rule)) {
            finding.severity = finding.severity.min(Severity::Warning);
        }
    }
    drop_replaced(&mut findings);
    rules::waive(&context, findings, asked)
}

/// Drops what a general rule says of a place of which a framework's rule says the same.
fn drop_replaced(findings: &mut Vec<Finding>) {
    // Many findings stand at the plan as a whole, so what they are about counts too.
    let place = |finding: &Finding, rule| (finding.primary.at.span, finding.subject.clone(), rule);
    let replaced: HashSet<(Span, Option<String>, &str)> =
        findings.iter().filter_map(|finding| Some(place(finding, finding.replaces?))).collect();
    findings.retain(|finding| replaced.is_empty() || !replaced.contains(&place(finding, finding.rule)));
}

fn run(
    rule: &'static Rule,
    stated: Option<&StatedRule>,
    asked: Asked,
    own: Option<&Arc<Source>>,
    findings: &mut Vec<Finding>,
    look: impl FnOnce(&mut Sink),
) {
    let usual = || stated.and_then(|stated| stated.severity.as_ref()).map_or(rule.severity, |severity| severity.value);
    let severity = match asked.loudness(stated, rule) {
        // A flag goes before the settings.
        Some(Loudness::Off) if !(asked.overdue && matches!(rule.run, Run::Asked(_))) => return,
        Some(Loudness::On(severity)) => severity,
        Some(Loudness::Off) | None => usual(),
    };
    let stated = stated.map(StatedRule::stated);
    let others = findings.len();
    let mut sink = Sink {
        rule: rule.id,
        severity,
        stated,
        langs: asked.langs,
        own,
        findings: std::mem::take(findings),
        others,
        dropped: false,
    };
    look(&mut sink);
    if sink.dropped
        && let Some(last) = sink.findings.last_mut()
    {
        last.help(only_so_many());
    }
    *findings = sink.findings;
}

/// Says which `after` to write so that a task waits for one of some others.
fn wait_for_one_of(task: &Task, candidates: &[&Task]) -> impl Fn(Lang) -> String {
    let list = |last: &str| {
        let ids = task.after.iter().map(|id| id.as_str()).chain([last]);
        ids.map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ")
    };
    let (ids, some) = match candidates {
        [only] => (list(&only.id), None),
        _ => (list("…"), Some(candidates.iter().take(4).map(|one| one.id.as_str()).collect::<Vec<_>>().join(", "))),
    };
    move |lang| match &some {
        None => say!("skriv after = [{ids}]", "skriv after = [{ids}]", "write after = [{ids}]")(lang),
        Some(some) => say!(
            "skriv after = [{ids}] med en af dem, der skal være færdige først: {some}",
            "skriv after = [{ids}] med en av dem som skal være ferdige først: {some}",
            "write after = [{ids}] with one of those that come first: {some}",
        )(lang),
    }
}

/// Says that an activity is not in the plan.
fn no_task_is(cx: &Context, activity: &str) -> impl Fn(Lang) -> String {
    say!(
        "ingen opgave er »{title}«",
        "ingen oppgave er «{title}»",
        "no task is \"{title}\"";
        title = cx.framework.activity_title(activity)
    )
}

impl Rule {
    /// Whether a plan may set the rule aside: not what keeps it from being
    /// read, nor what watches over waivers.
    pub fn is_waivable(&self) -> bool {
        !matches!(self.run, Run::Reading | Run::Last) && !self.id.starts_with("waiver-")
    }
}

/// The rule of a name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id == id).copied()
}
