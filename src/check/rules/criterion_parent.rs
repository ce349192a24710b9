use crate::check::criteria::how_to_settle;
use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{msg, say, words};
use crate::model::{JoinedCriterion, Standing};

pub static RULE: Rule = Rule {
    id: "criterion-parent",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et kriterium, som er krydset af, mens noget af det, der står under det, er åbent",
            "et kriterium som er krysset av mens noe av det som står under det, er åpent",
            "a criterion that is ticked while one of its parts is open",
        ),
        why: words!(
            "Den, der læser planen, tror, at det hele er på plads, og ingen gør den sidste del færdig.",
            "Den som leser planen, tror at alt er på plass, og ingen gjør den siste delen ferdig.",
            "Whoever reads the plan believes that all of it is in place, and nobody finishes the last part.",
        ),
        bad: "[criteria.forbered.teknik]\nkonvertering = true\nvalg         = true\nplan         = { met = false, task = \"plan\" }\n",
        good: "[criteria.forbered.teknik]\nvalg = true\nplan = { met = false, task = \"plan\" }\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    for parent in cx.joined.followed_criteria() {
        let Some(said) = parent.said.filter(|_| matches!(parent.standing, Standing::Met(_))) else { continue };
        let is_open = |part: &JoinedCriterion| part.standing == Standing::Open;
        let open: Vec<_> = cx.joined.parts(&parent).filter(is_open).collect();
        let Some(first) = open.first() else { continue };
        let (whole, part) = (parent.criterion.texts(), first.criterion.texts());
        let message = match open.len() {
            1 => msg!(
                "»{whole}« er opfyldt, men »{part}« under det er ikke",
                "«{whole}» er oppfylt, men «{part}» under det er ikke",
                "\"{whole}\" is met, but \"{part}\" below it is not";
                whole = whole, part = part
            ),
            more => msg!(
                "»{whole}« er opfyldt, men {more} af kriterierne under det er ikke",
                "«{whole}» er oppfylt, men {more} av kriteriene under det er ikke",
                "\"{whole}\" is met, but {more} of the criteria below it are not";
                whole = whole
            ),
        };
        let help = how_to_settle(cx, &parent);
        let finding = out.add(cx.at(said.id.span), message);
        for part in open.iter().filter_map(|part| part.said) {
            finding.also(cx.at(part.id.span), say!("ikke opfyldt", "ikke oppfylt", "not met"));
        }
        finding
            .help(say!(
                "{help}; eller slet `{id}`, som gælder som opfyldt, når alt under det er det",
                "{help}; eller slett `{id}`, som gjelder som oppfylt når alt under det er det",
                "{help}; or delete `{id}`, which counts as met once all below it is",
                id = &said.id.value;
                help = help
            ))
            .about(parent.address());
    }
}
