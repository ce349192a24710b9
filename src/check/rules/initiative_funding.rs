use std::collections::HashMap;

use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{Initiative, Milestone, ParameterKey, StatedRule, Task};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "initiative-funding",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en valgt indsats, der mangler penge (funding begynder med »søges«, »ønskes« eller »Budgetforslag«), uden en opgave, der når budgetfristen",
            "et valgt tiltak som mangler penger (funding begynner med «søkes», «ønskes» eller «Budsjettforslag»), uten en oppgave som rekker budsjettfristen",
            "a chosen initiative whose money is only wished for (funding begins with \"wanted\" or \"Budget proposal\") without a task that makes the budget deadline",
        ),
        why: words!(
            "Kommer forslaget for sent, er der først penge et år senere, og indsatsen står stille imens.",
            "Kommer forslaget for sent, er det først penger et år senere, og tiltaket står stille imens.",
            "A proposal that comes too late brings no money until a year later, and the initiative stands still meanwhile.",
        ),
        bad: "[initiatives.trivsel]\ntitle   = \"Unges trivsel\"\nchosen  = true\nfunding = \"Søges i budget 2027\"\n",
        good: "[initiatives.trivsel]\ntitle   = \"Unges trivsel\"\nchosen  = true\nfunding = \"Søges i budget 2027\"\n\n[tasks.budgetforslag-trivsel]\ntitle      = \"Skriv budgetforslag\"\nactivity   = \"budgetforslag\"\ninitiative = \"trivsel\"\ndue        = 2026-05-22\n\n[milestones.budgetfrist]\ntitle = \"Frist for budgetforslag\"\ndate  = 2026-06-01\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Activities), Parameter::exactly(1, ParameterKey::Milestone)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let wished = |one: &'_ Initiative| one.chosen && one.wished_funding().is_some();
    let mut wishing = cx.plan.initiatives.values().filter(|one| wished(one)).peekable();
    let (Some(first), Some(milestone)) = (wishing.peek(), &stated.milestone) else {
        return;
    };
    let known = stated.activities.iter().map(|id| id.as_str());
    let known: Vec<&str> = known.filter(|id| cx.framework.activities.contains_key(*id)).collect();
    let proposals = Proposals::new(cx, &known);
    let deadline = deadline(cx, milestone);
    if deadline.is_none() {
        no_deadline(cx, first, milestone, out);
    }
    for initiative in wishing {
        let id = initiative.id.as_str();
        let own = proposals.own.get(id).map_or(&[] as &[&Task], Vec::as_slice);
        // One proposal may be for all; one that leads astray may be this one's.
        let tasks = if own.is_empty() { proposals.common.as_slice() } else { own };
        if tasks.is_empty() && proposals.astray {
            continue;
        }
        if tasks.is_empty() {
            missing(cx, initiative, &known, out);
        } else if let Some(milestone) = deadline {
            too_late(cx, initiative, tasks, milestone, out);
        }
    }
}

/// The tasks that ask for money.
#[derive(Default)]
struct Proposals<'a> {
    own: HashMap<&'a str, Vec<&'a Task>>,
    /// those that name no initiative
    common: Vec<&'a Task>,
    /// whether one names an initiative that nobody knows
    astray: bool,
}

impl<'a> Proposals<'a> {
    fn new(cx: &Context<'a>, activities: &[&str]) -> Proposals<'a> {
        let mut proposals = Proposals::default();
        for task in activities.iter().flat_map(|activity| cx.joined.carrying_out(activity)) {
            match &task.initiative {
                Some(id) if cx.plan.initiatives.contains_key(id.as_str()) => {
                    proposals.own.entry(id).or_default().push(task);
                }
                None if !task.is_unread("initiative") => proposals.common.push(task),
                _ => proposals.astray = true,
            }
        }
        proposals
    }
}

/// The next of the plan's milestones of an id, or of one that continues it such
/// as `budgetfrist-2027`; the last one where all have passed.
fn deadline<'a>(cx: &Context<'a>, id: &str) -> Option<&'a Milestone> {
    let continues = |own: &str| own.strip_prefix(id).is_some_and(|rest| rest.starts_with('-'));
    let is_it = |own: &str| own == id || (continues(own) && !cx.framework.milestones.contains_key(own));
    let last = |milestone: &&Milestone| milestone.date.as_ref().map(|date| date.last());
    let mut all: Vec<_> = cx.plan.milestones.values().filter(|milestone| is_it(&milestone.id)).collect();
    all.sort_by_key(last);
    let is_ahead = |milestone: &&Milestone| milestone.done.is_none() && last(milestone) >= Some(cx.today);
    all.iter().copied().find(is_ahead).or_else(|| all.last().copied())
}

fn no_deadline(cx: &Context, initiative: &Initiative, milestone: &Spanned<String>, out: &mut Sink) {
    let (title, id) = (initiative.title(), &milestone.value);
    let at = initiative.wished_funding().map_or(initiative.id.span, |funding| funding.span);
    out.add(
        cx.at(at),
        say!(
            "»{title}« mangler penge, men planen har ikke milepælen `{id}`",
            "«{title}» mangler penger, men planen har ikke milepælen `{id}`",
            "\"{title}\" lacks money, but the plan does not have the milestone `{id}`",
        ),
    )
    .help(say!(
        "skriv [milestones.{id}] med title og date, så det kan ses, hvornår forslaget senest skal være klar",
        "skriv [milestones.{id}] med title og date, så det går fram når forslaget senest må være klart",
        "write [milestones.{id}] with title and date, to show by when the proposal must be ready",
    ))
    .about(&*initiative.id.value);
}

fn missing(cx: &Context, initiative: &Initiative, activities: &[&str], out: &mut Sink) {
    let (title, id, Some(first)) = (initiative.title(), &initiative.id.value, activities.first()) else {
        return;
    };
    let at = initiative.wished_funding().map_or(initiative.id.span, |funding| funding.span);
    out.add(
        cx.at(at),
        say!(
            "»{title}« mangler penge, men ingen opgave er »{name}«",
            "«{title}» mangler penger, men ingen oppgave er «{name}»",
            "\"{title}\" lacks money, but no task is \"{name}\"";
            name = cx.framework.activity_title(first)
        ),
    )
    .help(say!(
        "skriv en opgave [tasks.{first}-{id}] med activity = \"{first}\" og initiative = \"{id}\"",
        "skriv en oppgave [tasks.{first}-{id}] med activity = \"{first}\" og initiative = \"{id}\"",
        "write a task [tasks.{first}-{id}] with activity = \"{first}\" and initiative = \"{id}\"",
    ))
    .about(id.as_str());
}

/// Says so when none of the tasks makes the deadline.
fn too_late(cx: &Context, initiative: &Initiative, tasks: &[&Task], milestone: &Milestone, out: &mut Sink) {
    let Some(date) = milestone.date.as_ref() else { return };
    let in_time = |task: &&Task| task.is_delivered() || task.due.as_ref().is_none_or(|due| due.last() <= date.last());
    let first = tasks.iter().filter_map(|task| Some((task.due.as_ref()?, task))).min_by_key(|(due, _)| due.last());
    let Some((due, task)) = first.filter(|_| !tasks.iter().any(in_time)) else {
        return;
    };
    let (title, task_title, name) = (initiative.title(), task.title(), milestone.title());
    out.add(
        cx.at(due.span),
        say!(
            "»{task_title}« er først færdig {due}, efter »{name}« {day}, og »{title}« mangler penge",
            "«{task_title}» er først ferdig {due}, etter «{name}» {day}, og «{title}» mangler penger",
            "\"{task_title}\" is due {due}, after \"{name}\" {day}, and \"{title}\" lacks money";
            due = when(due.last()), day = when(date.last())
        ),
    )
    .also(cx.at(date.span), say!("fristen", "fristen", "the deadline"))
    .help(say!(
        "skriv due = {day} eller før",
        "skriv due = {day} eller før",
        "write due = {day} or earlier",
        day = date.last()
    ))
    .about(&*initiative.id.value);
}
