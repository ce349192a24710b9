use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{self, msg, say, words};

pub static RULE: Rule = Rule {
    id: "takes-beyond-dates",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en opgave, der tager flere arbejdsdage, end der er fra dens start til dens frist",
            "en oppgave som tar flere arbeidsdager enn det er fra start til frist",
            "a task that takes more working days than there are from its start to its due date",
        ),
        why: words!(
            "Opgaven kan ikke nå sin frist, heller ikke når alt går godt, så prognosen er senere end planen.",
            "Oppgaven kan ikke nå fristen sin, heller ikke når alt går bra, så prognosen er senere enn planen.",
            "The task cannot make its due date even when all goes well, so its forecast is later than the plan.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = 2025-06-02\ndue   = 2025-06-13 # 8 arbejdsdage\ntakes = 10\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\nstart = 2025-06-02\ndue   = 2025-06-17\ntakes = 10\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.open_tasks() {
        let (Some(takes), Some(start), Some(due)) = (&task.takes, &task.start, &task.due) else { continue };
        // Of what is due before it starts another rule speaks.
        if due.last() < start.first() {
            continue;
        }
        let days = takes.value.0;
        let first = cx.country.next_working_day(start.first());
        let ends = cx.country.last_of_working_days(first, days);
        if ends <= due.last() {
            continue;
        }
        let there = cx.country.working_days(start.first(), due.last());
        let title = task.title();
        out.add(
            cx.at(takes.span),
            say!(
                "»{title}« {takes}, men fra start til frist er der {there}",
                "«{title}» {takes}, men fra start til frist er det {there}",
                "\"{title}\" {takes}, but from its start to its due date there are {there}";
                takes = |lang| locale::takes(lang, days)
            ),
        )
        .also(cx.at(due.span), say!("fristen", "fristen", "its due date"))
        .help(match there {
            0 => msg!("skriv due = {ends}", "skriv due = {ends}", "write due = {ends}"),
            _ => msg!(
                "skriv due = {ends}, begynd før, eller skriv takes = {there}, hvis det er nok",
                "skriv due = {ends}, begynn før, eller skriv takes = {there} hvis det er nok",
                "write due = {ends}, start earlier, or write takes = {there} if that is enough",
            ),
        })
        .about(&*task.id.value);
    }
}
