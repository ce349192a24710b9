use crate::calendar::Date;
use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{Message, msg, say, words};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "done-in-future",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "noget, der står som udført på en dag, der ikke er kommet",
            "noe som står som utført på en dag som ikke har kommet",
            "something said to be done on a day that has not come",
        ),
        why: words!(
            "Det tæller som udført i alle oversigter, så ingen minder om, at det mangler.",
            "Det teller som utført i alle oversikter, så ingen minner om at det mangler.",
            "It counts as done in every overview, so nobody is reminded that it is not.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\ndone  = 2025-09-02 # i dag er det 15. juni 2025\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\ndue   = 2025-09-02\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks() {
        let Some(done) = future(cx, &task.done) else { continue };
        let (title, help) = (
            task.title(),
            match &task.due {
                None => instead("done", "due", done.value),
                Some(_) => delete("done"),
            },
        );
        let what = msg!("»{title}« står som udført", "«{title}» står som utført", "\"{title}\" is said to be done");
        report(cx, out, done, &what, help, &task.id);
    }
    for milestone in cx.plan.milestones.values() {
        let Some(done) = future(cx, &milestone.done) else {
            continue;
        };
        let title = milestone.title();
        let what = msg!(
            "milepælen »{title}« står som nået",
            "milepælen «{title}» står som nådd",
            "the milestone \"{title}\" is said to be reached",
        );
        report(cx, out, done, &what, delete("done"), &milestone.id);
    }
    for decision in cx.plan.decisions.values() {
        let Some(decided) = future(cx, &decision.decided) else {
            continue;
        };
        let text = decision.text.as_ref().map_or(&decision.id.value, |text| text);
        let what = msg!(
            "beslutningen »{text}« står som taget",
            "beslutningen «{text}» står som tatt",
            "the decision \"{text}\" is said to be taken",
        );
        let help = match &decision.deadline {
            None => instead("decided", "deadline", decided.value),
            Some(_) => delete("decided"),
        };
        report(cx, out, decided, &what, help, &decision.id);
    }
    for (phase, row) in &cx.plan.criteria {
        for (dimension, cell) in &row.dimensions {
            for (id, criterion) in &cell.criteria {
                let Some(on) = future(cx, &criterion.on) else { continue };
                let what = msg!(
                    "kriteriet »{id}« står som opfyldt",
                    "kriteriet «{id}» står som oppfylt",
                    "the criterion \"{id}\" is said to be met",
                );
                let help = msg!(
                    "skriv {id} = false, indtil det er opfyldt",
                    "skriv {id} = false til det er oppfylt",
                    "write {id} = false until it is met",
                );
                report(cx, out, on, &what, help, &format!("{phase}.{dimension}"));
            }
        }
    }
}

fn future<'a>(cx: &Context, day: &'a Option<Spanned<Date>>) -> Option<&'a Spanned<Date>> {
    day.as_ref().filter(|day| day.value > cx.today)
}

fn instead(key: &str, planned: &str, day: Date) -> Message {
    msg!(
        "skriv {planned} = {day} i stedet; {key} er den dag, det skete",
        "skriv {planned} = {day} i stedet; {key} er dagen det skjedde",
        "write {planned} = {day} instead; {key} is the day it happened",
    )
}

fn delete(key: &str) -> Message {
    msg!(
        "skriv i {key} den dag, det skete, eller slet linjen, indtil det er sket",
        "skriv i {key} dagen det skjedde, eller slett linjen til det har skjedd",
        "write in {key} the day it happened, or delete the line until it has",
    )
}

fn report(cx: &Context, out: &mut Sink, day: &Spanned<Date>, what: &Message, help: Message, about: &str) {
    out.add(
        cx.at(day.span),
        say!(
            "{what} {day}, men i dag er det {today}",
            "{what} {day}, men i dag er det {today}",
            "{what} {day}, but today is {today}";
            what = what, day = when(day.value), today = when(cx.today)
        ),
    )
    .help(help)
    .about(about);
}
