use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{Message, Text, msg, say, words};
use crate::model::{Late, Missed, Task};

pub static RULE: Rule = Rule {
    id: "overdue",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en opgave eller milepæl, hvis frist er overskredet (kun med --overdue)",
            "en oppgave eller milepæl der fristen er forfalt (bare med --overdue)",
            "a task or milestone that is overdue (with --overdue only)",
        ),
        why: words!(
            "Andre venter på det; en plan, hvor fristerne bare går, holder man op med at tro på.",
            "Andre venter på det; en plan der fristene bare går, slutter folk å tro på.",
            "Others wait for it, and people stop believing in a plan whose dates just pass.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\ndue   = 2025-06-02 # i dag er det 15. juni 2025\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nowner = \"ida\"\ndue   = 2025-06-02\ndone  = 2025-06-02\n",
    },
    run: Run::Asked(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.open_tasks() {
        let Some(late) = task.late(cx.today) else { continue };
        let date = match late.missed {
            Missed::Due => &task.due,
            Missed::Start => &task.start,
            // `check-passed` says so without being asked.
            Missed::Check => continue,
        };
        let Some(date) = date else { continue };
        let title = task.title();
        let message = match late.missed {
            Missed::Start => msg!(
                "»{title}« er ikke begyndt og er {days}, start {date} ({owner})",
                "«{title}» er ikke startet og er {days}, start {date} ({owner})",
                "\"{title}\" is not started and is {days}, start {date} ({owner})";
                date = when(late.was), days = days(late), owner = owner(cx, task)
            ),
            _ => msg!(
                "»{title}« er {days}, frist {date} ({owner})",
                "«{title}» er {days}, frist {date} ({owner})",
                "\"{title}\" is {days}, due {date} ({owner})";
                date = when(late.was), days = days(late), owner = owner(cx, task)
            ),
        };
        let help = match late.missed {
            Missed::Start => say!(
                "skriv status = \"doing\", hvis opgaven er begyndt; ellers aftal en ny start",
                "skriv status = \"doing\" hvis oppgaven har startet; avtal ellers en ny start",
                "write status = \"doing\" if the task has started; else agree on a new start",
            ),
            _ => say!(
                "skriv done og datoen, hvis opgaven er udført; ellers aftal en ny frist",
                "skriv done og datoen hvis oppgaven er utført; avtal ellers en ny frist",
                "write done and the date if the task is done; else agree on a new due date",
            ),
        };
        out.add(cx.at(date.span), message).help(help).about(&*task.id.value);
    }
    for milestone in cx.plan.milestones.values().filter(|milestone| !milestone.unread.contains(&"done")) {
        let (Some(late), Some(date)) = (milestone.late(cx.today), &milestone.date) else {
            continue;
        };
        let title = milestone.title();
        out.add(
            cx.at(date.span),
            say!(
                "milepælen »{title}« er {days}, dato {date}",
                "milepælen «{title}» er {days}, dato {date}",
                "the milestone \"{title}\" is {days}, date {date}";
                date = when(late.was), days = days(late)
            ),
        )
        .help(say!(
            "skriv done og datoen, hvis milepælen er nået; ellers aftal en ny dato",
            "skriv done og datoen hvis milepælen er nådd; avtal ellers en ny dato",
            "write done and the day if the milestone is reached; else agree on a new date",
        ))
        .about(&*milestone.id.value);
    }
}

fn days(late: Late) -> Message {
    match late.days {
        1 => msg!("1 dag forsinket", "1 dag forsinket", "1 day late"),
        days => msg!("{days} dage forsinket", "{days} dager forsinket", "{days} days late"),
    }
}

fn owner(cx: &Context, task: &Task) -> Message {
    match &task.owner {
        Some(owner) => {
            let name = cx.plan.person_name(owner);
            msg!("ansvarlig: {name}", "ansvarlig: {name}", "owner: {name}")
        }
        None => Text { da: "uden ansvarlig".into(), nb: "uten ansvarlig".into(), en: "no owner".into() },
    }
}
