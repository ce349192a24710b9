use std::collections::hash_map::Entry;

use crate::check::across::{Digest, Plans};
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::{Map, slug};
use crate::source::Spanned;

pub static RULE: Rule = Rule {
    id: "plan-twice",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "to planer med samme skabelon og samme titel",
            "to planer med samme mal og samme tittel",
            "two plans of the same framework and the same title",
        ),
        why: words!(
            "En kopi, som nogen glemte at rette eller slette, tæller med i alle oversigter, og ingen ved, hvilken der gælder.",
            "En kopi som noen glemte å rette eller slette, teller med i alle oversikter, og ingen vet hvilken som gjelder.",
            "A copy that somebody forgot to change or delete counts in every overview, and nobody knows which one holds.",
        ),
        bad: "# nord.plan.toml og kopi.plan.toml\ntemplate = \"samboe\"\ntitle    = \"SAM:BO i Nordby\"\n",
        good: "# syd.plan.toml\ntemplate = \"samboe\"\ntitle    = \"SAM:BO i Sydby\"\n",
    },
    run: Run::Across(check, 0),
    absence: false,
};

fn check(plans: &Plans, _: usize, out: &mut Sink) {
    let mut seen: Map<(&str, String), (&Digest, &Spanned<String>)> = Map::default();
    for digest in plans.all {
        let (Some(framework), Some(title)) = (&digest.framework, &digest.title) else { continue };
        // What has no letters of ours is compared as it is.
        let name = match slug(title) {
            slug if slug.is_empty() => title.value.clone(),
            slug => slug,
        };
        let (first, first_title) = match seen.entry((framework, name)) {
            Entry::Occupied(first) => *first.get(),
            Entry::Vacant(place) => {
                place.insert((digest, title));
                continue;
            }
        };
        let there = first.at(first_title.span);
        let other = there.source.name().to_owned();
        out.add(
            digest.at(title.span),
            say!(
                "{other} har samme skabelon og titel",
                "{other} har samme mal og tittel",
                "{other} has the same framework and title",
            ),
        )
        .also(there, say!("den samme titel", "den samme tittelen", "the same title"))
        .help(say!(
            "giv den ene en anden titel, eller slet den, som ikke gælder",
            "gi den ene en annen tittel, eller slett den som ikke gjelder",
            "give one of them another title, or delete the one that does not hold",
        ));
    }
}
