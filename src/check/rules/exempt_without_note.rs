use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, say, words};
use crate::model::{Framework, FrameworkCell, Task, activity_of};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "exempt-without-note",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en opgave i et felt, som skabelonen har fritaget, uden en note om hvorfor",
            "en oppgave i et felt som malen har fritatt, uten et notat om hvorfor",
            "a task in a cell that the framework exempts, without a note saying why",
        ),
        why: words!(
            "Læseren kan ikke se, om undtagelsen er et valg eller en misforståelse.",
            "Leseren kan ikke se om unntaket er et valg eller en misforståelse.",
            "The reader cannot tell whether the exception is a choice or a misunderstanding.",
        ),
        bad: "[tasks.temadag]\ntitle     = \"Hold temadag for ledere af ledere\"\nphase     = \"kompetenceudvikling\"\ndimension = \"ledere-af-ledere\"\n",
        good: "[tasks.temadag]\ntitle     = \"Hold temadag for ledere af ledere\"\nphase     = \"kompetenceudvikling\"\ndimension = \"ledere-af-ledere\"\nnote      = \"Lederne har selv bedt om den\"\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    let mut cells = cx.framework.cells.values().flat_map(|cells| cells.cells.values());
    if !cells.any(|cell| cell.exempt.is_some()) {
        return;
    }
    for task in cx.tasks().filter(|task| task.note.is_none() && !task.is_unread("note")) {
        let Some((phase, row, cell)) = exempt_cell(task, cx.framework) else {
            continue;
        };
        let title = task.title();
        let name = |lang: Lang| {
            let (phase, row) = (cx.framework.phase_name(phase, lang), cx.framework.dimension_name(row, lang));
            format!("{phase} × {row}")
        };
        let finding = out.add(
            cx.at(row.span),
            say!(
                "»{title}« står i et felt, som er fritaget: {name}",
                "«{title}» står i et felt som er fritatt: {name}",
                "\"{title}\" stands in a cell that is exempt: {name}";
                name = name
            ),
        );
        if let Some(reason) = &cell.exempt {
            finding.label(reason.texts());
        }
        finding
            .help(say!(
                "skriv note = \"…\" med grunden til, at opgaven alligevel er her",
                "skriv note = \"…\" med grunnen til at oppgaven likevel er her",
                "write note = \"…\" with the reason why the task is here all the same",
            ))
            .about(&*task.id.value);
    }
}

/// The first exempt cell that a task names itself in, unless the framework's own activity puts it there.
fn exempt_cell<'a>(
    task: &'a Task,
    framework: &'a Framework,
) -> Option<(&'a str, &'a Spanned<String>, &'a FrameworkCell)> {
    let belongs = |phase: &str, row: &str| {
        let activity = activity_of(task, framework).and_then(|id| framework.activities.get(id));
        activity.is_some_and(|activity| {
            activity.phases.iter().any(|own| own.value == phase)
                && activity.dimensions.iter().any(|own| framework.rows_of(own).any(|own| own == row))
        })
    };
    task.phases.iter().find_map(|phase| {
        task.dimensions.iter().find_map(|row| {
            let cell = framework.cell(phase, row).filter(|cell| cell.exempt.is_some())?;
            (!belongs(phase, row)).then_some((phase.as_str(), row, cell))
        })
    })
}
