use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{Side, Stakeholder, StatedRule, Status, Task};

pub static RULE: Rule = Rule {
    id: "stakeholder-commitment",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en ekstern part uden en grad af forpligtelse eller uden en opgave, parten har sagt ja til",
            "en ekstern part uten en grad av forpliktelse eller uten en oppgave parten har sagt ja til",
            "an outside partner without a degree of commitment or a task that they agreed to",
        ),
        why: words!(
            "Parterne regner med hver sit, og det viser sig først, når den ene ikke gør det, den anden ventede på.",
            "Partene regner med hver sitt, og det viser seg først når den ene ikke gjør det den andre ventet på.",
            "Each side counts on something else, and that shows only when one does not do what the other waited for.",
        ),
        bad: "[stakeholders.laeger]\nname = \"De praktiserende læger\"\nside = \"external\"\n",
        good: "[stakeholders.laeger]\nname       = \"De praktiserende læger\"\nside       = \"external\"\ncommitment = \"formel-aftale\"\ntask       = \"aftale-laeger\"\n\n[tasks.aftale-laeger]\ntitle = \"Aftal henvisning med lægerne\"\n",
    },
    run: Run::Stated(check, &[]),
    absence: true,
};

fn check(cx: &Context, _: &StatedRule, out: &mut Sink) {
    for stakeholder in cx.plan.stakeholders.values().filter(|stakeholder| is_external(cx, stakeholder)) {
        let agreed = stakeholder.task.as_ref().and_then(|id| cx.plan.tasks.get(id.as_str()));
        if let Some(task) = agreed.filter(|task| task.status() == Status::Dropped) {
            dropped(cx, stakeholder, task, out);
        }
        let no_commitment = stakeholder.commitment.is_none() && !stakeholder.is_unread("commitment");
        let no_task = stakeholder.task.is_none() && !stakeholder.is_unread("task");
        if no_commitment || no_task {
            missing(cx, stakeholder, no_commitment, no_task, out);
        }
    }
}

/// What the plan says, else the framework.
fn is_external(cx: &Context, stakeholder: &Stakeholder) -> bool {
    let known = || cx.framework.stakeholders.get(stakeholder.id.as_str())?.side.as_ref();
    !stakeholder.is_unread("side")
        && stakeholder.side.as_ref().or_else(known).is_some_and(|side| side.value == Side::External)
}

fn missing(cx: &Context, stakeholder: &Stakeholder, no_commitment: bool, no_task: bool, out: &mut Sink) {
    let name = stakeholder.name();
    let message = match (no_commitment, no_task) {
        (true, true) => msg!(
            "»{name}« har hverken en grad af forpligtelse eller en opgave, parten har sagt ja til",
            "«{name}» har verken en grad av forpliktelse eller en oppgave parten har sagt ja til",
            "\"{name}\" has neither a degree of commitment nor a task that they agreed to",
        ),
        (true, false) => msg!(
            "»{name}« har ingen grad af forpligtelse",
            "«{name}» har ingen grad av forpliktelse",
            "\"{name}\" has no degree of commitment",
        ),
        _ => msg!(
            "»{name}« har ingen opgave, parten har sagt ja til",
            "«{name}» har ingen oppgave parten har sagt ja til",
            "\"{name}\" has no task that they agreed to",
        ),
    };
    let known = cx.framework.commitments.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    if no_commitment {
        lines.push(if known.is_empty() {
            "commitment = \"…\"".to_owned()
        } else {
            format!("commitment = \"…\" ({known})")
        });
    }
    if no_task {
        lines.push("task = \"…\"".to_owned());
    }
    let lines = lines.join(", ");
    let help = if no_task {
        msg!(
            "skriv {lines} med id'et på en opgave",
            "skriv {lines} med id-en til en oppgave",
            "write {lines} with the id of a task",
        )
    } else {
        msg!("skriv {lines}", "skriv {lines}", "write {lines}")
    };
    out.add(cx.at(stakeholder.id.span), message).help(help).about(&*stakeholder.id.value);
}

fn dropped(cx: &Context, stakeholder: &Stakeholder, task: &Task, out: &mut Sink) {
    let (name, title) = (stakeholder.name(), task.title());
    let at = stakeholder.task.as_ref().map_or(stakeholder.id.span, |id| id.span);
    let status = task.status.as_ref().map_or(task.id.span, |status| status.span);
    out.add(
        cx.at(at),
        say!(
            "»{title}«, som »{name}« har sagt ja til, er udgået",
            "«{title}», som «{name}» har sagt ja til, er utgått",
            "\"{title}\", which \"{name}\" agreed to, is dropped",
        ),
    )
    .also(cx.at(status), say!("opgaven er udgået", "oppgaven er utgått", "the task is dropped"))
    .help(say!(
        "skriv id'et på den opgave, parten nu har sagt ja til",
        "skriv id-en til oppgaven parten nå har sagt ja til",
        "write the id of the task that they now agree to",
    ))
    .about(&*stakeholder.id.value);
}
