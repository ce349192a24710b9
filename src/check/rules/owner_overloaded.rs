use crate::calendar::{Date, Period};
use crate::check::busiest::busiest;
use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{self, say, words};
use crate::model::{Map, Task};

pub static RULE: Rule = Rule {
    id: "owner-overloaded",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en person med mere end 8 åbne opgaver med frist inden for 30 dage",
            "en person med mer enn 8 åpne oppgaver med frist innenfor 30 dager",
            "somebody with more than 8 open tasks due within 30 days",
        ),
        why: words!(
            "Når så meget skal være færdigt på én gang hos den samme, bliver noget af det for sent, uden at nogen har valgt hvad.",
            "Når så mye skal være ferdig på én gang hos den samme, blir noe av det for sent, uten at noen har valgt hva.",
            "When one person has so much due at once, some of it will be late, and nobody has chosen what.",
        ),
        bad: "# den niende i maj\n[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\ndue   = 2025-05-19\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"jonas\"\ndue   = 2025-05-19\n",
    },
    run: Run::Always(check),
    absence: false,
};

const MOST_TASKS: usize = 8;

fn check(cx: &Context, out: &mut Sink) {
    let mut due: Map<&str, Vec<(Date, &Task)>> = Map::default();
    for task in cx.open_tasks().filter(|task| !task.is_delivered()) {
        let (Some(owner), Some(day)) = (&task.owner, &task.due) else { continue };
        due.entry(owner.as_str()).or_default().push((day.last(), task));
    }
    for (id, person) in &cx.plan.people {
        let Some(tasks) = due.get_mut(id.as_str()).filter(|tasks| tasks.len() > MOST_TASKS) else { continue };
        tasks.sort_by_key(|(day, _)| *day);
        let days: Vec<Date> = tasks.iter().map(|(day, _)| *day).collect();
        let Some(range) = busiest(&days, MOST_TASKS).and_then(|range| tasks.get(range)) else { continue };
        let (Some(&(from, first)), Some(&(to, last)), count) = (range.first(), range.last(), range.len()) else {
            continue;
        };
        let name = cx.plan.person_name(id);
        let between = |lang| locale::span(lang, Some(Period::day(from)), Some(Period::day(to)));
        let finding = out.add(
            cx.at(person.id.span),
            say!(
                "{name} har {count} åbne opgaver med frist {between}",
                "{name} har {count} åpne oppgaver med frist {between}",
                "{name} has {count} open tasks due {between}";
                between = between
            ),
        );
        let (first_title, last_title) = (first.title(), last.title());
        finding
            .also(
                cx.at(first.id.span),
                say!(
                    "den første er »{first_title}«",
                    "den første er «{first_title}»",
                    "the first is \"{first_title}\""
                ),
            )
            .also(
                cx.at(last.id.span),
                say!("den sidste er »{last_title}«", "den siste er «{last_title}»", "the last is \"{last_title}\""),
            )
            .help(say!(
                "giv nogle af dem en anden owner eller en anden due",
                "gi noen av dem en annen owner eller en annen due",
                "give some of them another owner or another due date",
            ))
            .about(id.as_str());
    }
}
