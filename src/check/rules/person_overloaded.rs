use std::collections::BTreeMap;

use crate::calendar::Period;
use crate::check::across::{Digest, Due, Plans};
use crate::check::busiest::{DAYS, busiest};
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{self, Text, msg, words};
use crate::model::slug;

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

fn check(plans: &Plans, most: usize, out: &mut Sink) {
    let mut people: BTreeMap<String, Vec<(&str, &Digest, Due)>> = BTreeMap::new();
    for digest in plans.all {
        for (name, due) in &digest.due {
            let own = people.entry(slug(name)).or_default();
            own.extend(due.iter().map(|due| (name.as_str(), *digest, *due)));
        }
    }
    for tasks in people.values_mut() {
        let Some((name, first, _)) = tasks.first().copied() else { continue };
        // In one plan alone another rule says it.
        if tasks.iter().all(|(_, digest, _)| std::ptr::eq(*digest, first)) {
            continue;
        }
        tasks.sort_by_key(|(_, _, due)| due.last);
        let days: Vec<_> = tasks.iter().map(|(_, _, due)| due.last).collect();
        let Some(range) = busiest(&days, most).and_then(|range| tasks.get(range)) else { continue };
        let ([(_, digest, from), ..], Some((_, last_digest, to))) = (range, range.last()) else { continue };
        let mut in_plans: Vec<*const Digest> = range.iter().map(|(_, digest, _)| std::ptr::from_ref(*digest)).collect();
        in_plans.sort();
        in_plans.dedup();
        let (count, plans) = (range.len(), in_plans.len());
        if plans < 2 {
            continue;
        }
        let between = Text::each(|lang| locale::span(lang, Some(Period::day(from.last)), Some(Period::day(to.last))));
        out.add(
            digest.at(from.task),
            msg!(
                "{name} har {count} åbne opgaver i {plans} planer med frist {between}",
                "{name} har {count} åpne oppgaver i {plans} planer med frist {between}",
                "{name} has {count} open tasks in {plans} plans due {between}";
                between = between
            ),
        )
        .label(msg!("den første af dem", "den første av dem", "the first of them"))
        .also(last_digest.at(to.task), msg!("den sidste af dem", "den siste av dem", "the last of them"))
        .help(msg!(
            "giv nogle af dem en anden owner eller en anden due; inden for {DAYS} dage går det an med {most}",
            "gi noen av dem en annen owner eller en annen due; innenfor {DAYS} dager går det an med {most}",
            "give some of them another owner or another due date; within {DAYS} days {most} will do",
        ));
    }
}
