//! One line a finding, for editors and grep.

use std::io::{self, Write};

use crate::finding::Checked;
use crate::write::document::unbroken;

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    for (lang, finding) in &checked.findings {
        let at = &finding.primary.at;
        let position = at.position();
        writeln!(
            out,
            "{}:{}:{}: {}[{}]: {}",
            unbroken(at.source.name()),
            position.line,
            position.column,
            finding.severity.keyword(),
            finding.rule,
            unbroken(finding.message.get(*lang))
        )?;
    }
    Ok(())
}
