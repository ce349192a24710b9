use crate::check::criteria::met_before;
use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::words;
use crate::model::Standing;

pub static RULE: Rule = Rule {
    id: "criterion-chain",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et opfyldt kriterium, som bygger på et, der er åbent",
            "et oppfylt kriterium som bygger på et som er åpent",
            "a criterion that is met while one it builds on is open",
        ),
        why: words!(
            "Enten er et kriterium krydset af for tidligt, eller også er det første glemt; i begge tilfælde tager planen fejl.",
            "Enten er et kriterium krysset av for tidlig, eller så er det første glemt; i begge tilfeller tar planen feil.",
            "Either a criterion was ticked too early or the first one was forgotten; the plan is wrong both ways.",
        ),
        bad: "[criteria.igangsaet.teknik]\noverdraget = 2025-06-02\n",
        good: "[criteria.forbered.teknik]\nplan-godkendt = 2025-05-28\n\n[criteria.igangsaet.teknik]\noverdraget = 2025-06-02\n",
    },
    run: Run::Always(check),
    absence: true,
};

fn check(cx: &Context, out: &mut Sink) {
    for then in cx.joined.followed_criteria().filter(|one| matches!(one.standing, Standing::Met(_))) {
        let firsts = then.criterion.after.iter().filter_map(|address| cx.joined.criterion(address));
        for first in firsts.filter(|first| first.standing == Standing::Open) {
            met_before(cx, out, &then, &first);
        }
    }
}
