//! Findings as rustc shows them: the source line, underlined, and what to write instead.

use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use indexmap::IndexMap;
use rayon::prelude::*;

use super::Options;
use crate::finding::{Finding, Label, Severity};
use crate::locale::{self, Lang};
use crate::model::{Hashing, Map};
use crate::source::{Source, Span};
use crate::view::Checked;
use crate::write::document::{clean, unbroken};

/// So many findings of one rule in one file are shown whole; of the rest, but not
/// of errors, the line is enough.
const MOST_ALIKE: usize = 3;

/// The same for one rule in all files together: nobody reads more of them whole.
const MOST_OF_A_RULE: usize = 100;

/// So few are made sooner by one processor.
const FEW: usize = 32;
/// So many are made before any is written.
const BATCH: usize = 4096;

/// Lines shown before and after the one that is wrong.
const AROUND: usize = 0;

pub fn write(checked: &Checked, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if options.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(options.width);
    let mut seen: Map<(*const Source, &str), usize> = Map::default();
    let mut of_rule: Map<&str, usize> = Map::default();
    let mut more: IndexMap<(*const Source, &str), Vec<&(Lang, Finding)>, Hashing> = IndexMap::default();
    let mut whole: Vec<&(Lang, Finding)> = Vec::new();
    for one in &checked.findings {
        let (_, finding) = one;
        let key = (Arc::as_ptr(&finding.primary.at.source), finding.rule);
        let count = seen.entry(key).or_default();
        *count += 1;
        let in_all = of_rule.entry(finding.rule).or_default();
        if finding.severity != Severity::Error && (*count > MOST_ALIKE || *in_all >= MOST_OF_A_RULE) {
            more.entry(key).or_default().push(one);
        } else {
            *in_all += 1;
            whole.push(one);
        }
    }
    let drawn = |(lang, finding): &&(Lang, Finding)| renderer.render(&[group(finding, *lang)]);
    for batch in whole.chunks(BATCH) {
        for text in by_all(batch, drawn) {
            writeln!(out, "{text}\n")?;
        }
    }
    let more: Vec<Vec<&(Lang, Finding)>> = more.into_values().collect();
    for batch in more.chunks(BATCH) {
        for text in by_all(batch, |rest| alike(rest)).into_iter().flatten() {
            writeln!(out, "{text}")?;
        }
    }
    if !more.is_empty() {
        writeln!(out)?;
    }
    if options.summary && !checked.plans.is_empty() {
        writeln!(out, "{}", checked.summary())?;
    }
    Ok(())
}

/// A text for each, in order; many are made by all processors, since to draw a finding costs as much
/// as to check a small plan, and to number lines asks where those of a whole file begin.
fn by_all<T: Sync, R: Send>(batch: &[T], text: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    match batch.len() {
        ..FEW => batch.iter().map(text).collect(),
        _ => batch.par_iter().map(text).collect(),
    }
}

/// One line for findings of one rule in one file, if there are any.
fn alike(findings: &[&(Lang, Finding)]) -> Option<String> {
    let (lang, first) = findings.first()?;
    let lines: Vec<String> = findings.iter().map(|(_, one)| one.primary.at.position().line.to_string()).collect();
    let name = unbroken(first.primary.at.source.name());
    let level = first.severity.word(*lang);
    Some(format!("{level}[{}]: {}", first.rule, locale::more_alike(*lang, &name, &lines)))
}

fn group<'a>(finding: &'a Finding, lang: Lang) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(finding.severity.word(lang));
    let title = level.primary_title(unbroken(finding.message.get(lang)).into_owned()).id(finding.rule);
    let mut group = Group::with_title(title);
    let mut labels: Vec<(&Label, AnnotationKind)> = vec![(&finding.primary, AnnotationKind::Primary)];
    labels.extend(finding.related.iter().map(|label| (label, AnnotationKind::Context)));
    for (label, kind) in labels {
        let source = &label.at.source;
        // Of a whole table its heading says enough.
        let heading = source.slice(label.at.span).lines().next().unwrap_or("").len() as u32;
        let span = Span { end: label.at.span.start + heading, ..label.at.span };
        if span.start == span.end && kind == AnnotationKind::Primary {
            group = group.element(Origin::path(unbroken(source.name()).into_owned()));
            continue;
        }
        let (window, line) = source.window(span, AROUND);
        let (text, start, end) = shown(source.text(), window, span);
        let mut annotation = kind.span(start..end);
        if let Some(words) = label.said(lang) {
            annotation = annotation.label(unbroken(words).into_owned());
        }
        let path = unbroken(source.name()).into_owned();
        group = group.element(Snippet::source(text).line_start(line).path(path).annotation(annotation));
    }
    if let Some(help) = &finding.help {
        let level = Level::HELP.with_name(locale::HELP.of(lang));
        group = group.element(level.message(unbroken(help.get(lang)).into_owned()));
    }
    if let Some(stated) = &finding.stated {
        let level = Level::NOTE.with_name(unbroken(&stated.id).into_owned());
        group = group.element(level.message(unbroken(stated.reason.get(lang)).into_owned()));
    }
    group
}

/// The most of a line that is shown, in bytes on each side of what is wrong.
const MOST_BESIDE: usize = 200;

/// The lines around a span, made safe to print and cut where they are very
/// long, and where the span lies in what is left.
fn shown(text: &str, window: Range<usize>, span: Span) -> (String, usize, usize) {
    let (mut begin, mut end) = (window.start, window.end);
    let (first, last) = (span.start as usize, (span.end as usize).max(span.start as usize));
    let last = last.min(first + MOST_BESIDE);
    if end - begin > 4 * MOST_BESIDE {
        begin = text.floor_char_boundary(begin.max(first.saturating_sub(MOST_BESIDE)));
        end = text.ceil_char_boundary(end.min(last + MOST_BESIDE));
    }
    let part = |from: usize, to: usize| {
        let (from, to) = (from.clamp(begin, end), to.clamp(begin, end));
        let part = text.get(text.floor_char_boundary(from)..text.floor_char_boundary(to)).unwrap_or("");
        // Line breaks and tabs are the renderer's to lay out.
        part.split_inclusive(['\n', '\t', '\r'])
            .map(|piece| {
                let words = piece.trim_end_matches(['\n', '\t', '\r']);
                format!("{}{}", clean(words), &piece[words.len()..])
            })
            .collect::<String>()
    };
    let (before, marked, after) = (part(begin, first), part(first, last), part(last, end));
    let (start, stop) = (before.len(), before.len() + marked.len());
    (before + &marked + &after, start, stop)
}
