use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Lang, say, words};
use crate::source::Location;

pub static RULE: Rule = Rule {
    id: "phase-missing",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en fase, som planen slet ikke nævner",
            "en fase som planen ikke nevner i det hele tatt",
            "a phase that the plan does not mention at all",
        ),
        why: words!(
            "En fase, som ingen har planlagt, bliver sprunget over, uden at nogen har besluttet det.",
            "En fase som ingen har planlagt, blir hoppet over uten at noen har bestemt det.",
            "A phase that nobody planned is skipped without anybody having decided so.",
        ),
        bad: "[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\nphase = \"lancering\"\n",
        good: "[tasks.lanceringspakke]\ntitle = \"Send lanceringspakken\"\nphase = \"lancering\"\n\n[tasks.opfoelgning]\ntitle = \"Følg op på aftalen\"\nphase = \"virkeliggoerelse\"\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    let coverage = cx.coverage();
    let Some(whole) = cx.plan.files.iter().next().map(Location::whole) else {
        return;
    };
    for (_, id) in cx.framework.phases.keys().enumerate().filter(|(at, _)| !coverage.phases.has(*at)) {
        let dates = cx.plan.phases.get(id);
        let at = dates.map_or_else(|| whole.clone(), |dates| cx.at(dates.id.span));
        let message = |lang| {
            let (word, name) = (cx.framework.labels.phase(), cx.framework.phase_name(id, lang));
            match lang {
                Lang::Da => format!("»{name}« ({}) er slet ikke med i planen", word.da),
                Lang::Nb => format!("«{name}» ({}) er ikke med i planen i det hele tatt", word.nb),
                Lang::En => format!("\"{name}\" ({}) is nowhere in the plan", word.en),
            }
        };
        out.add(at, message)
            .help(say!(
                "skriv mindst én opgave med phase = \"{id}\"",
                "skriv minst én oppgave med phase = \"{id}\"",
                "write at least one task with phase = \"{id}\"",
            ))
            .about(id.as_str());
    }
}
