//! JUnit's XML, as most CI servers show it: a suite for each plan, and in it a
//! case for each finding, which fails where the check does.

use std::io::{self, Write};

use indexmap::IndexMap;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::finding::{Checked, Finding};
use crate::locale::Lang;
use crate::write::document::unbroken;

pub fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: IndexMap<&str, Vec<TestCase>> =
        checked.plans.iter().map(|plan| (plan.as_str(), Vec::new())).collect();
    for (lang, finding) in &checked.findings {
        let name = finding.primary.at.source.name();
        suites.entry(name).or_default().push(case(checked, finding, *lang));
    }
    for path in &checked.unread {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_type("unreadable");
        let mut case = TestCase::new("unreadable", status);
        case.set_classname(path.as_str());
        suites.entry(path).or_default().push(case);
    }
    let mut report = Report::new("plan check");
    for (name, mut cases) in suites {
        if cases.is_empty() {
            let mut clean = TestCase::new("plan check", TestCaseStatus::success());
            clean.set_classname(name);
            cases.push(clean);
        }
        let mut suite = TestSuite::new(name);
        suite.add_test_cases(cases);
        report.add_test_suite(suite);
    }
    report.serialize(&mut *out).map_err(io::Error::other)?;
    writeln!(out)
}

fn case(checked: &Checked, finding: &Finding, lang: Lang) -> TestCase {
    let at = &finding.primary.at;
    let place = at.position();
    let message = unbroken(finding.message.get(lang)).into_owned();
    let help = finding.help.as_ref().map(|help| format!("\n{}", unbroken(help.get(lang))));
    let text = format!("{}:{}:{}: {message}{}", at.source.name(), place.line, place.column, help.unwrap_or_default());
    let severity = finding.severity.word(lang);
    let mut case = if checked.is_failure(finding) {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type(severity).set_message(message).set_description(text);
        TestCase::new(format!("{} ({})", finding.rule, place.line), status)
    } else {
        let mut case = TestCase::new(format!("{} ({})", finding.rule, place.line), TestCaseStatus::success());
        case.set_system_out(format!("{severity}: {text}"));
        case
    };
    case.set_classname(at.source.name());
    case
}
