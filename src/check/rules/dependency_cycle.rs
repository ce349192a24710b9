use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, msg, say, words};
use crate::model::{Set, Status, Task};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "dependency-cycle",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "opgaver, der venter på hinanden i ring",
            "oppgaver som venter på hverandre i ring",
            "tasks that wait for one another in a ring",
        ),
        why: words!(
            "Ingen af opgaverne kan nogensinde begynde, for hver af dem venter på en anden.",
            "Ingen av oppgavene kan noen gang begynne, for hver av dem venter på en annen.",
            "None of the tasks can ever begin, since each of them waits for another.",
        ),
        bad: "[tasks.pakke]\ntitle = \"Skriv pakken\"\nafter = [\"godkendelse\"]\n\n[tasks.godkendelse]\ntitle = \"Godkend pakken\"\nafter = [\"pakke\"]\n",
        good: "[tasks.pakke]\ntitle = \"Skriv pakken\"\n\n[tasks.godkendelse]\ntitle = \"Godkend pakken\"\nafter = [\"pakke\"]\n",
    },
    run: Run::Always(check),
    absence: false,
};

/// How many tasks of a ring are named.
const MOST_NAMED: usize = 8;

/// One step of a ring: a task and its word on what it waits for.
type Step<'a> = (usize, &'a Task, &'a Spanned<String>);

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Not,
    /// on the way, at this step
    At(usize),
    Through,
}

fn check(cx: &Context, out: &mut Sink) {
    let tasks = &cx.plan.tasks;
    let mut seen = vec![Seen::Not; tasks.len()];
    let mut closed = Set::default();
    // Rings may share tasks, and many long ones would take forever to say.
    let mut left = 4 * tasks.len();
    // The way from `from` to where we stand: a task and how many of its `after` are tried.
    let mut way: Vec<(usize, usize)> = Vec::new();
    for from in 0..tasks.len() {
        if seen[from] != Seen::Not {
            continue;
        }
        way.push((from, 0));
        seen[from] = Seen::At(0);
        while let Some((at, tried)) = way.last_mut() {
            let at = *at;
            let Some(earlier) = tasks[at].after.get(*tried).filter(|_| tasks[at].status() != Status::Dropped) else {
                seen[at] = Seen::Through;
                way.pop();
                continue;
            };
            *tried += 1;
            let Some(next) = tasks.get_index_of(earlier.as_str()) else {
                continue;
            };
            match seen[next] {
                Seen::Not => {
                    seen[next] = Seen::At(way.len());
                    way.push((next, 0));
                }
                Seen::At(step) if way.len() - step <= left && closed.insert((at, next)) => {
                    left -= way.len() - step;
                    let mut ring: Vec<Step> =
                        way[step..].iter().map(|&(at, tried)| (at, &tasks[at], &tasks[at].after[tried - 1])).collect();
                    let first = ring.iter().enumerate().min_by_key(|(_, (at, ..))| *at).map_or(0, |(place, _)| place);
                    ring.rotate_left(first);
                    report(cx, &ring, out);
                }
                Seen::At(_) | Seen::Through => {}
            }
        }
    }
}

fn report(cx: &Context, ring: &[Step], out: &mut Sink) {
    let Some(&(_, first, word)) = ring.first() else { return };
    let (id, earlier) = (&first.id.value, &word.value);
    let message = |lang| {
        let quote = |title: &str| match lang {
            Lang::Da => format!("»{title}«"),
            Lang::Nb => format!("«{title}»"),
            Lang::En => format!("\"{title}\""),
        };
        let own = quote(first.title());
        if ring.len() == 1 {
            return match lang {
                Lang::Da => format!("{own} venter på sig selv"),
                Lang::Nb => format!("{own} venter på seg selv"),
                Lang::En => format!("{own} waits for itself"),
            };
        }
        let mut names: Vec<String> = ring.iter().take(MOST_NAMED).map(|(_, task, _)| quote(task.title())).collect();
        if ring.len() > MOST_NAMED {
            names.push("…".to_owned());
        }
        names.push(own);
        let names = names.join(" → ");
        match lang {
            Lang::Da => format!("opgaverne venter på hinanden i ring: {names}"),
            Lang::Nb => format!("oppgavene venter på hverandre i ring: {names}"),
            Lang::En => format!("the tasks wait for one another in a ring: {names}"),
        }
    };
    let finding = out.add(cx.at(word.span), message);
    for (_, task, word) in ring.iter().take(MOST_NAMED).skip(1) {
        let title = task.title();
        finding.also(cx.at(word.span), say!("her venter »{title}«", "her venter «{title}»", "here \"{title}\" waits"));
    }
    finding
        .help(if ring.len() == 1 {
            msg!("slet \"{earlier}\" i after", "slett \"{earlier}\" i after", "delete \"{earlier}\" from after",)
        } else {
            msg!(
                "bryd ringen: slet for eksempel \"{earlier}\" i after under [tasks.{id}]",
                "bryt ringen: slett for eksempel \"{earlier}\" i after under [tasks.{id}]",
                "break the ring: delete for example \"{earlier}\" from after under [tasks.{id}]",
            )
        })
        .about(id.as_str());
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::calendar::Date;
    use crate::check::{Asked, check};
    use crate::finding::Finding;
    use crate::model::Framework;
    use crate::source::Source;

    const MANY: usize = 20_000;

    fn rings(waits_for: impl Fn(usize) -> Vec<usize>) -> Vec<Finding> {
        let mut text = String::new();
        for task in 0..MANY {
            let after: Vec<String> = waits_for(task).iter().map(|earlier| format!("\"t{earlier}\"")).collect();
            writeln!(text, "[tasks.t{task}]\nafter = [{}]", after.join(", ")).unwrap();
        }
        let (plan, _) = crate::read::plan(&Source::new("a", text));
        let today = Date::from_ymd(2025, 6, 15).unwrap();
        let findings = check(&plan, &Framework::default(), today, Asked::default());
        findings.into_iter().filter(|finding| finding.rule == super::RULE.id).collect()
    }

    #[test]
    fn a_long_chain_is_no_ring() {
        assert!(rings(|task| (task + 1 < MANY).then_some(task + 1).into_iter().collect()).is_empty());
    }

    #[test]
    fn a_long_ring_is_one() {
        let found = rings(|task| vec![(task + 1) % MANY]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].subject.as_deref(), Some("t0"));
        assert_eq!(found[0].message.get(crate::locale::Lang::Da).matches('→').count(), super::MOST_NAMED + 1);
    }

    #[test]
    fn rings_in_every_task_of_a_ring_are_said_in_reasonable_time() {
        assert!(!rings(|task| vec![(task + 1) % MANY, task / 2, 0]).is_empty());
    }
}
