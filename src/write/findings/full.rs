//! Findings as rustc shows them: the source line, underlined, and what to write instead.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Checked, Options};
use crate::finding::{Finding, Label, Severity};
use crate::locale::{self, Lang};
use crate::write::document::unbroken;

/// Lines shown before and after the one that is wrong.
const AROUND: usize = 0;

pub fn write(checked: &Checked, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if options.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(options.width);
    for (lang, finding) in &checked.findings {
        writeln!(out, "{}\n", renderer.render(&[group(finding, *lang)]))?;
    }
    writeln!(
        out,
        "{}",
        locale::check_summary(checked.lang, checked.plans, &Severity::ALL.map(|one| checked.count(one)), checked.today)
    )
}

fn group<'a>(finding: &'a Finding, lang: Lang) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(locale::severity(lang, finding.severity));
    let title = level.primary_title(unbroken(finding.message.get(lang)).into_owned()).id(finding.rule);
    let mut group = Group::with_title(title);
    let mut labels: Vec<(&Label, AnnotationKind)> = vec![(&finding.primary, AnnotationKind::Primary)];
    labels.extend(finding.related.iter().map(|label| (label, AnnotationKind::Context)));
    for (at, &(label, kind)) in labels.iter().enumerate() {
        let source = &label.at.source;
        let span = label.at.span;
        if span.start == span.end && kind == AnnotationKind::Primary {
            group = group.element(Origin::path(unbroken(source.name()).into_owned()));
            continue;
        }
        let (window, line) = source.window(span, AROUND);
        let base = window.start;
        let text = source.text().get(window).unwrap_or("");
        let end = (span.end as usize).saturating_sub(base).min(text.len());
        let start = (span.start as usize).saturating_sub(base).min(end);
        let mut annotation = kind.span(start..end);
        if let Some(words) = &label.text {
            annotation = annotation.label(unbroken(words.get(lang)).into_owned());
        }
        let path = unbroken(source.name()).into_owned();
        let mut snippet = Snippet::source(text).line_start(line).annotation(annotation);
        if at == 0 || labels.iter().take(at).all(|(earlier, _)| earlier.at.source.name() != source.name()) {
            snippet = snippet.path(path);
        }
        group = group.element(snippet);
    }
    if let Some(help) = &finding.help {
        let level = Level::HELP.with_name(locale::HELP.of(lang));
        group = group.element(level.message(unbroken(help.get(lang)).into_owned()));
    }
    if let Some(stated) = &finding.stated {
        let level = Level::NOTE.with_name(stated.id.clone());
        group = group.element(level.message(unbroken(stated.reason.get(lang)).into_owned()));
    }
    group
}
