use std::collections::{HashMap, HashSet};

use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{list, msg, say, words};
use crate::model::{Initiative, ParameterKey, StatedRule, Task};

pub static RULE: Rule = Rule {
    id: "initiative-activities",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en kompleks indsats, som er valgt uden de opgaver, den kræver",
            "et komplekst tiltak som er valgt uten oppgavene det krever",
            "a complex initiative chosen without the tasks that it takes",
        ),
        why: words!(
            "Ingen ved, hvem der gør hvad, og de, der skal arbejde på en ny måde, får den ikke lært.",
            "Ingen vet hvem som gjør hva, og de som skal arbeide på en ny måte, får ikke lært den.",
            "Nobody knows who does what, and those who are to work in a new way never learn it.",
        ),
        bad: "[initiatives.alkohol]\ntitle      = \"Samtaler om alkohol\"\ncomplexity = \"high\"\nchosen     = true\n",
        good: "[initiatives.alkohol]\ntitle      = \"Samtaler om alkohol\"\ncomplexity = \"high\"\nchosen     = true\n\n[tasks.oplaering-alkohol]\ntitle      = \"Lær medarbejderne at tage samtalen\"\nactivity   = \"oplaering\"\ninitiative = \"alkohol\"\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Activities)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let known = stated.activities.iter().filter_map(|id| cx.framework.activities.get_key_value(id.as_str()));
    let activities: Vec<&str> = known.map(|(id, _)| id.as_str()).collect();
    let served = Served::new(cx, &activities);
    for initiative in cx.plan.initiatives.values().filter(|initiative| initiative.is_complex_and_running()) {
        let lacking = activities.iter().copied().filter(|activity| !served.may_have(initiative, activity));
        let lacking: Vec<&str> = lacking.collect();
        if !lacking.is_empty() {
            missing(cx, initiative, &lacking, &served, out);
        }
    }
}

/// Which initiatives have a task of which activity.
#[derive(Default)]
struct Served<'a> {
    has: HashSet<(&'a str, &'a str)>,
    /// The initiatives with a task whose activity is not known.
    unsure: HashSet<&'a str>,
    /// The activities with a task whose initiative is not known.
    astray: HashSet<&'a str>,
    /// The first task of an activity that names no initiative.
    loose: HashMap<&'a str, &'a Task>,
}

impl<'a> Served<'a> {
    fn new(cx: &Context<'a>, activities: &[&'a str]) -> Served<'a> {
        let mut served = Served::default();
        for activity in activities {
            for task in cx.joined.carrying_out(activity) {
                match &task.initiative {
                    Some(id) if cx.plan.initiatives.contains_key(id.as_str()) => {
                        served.has.insert((id, activity));
                    }
                    None if !task.is_unread("initiative") => {
                        served.loose.entry(activity).or_insert(task);
                    }
                    _ => {
                        served.astray.insert(activity);
                    }
                }
            }
        }
        for task in cx.tasks() {
            let known = |activity: &str| cx.framework.activities.contains_key(activity);
            let is_known = !task.is_unread("activity") && task.activity.as_ref().is_none_or(|activity| known(activity));
            if let (Some(id), false) = (&task.initiative, is_known) {
                served.unsure.insert(id);
            }
        }
        served
    }

    /// Whether an initiative has a task of an activity, or what it has could not be made out.
    fn may_have(&self, initiative: &Initiative, activity: &str) -> bool {
        let id = initiative.id.as_str();
        self.has.contains(&(id, activity)) || self.astray.contains(activity) || self.unsure.contains(id)
    }
}

fn missing(cx: &Context, initiative: &Initiative, activities: &[&str], served: &Served, out: &mut Sink) {
    let (title, id) = (initiative.title(), &initiative.id.value);
    let names: Vec<_> = activities
        .iter()
        .map(|activity| {
            let name = cx.framework.activity_title(activity);
            msg!("»{name}«", "«{name}»", "\"{name}\""; name = name)
        })
        .collect();
    let finding = out.add(
        cx.at(initiative.id.span),
        say!(
            "»{title}« er kompleks og valgt, men har ingen opgave, der er {names}",
            "«{title}» er komplekst og valgt, men har ingen oppgave som er {names}",
            "\"{title}\" is complex and chosen, but has no task that is {names}";
            names = list(&names)
        ),
    );
    finding.about(id.as_str());
    if let Some(task) = activities.iter().find_map(|activity| served.loose.get(activity)) {
        let its = &task.id.value;
        finding.also(cx.at(task.id.span), say!("opgaven her?", "oppgaven her?", "the task here?"));
        finding.help(say!(
            "skriv initiative = \"{id}\" i [tasks.{its}], hvis den hører til her",
            "skriv initiative = \"{id}\" i [tasks.{its}] hvis den hører til her",
            "write initiative = \"{id}\" in [tasks.{its}] if it belongs here",
        ));
    } else if let Some(first) = activities.first() {
        finding.help(say!(
            "skriv en opgave [tasks.{first}-{id}] med activity = \"{first}\" og initiative = \"{id}\"",
            "skriv en oppgave [tasks.{first}-{id}] med activity = \"{first}\" og initiative = \"{id}\"",
            "write a task [tasks.{first}-{id}] with activity = \"{first}\" and initiative = \"{id}\"",
        ));
    }
}
