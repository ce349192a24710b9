//! What must hold of findings about any text.

use plan::calendar::Date;
use plan::check;
use plan::finding::{Finding, Severity};
use plan::locale::Lang;
use plan::view::Checked;
use plan::write::document::acts;
use plan::write::findings::{Options, full, github, gitlab, json, junit, sarif, short};

/// Writes findings in every format; their places must lie in the text.
pub fn write(mut findings: Vec<Finding>, text: &str) {
    plan::finding::sort(&mut findings);
    for finding in &findings {
        for label in std::iter::once(&finding.primary).chain(&finding.related) {
            let span = label.at.span;
            assert!(span.start <= span.end && span.end as usize <= text.len(), "{} at {span:?}", finding.rule);
        }
    }
    let findings = findings.into_iter().map(|finding| (Lang::Da, finding)).collect();
    let Some(today) = Date::from_ymd(2025, 6, 15) else { return };
    let checked = Checked {
        findings,
        plans: vec!["plan.toml".to_owned()],
        unread: Vec::new(),
        lang: Lang::Da,
        today,
        fail_on: Severity::Error,
        since: None,
        rules: check::ALL,
    };
    let options = Options { width: 80, colour: false, summary: true };
    let write = |format: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut out = Vec::new();
        format(&mut out).expect("a vector takes all");
        assert_harmless(&out);
    };
    write(&|out| full::write(&checked, &options, out));
    write(&|out| short::write(&checked, out));
    write(&|out| json::write(&checked, out));
    write(&|out| github::write(&checked, out));
    write(&|out| gitlab::write(&checked, out));
    write(&|out| sarif::write(&checked, out));
    write(&|out| junit::write(&checked, out));
}

/// Nothing that acts on a terminal may come out.
pub fn assert_harmless(out: &[u8]) {
    let out = str::from_utf8(out).expect("what is written is UTF-8");
    assert!(!out.chars().any(|c| c != '\n' && acts(c)), "{out:?}");
}
