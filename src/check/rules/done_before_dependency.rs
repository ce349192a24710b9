use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::Status;

pub static RULE: Rule = Rule {
    id: "done-before-dependency",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en opgave, der er i gang eller udført før det, den venter på",
            "en oppgave som pågår eller er utført før det den venter på",
            "a task in progress or done before what it waits for",
        ),
        why: words!(
            "Enten mangler den første opgave at blive meldt udført, eller også er der bygget på noget, som ikke er på plads.",
            "Enten er den første oppgaven ikke meldt utført, eller så er det bygget på noe som ikke er på plass.",
            "Either the first task has not been reported as done, or work was built on something that is not in place.",
        ),
        bad: "[tasks.struktur]\ntitle = \"Beslut strukturen\"\ndue   = 2025-09-18\n\n[tasks.drift]\ntitle = \"Sæt strukturen i drift\"\nafter = [\"struktur\"]\ndone  = 2025-05-12\n",
        good: "[tasks.struktur]\ntitle = \"Beslut strukturen\"\ndone  = 2025-05-05\n\n[tasks.drift]\ntitle = \"Sæt strukturen i drift\"\nafter = [\"struktur\"]\ndone  = 2025-05-12\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.tasks().filter(|task| matches!(task.status(), Status::Done | Status::Doing)) {
        let title = task.title();
        for (after, earlier) in cx.earlier(task) {
            let other = earlier.title();
            if !earlier.has_delivered() {
                let message = if task.status() == Status::Done {
                    msg!(
                        "»{title}« er udført, men »{other}«, som den venter på, er det ikke",
                        "«{title}» er utført, men «{other}», som den venter på, er det ikke",
                        "\"{title}\" is done, but \"{other}\", which it waits for, is not",
                    )
                } else {
                    msg!(
                        "»{title}« er i gang, men »{other}«, som den venter på, er ikke udført",
                        "«{title}» pågår, men «{other}», som den venter på, er ikke utført",
                        "\"{title}\" is in progress, but \"{other}\", which it waits for, is not done",
                    )
                };
                out.add(cx.at(after.span), message)
                    .also(cx.at(earlier.id.span), say!("ikke udført endnu", "ikke utført ennå", "not done yet"))
                    .help(say!(
                        "skriv status = \"done\" i [tasks.{id}], hvis »{other}« er udført; ellers slet \"{id}\" her",
                        "skriv status = \"done\" i [tasks.{id}] hvis «{other}» er utført; slett ellers \"{id}\" her",
                        "write status = \"done\" in [tasks.{id}] if \"{other}\" is done; else delete \"{id}\" here",
                        id = &after.value
                    ))
                    .about(&*task.id.value);
            } else if let (Some(done), Some(first)) = (&task.done, &earlier.done)
                && done.value < first.value
            {
                out.add(
                    cx.at(done.span),
                    say!(
                        "»{title}« er udført {done}, men »{other}«, som den venter på, først {first}",
                        "«{title}» er utført {done}, men «{other}», som den venter på, først {first}",
                        "\"{title}\" was done {done}, but \"{other}\", which it waits for, not until {first}";
                        done = when(done.value), first = when(first.value)
                    ),
                )
                .also(
                    cx.at(first.span),
                    say!("udført {first}", "utført {first}", "done {first}"; first = when(first.value)),
                )
                .help(say!(
                    "ret den forkerte dato, eller slet \"{id}\" i after, hvis opgaverne ikke afhænger af hinanden",
                    "rett datoen som er feil, eller slett \"{id}\" i after hvis oppgavene ikke avhenger av hverandre",
                    "correct the wrong date, or delete \"{id}\" in after if the tasks do not depend on each other",
                    id = &after.value
                ))
                .about(&*task.id.value);
            }
        }
    }
}
