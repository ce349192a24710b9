use super::{role_overfilled, role_per_unit, role_vacant};
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{Message, msg, say, words};
use crate::model::{ParameterKey, StatedRule};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "role-count",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "en rolle, som for få eller for mange har, i planen eller i en enhed",
            "en rolle som for få eller for mange har, i planen eller i en enhet",
            "a role that too few or too many hold, in the plan or in a unit",
        ),
        why: words!(
            "Står der ingen, har ansvaret intet sted at ligge; står der for mange, regner hver af dem med de andre.",
            "Står det ingen, har ansvaret ikke noe sted å ligge; står det for mange, regner hver av dem med de andre.",
            "With nobody there, responsibility has nowhere to lie; with too many, each of them counts on the others.",
        ),
        bad: "[roles]\nprojektleder = [\"ida\", \"jonas\"]\n",
        good: "[roles]\nprojektleder = \"ida\"\n",
    },
    run: Run::Stated(check, &[Parameter::at_least(1, ParameterKey::Roles)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    if cx.roles_are_unsure() {
        return;
    }
    let least = stated.at_least.as_ref().map_or(0, |least| usize::try_from(least.value).unwrap_or(0));
    let most = stated.at_most.as_ref().map_or(usize::MAX, |most| usize::try_from(most.value).unwrap_or(0));
    for role in stated.roles.iter().filter(|role| cx.framework.roles.contains_key(role.as_str())) {
        in_plan(cx, role, (least, most), out);
    }
    for role in &stated.per_unit_roles {
        let Some(known) = cx.framework.roles.get(role.as_str()) else { continue };
        role_per_unit::missing(cx, role, known.per.as_ref().map(|kind| kind.as_str()), out);
        role_overfilled::in_units(cx, role, out);
    }
}

fn in_plan(cx: &Context, role: &Spanned<String>, (least, most): (usize, usize), out: &mut Sink) {
    let holders = cx.holders(std::slice::from_ref(role));
    let count = holders.len();
    let message = |count: Message| {
        msg!(
            "{wanted} have rollen »{name}«, men {count} har den",
            "{wanted} ha rollen «{name}», men {count} har den",
            "{wanted} hold the role \"{name}\", but it is held by {count}";
            wanted = wanted(least, most), name = cx.role_name(role), count = count
        )
    };
    let role_id = role.as_str();
    if count == 0 && least > 0 {
        let nobody = msg!("ingen", "ingen", "nobody");
        out.add(cx.place_of_vacancy(role), message(nobody))
            .instead_of(role_vacant::RULE.id)
            .help(say!(
                "skriv {role_id} = \"…\" under [roles] med et id fra [people]",
                "skriv {role_id} = \"…\" under [roles] med en id fra [people]",
                "write {role_id} = \"…\" under [roles] with an id from [people]",
            ))
            .about(role_id);
    } else if count < least {
        let number = number(count);
        let only = msg!("kun {number}", "bare {number}", "only {number}"; number = number);
        out.add(cx.place_of(std::slice::from_ref(role)), message(only))
            .help(say!(
                "føj flere id'er fra [people] til {role_id} under [roles], så der står {least}",
                "legg flere id-er fra [people] til {role_id} under [roles], så det står {least}",
                "add more ids from [people] to {role_id} under [roles], so that there are {least}",
            ))
            .about(role_id);
    } else if count > most && !cx.holders_are_unsure(std::slice::from_ref(role)) {
        let (Some((first_id, first)), Some((_, surplus))) = (holders.first(), holders.get_index(most)) else { return };
        let name = cx.plan.person_name(first_id);
        let finding = out.add(cx.at(surplus.span), message(number(count)));
        finding.instead_of(role_overfilled::RULE.id).about(role_id);
        if most > 0 {
            finding.also(cx.at(first.span), say!("{name} har den også", "{name} har den også", "{name} holds it too"));
        }
        finding.help(if most == 1 {
            msg!(
                "vælg én, og skriv for eksempel {role_id} = \"{first_id}\"",
                "velg én, og skriv for eksempel {role_id} = \"{first_id}\"",
                "choose one and write for example {role_id} = \"{first_id}\"",
            )
        } else {
            msg!(
                "lad højst {most} stå i {role_id} under [roles]",
                "la høyst {most} stå i {role_id} under [roles]",
                "keep at most {most} in {role_id} under [roles]",
            )
        });
    }
}

/// How many there must or may be, up to the verb.
fn wanted(least: usize, most: usize) -> Message {
    let (low, high) = (number(least), number(most));
    match (least, most) {
        (least, most) if least == most => {
            msg!("netop {low} skal", "nøyaktig {low} skal", "exactly {low} must"; low = low)
        }
        (_, usize::MAX) => msg!("mindst {low} skal", "minst {low} skal", "at least {low} must"; low = low),
        (0, _) => msg!("højst {high} må", "høyst {high} kan", "at most {high} may"; high = high),
        _ => msg!("{least}–{most} skal", "{least}–{most} skal", "{least}–{most} must"),
    }
}

/// A number, the first one in letters.
fn number(count: usize) -> Message {
    match count {
        1 => msg!("én", "én", "one"),
        _ => msg!("{count}", "{count}", "{count}"),
    }
}
