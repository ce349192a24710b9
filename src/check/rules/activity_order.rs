use std::collections::HashMap;

use crate::calendar::Date;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, wait_for_one_of};
use crate::finding::Severity;
use crate::locale::{Lang, Text, date, msg, say, words};
use crate::model::{Framework, ParameterKey, StatedRule, Status, Task, Within};

pub static RULE: Rule = Rule {
    id: "activity-order",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en aktivitet, som begynder, før den aktivitet, den bygger på, er færdig",
            "en aktivitet som begynner før aktiviteten den bygger på, er ferdig",
            "an activity that begins before the one it builds on is finished",
        ),
        why: words!(
            "De, der skal bruge resultatet af det første, står uden det, når de går i gang, og må gøre arbejdet om.",
            "De som skal bruke resultatet av det første, står uten det når de går i gang, og må gjøre arbeidet om igjen.",
            "Those who need the result of the first begin without it and have to do the work again.",
        ),
        bad: "[tasks.struktur]\ntitle = \"Beslut en struktur\"\ndue   = 2025-09-18\n\n[tasks.etabler-struktur]\ntitle = \"Sæt strukturen i drift\"\nstart = 2025-09-01\n",
        good: "[tasks.struktur]\ntitle = \"Beslut en struktur\"\ndue   = 2025-09-18\n\n[tasks.etabler-struktur]\ntitle = \"Sæt strukturen i drift\"\nafter = [\"struktur\"]\nstart = 2025-09-22\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(2, ParameterKey::Activities)]),
    absence: false,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [first, then] = stated.activities.as_slice() else {
        return;
    };
    if !cx.framework.activities.contains_key(first.as_str()) {
        return;
    }
    let firsts: Vec<_> = cx.joined.carrying_out(first).collect();
    let within = stated.within.as_ref().map_or(Within::Plan, |within| within.value);
    let open = Open::new(&firsts, within, cx.framework);
    let complete = cx.plan.damaged.is_empty();
    let none = firsts.is_empty();
    let waiting = cx.joined.waiting_on(firsts);
    for task in cx.joined.carrying_out(then) {
        if none {
            if complete {
                nothing_first(cx, first, task, out);
            }
            return;
        }
        let earlier = open.before(task, within, cx.framework);
        if matches!(task.status(), Status::Doing | Status::Done) {
            if let Some(earlier) = earlier.iter().find_map(|group| group.first()) {
                begun(cx, task, earlier, out);
            }
        } else if let Some(starts) = starts(task).filter(|_| !task.is_unread("start")) {
            // The latest that `after` does not name; those it names are looked at where they are named.
            let unnamed = earlier.iter().filter_map(|group| group.iter().find(|first| !names(task, first)));
            let latest = unnamed.max_by_key(|first| ends(first));
            if let Some(latest) = latest.filter(|first| ends(first).is_some_and(|end| starts < end)) {
                too_early(cx, task, latest, out);
            }
        }
        if stated.linked && complete && !waiting.has(task) && !cx.after_is_unsure(task) {
            unlinked(cx, task, waiting.candidates(task), out);
        }
    }
}

/// Tasks by when they end, the last first.
type Group<'a> = Vec<&'a Task>;
/// A phase and a row; two empty ids for the plan as a whole.
type Place<'a> = (&'a str, &'a str);

/// The open tasks that come first, by place, and in each by unit; `None` is all of them.
struct Open<'a>(HashMap<Place<'a>, HashMap<Option<Option<&'a str>>, Group<'a>>>);

impl<'a> Open<'a> {
    fn new(firsts: &[&'a Task], within: Within, framework: &'a Framework) -> Open<'a> {
        let mut open: Vec<_> = firsts.iter().copied().filter(|task| !task.has_delivered()).collect();
        open.sort_by_key(|task| std::cmp::Reverse(ends(task)));
        let mut places: HashMap<Place, HashMap<_, Group>> = HashMap::new();
        for task in open {
            for place in places_of(task, within, framework) {
                let units = places.entry(place).or_default();
                units.entry(None).or_default().push(task);
                units.entry(Some(task.unit_id())).or_default().push(task);
            }
        }
        Open(places)
    }

    /// Those that come before a task: of its own unit and of none, or all where it has no unit.
    fn before(&self, task: &'a Task, within: Within, framework: &'a Framework) -> Vec<&Group<'a>> {
        let scopes = match task.unit_id() {
            Some(unit) => vec![Some(Some(unit)), Some(None)],
            None => vec![None],
        };
        let places = places_of(task, within, framework).into_iter().filter_map(|place| self.0.get(&place));
        places.flat_map(|units| scopes.iter().filter_map(|scope| units.get(scope))).collect()
    }
}

fn places_of<'a>(task: &'a Task, within: Within, framework: &'a Framework) -> Vec<Place<'a>> {
    if within == Within::Plan {
        return vec![("", "")];
    }
    let rows = || task.dimensions.iter().flat_map(|dimension| framework.rows_of(dimension));
    task.phases.iter().flat_map(|phase| rows().map(|row| (phase.as_str(), row))).collect()
}

/// The last day on which a task may end.
fn ends(task: &Task) -> Option<Date> {
    task.due.as_ref().map(|due| due.last())
}

/// The first day of a task, the last day of its due where it does not say.
fn starts(task: &Task) -> Option<Date> {
    task.start.as_ref().map(|start| start.first()).or_else(|| ends(task))
}

fn names(task: &Task, earlier: &Task) -> bool {
    task.after.iter().any(|id| id.value == earlier.id.value)
}

fn nothing_first(cx: &Context, first: &str, task: &Task, out: &mut Sink) {
    let (title, known) = (task.title(), cx.framework.activity_title(first));
    out.add(
        cx.at(task.id.span),
        say!(
            "»{title}« bygger på »{da}«, som ikke er i planen",
            "«{title}» bygger på «{nb}», som ikke er i planen",
            "\"{title}\" builds on \"{en}\", which is not in the plan",
            da = known.da,
            nb = known.nb,
            en = known.en
        ),
    )
    .help(say!(
        "skriv en opgave [tasks.{first}], og skriv after = [\"{first}\"] her",
        "skriv en oppgave [tasks.{first}], og skriv after = [\"{first}\"] her",
        "write a task [tasks.{first}], and after = [\"{first}\"] here",
    ))
    .about(&*task.id.value);
}

fn begun(cx: &Context, task: &Task, earlier: &Task, out: &mut Sink) {
    let (title, first) = (task.title(), earlier.title());
    let done = task.status() == Status::Done;
    let message = if done {
        msg!(
            "»{title}« er udført, men »{first}« er ikke færdig",
            "«{title}» er utført, men «{first}» er ikke ferdig",
            "\"{title}\" is done, but \"{first}\" is not finished",
        )
    } else {
        msg!(
            "»{title}« er i gang, men »{first}« er ikke færdig",
            "«{title}» pågår, men «{first}» er ikke ferdig",
            "\"{title}\" is in progress, but \"{first}\" is not finished",
        )
    };
    let said = task.status.as_ref().map(|status| status.span).or(task.done.as_ref().map(|done| done.span));
    let help = if done {
        msg!(
            "skriv done = med en dato i `{id}`, hvis den er udført",
            "skriv done = med en dato i `{id}` hvis den er utført",
            "write done = with a date in `{id}` if it is done",
            id = &earlier.id.value
        )
    } else {
        msg!(
            "skriv status = \"blocked\" her, eller done = med en dato i `{id}`, hvis den er udført",
            "skriv status = \"blocked\" her, eller done = med en dato i `{id}` hvis den er utført",
            "write status = \"blocked\" here, or done = with a date in `{id}` if it is done",
            id = &earlier.id.value
        )
    };
    out.add(cx.at(said.unwrap_or(task.id.span)), message)
        .also(cx.at(earlier.id.span), say!("ikke færdig", "ikke ferdig", "not finished"))
        .help(help)
        .about(&*task.id.value);
}

fn too_early(cx: &Context, task: &Task, earlier: &Task, out: &mut Sink) {
    let said = task.start.as_ref().or(task.due.as_ref());
    let (Some(said), Some(due), Some(starts)) = (said, &earlier.due, starts(task)) else {
        return;
    };
    let (title, first) = (task.title(), earlier.title());
    let days = |lang| (date(lang, starts), date(lang, due.last()));
    let say = |lang| {
        let (from, to) = days(lang);
        match (lang, task.start.is_some()) {
            (Lang::Da, true) => format!("»{title}« begynder {from}, men »{first}« skal først være færdig {to}"),
            (Lang::Da, false) => format!("»{title}« har frist {from}, men »{first}« skal først være færdig {to}"),
            (Lang::Nb, true) => format!("«{title}» begynner {from}, men «{first}» skal først være ferdig {to}"),
            (Lang::Nb, false) => format!("«{title}» har frist {from}, men «{first}» skal først være ferdig {to}"),
            (Lang::En, true) => format!("\"{title}\" begins {from}, but \"{first}\" is not due until {to}"),
            (Lang::En, false) => format!("\"{title}\" is due {from}, but \"{first}\" is not due until {to}"),
        }
    };
    let day = cx.country.next_working_day(due.last().add_days(1));
    let key = if task.start.is_some() { "start" } else { "due" };
    out.add(cx.at(said.span), Text { da: say(Lang::Da), nb: say(Lang::Nb), en: say(Lang::En) })
        .also(cx.at(due.span), say!("skal være færdig her", "skal være ferdig her", "to be finished here"))
        .help(say!(
            "skriv {key} = {day} eller senere, eller ret fristen for `{id}`",
            "skriv {key} = {day} eller senere, eller rett fristen for `{id}`",
            "write {key} = {day} or later, or change the due date of `{id}`",
            id = &earlier.id.value
        ))
        .about(&*task.id.value);
}

fn unlinked(cx: &Context, task: &Task, candidates: &[&Task], out: &mut Sink) {
    let Some(earlier) = candidates.first() else { return };
    let (title, first) = (task.title(), earlier.title());
    let at = task.after.first().map_or(task.id.span, |first| first.span);
    out.add(
        cx.at(at),
        say!(
            "»{title}« venter ikke på »{first}«",
            "«{title}» venter ikke på «{first}»",
            "\"{title}\" does not wait for \"{first}\"",
        ),
    )
    .also(cx.at(earlier.id.span), say!("skal være færdig først", "skal være ferdig først", "comes first"))
    .help(wait_for_one_of(task, candidates))
    .about(&*task.id.value);
}
