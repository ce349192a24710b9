use super::criterion_chain;
use crate::check::criteria::met_before;
use crate::check::{Context, Doc, Parameter, Rule, Run, Sink, when};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{ParameterKey, Standing, StatedRule};

pub static RULE: Rule = Rule {
    id: "criterion-order",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "et kriterium, som er opfyldt før det, der skal komme først",
            "et kriterium som er oppfylt før det som skal komme først",
            "a criterion that is met before the one that must come first",
        ),
        why: words!(
            "Nogen går i gang på et grundlag, som ingen har sagt ja til, og arbejdet må gøres om.",
            "Noen setter i gang på et grunnlag som ingen har sagt ja til, og arbeidet må gjøres om igjen.",
            "Somebody goes ahead on a basis that nobody has agreed to, and the work has to be done again.",
        ),
        bad: "[criteria.forbered.teknik]\nplan-godkendt = 2025-06-18\n\n[criteria.igangsaet.teknik]\noverdraget = 2025-06-02\n",
        good: "[criteria.forbered.teknik]\nplan-godkendt = 2025-05-28\n\n[criteria.igangsaet.teknik]\noverdraget = 2025-06-02\n",
    },
    run: Run::Stated(check, &[Parameter::exactly(2, ParameterKey::Criteria)]),
    absence: true,
};

fn check(cx: &Context, stated: &StatedRule, out: &mut Sink) {
    let [first, then] = stated.criteria.as_slice() else { return };
    let (Some(first), Some(then)) = (cx.joined.criterion(first), cx.joined.criterion(then)) else { return };
    let Standing::Met(then_on) = then.standing else { return };
    match (first.standing, then_on) {
        (Standing::Open, _) => {
            met_before(cx, out, &then, &first).instead_of(criterion_chain::RULE.id);
        }
        (Standing::Met(Some(first_on)), Some(then_on)) if then_on < first_on => {
            let own = then.said.and_then(|said| said.on.as_ref()).map(|on| on.span);
            let Some(at) = own.or_else(|| cx.joined.place_of(&then)) else { return };
            let finding = out.add(
                cx.at(at),
                say!(
                    "»{then}« blev opfyldt {earlier}, før »{first}«, som blev det {later}",
                    "«{then}» ble oppfylt {earlier}, før «{first}», som ble det {later}",
                    "\"{then}\" was met {earlier}, before \"{first}\", which was met {later}";
                    then = then.criterion.texts(), first = first.criterion.texts(),
                    earlier = when(then_on), later = when(first_on)
                ),
            );
            if let Some(first_at) = first.said.and_then(|said| said.on.as_ref()) {
                finding.also(cx.at(first_at.span), say!("skal komme først", "skal komme først", "comes first"));
            }
            finding
                .help(say!(
                    "ret den dato, der er forkert, eller skriv {id} = {{ met = false }}, til det er gjort om",
                    "rett datoen som er feil, eller skriv {id} = {{ met = false }} til det er gjort om igjen",
                    "correct the date that is wrong, or write {id} = {{ met = false }} until it is done again",
                    id = &then.criterion.id.value
                ))
                .about(then.address());
        }
        _ => {}
    }
}
