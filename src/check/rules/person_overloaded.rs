use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::calendar::Period;
use crate::check::across::{Digest, Due, Plans};
use crate::check::busiest::DAYS;
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{self, say, words};
use crate::model::{Map, Set, slug};

pub static RULE: Rule = Rule {
    id: "person-overloaded",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en person med mere end 12 åbne opgaver med frist inden for 30 dage i flere planer tilsammen",
            "en person med mer enn 12 åpne oppgaver med frist innenfor 30 dager i flere planer til sammen",
            "somebody with more than 12 open tasks due within 30 days in several plans together",
        ),
        why: words!(
            "Hver plan ser rimelig ud for sig; først tilsammen ses det, at én person skal nå det hele på én gang.",
            "Hver plan ser rimelig ut for seg; først til sammen ser man at én person skal rekke alt på én gang.",
            "Each plan looks reasonable by itself; only together do they show that one person is to do it all at once.",
        ),
        bad: "# .plan/config.toml: 4 er nok i vores kommune\n[rules]\nperson-overloaded = { at-most = 4 }\n",
        good: "# .plan/config.toml\n[rules]\nperson-overloaded = { severity = \"warning\", at-most = 12 }\n",
    },
    run: Run::Across(check, 12),
    absence: false,
};

/// What somebody has to do in one of the plans.
#[derive(Clone, Copy)]
struct Share<'a> {
    plan: usize,
    name: &'a str,
    dues: &'a [Due],
}

/// A task of somebody, and which of their shares it is of.
#[derive(Clone, Copy)]
struct Owned {
    due: Due,
    share: usize,
}

/// When somebody has too much to do.
struct Busiest<'a> {
    name: &'a str,
    first: (&'a Digest, Due),
    last: (&'a Digest, Due),
    tasks: usize,
    plans: usize,
}

fn check(plans: &Plans, most: usize, out: &mut Sink) {
    let mut by_name: Map<&str, Vec<Share>> = Map::default();
    for (plan, digest) in plans.all.iter().enumerate() {
        for (name, dues) in digest.due() {
            by_name.entry(name).or_default().push(Share { plan, name, dues });
        }
    }
    // However a name is spelt, it is one person's.
    let mut people: BTreeMap<String, Vec<Share>> = BTreeMap::new();
    for (name, shares) in by_name {
        people.entry(slug(name)).or_default().extend(shares);
    }
    let people: Vec<Vec<Share>> = people.into_values().collect();
    let found: Vec<Busiest> = people.into_par_iter().filter_map(|shares| busiest(plans, shares, most)).collect();
    for Busiest { name, first, last, tasks, plans } in found {
        let between = |lang| locale::span(lang, Some(Period::day(first.1.last)), Some(Period::day(last.1.last)));
        out.add(
            first.0.at(first.1.task),
            say!(
                "{name} har {tasks} åbne opgaver i {plans} planer med frist {between}",
                "{name} har {tasks} åpne oppgaver i {plans} planer med frist {between}",
                "{name} has {tasks} open tasks in {plans} plans due {between}";
                between = between
            ),
        )
        .label(say!("den første af dem", "den første av dem", "the first of them"))
        .also(last.0.at(last.1.task), say!("den sidste af dem", "den siste av dem", "the last of them"))
        .help(say!(
            "giv nogle af dem en anden owner eller en anden due; højst {most} inden for {DAYS} dage",
            "gi noen av dem en annen owner eller en annen due; høyst {most} innenfor {DAYS} dager",
            "give some of them another owner or another due date; at most {most} within {DAYS} days",
        ));
    }
}

/// When somebody has more to do than `most` tasks within [`DAYS`], in several plans.
fn busiest<'a>(plans: &Plans<'a>, mut shares: Vec<Share<'a>>, most: usize) -> Option<Busiest<'a>> {
    shares.sort_unstable_by_key(|share| share.plan);
    let count = shares.iter().map(|share| share.dues.len()).sum();
    let in_one = shares.first()?.plan == shares.last()?.plan;
    if count <= most || in_one {
        return None;
    }
    let mut tasks = Vec::with_capacity(count);
    for (share, of) in shares.iter().enumerate() {
        tasks.extend(of.dues.iter().map(|&due| Owned { due, share }));
    }
    let plan = |task: &Owned| shares.get(task.share).map_or(0, |share| share.plan);
    tasks.sort_unstable_by_key(|task| (task.due.last, plan(task), task.due.task.start));
    let tasks = tasks.get(busiest_across(&tasks, plan, most)?)?;
    let (first, last) = (tasks.first()?, tasks.last()?);
    let place = |task: &Owned| Some((*plans.all.get(plan(task))?, task.due));
    Some(Busiest {
        name: shares.get(first.share)?.name,
        first: place(first)?,
        last: place(last)?,
        tasks: tasks.len(),
        plans: tasks.iter().map(plan).collect::<Set<_>>().len(),
    })
}

/// The most tasks within [`DAYS`] that are more than `most` and not all in one
/// plan: of those another rule speaks.
fn busiest_across(tasks: &[Owned], plan: impl Fn(&Owned) -> usize, most: usize) -> Option<Range<usize>> {
    let mut in_plans: Map<usize, usize> = Map::default();
    let mut found: Option<Range<usize>> = None;
    let mut first = 0;
    for (last, task) in tasks.iter().enumerate() {
        *in_plans.entry(plan(task)).or_default() += 1;
        while let Some(early) = tasks.get(first).filter(|early| early.due.last.days_until(task.due.last) >= DAYS) {
            first += 1;
            let early = plan(early);
            if let Some(count) = in_plans.get_mut(&early) {
                *count -= 1;
                if *count == 0 {
                    in_plans.remove(&early);
                }
            }
        }
        let count = last + 1 - first;
        if in_plans.len() > 1 && count > found.as_ref().map_or(most, ExactSizeIterator::len) {
            found = Some(first..last + 1);
        }
    }
    found
}
