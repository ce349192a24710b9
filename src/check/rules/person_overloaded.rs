use std::collections::BTreeMap;

use crate::calendar::Period;
use crate::check::across::{Digest, Due, Plans};
use crate::check::busiest::{DAYS, busiest};
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{self, Text, msg, words};
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
        people.entry(slug(name)).or_default().extend(tasks);
    }
    for tasks in people.values_mut() {
        tasks.sort_by_key(|task| (task.due.last, task.plan, task.due.task.start));
        let days: Vec<_> = tasks.iter().map(|task| task.due.last).collect();
        let Some(range) = busiest(&days, most).and_then(|range| tasks.get(range)) else { continue };
        let (Some(first), Some(last)) = (range.first(), range.last()) else { continue };
        let (count, plans) = (range.len(), range.iter().map(|task| task.plan).collect::<Set<_>>().len());
        // In one plan alone another rule says it.
        if plans < 2 {
            continue;
        }
        let name = first.name;
        let between =
            Text::each(|lang| locale::span(lang, Some(Period::day(first.due.last)), Some(Period::day(last.due.last))));
        out.add(
            first.digest.at(first.due.task),
            msg!(
                "{name} har {count} åbne opgaver i {plans} planer med frist {between}",
                "{name} har {count} åpne oppgaver i {plans} planer med frist {between}",
                "{name} has {count} open tasks in {plans} plans due {between}";
                between = between
            ),
        )
        .label(msg!("den første af dem", "den første av dem", "the first of them"))
        .also(last.digest.at(last.due.task), msg!("den sidste af dem", "den siste av dem", "the last of them"))
        .help(msg!(
            "giv nogle af dem en anden owner eller en anden due; inden for {DAYS} dage går det an med {most}",
            "gi noen av dem en annen owner eller en annen due; innenfor {DAYS} dager går det an med {most}",
            "give some of them another owner or another due date; within {DAYS} days {most} will do",
        ));
    }
}
