use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, StatedRule};

pub static RULE: Rule = Rule {
    id: "same-holder",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "to roller, som den samme person skulle have, men som ingen har begge",
            "to roller som den samme personen skulle hatt, men som ingen har begge",
            "two roles that one person should hold, but that nobody holds both of",
        ),
        why: words!(
            "Den, der ejer projektet, og den, der leder beslutningerne, kan så trække hver sin vej.",
            "Den som eier prosjektet, og den som leder beslutningene, kan da trekke hver sin vei.",
            "Whoever owns the project and whoever leads the decisions may then pull in different directions.",
        ),
        bad: "[roles]\nprojektejer = \"ida\"\nformand = \"jonas\"\n",
        good: "[roles]\nprojektejer = \"ida\"\nformand = \"ida\"\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(2, ParameterKey::Roles)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [one, other] = stated.roles.as_slice() else { return };
    let (ones, others) = (cx.plan.holders(one), cx.plan.holders(other));
    let (Some(first), Some(second)) = (ones.first(), others.first()) else { return };
    let hold_one = cx.holders(std::slice::from_ref(one));
    let both = others.iter().any(|person| hold_one.contains_key(person.as_str()));
    if both || cx.holders_are_unsure(&stated.roles) {
        return;
    }
    let (other_id, person) = (other.as_str(), first.as_str());
    let (one_name, other_name) = (cx.role_name(one), cx.role_name(other));
    out.add(
        cx.at(second.span),
        say!(
            "ingen har både rollen »{one}« og rollen »{other}«",
            "ingen har både rollen «{one}» og rollen «{other}»",
            "nobody holds both the role \"{one}\" and the role \"{other}\"";
            one = one_name, other = other_name
        ),
    )
    .also(
        cx.at(first.span),
        say!(
            "{name} har rollen »{one}«",
            "{name} har rollen «{one}»",
            "{name} holds the role \"{one}\"",
            name = cx.plan.person_name(first);
            one = one_name
        ),
    )
    .help(say!(
        "skriv også \"{person}\" i {other_id} under [roles]",
        "skriv også \"{person}\" i {other_id} under [roles]",
        "write \"{person}\" in {other_id} under [roles] too",
    ))
    .about(other_id);
}
