use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::Standing;

pub static RULE: Rule = Rule {
    id: "phase-ended-open",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en fase, som er slut, mens nogle af dens kriterier er åbne",
            "en fase som er slutt mens noen av kriteriene er åpne",
            "a phase that is over while some of its criteria are open",
        ),
        why: words!(
            "Det, der mangler, følger med ind i den næste fase, uden at nogen har besluttet det.",
            "Det som mangler, blir med inn i neste fase uten at noen har bestemt det.",
            "What is missing is carried into the next phase without anybody having decided so.",
        ),
        bad: "[phases]\nforbered = { start = \"2025-01\", due = \"2025-05\" }\n\n[criteria.forbered.ressourcer]\nbudget = { met = false }\n",
        good: "[phases]\nforbered = { start = \"2025-01\", due = \"2025-05\" }\n\n[criteria.forbered.ressourcer]\nbudget = 2025-03-30\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    for (phase, cells) in &cx.framework.cells {
        let Some(due) = cx.over(phase) else { continue };
        // A cell that is empty on purpose has nothing to meet.
        let rows = cells.cells.keys().filter(|row| cx.joined.declared_empty(phase, row).is_none());
        let criteria: Vec<_> = rows.flat_map(|row| cx.joined.criteria(phase, row)).collect();
        let open = criteria.iter().filter(|one| one.standing == Standing::Open).count();
        if open == 0 {
            continue;
        }
        let total = criteria.len();
        out.add(
            cx.at(due.span),
            say!(
                "»{name}« sluttede {day}, men {open} af {total} kriterier er ikke opfyldt",
                "«{name}» sluttet {day}, men {open} av {total} kriterier er ikke oppfylt",
                "\"{name}\" ended {day} with {open} of {total} criteria not met";
                name = cx.phase_name(phase), day = when(due.last())
            ),
        )
        .help(say!(
            "se dem med `plan criteria`; skriv true, en dato eller {{ waived = \"…\" }} for hvert, eller flyt fasens frist",
            "se dem med `plan criteria`; skriv true, en dato eller {{ waived = \"…\" }} for hvert, eller flytt fristen for fasen",
            "see them with `plan criteria`; write true, a date or {{ waived = \"…\" }} for each, or move the due date of the phase",
        ))
        .about(phase.as_str());
    }
}
