use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, say, words};
use crate::model::{Status, Task};

pub static RULE: Rule = Rule {
    id: "cell-empty-and-used",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "et felt, der er bevidst tomt, men har en opgave",
            "et felt som er bevisst tomt, men har en oppgave",
            "a cell that is intentionally empty but has a task",
        ),
        why: words!(
            "Planen siger både, at der intet skal ske, og at noget skal ske. Den, der skal gøre det, kan ikke vide, hvad der gælder.",
            "Planen sier både at ingenting skal skje, og at noe skal skje. Den som skal gjøre det, kan ikke vite hva som gjelder.",
            "The plan says both that nothing is to happen and that something is. Whoever is to do it cannot know which holds.",
        ),
        bad: "[cells.lancering]\ndirektoerniveau = { empty = \"Orienteres af andre\" }\n\n[tasks.orientering]\ntitle     = \"Orientér direktørerne\"\nphase     = \"lancering\"\ndimension = \"direktoerniveau\"\n",
        good: "[tasks.orientering]\ntitle     = \"Orientér direktørerne\"\nphase     = \"lancering\"\ndimension = \"direktoerniveau\"\n",
    },
    run: Run::Always(check),
    absence: false,
};

/// How many of the tasks in a cell are pointed to.
const MOST_TASKS: usize = 3;

fn check(cx: &Context, out: &mut Sink) {
    for (phase, notes) in cx.plan.cells.iter().filter(|(phase, _)| cx.framework.phases.contains_key(*phase)) {
        for (dimension, note) in &notes.cells {
            if note.empty.is_none() || !cx.framework.has_dimension(dimension) {
                continue;
            }
            let mut tasks: Vec<&Task> = Vec::new();
            for row in cx.framework.rows_of(dimension) {
                let live = cx.joined.in_cell(phase, row).iter().filter(|task| task.status() != Status::Dropped);
                for task in live.take(MOST_TASKS) {
                    if tasks.len() < MOST_TASKS && !tasks.iter().any(|seen| std::ptr::eq(*seen, *task)) {
                        tasks.push(task);
                    }
                }
            }
            let Some(first) = tasks.first() else { continue };
            let message = |lang| {
                let name = cx.framework.phase_name(phase, lang);
                let row = cx.framework.dimension_name(dimension, lang);
                let title = first.title();
                match lang {
                    Lang::Da => format!("feltet »{name} × {row}« er bevidst tomt, men opgaven »{title}« står der"),
                    Lang::Nb => format!("feltet «{name} × {row}» er bevisst tomt, men oppgaven «{title}» står der"),
                    Lang::En => format!(
                        "the cell \"{name} × {row}\" is intentionally empty, but the task \"{title}\" stands there"
                    ),
                }
            };
            let finding = out.add(cx.at(note.id.span), message);
            for task in &tasks {
                let title = task.title();
                let place = place_of(cx, task, dimension).unwrap_or(task.id.span);
                finding.also(cx.at(place), say!("»{title}« står her", "«{title}» står her", "\"{title}\" stands here"));
            }
            finding
                .help(say!(
                    "slet {dimension} under [cells.{phase}], eller flyt opgaven med phase eller dimension",
                    "slett {dimension} under [cells.{phase}], eller flytt oppgaven med phase eller dimension",
                    "delete {dimension} under [cells.{phase}], or move the task with phase or dimension",
                ))
                .about(format!("{phase}.{dimension}"));
        }
    }
}

/// Where a task says that it stands in a dimension, of itself or with a group.
fn place_of(cx: &Context, task: &Task, dimension: &str) -> Option<crate::source::Span> {
    let rows = cx.framework.rows_of(dimension);
    let meets =
        |own: &str| own == dimension || cx.framework.rows_of(own).any(|row| rows.clone().any(|other| other == row));
    task.dimensions.iter().find(|own| meets(own)).map(|own| own.span)
}
