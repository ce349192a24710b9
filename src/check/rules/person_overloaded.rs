use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use crate::calendar::Period;
use crate::check::across::{Digest, Due, Plans};
use crate::check::busiest::DAYS;
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{self, Text, say, words};
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

/// A task of somebody: in which of the plans, and how that spells the name.
struct Owned<'a> {
    plan: usize,
    digest: &'a Digest,
    name: &'a str,
    due: Due,
}

fn check(plans: &Plans, most: usize, out: &mut Sink) {
    let mut by_name: Map<&str, Vec<Owned>> = Map::default();
    for (plan, digest) in plans.all.iter().enumerate() {
        for (name, dues) in &digest.due {
            let owned = dues.iter().map(|&due| Owned { plan, digest, name, due });
            by_name.entry(name).or_default().extend(owned);
        }
    }
    // However a name is spelt, it is one person's.
    let mut people: BTreeMap<String, Vec<Owned>> = BTreeMap::new();
    for (name, tasks) in by_name {
        match people.entry(slug(name)) {
            Entry::Vacant(place) => drop(place.insert(tasks)),
            Entry::Occupied(mut known) => known.get_mut().extend(tasks),
        }
    }
    for tasks in people.values_mut().filter(|tasks| tasks.len() > most) {
        tasks.sort_unstable_by_key(|task| (task.due.last, task.plan, task.due.task.start));
        let Some(range) = busiest_across(tasks, most).and_then(|range| tasks.get(range)) else { continue };
        let (Some(first), Some(last)) = (range.first(), range.last()) else { continue };
        let (count, plans) = (range.len(), range.iter().map(|task| task.plan).collect::<Set<_>>().len());
        let name = first.name;
        let between =
            Text::each(|lang| locale::span(lang, Some(Period::day(first.due.last)), Some(Period::day(last.due.last))));
        out.add(
            first.digest.at(first.due.task),
            say!(
                "{name} har {count} åbne opgaver i {plans} planer med frist {between}",
                "{name} har {count} åpne oppgaver i {plans} planer med frist {between}",
                "{name} has {count} open tasks in {plans} plans due {between}";
                between = between
            ),
        )
        .label(say!("den første af dem", "den første av dem", "the first of them"))
        .also(last.digest.at(last.due.task), say!("den sidste af dem", "den siste av dem", "the last of them"))
        .help(say!(
            "giv nogle af dem en anden owner eller en anden due; højst {most} inden for {DAYS} dage",
            "gi noen av dem en annen owner eller en annen due; høyst {most} innenfor {DAYS} dager",
            "give some of them another owner or another due date; at most {most} within {DAYS} days",
        ));
    }
}

/// The most tasks within [`DAYS`] that are more than `most` and not all in one
/// plan: of those another rule speaks.
fn busiest_across(tasks: &[Owned], most: usize) -> Option<Range<usize>> {
    let mut in_plans: Map<usize, usize> = Map::default();
    let mut found: Option<Range<usize>> = None;
    let mut first = 0;
    for (last, task) in tasks.iter().enumerate() {
        *in_plans.entry(task.plan).or_default() += 1;
        while let Some(early) = tasks.get(first).filter(|early| early.due.last.days_until(task.due.last) >= DAYS) {
            first += 1;
            if let Some(count) = in_plans.get_mut(&early.plan) {
                *count -= 1;
                if *count == 0 {
                    in_plans.remove(&early.plan);
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
