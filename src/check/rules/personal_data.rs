use crate::check::{Context, Doc, Rule, Run, Sink};
use crate::finding::Severity;
use crate::locale::{say, words};
use crate::model::personal::{id_number, private_address};

pub static RULE: Rule = Rule {
    id: "personal-data",
    severity: Severity::Warning,
    doc: Doc {
        what: words!(
            "et personnummer eller en privat e-mailadresse i en tekst",
            "et fødselsnummer eller en privat e-postadresse i en tekst",
            "a personal id number or a private e-mail address in a text",
        ),
        why: words!(
            "Planen deles og kan udleveres ved aktindsigt, og så er det, der hører til personen selv, ude.",
            "Planen deles og kan utleveres ved innsyn, og da er det som hører personen selv til, ute.",
            "The plan is shared and may be handed out as an open record, and what is private is then out.",
        ),
        bad: "[people]\nida = { name = \"Ida Holm\", email = \"ida.holm@gmail.com\" }\n",
        good: "[people]\nida = { name = \"Ida Holm\", email = \"ida.holm@kommune.example\" }\n",
    },
    run: Run::Always(check),
    absence: false,
};

fn check(cx: &Context, out: &mut Sink) {
    cx.plan.each_text(|about, text| {
        // The message does not repeat what it asks people to delete.
        let finding = if let Some(part) = id_number(text) {
            let finding = out.add(
                cx.within(text, &part),
                say!(
                    "her står noget, der ligner et personnummer",
                    "her står noe som ligner et fødselsnummer",
                    "this looks like a personal id number",
                ),
            );
            finding.help(say!(
                "slet det; planen kan udleveres ved aktindsigt",
                "slett det; planen kan utleveres ved innsyn",
                "delete it; the plan may be handed out as an open record",
            ))
        } else if let Some(part) = private_address(text) {
            let finding = out.add(
                cx.within(text, &part),
                say!(
                    "her står en privat e-mailadresse",
                    "her står en privat e-postadresse",
                    "this is a private e-mail address",
                ),
            );
            finding.help(say!(
                "skriv arbejdsadressen, eller slet den",
                "skriv jobbadressen, eller slett den",
                "write the address at work, or delete it",
            ))
        } else {
            return;
        };
        if !about.is_empty() {
            finding.about(about);
        }
    });
}
