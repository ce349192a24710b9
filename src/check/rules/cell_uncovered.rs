use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, words};
use crate::model::{CellState, RowRef, quoted};
use crate::source::Location;

pub static RULE: Rule = Rule {
    id: "cell-uncovered",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et felt i matricen uden opgave og uden en grund til at være tomt",
            "et felt i matrisen uten oppgave og uten en grunn til å være tomt",
            "a cell of the matrix with no task and no reason for being empty",
        ),
        why: words!(
            "Et tomt felt kan være et valg eller en forglemmelse. Læseren kan ikke se forskel, når der ikke står noget.",
            "Et tomt felt kan være et valg eller en forglemmelse. Leseren ser ikke forskjell når det ikke står noe.",
            "An empty cell may be a choice or an oversight. The reader cannot tell which when nothing is said.",
        ),
        bad: "[tasks.undervisning]\ntitle     = \"Undervis de udpegede\"\nphase     = \"kompetenceudvikling\"\ndimension = \"indgaaende-kendskab\"\n",
        good: "[tasks.undervisning]\ntitle     = \"Undervis de udpegede\"\nphase     = \"kompetenceudvikling\"\ndimension = \"indgaaende-kendskab\"\n\n[cells.kompetenceudvikling]\ndirektoerniveau = { empty = \"Direktørerne undervises ikke\" }\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    let coverage = cx.coverage();
    let Some(whole) = cx.plan.files.iter().next().map(Location::whole) else {
        return;
    };
    // A phase or a row with nothing at all is said once, by a rule of its own.
    for (column, phase) in cx.framework.phases.keys().enumerate().filter(|(at, _)| coverage.phases.has(*at)) {
        let notes = cx.plan.cells.get(phase).map(|notes| notes.id.span);
        let dates = cx.plan.phases.get(phase).map(|dates| dates.id.span);
        let place = notes.or(dates).map_or_else(|| whole.clone(), |span| cx.at(span));
        for (at, row) in cx.joined.rows.iter().enumerate().filter(|(at, _)| coverage.rows.has(*at)) {
            if coverage.has_cell(column, at) || is_settled(cx, phase, row) {
                continue;
            }
            let message = |lang| {
                let name = cx.framework.phase_name(phase, lang);
                let row = cx.framework.dimension_name(row.id, lang);
                match lang {
                    Lang::Da => format!("feltet »{name} × {row}« har ingen opgave og er ikke bevidst tomt"),
                    Lang::Nb => format!("feltet «{name} × {row}» har ingen oppgave og er ikke bevisst tomt"),
                    Lang::En => format!("the cell \"{name} × {row}\" has no task and is not intentionally empty"),
                }
            };
            out.add(place.clone(), message).help(help(cx, phase, row.id)).about(format!("{phase}.{}", row.id));
        }
    }
}

/// Whether a cell without a task has a reason for that, or may have.
fn is_settled(cx: &Context, phase: &str, row: &RowRef) -> bool {
    has_unknown_note(cx, phase) || cx.joined.cell(phase, row.id, Lang::Da) != CellState::Gap
}

/// Whether the plan leaves a cell empty that cannot be found: it may be this one.
fn has_unknown_note(cx: &Context, phase: &str) -> bool {
    cx.plan.cells.iter().any(|(own, notes)| {
        let here = own == phase && notes.cells.keys().any(|dimension| !cx.framework.has_dimension(dimension));
        here || !cx.framework.phases.contains_key(own)
    })
}

fn help(cx: &Context, phase: &str, row: &str) -> impl Fn(Lang) -> String {
    let blank = cx.framework.cell(phase, row).and_then(|cell| cell.blank.as_ref());
    move |lang| {
        let why = words!("hvorfor", "hvorfor", "why").of(lang);
        let reason = quoted(blank.map_or(why, |blank| blank.get(lang)));
        let line = format!("{row} = {{ empty = {reason} }}");
        let keys = |and: &str| format!("phase = \"{phase}\" {and} dimension = \"{row}\"");
        match lang {
            Lang::Da => format!("skriv {line} under [cells.{phase}], eller giv en opgave {}", keys("og")),
            Lang::Nb => format!("skriv {line} under [cells.{phase}], eller gi en oppgave {}", keys("og")),
            Lang::En => format!("write {line} under [cells.{phase}], or give a task {}", keys("and")),
        }
    }
}
