use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{list, say, words};
use crate::model::{Assessment, ElementGrade, Grade, StatedRule, Term};

pub static RULE: Rule = Rule {
    id: "assessment-complete",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et element, som ingen har vurderet, eller som er svagt uden at nogen gør noget ved det",
            "et element som ingen har vurdert, eller som er svakt uten at noen gjør noe med det",
            "an element that nobody has assessed, or a weak one that nobody does anything about",
        ),
        why: words!(
            "Det, ingen så på, er ofte det, der vælter planen, og noget svagt bliver ikke stærkere af at stå i et skema.",
            "Det ingen så på, er ofte det som velter planen, og noe svakt blir ikke sterkere av å stå i et skjema.",
            "What nobody looked at is often what topples the plan, and what is weak grows no stronger by being listed.",
        ),
        bad: "[assessments.2026-02-11]\nressourcer = \"weak\"\n",
        good: "[assessments.2026-02-11]\nressourcer = { grade = \"weak\", task = \"bemanding\" }\n\n[tasks.bemanding]\ntitle = \"Tag bemandingen op i direktionen\"\n",
    },
    run: Run::Stated(check, &[]),
    absence: true,
};

fn check(cx: &Context, _: &StatedRule, out: &mut Sink) {
    let elements = &cx.framework.assessment;
    if !cx.has_begun() || elements.is_empty() {
        return;
    }
    let assessments = cx.plan.assessments_by_day();
    let Some(last) = assessments.last() else {
        nothing(cx, out);
        return;
    };
    // An element under an unknown name may be any of them.
    let misspelt = |assessment: &&Assessment| assessment.elements.keys().any(|id| !elements.contains_key(id));
    let complete = !assessments.iter().any(misspelt);
    for (id, element) in elements {
        let grades: Vec<&ElementGrade> = assessments.iter().filter_map(|one| one.elements.get(id)).collect();
        match grades.split_last() {
            None if complete => missing(cx, element, last, out),
            Some((latest, earlier)) => weak(cx, element, latest, earlier, out),
            None => {}
        }
    }
}

fn nothing(cx: &Context, out: &mut Sink) {
    let names: Vec<_> = cx.framework.assessment.values().map(Term::names).collect();
    let first = cx.framework.assessment.keys().next().map_or("", String::as_str);
    let today = cx.today;
    out.add(
        cx.whole(),
        say!(
            "planen er begyndt, men ingen har vurderet {names}",
            "planen er begynt, men ingen har vurdert {names}",
            "the plan has begun, but nobody has assessed {names}";
            names = list(&names)
        ),
    )
    .help(say!(
        "skriv [assessments.{today}] og derunder for eksempel {first} = \"strong\", \"partial\" eller \"weak\"",
        "skriv [assessments.{today}] og under den for eksempel {first} = \"strong\", \"partial\" eller \"weak\"",
        "write [assessments.{today}] and below it for example {first} = \"strong\", \"partial\" or \"weak\"",
    ));
}

fn missing(cx: &Context, element: &Term, last: &Assessment, out: &mut Sink) {
    let (id, day) = (&element.id.value, &last.id.value);
    out.add(
        cx.at(last.id.span),
        say!(
            "ingen har vurderet »{name}«",
            "ingen har vurdert «{name}»",
            "nobody has assessed \"{name}\"";
            name = element.names()
        ),
    )
    .help(say!(
        "skriv {id} = \"strong\", \"partial\" eller \"weak\" i [assessments.{day}]",
        "skriv {id} = \"strong\", \"partial\" eller \"weak\" i [assessments.{day}]",
        "write {id} = \"strong\", \"partial\" or \"weak\" in [assessments.{day}]",
    ))
    .about(id.as_str());
}

/// Says so when the latest grade is weak and nothing is done about it.
fn weak(cx: &Context, element: &Term, latest: &ElementGrade, earlier: &[&ElementGrade], out: &mut Sink) {
    let Some(grade) = latest.grade.as_ref().filter(|grade| grade.value == Grade::Weak) else {
        return;
    };
    let named = latest.task.as_ref().map(|id| (id, cx.plan.tasks.get(id.as_str())));
    if matches!(named, Some((_, None))) || cx.plan.action(latest, earlier).is_some() {
        return;
    }
    let id = &element.id.value;
    let finding = out.add(
        cx.at(named.map_or(grade.span, |(id, _)| id.span)),
        say!(
            "»{name}« er vurderet som svag, og ingen opgave gør noget ved det",
            "«{name}» er vurdert som svak, og ingen oppgave gjør noe med det",
            "\"{name}\" is assessed as weak, and no task does anything about it";
            name = element.names()
        ),
    );
    finding.about(id.as_str());
    if let Some((_, Some(task))) = named {
        let at = task.status.as_ref().map_or(task.id.span, |status| status.span);
        finding.also(cx.at(at), say!("opgaven er udgået", "oppgaven er utgått", "the task is dropped"));
    }
    finding.help(say!(
        "skriv {id} = {{ grade = \"weak\", task = \"…\" }} med id'et på en opgave",
        "skriv {id} = {{ grade = \"weak\", task = \"…\" }} med id-en til en oppgave",
        "write {id} = {{ grade = \"weak\", task = \"…\" }} with the id of a task",
    ));
}
