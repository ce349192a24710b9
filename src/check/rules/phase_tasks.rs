use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "phase-tasks",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en fase uden en eneste opgave",
            "en fase uten en eneste oppgave",
            "a phase without a single task",
        ),
        why: words!(
            "En fase med lutter milepæle eller tomme felter har ingen, der arbejder, og så kommer målet ikke af sig selv.",
            "En fase med bare milepæler eller tomme felt har ingen som arbeider, og da kommer ikke målet av seg selv.",
            "In a phase of mere milestones or empty cells nobody does any work, and its goal does not come by itself.",
        ),
        bad: "[milestones.slut]\ntitle = \"Projektet slutter\"\ndate  = 2025-12-01\nphase = \"drift\"\n",
        good: "[tasks.opfoelgning]\ntitle = \"Følg op i afdelingerne\"\nphase = \"drift\"\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Phases)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let worked = &cx.coverage().worked;
    let is_empty = |phase: &str| cx.framework.phases.get_index_of(phase).is_some_and(|at| !worked.has(at));
    for phase in stated.phases.iter().filter(|phase| is_empty(phase)) {
        let message = say!(
            "»{name}« har ingen opgaver",
            "«{name}» har ingen oppgaver",
            "\"{name}\" has no tasks";
            name = cx.phase_name(phase)
        );
        out.add(cx.place_of_phase(phase), message)
            .help(say!(
                "skriv mindst én opgave med phase = \"{phase}\"",
                "skriv minst én oppgave med phase = \"{phase}\"",
                "write at least one task with phase = \"{phase}\"",
                phase = phase.as_str()
            ))
            .instead_of(super::phase_missing::RULE.id)
            .about(phase.as_str());
    }
}
