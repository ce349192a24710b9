use crate::calendar::{Closed, Period, Unit};
use crate::check::{Context, Doc, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{self, Lang, Say, say, words};
use crate::model::Task;
use crate::source::Span;

pub static RULE: Rule = Rule {
    id: "due-on-closed-day",
    severity: Severity::Note,
    doc: Doc {
        what: words!(
            "en frist, en opfølgning, en milepæl eller et møde i en weekend eller på en helligdag",
            "en frist, en oppfølging, en milepæl eller et møte i en helg eller på en helligdag",
            "a due date, check, milestone or meeting on a weekend or public holiday",
        ),
        why: words!(
            "Ingen er på arbejde den dag, så fristen er i virkeligheden en anden, end der står.",
            "Ingen er på jobb den dagen, så fristen er i virkeligheten en annen enn det står.",
            "Nobody is at work that day, so the real date is another than the one written.",
        ),
        bad: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\ndue   = 2025-06-09 # 2. pinsedag\n",
        good: "[tasks.undervisning]\ntitle = \"Undervis de nye kolleger\"\ndue   = 2025-06-10\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    for task in cx.open_tasks() {
        let Some(due) = &task.due else { continue };
        let title = task.title();
        let what = say!("fristen for »{title}«", "fristen for «{title}»", "the due date of \"{title}\"");
        look(cx, out, ("due", due.value, due.span), &task.id, what);
    }
    for task in cx.tasks().filter(|task: &&Task| task.ongoing) {
        let Some(check) = &task.check else { continue };
        let title = task.title();
        let what = say!("opfølgningen på »{title}«", "oppfølgingen av «{title}»", "the check of \"{title}\"");
        look(cx, out, ("check", check.value, check.span), &task.id, what);
    }
    for milestone in cx.plan.milestones.values().filter(|milestone| milestone.done.is_none()) {
        let Some(date) = &milestone.date else { continue };
        let title = milestone.title();
        let what = say!("milepælen »{title}«", "milepælen «{title}»", "the milestone \"{title}\"");
        look(cx, out, ("date", date.value, date.span), &milestone.id, what);
    }
    for meeting in cx.plan.meetings.values() {
        let Some(date) = meeting.date.as_ref().filter(|date| cx.today <= date.value) else {
            continue;
        };
        let what = say!("mødet »{name}«", "møtet «{name}»", "the meeting \"{name}\""; name = cx.meeting_name(meeting));
        look(cx, out, ("date", Period::day(date.value), date.span), &meeting.id, what);
    }
}

/// Says that a date is no working day.
fn look(cx: &Context, out: &mut Sink, (key, date, at): (&str, Period, Span), id: &str, what: impl Say) {
    let day = date.first();
    if date.unit() != Unit::Day {
        return;
    }
    let Some(closed) = cx.country.closed(day) else { return };
    let name = |lang| match (closed, lang) {
        (Closed::Weekend(_), Lang::Da | Lang::Nb) => format!("en {}", locale::closed(lang, closed)),
        (Closed::Weekend(_), Lang::En) => format!("a {}", locale::closed(lang, closed)),
        (Closed::Holiday(_), _) => locale::closed(lang, closed).to_owned(),
    };
    let (before, after) = (cx.country.previous_working_day(day), cx.country.next_working_day(day));
    out.add(
        cx.at(at),
        say!(
            "{what} falder på {name}, {day}",
            "{what} faller på {name}, {day}",
            "{what} falls on {name}, {day}";
            what = what, name = name, day = when(day)
        ),
    )
    .help(say!(
        "skriv {key} = {before} ({earlier}) eller {after} ({later})",
        "skriv {key} = {before} ({earlier}) eller {after} ({later})",
        "write {key} = {before} ({earlier}) or {after} ({later})";
        earlier = |lang| locale::weekday(lang, before.weekday()).to_owned(),
        later = |lang| locale::weekday(lang, after.weekday()).to_owned()
    ))
    .about(id);
}
