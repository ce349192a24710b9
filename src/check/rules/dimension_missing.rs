use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, say, words};
use crate::source::Location;

pub static RULE: Rule = Rule {
    id: "dimension-missing",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en række i matricen, som planen slet ikke nævner",
            "en rad i matrisen som planen ikke nevner i det hele tatt",
            "a row of the matrix that the plan does not mention at all",
        ),
        why: words!(
            "Den målgruppe eller det tema, som ingen har planlagt for, opdager først bagefter, at den blev glemt.",
            "Den målgruppen eller det temaet som ingen har planlagt for, oppdages først etterpå.",
            "The target group or theme that nobody planned for is only discovered afterwards.",
        ),
        bad: "[tasks.undervisning]\ntitle     = \"Undervis de udpegede\"\nphase     = \"kompetenceudvikling\"\ndimension = \"indgaaende-kendskab\"\n",
        good: "[tasks.undervisning]\ntitle     = \"Undervis de udpegede\"\nphase     = \"kompetenceudvikling\"\ndimension = \"medarbejdere\"\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    let coverage = cx.coverage();
    let Some(whole) = cx.plan.files.iter().next().map(Location::whole) else {
        return;
    };
    let Some(first) = cx.framework.phases.keys().next() else {
        return;
    };
    let exempt = |phase: &String, row| cx.framework.cell(phase, row).is_some_and(|cell| cell.exempt.is_some());
    for (_, row) in cx.joined.rows.iter().enumerate().filter(|(at, _)| !coverage.rows.has(*at)) {
        let row = row.id;
        if cx.framework.phases.keys().all(|phase| exempt(phase, row)) {
            continue;
        }
        let message = |lang| {
            let (word, name) = (cx.framework.labels.dimension(), cx.framework.dimension_name(row, lang));
            match lang {
                Lang::Da => format!("»{name}« ({}) er slet ikke med i planen", word.da),
                Lang::Nb => format!("«{name}» ({}) er ikke med i planen i det hele tatt", word.nb),
                Lang::En => format!("\"{name}\" ({}) is nowhere in the plan", word.en),
            }
        };
        out.add(whole.clone(), message)
            .help(say!(
                "skriv mindst én opgave med dimension = \"{row}\", eller skriv {row} = {{ empty = \"hvorfor\" }} under [cells.{first}] og de andre faser",
                "skriv minst én oppgave med dimension = \"{row}\", eller skriv {row} = {{ empty = \"hvorfor\" }} under [cells.{first}] og de andre fasene",
                "write at least one task with dimension = \"{row}\", or write {row} = {{ empty = \"why\" }} under [cells.{first}] and the other phases",
            ))
            .about(row);
    }
}
