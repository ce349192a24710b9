//! Annotations on the lines of a change, as a GitHub workflow's log is read:
//! <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.

use std::io::{self, Write};

use super::slashes;
use crate::finding::Severity;
use crate::view::Checked;
use crate::write::document::unbroken;

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    for (lang, finding) in &checked.findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let at = &finding.primary.at;
        let (start, end) = (at.position(), at.end());
        write!(out, "::{command} file={},line={}", property(&slashes(at.source.name())), start.line)?;
        // Columns are for what stands on one line.
        if at.span.start < at.span.end && start.line == end.line {
            write!(out, ",endLine={},col={},endColumn={}", end.line, start.column, end.column)?;
        }
        let stated = finding.stated.as_ref().map_or_else(String::new, |stated| format!(" ({})", stated.id));
        let title = property(&format!("{}{stated}", finding.rule));
        let mut message = unbroken(finding.message.get(*lang)).into_owned();
        if let Some(help) = &finding.help {
            message.push('\n');
            message.push_str(&unbroken(help.get(*lang)));
        }
        writeln!(out, ",title={title}::{}", data(&message))?;
    }
    Ok(())
}

/// A text after `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before `::`.
fn property(text: &str) -> String {
    data(&unbroken(text)).replace(':', "%3A").replace(',', "%2C")
}
