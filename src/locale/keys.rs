//! What each key of the plan file means, one sentence each, by the tables and
//! keys that lead to it; the ids between them are left out.

use super::{Words, words};

macro_rules! keys {
    ($($path:literal: $da:literal $nb:literal $en:literal)*) => {
        &[$(($path, words!($da, $nb, $en))),*]
    };
}

/// What a key means.
pub(crate) fn key(path: &str) -> Option<Words> {
    KEYS.iter().find(|(key, _)| *key == path).map(|(_, words)| *words)
}

pub(crate) const PLAN_FILE: Words = words!(
    "En implementeringsplan, som `plan` læser den.",
    "En implementeringsplan slik `plan` leser den.",
    "An implementation plan as `plan` reads it.",
);

#[rustfmt::skip]
pub(crate) static KEYS: &[(&str, Words)] = keys! {
    "template":
        "Skabelonen, som planen følger: id'et på en indbygget eller stien til en fil, \"./navn.yaml\"."
        "Malen som planen følger: id-en til en innebygd eller stien til en fil, \"./navn.yaml\"."
        "The framework that the plan follows: the id of a built-in one, or the path of a file, \"./name.yaml\"."
    "title":
        "Planens titel, som den står øverst i alle oversigter."
        "Planens tittel, slik den står øverst i alle oversikter."
        "The plan's title, as it stands at the top of every view."
    "language":
        "Sproget i alle oversigter; uden den gælder skabelonens."
        "Språket i alle oversikter; uten den gjelder malens."
        "The language of every view; without it, the framework's."
    "country":
        "Landet, hvis helligdage tæller; uden den gælder skabelonens."
        "Landet der helligdagene teller; uten den gjelder malens."
        "The country whose public holidays count; without it, the framework's."
    "start":
        "Planens første dag, som skabelonens afstande regnes fra."
        "Planens første dag, som malens avstander regnes fra."
        "The plan's first day, from which the framework's distances count."
    "case":
        "Sagens journalnummer, som står forrest i statusrapporten."
        "Sakens journalnummer, som står først i statusrapporten."
        "The case's journal number, which heads the status report."
    "people":
        "De personer, planen nævner: id = \"Navn\", eller en tabel med mere."
        "De personene planen nevner: id = \"Navn\", eller en tabell med mer."
        "The people that the plan names: id = \"Name\", or a table with more."
    "people.name":
        "Personens navn, som det vises i oversigterne."
        "Personens navn, slik det vises i oversiktene."
        "The person's name, as the views show it."
    "people.email":
        "Personens e-mailadresse på arbejdet."
        "Personens e-postadresse på jobben."
        "The person's e-mail address at work."
    "people.organisation":
        "Den organisation, personen arbejder i."
        "Organisasjonen som personen arbeider i."
        "The organisation in which the person works."
    "people.sector":
        "Den sektor, personen kommer fra, med skabelonens ord."
        "Sektoren som personen kommer fra, med malens ord."
        "The sector that the person comes from, in the framework's words."
    "people.mandates":
        "Hvad personen må beslutte, et eller flere af skabelonens mandater."
        "Hva personen kan beslutte, ett eller flere av malens mandater."
        "What the person may decide, one or more of the framework's mandates."
    "people.skills":
        "Hvad personen har forstand på, en eller flere af skabelonens kompetencer."
        "Hva personen har greie på, en eller flere av malens kompetanser."
        "What the person knows about, one or more of the framework's skills."

    "roles":
        "Hvem der har skabelonens roller: én person, flere, eller en tabel med hver enheds egne."
        "Hvem som har malens roller: én person, flere, eller en tabell med egne for hver enhet."
        "Who holds the framework's roles: one person, several, or a table with each unit's own."
    "units":
        "De steder, hvor samme opgave løses hver for sig: id = \"Navn\", eller en tabel med name og kind."
        "De stedene der samme oppgave løses hver for seg: id = \"Navn\", eller en tabell med name og kind."
        "The places where the same task is done in each: id = \"Name\", or a table with name and kind."
    "units.name":
        "Enhedens navn, som det vises i oversigterne."
        "Enhetens navn, slik det vises i oversiktene."
        "The unit's name, as the views show it."
    "units.kind":
        "Hvilken af skabelonens slags enheder det er; uden den er det den første."
        "Hvilken av malens typer enheter det er; uten den er det den første."
        "Which of the framework's kinds of unit it is; without it, the first."

    "phases":
        "Hvornår skabelonens faser ligger i denne plan."
        "Når malens faser ligger i denne planen."
        "When the framework's phases are in this plan."
    "phases.start":
        "Den dag eller periode, hvor fasen begynder; af en periode gælder den første dag."
        "Dagen eller perioden da fasen begynner; av en periode gjelder den første dagen."
        "The day or period in which the phase begins; of a period, its first day."
    "phases.due":
        "Den dag eller periode, hvor fasen slutter; af en periode gælder den sidste dag."
        "Dagen eller perioden da fasen slutter; av en periode gjelder den siste dagen."
        "The day or period in which the phase ends; of a period, its last day."
    "phases.ongoing":
        "true, når fasen fortsætter efter sin frist eller ikke har nogen slutning."
        "true når fasen fortsetter etter fristen eller ikke har noen slutt."
        "true when the phase goes on after it is due, or has no end."

    "tasks":
        "Det, der skal gøres, hver opgave under sit eget id."
        "Det som skal gjøres, hver oppgave under sin egen id."
        "What is to be done, each task under an id of its own."
    "tasks.title":
        "Hvad der skal gøres, helst begyndt med et udsagnsord."
        "Hva som skal gjøres, helst med et verb først."
        "What is to be done, best begun with a verb."
    "tasks.phase":
        "Den eller de faser, opgaven hører til."
        "Den eller de fasene oppgaven hører til."
        "The phase or phases to which the task belongs."
    "tasks.dimension":
        "Den eller de rækker i matrixen, opgaven hører til; en gruppe står for alle sine rækker."
        "Den eller de radene i matrisen som oppgaven hører til; en gruppe står for alle radene sine."
        "The row or rows of the matrix to which the task belongs; a group stands for all its rows."
    "tasks.role":
        "Den af skabelonens roller, der udfører opgaven."
        "Den av malens roller som utfører oppgaven."
        "The framework's role that does the task."
    "tasks.owner":
        "Den ene person, der er ansvarlig for opgaven, ved sit id fra [people]."
        "Den ene personen som er ansvarlig for oppgaven, med id-en fra [people]."
        "The one person who is accountable for the task, by the id in [people]."
    "tasks.with":
        "De medansvarlige: personer fra [people] eller roller."
        "De medansvarlige: personer fra [people] eller roller."
        "Who is also responsible: people of [people], or roles."
    "tasks.unit":
        "Den enhed fra [units], hvor opgaven løses."
        "Enheten fra [units] der oppgaven løses."
        "The unit of [units] where the task is done."
    "tasks.initiative":
        "Den indsats fra [initiatives], som opgaven tjener."
        "Tiltaket fra [initiatives] som oppgaven tjener."
        "The initiative of [initiatives] that the task serves."
    "tasks.activity":
        "Den af skabelonens aktiviteter, som opgaven udfører, når opgavens id ikke siger det."
        "Den av malens aktiviteter som oppgaven utfører, når oppgavens id ikke sier det."
        "The framework's activity that the task carries out, where its id does not say so."
    "tasks.after":
        "De opgaver, der skal være udført, før denne kan begynde."
        "De oppgavene som må være utført før denne kan begynne."
        "The tasks that must be done before this one can start."
    "tasks.start":
        "Den dag eller periode, hvor opgaven begynder; af en periode gælder den første dag."
        "Dagen eller perioden da oppgaven begynner; av en periode gjelder den første dagen."
        "The day or period in which the task starts; of a period, its first day."
    "tasks.takes":
        "Hvor mange arbejdsdage opgaven tager, fra den begynder; weekender og helligdage tæller ikke."
        "Hvor mange arbeidsdager oppgaven tar fra den begynner; helger og helligdager teller ikke."
        "How many working days the task takes once begun; weekends and public holidays do not count."
    "tasks.due":
        "Opgavens frist, en dag eller en periode; af en periode gælder den sidste dag."
        "Oppgavens frist, en dag eller en periode; av en periode gjelder den siste dagen."
        "When the task is due, a day or a period; of a period, its last day."
    "tasks.ongoing":
        "true, når opgaven fortsætter efter sin frist, som så er første gang."
        "true når oppgaven fortsetter etter fristen, som da er første gang."
        "true when the task goes on after it is due, which then is the first time."
    "tasks.check":
        "Den dag eller periode, hvor der næste gang følges op på en løbende opgave."
        "Dagen eller perioden da en løpende oppgave følges opp neste gang."
        "The day or period in which an ongoing task is next followed up."
    "tasks.status":
        "Hvor langt opgaven er; uden status er den ikke begyndt, og med done er den udført."
        "Hvor langt oppgaven er kommet; uten status er den ikke startet, og med done er den utført."
        "How far the task is; without a status it is not started, and with done it is done."
    "tasks.done":
        "Den dag, opgaven blev udført."
        "Dagen da oppgaven ble utført."
        "The day on which the task was done."
    "tasks.points":
        "Enkeltheder under opgaven, uden egen status."
        "Enkeltheter under oppgaven, uten egen status."
        "Details below the task, without a status of their own."
    "tasks.note":
        "En kommentar, der vises sammen med opgaven."
        "En kommentar som vises sammen med oppgaven."
        "A comment that is shown with the task."

    "milestones":
        "Dage, som planen styrer efter, hver milepæl under sit eget id."
        "Dager som planen styrer etter, hver milepæl under sin egen id."
        "Days that the plan steers by, each milestone under an id of its own."
    "milestones.title":
        "Hvad der er nået på dagen."
        "Hva som er nådd den dagen."
        "What is reached on the day."
    "milestones.date":
        "Den dag eller periode, hvor milepælen skal være nået."
        "Dagen eller perioden da milepælen skal være nådd."
        "The day or period by which the milestone is to be reached."
    "milestones.phase":
        "Den fase, milepælen hører til."
        "Fasen som milepælen hører til."
        "The phase to which the milestone belongs."
    "milestones.after":
        "De opgaver, der skal være udført, før milepælen er nået."
        "De oppgavene som må være utført før milepælen er nådd."
        "The tasks that must be done before the milestone is reached."
    "milestones.decision":
        "true for et beslutningspunkt, som et faseskift venter på."
        "true for et beslutningspunkt som et faseskifte venter på."
        "true for a decision point that a change of phase waits for."
    "milestones.done":
        "Den dag, milepælen blev nået."
        "Dagen da milepælen ble nådd."
        "The day on which the milestone was reached."

    "cells":
        "Felter i matrixen, der er bevidst tomme, under fase og række: [cells.FASE.RÆKKE]."
        "Felter i matrisen som er bevisst tomme, under fase og rad: [cells.FASE.RAD]."
        "Cells of the matrix that are intentionally empty, under phase and row: [cells.PHASE.ROW]."
    "cells.empty":
        "Grunden til, at der ikke er planlagt noget her."
        "Grunnen til at det ikke er planlagt noe her."
        "The reason why nothing is planned here."

    "criteria":
        "Succeskriterierne under fase og række: true, false, dagen for opfyldelsen eller en tabel."
        "Suksesskriteriene under fase og rad: true, false, dagen de ble oppfylt eller en tabell."
        "The success criteria under phase and row: true, false, the day they were met, or a table."
    "criteria.met":
        "Om kriteriet er opfyldt: true, false eller dagen, hvor det blev opfyldt."
        "Om kriteriet er oppfylt: true, false eller dagen da det ble oppfylt."
        "Whether the criterion is met: true, false, or the day on which it was."
    "criteria.task":
        "Den opgave, der skal opfylde kriteriet."
        "Oppgaven som skal oppfylle kriteriet."
        "The task that is to meet the criterion."
    "criteria.note":
        "En kommentar, der vises sammen med kriteriet."
        "En kommentar som vises sammen med kriteriet."
        "A comment that is shown with the criterion."
    "criteria.waived":
        "Grunden til, at kriteriet ikke er relevant her."
        "Grunnen til at kriteriet ikke er relevant her."
        "The reason why the criterion is not relevant here."

    "decisions":
        "Beslutninger, der skal tages eller er taget, hver under sit eget id."
        "Beslutninger som skal tas eller er tatt, hver under sin egen id."
        "Decisions to be taken or taken, each under an id of its own."
    "decisions.text":
        "Spørgsmålet, der skal besluttes."
        "Spørsmålet som skal besluttes."
        "The question to be decided."
    "decisions.meeting":
        "Det møde fra [meetings], hvor beslutningen skal tages."
        "Møtet fra [meetings] der beslutningen skal tas."
        "The meeting of [meetings] that is to decide."
    "decisions.recommendation":
        "Indstillingen: det svar, der foreslås."
        "Innstillingen: svaret som foreslås."
        "The recommendation: the answer that is proposed."
    "decisions.options":
        "De muligheder, der er at vælge imellem."
        "Mulighetene det kan velges mellom."
        "The options to choose from."
    "decisions.deadline":
        "Den dag eller periode, hvor beslutningen senest skal være taget."
        "Dagen eller perioden da beslutningen senest må være tatt."
        "The day or period by which the decision must be taken."
    "decisions.outcome":
        "Hvad der blev besluttet."
        "Hva som ble besluttet."
        "What was decided."
    "decisions.decided":
        "Den dag, beslutningen blev taget."
        "Dagen da beslutningen ble tatt."
        "The day on which it was decided."
    "decisions.criterion":
        "Det succeskriterium, der venter på beslutningen, skrevet fase.række.kriterium."
        "Suksesskriteriet som venter på beslutningen, skrevet fase.rad.kriterium."
        "The success criterion that waits for the decision, written phase.row.criterion."

    "benefits":
        "Gevinster, som planen skal føre til, hver under sit eget id."
        "Gevinster som planen skal føre til, hver under sin egen id."
        "Benefits that the plan is to bring, each under an id of its own."
    "benefits.title":
        "Hvad der bliver bedre."
        "Hva som blir bedre."
        "What gets better."
    "benefits.owner":
        "Gevinstejeren: en person fra [people] eller en rolle."
        "Gevinsteieren: en person fra [people] eller en rolle."
        "The benefit owner: one of [people], or a role."
    "benefits.question":
        "Det spørgsmål, der viser, om gevinsten er kommet."
        "Spørsmålet som viser om gevinsten er kommet."
        "The question that shows whether the benefit has come."
    "benefits.level":
        "Det eller de niveauer, hvor gevinsten rapporteres, med skabelonens ord."
        "Det eller de nivåene der gevinsten rapporteres, med malens ord."
        "The level or levels at which the benefit is reported, in the framework's words."
    "benefits.baseline":
        "Nulpunktet: tallet eller ordene, før planen begyndte."
        "Nullpunktet: tallet eller ordene før planen begynte."
        "The baseline: the figure, or the words, before the plan began."
    "benefits.target":
        "Målet: det tal eller de ord, der skal nås."
        "Målet: tallet eller ordene som skal nås."
        "The goal: the figure, or the words, to be reached."
    "benefits.readings":
        "Målinger undervejs: dag = et tal eller ord."
        "Målinger underveis: dag = et tall eller ord."
        "Readings along the way: day = a figure, or words."
    "benefits.outcome":
        "Hvad gevinsten endte med."
        "Hva gevinsten endte med."
        "What became of the benefit."
    "benefits.note":
        "En kommentar, der vises sammen med gevinsten."
        "En kommentar som vises sammen med gevinsten."
        "A comment that is shown with the benefit."

    "indicators":
        "Indikatorer, der måles undervejs, hver under sit eget id."
        "Indikatorer som måles underveis, hver under sin egen id."
        "Indicators measured along the way, each under an id of its own."
    "indicators.title":
        "Hvad der måles, og i hvilken enhed."
        "Hva som måles, og i hvilken enhet."
        "What is measured, and in which unit."
    "indicators.kind":
        "Hvad indikatoren siger noget om: kvalitet, resultat eller nytte."
        "Hva indikatoren sier noe om: kvalitet, resultat eller nytte."
        "What the indicator tells of: quality, result or value."
    "indicators.source":
        "Hvor tallene kommer fra."
        "Hvor tallene kommer fra."
        "Where the figures come from."
    "indicators.recipient":
        "Hvem der får indikatoren at se."
        "Hvem som får se indikatoren."
        "Who is told what the indicator shows."
    "indicators.initiative":
        "Den indsats fra [initiatives], som indikatoren måler."
        "Tiltaket fra [initiatives] som indikatoren måler."
        "The initiative of [initiatives] that the indicator measures."
    "indicators.readings":
        "Målinger undervejs: dag = et tal eller ord."
        "Målinger underveis: dag = et tall eller ord."
        "Readings along the way: day = a figure, or words."

    "risks":
        "Risici: det, der kan gå galt, hver under sit eget id."
        "Risikoer: det som kan gå galt, hver under sin egen id."
        "Risks: what may go wrong, each under an id of its own."
    "risks.title":
        "Hvad der kan gå galt."
        "Hva som kan gå galt."
        "What may go wrong."
    "risks.likelihood":
        "Hvor sandsynlig risikoen er, fra 1 (lille) til 5 (stor)."
        "Hvor sannsynlig risikoen er, fra 1 (liten) til 5 (stor)."
        "How likely the risk is, from 1 (little) to 5 (much)."
    "risks.impact":
        "Hvor alvorlig følgen er, fra 1 (lille) til 5 (stor)."
        "Hvor alvorlig følgen er, fra 1 (liten) til 5 (stor)."
        "How grave the consequence is, from 1 (little) to 5 (much)."
    "risks.owner":
        "Den person fra [people], der holder øje med risikoen."
        "Personen fra [people] som følger med på risikoen."
        "The one of [people] who watches the risk."
    "risks.response":
        "Hvad der gøres ved risikoen."
        "Hva som gjøres med risikoen."
        "What is done about the risk."
    "risks.reviewed":
        "Den dag, risikoen sidst blev vurderet."
        "Dagen da risikoen sist ble vurdert."
        "The day on which the risk was last looked at."

    "stakeholders":
        "Interessenter: dem, planen angår, hver under sit eget id."
        "Interessenter: de som planen angår, hver under sin egen id."
        "Stakeholders: whom the plan touches, each under an id of its own."
    "stakeholders.name":
        "Interessentens navn."
        "Interessentens navn."
        "The stakeholder's name."
    "stakeholders.side":
        "Om interessenten er uden for eller inden for organisationen."
        "Om interessenten er utenfor eller innenfor organisasjonen."
        "Whether the stakeholder is outside or inside the organisation."
    "stakeholders.interest":
        "Hvad interessenten gerne vil opnå eller undgå."
        "Hva interessenten ønsker å oppnå eller unngå."
        "What the stakeholder wants to gain or avoid."
    "stakeholders.influence":
        "Hvordan interessenten kan påvirke planen."
        "Hvordan interessenten kan påvirke planen."
        "How the stakeholder can influence the plan."
    "stakeholders.commitment":
        "Graden af forpligtelse, med skabelonens ord."
        "Graden av forpliktelse, med malens ord."
        "The degree of commitment, in the framework's words."
    "stakeholders.response":
        "Hvordan planen tager hånd om interessenten."
        "Hvordan planen tar hånd om interessenten."
        "How the plan takes care of the stakeholder."
    "stakeholders.task":
        "Den opgave, interessenten har sagt ja til."
        "Oppgaven som interessenten har sagt ja til."
        "The task that the stakeholder agreed to."

    "initiatives":
        "Indsatser, der er foreslået eller valgt, hver under sit eget id."
        "Tiltak som er foreslått eller valgt, hvert under sin egen id."
        "Initiatives that are recommended or chosen, each under an id of its own."
    "initiatives.title":
        "Hvad indsatsen går ud på."
        "Hva tiltaket går ut på."
        "What the initiative is about."
    "initiatives.topic":
        "Det emne, indsatsen hører til."
        "Emnet som tiltaket hører til."
        "The topic to which the initiative belongs."
    "initiatives.departments":
        "De enheder fra [units], der har ansvar for indsatsen."
        "De enhetene fra [units] som har ansvar for tiltaket."
        "The units of [units] that are responsible for the initiative."
    "initiatives.degree":
        "Hvor langt indsatsen er gennemført, efter din egen vurdering."
        "Hvor langt tiltaket er gjennomført, etter din egen vurdering."
        "How far the initiative is implemented, in your own judgement."
    "initiatives.complexity":
        "Hvor meget indsatsen kræver: få eller mange led, fag og aftaler."
        "Hvor mye tiltaket krever: få eller mange ledd, fag og avtaler."
        "How much the initiative takes: few or many steps, professions and agreements."
    "initiatives.evidence":
        "Hvor sikkert det er, at indsatsen virker."
        "Hvor sikkert det er at tiltaket virker."
        "How sure it is that the initiative works."
    "initiatives.funding":
        "Hvor pengene til indsatsen kommer fra."
        "Hvor pengene til tiltaket kommer fra."
        "Where the money for the initiative comes from."
    "initiatives.chosen":
        "true, når det er besluttet at gennemføre indsatsen."
        "true når det er besluttet å gjennomføre tiltaket."
        "true when it is decided to carry out the initiative."
    "initiatives.owner":
        "Den person fra [people], der er ansvarlig for indsatsen."
        "Personen fra [people] som er ansvarlig for tiltaket."
        "The one of [people] who is accountable for the initiative."
    "initiatives.start":
        "Den dag eller periode, hvor indsatsen begynder."
        "Dagen eller perioden da tiltaket begynner."
        "The day or period in which the initiative starts."
    "initiatives.note":
        "En kommentar, der vises sammen med indsatsen."
        "En kommentar som vises sammen med tiltaket."
        "A comment that is shown with the initiative."

    "assessments":
        "Vurderinger af skabelonens elementer på en dag: [assessments.\"2025-06-12\"], så element = vurdering."
        "Vurderinger av malens elementer på en dag: [assessments.\"2025-06-12\"], så element = vurdering."
        "Assessments of the framework's elements on a day: [assessments.\"2025-06-12\"], then element = grade."
    "assessments.grade":
        "Hvor stærkt elementet var den dag."
        "Hvor sterkt elementet var den dagen."
        "How strong the element was that day."
    "assessments.note":
        "Hvad vurderingen bygger på."
        "Hva vurderingen bygger på."
        "What the grade rests on."
    "assessments.task":
        "Den opgave, der skal styrke elementet."
        "Oppgaven som skal styrke elementet."
        "The task that is to make the element stronger."

    "themes":
        "Temaer, som en gruppe arbejder med i fællesskab, hvert under sit eget id."
        "Temaer som en gruppe arbeider med i fellesskap, hvert under sin egen id."
        "Themes that a group works out together, each under an id of its own."
    "themes.title":
        "Hvad temaet handler om."
        "Hva temaet handler om."
        "What the theme is about."
    "themes.friction":
        "De steder, hvor samarbejdet gnider i dag."
        "De stedene der samarbeidet skurrer i dag."
        "Where the collaboration grates today."
    "themes.solutions":
        "De løsninger, der afprøves."
        "Løsningene som prøves ut."
        "The solutions that are tried."
    "themes.members":
        "De, der arbejder med temaet: personer fra [people] eller roller."
        "De som arbeider med temaet: personer fra [people] eller roller."
        "Who works on the theme: people of [people], or roles."
    "themes.agreement":
        "Hvad gruppen blev enig om til sidst."
        "Hva gruppen ble enig om til slutt."
        "What the group agreed on in the end."

    "outcome":
        "Hvad planen endte med, med skabelonens ord."
        "Hva planen endte med, med malens ord."
        "How the plan ended, in the framework's words."

    "meetings":
        "De møder, der følger og styrer planen, hvert under sit eget id."
        "Møtene som følger og styrer planen, hvert under sin egen id."
        "The meetings that follow and steer the plan, each under an id of its own."
    "meetings.title":
        "Mødets navn; uden det vises, hvem der mødes."
        "Møtets navn; uten det vises hvem som møtes."
        "The meeting's name; without it, who meets is shown."
    "meetings.body":
        "Hvem der mødes: en af skabelonens roller eller fri tekst."
        "Hvem som møtes: en av malens roller eller fri tekst."
        "Who meets: one of the framework's roles, or free text."
    "meetings.date":
        "Den dag, mødet holdes."
        "Dagen da møtet holdes."
        "The day of the meeting."
    "meetings.purpose":
        "Hvad mødet skal bruges til."
        "Hva møtet skal brukes til."
        "What the meeting is for."
    "meetings.deliverable":
        "Hvad der skal komme ud af mødet."
        "Hva som skal komme ut av møtet."
        "What is to come out of the meeting."
    "meetings.points":
        "De faste punkter, mødet tager op."
        "De faste punktene som møtet tar opp."
        "The fixed points that the meeting takes up."
    "meetings.agenda":
        "Hvad mødet bedes om: id'et på en beslutning, opgave, milepæl, risiko eller gevinst = et af tre ord."
        "Hva møtet bes om: id-en til en beslutning, oppgave, milepæl, risiko eller gevinst = ett av tre ord."
        "What the meeting is asked: the id of a decision, task, milestone, risk or benefit = one of three words."

    "waivers":
        "Regler, der er sat ud af kraft ét sted, med begrundelse, hver under [[waivers]]."
        "Regler som er satt ut av kraft ett sted, med begrunnelse, hver under [[waivers]]."
        "Rules set aside in one place, with a reason, each under [[waivers]]."
    "waivers.rule":
        "Reglens navn eller skabelonens nummer for den."
        "Regelens navn eller malens nummer for den."
        "The rule's name, or the framework's number for it."
    "waivers.at":
        "Stedet: et id, fase.række eller fase.række.kriterium; uden det gælder det hele planen."
        "Stedet: en id, fase.rad eller fase.rad.kriterium; uten det gjelder det hele planen."
        "The place: an id, phase.row or phase.row.criterion; without it, the whole plan."
    "waivers.reason":
        "Hvorfor reglen ikke skal gælde her."
        "Hvorfor regelen ikke skal gjelde her."
        "Why the rule is not to hold here."
    "waivers.until":
        "Den sidste dag, undtagelsen gælder."
        "Den siste dagen unntaket gjelder."
        "The last day on which the waiver holds."

    "tolerances":
        "Tolerancen: hvor mange dage noget må være forsinket, før tidsplanens lys skifter."
        "Toleransen: hvor mange dager noe kan være forsinket før lyset for tidsplanen skifter."
        "The tolerance: how many days late before the schedule's light changes."
    "tolerances.yellow":
        "Gul, når en opgave, milepæl eller beslutning er mere end så mange dage forsinket; ellers 7."
        "Gul når en oppgave, milepæl eller beslutning er mer enn så mange dager forsinket; ellers 7."
        "Yellow when a task, milestone or decision is more than this many days late; else 7."
    "tolerances.red":
        "Rød, når en milepæl eller beslutning er mere end så mange dage forsinket; ellers 30."
        "Rød når en milepæl eller beslutning er mer enn så mange dager forsinket; ellers 30."
        "Red when a milestone or decision is more than this many days late; else 30."

    "light":
        "Projektlederens vurdering, der vises ved siden af det beregnede lys."
        "Prosjektlederens vurdering, som vises ved siden av det beregnede lyset."
        "The project leader's judgement, shown beside the computed light."
    "light.colour":
        "Lysets farve."
        "Fargen på lyset."
        "The light's colour."
    "light.reason":
        "Hvorfor lyset er sat sådan."
        "Hvorfor lyset er satt slik."
        "Why the light is set like that."
};
