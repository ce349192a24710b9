use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::Status;

pub static RULE: Rule = Rule {
    id: "starts-before-dependency",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en opgave, der er planlagt til at starte, før det, den venter på, har frist",
            "en oppgave som er planlagt å starte før det den venter på, har frist",
            "a task planned to start before what it waits for is due",
        ),
        why: words!(
            "Den ansvarlige møder op til et arbejde, der ikke kan begynde endnu, selv om alle holder deres frist.",
            "Den ansvarlige møter til et arbeid som ikke kan begynne ennå, selv om alle holder fristen sin.",
            "The owner turns up for work that cannot begin yet, though everybody keeps to the plan.",
        ),
        bad: "[tasks.struktur]\ntitle = \"Beslut strukturen\"\ndue   = 2025-09-18\n\n[tasks.drift]\ntitle = \"Sæt strukturen i drift\"\nafter = [\"struktur\"]\nstart = 2025-09-01\n",
        good: "[tasks.struktur]\ntitle = \"Beslut strukturen\"\ndue   = 2025-09-18\n\n[tasks.drift]\ntitle = \"Sæt strukturen i drift\"\nafter = [\"struktur\"]\nstart = 2025-09-22\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    // What has begun already is looked at by `done-before-dependency`.
    for task in cx.open_tasks().filter(|task| task.status() != Status::Doing) {
        let Some(start) = &task.start else { continue };
        let last = cx
            .earlier(task)
            .filter(|(_, earlier)| !earlier.ongoing && !earlier.has_delivered())
            .filter_map(|(_, earlier)| Some((earlier, earlier.due.as_ref()?)))
            .max_by_key(|(_, due)| due.last());
        // A start in May may well be after a due date in May.
        let Some((earlier, due)) = last.filter(|(_, due)| start.last() < due.last()) else {
            continue;
        };
        let (title, other) = (task.title(), earlier.title());
        out.add(
            cx.at(start.span),
            say!(
                "»{title}« starter {start}, men venter på »{other}« med frist {due}",
                "«{title}» starter {start}, men venter på «{other}» med frist {due}",
                "\"{title}\" starts {start} but waits for \"{other}\", due {due}";
                start = when(start.value), due = when(due.value)
            ),
        )
        .also(
            cx.at(due.span),
            say!(
                "»{other}« har frist {due}",
                "«{other}» har frist {due}",
                "\"{other}\" is due {due}";
                due = when(due.value)
            ),
        )
        .help(say!(
            "skriv start = {day} eller senere, eller giv »{other}« en tidligere frist",
            "skriv start = {day} eller senere, eller gi «{other}» en tidligere frist",
            "write start = {day} or later, or let \"{other}\" be due earlier",
            day = cx.country.next_working_day(due.last().add_days(1))
        ))
        .about(&*task.id.value);
    }
}
