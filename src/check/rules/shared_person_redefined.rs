use crate::check::across::{Plans, Spelt};
use crate::check::{Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::source::Location;

pub static RULE: Rule = Rule {
    id: "shared-person-redefined",
    severity: Severity::Error,
    doc: Doc {
        what: words!(
            "et id i `people`, som planernes fælles personer bruger om en anden",
            "en id i `people` som planenes felles personer bruker om en annen",
            "an id in `people` that the plans' shared people use for somebody else",
        ),
        why: words!(
            "Det samme id skal betyde den samme i alle planer, der deler personer; ellers får den forkerte opgaverne.",
            "Den samme id-en skal bety den samme i alle planer som deler personer; ellers får feil person oppgavene.",
            "An id must mean the same person in all plans that share people; else the wrong one gets the tasks.",
        ),
        bad: "# .plan/people.toml\n[people]\nida = \"Ida Holm\"\n\n# nord.plan.toml\n[people]\nida = \"Ida Bech\"\n",
        good: "# .plan/people.toml\n[people]\nida = \"Ida Holm\"\n\n# nord.plan.toml\n[people]\nida-bech = \"Ida Bech\"\n",
    },
    run: Run::Across(check, 0),
    absence: false,
};

fn check(plans: &Plans, _: usize, out: &mut Sink) {
    let Some(file) = plans.shared.files.iter().next() else { return };
    let people = plans.all.iter().flat_map(|digest| digest.people.iter().map(move |person| (digest, person)));
    for (digest, person) in people {
        let known = plans.shared.people.get(&person.id.value).and_then(|known| known.name.as_ref());
        let Some(known) = known.filter(|known| !Spelt::of(known).is_one_persons(&Spelt::of(&person.name))) else {
            continue;
        };
        let (id, own, shared) = (&person.id.value, &person.name.value, &known.value);
        let there = Location { source: std::sync::Arc::clone(file), span: known.span };
        out.add(
            digest.at(person.id.span),
            say!(
                "`{id}` er »{own}« her, men »{shared}« i de fælles personer",
                "`{id}` er «{own}» her, men «{shared}» i de felles personene",
                "`{id}` is \"{own}\" here, but \"{shared}\" among the shared people",
            ),
        )
        .also(there, say!("her »{shared}«", "her «{shared}»", "\"{shared}\" here"))
        .help(say!(
            "giv den ene et andet id, og ret dér, hvor det står",
            "gi den ene en annen id, og rett der den står",
            "give one of them another id, and mend where it stands",
        ))
        .about(id.as_str());
    }
}
