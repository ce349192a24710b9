use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{list, msg, say, words};
use crate::model::StatedRule;

pub static RULE: Rule = Rule {
    id: "theme-incomplete",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et tema uden en knast eller uden en løsning at prøve, eller en plan uden temaer",
            "et tema uten noe som skurrer eller uten en løsning å prøve ut, eller en plan uten temaer",
            "a theme without a friction point or a solution to try, or a plan without themes",
        ),
        why: words!(
            "En gruppe uden en knast har intet at løse, og uden en løsning har den intet at prøve, før den mødes igen.",
            "En gruppe uten noe som skurrer, har ingenting å løse, og uten en løsning har den ingenting å prøve ut før den møtes igjen.",
            "A group without a friction point has nothing to solve, and without a solution nothing to try before it meets again.",
        ),
        bad: "[themes.blodproever]\ntitle    = \"Blodprøver uden unødige ture\"\nfriction = [\"Den samme prøve bliver taget to gange\"]\n",
        good: "[themes.blodproever]\ntitle     = \"Blodprøver uden unødige ture\"\nfriction  = [\"Den samme prøve bliver taget to gange\"]\nsolutions = [\"Ét fælles skema over, hvad der er taget\"]\n",
    },
    run: Run::Stated(check, &[]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    if cx.plan.themes.is_empty() && themes_are_due(cx, stated) {
        out.add(
            cx.whole(),
            say!(
                "planen er begyndt, men har ingen temaer",
                "planen er begynt, men har ingen temaer",
                "the plan has begun, but has no themes",
            ),
        )
        .help(say!(
            "skriv et tema [themes.…] med title, friction og solutions",
            "skriv et tema [themes.…] med title, friction og solutions",
            "write a theme [themes.…] with title, friction and solutions",
        ));
    }
    for theme in cx.plan.themes.values() {
        let mut names = Vec::new();
        let mut lines = Vec::new();
        if theme.friction.is_empty() && !theme.is_unread("friction") {
            names.push(msg!("en knast", "noe som skurrer", "a friction point"));
            lines.push("friction = [\"…\"]");
        }
        if theme.solutions.is_empty() && !theme.is_unread("solutions") {
            names.push(msg!("en løsning at prøve", "en løsning å prøve ut", "a solution to try"));
            lines.push("solutions = [\"…\"]");
        }
        if names.is_empty() {
            continue;
        }
        let (title, lines) = (theme.title(), lines.join(", "));
        out.add(
            cx.at(theme.id.span),
            msg!("»{title}« mangler {names}", "«{title}» mangler {names}", "\"{title}\" lacks {names}"; names = list(&names)),
        )
        .help(say!("skriv {lines}", "skriv {lines}", "write {lines}"))
        .about(&*theme.id.value);
    }
}

/// Whether one of the phases that the framework names has begun; without any, the plan.
fn themes_are_due(cx: &Context, stated: &StatedRule) -> bool {
    let start = |phase: &str| cx.plan.phases.get(phase)?.start.as_ref();
    let has_begun = |phase: &str| start(phase).is_some_and(|start| start.first() <= cx.today);
    if stated.phases.is_empty() { cx.has_begun() } else { stated.phases.iter().any(|phase| has_begun(phase)) }
}
