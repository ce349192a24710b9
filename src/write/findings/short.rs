//! One line a finding, for editors and grep.

use std::io::{self, Write};

use crate::view::Checked;
use crate::write::document::unbroken;

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    for (lang, finding) in &checked.findings {
        let at = &finding.primary.at;
        let position = at.position();
        let name = unbroken(at.source.name());
        // A CI server reads a line that begins so as a command to itself.
        let name = if name.starts_with("::") { format!("./{name}").into() } else { name };
        writeln!(
            out,
            "{}:{}:{}: {}[{}]: {}",
            name,
            position.line,
            position.column,
            finding.severity.keyword(),
            finding.rule,
            unbroken(finding.message.get(*lang))
        )?;
    }
    Ok(())
}
