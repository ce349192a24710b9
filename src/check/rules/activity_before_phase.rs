use crate::calendar::Period;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, no_task_is, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule, Task};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "activity-before-phase",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "en aktivitet, som ikke er udført, når den fase begynder, der bygger på den",
            "en aktivitet som ikke er utført når fasen som bygger på den, begynner",
            "an activity that is not done when the phase that builds on it begins",
        ),
        why: words!(
            "Fasen begynder på noget, der ikke er på plads, og så må den stoppe op eller gøres om.",
            "Fasen begynner på noe som ikke er på plass, og da må den stoppe opp eller gjøres om igjen.",
            "The phase begins on something that is not in place, and then has to stop or be done again.",
        ),
        bad: "[phases]\ngennemfoerelse = { start = 2025-08-01 }\n\n[tasks.formel-beslutning]\ntitle = \"Beslut at gå i gang\"\ndue   = 2025-09-10\n",
        good: "[phases]\ngennemfoerelse = { start = 2025-08-01 }\n\n[tasks.formel-beslutning]\ntitle = \"Beslut at gå i gang\"\ndue   = 2025-06-19\n",
    },
    run: Run::Stated(
        check,
        &[Parameter::at_least(1, ParameterKey::Activities), Parameter::exactly(1, ParameterKey::Phases)],
    ),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let Some(phase) = stated.phases.first() else { return };
    let dates = cx.plan.phases.get(phase.as_str());
    if dates.is_some_and(|dates| dates.unread.contains(&"start")) {
        return;
    }
    let start = dates.and_then(|dates| dates.start.as_ref());
    let begun = dates.is_some_and(|dates| dates.begun(cx.today).is_some());
    let unsure = cx.activity_is_unsure();
    for activity in stated.activities.iter().filter(|id| cx.framework.activities.contains_key(id.as_str())) {
        let tasks: Vec<_> = cx.joined.carrying_out(activity).collect();
        if tasks.is_empty() && !unsure {
            missing(cx, activity, phase, out);
        }
        let Some(start) = start else { continue };
        let sure = |task: &&&Task| !task.has_delivered() && !task.is_unread("status") && !task.is_unread("done");
        for task in tasks.iter().filter(sure) {
            if begun {
                not_done(cx, task, phase, start, out);
            } else if let Some(due) = task.due.as_ref().filter(|due| start.first() <= due.last()) {
                too_late(cx, task, due, phase, start, out);
            }
        }
    }
}

fn missing(cx: &Context, activity: &str, phase: &str, out: &mut Sink) {
    let finding = out.add(cx.place_of_phase(phase), no_task_is(cx, activity));
    finding.label(say!(
        "skal være udført, når »{name}« begynder",
        "skal være utført når «{name}» begynner",
        "is to be done when \"{name}\" begins";
        name = cx.phase_name(phase)
    ));
    finding
        .help(say!(
            "skriv en opgave [tasks.{activity}] med due = og en dato før fasen",
            "skriv en oppgave [tasks.{activity}] med due = og en dato før fasen",
            "write a task [tasks.{activity}] with due = and a date before the phase",
        ))
        .about(activity);
}

fn not_done(cx: &Context, task: &Task, phase: &str, start: &Spanned<Period>, out: &mut Sink) {
    let title = task.title();
    let said = task.status.as_ref().map_or(task.id.span, |status| status.span);
    out.add(
        cx.at(said),
        say!(
            "»{title}« er ikke udført, men »{name}« er begyndt",
            "«{title}» er ikke utført, men «{name}» har begynt",
            "\"{title}\" is not done, but \"{name}\" has begun";
            name = cx.phase_name(phase)
        ),
    )
    .also(
        cx.at(start.span),
        say!("fasens start: {day}", "starten på fasen: {day}", "the start of the phase: {day}"; day = when(start.value)),
    )
    .help(say!(
        "skriv done = med datoen, hvis opgaven er udført; ellers flyt fasens start",
        "skriv done = med datoen hvis oppgaven er utført; flytt ellers starten på fasen",
        "write done = with the date if the task is done; else move the start of the phase",
    ))
    .about(&*task.id.value);
}

fn too_late(cx: &Context, task: &Task, due: &Spanned<Period>, phase: &str, start: &Spanned<Period>, out: &mut Sink) {
    let title = task.title();
    let before = start.first().add_days(-1);
    out.add(
        cx.at(due.span),
        say!(
            "»{title}« har frist {due}, men skal være udført, når »{name}« begynder ({start})",
            "«{title}» har frist {due}, men skal være utført når «{name}» begynner ({start})",
            "\"{title}\" is due {due} but is to be done when \"{name}\" begins ({start})";
            due = when(due.value), name = cx.phase_name(phase), start = when(start.value)
        ),
    )
    .also(cx.at(start.span), say!("fasen begynder her", "fasen begynner her", "the phase begins here"))
    .help(say!(
        "skriv en frist senest {before}, eller flyt fasens start",
        "skriv en frist senest {before}, eller flytt starten på fasen",
        "write a due date no later than {before}, or move the start of the phase";
        before = when(before)
    ))
    .about(&*task.id.value);
}
