//! The result as a table: read back like a spreadsheet would, it agrees with the outcome.
#![cfg(all(feature = "json", feature = "bundled"))]

mod support;

use b2b_b2c_profile::assessment::{Event, Mark, Run, Session, TacticId};
use b2b_b2c_profile::content::{Label, Questionnaire, Texts};
use b2b_b2c_profile::exchange::detail::Edition;
use b2b_b2c_profile::exchange::{self, Account, ResultCode};
use proptest::prelude::*;
use std::rc::Rc;
use support::SHIPPED;
use support::generated::{cases, restored};
use support::walk::{after, walk};

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

thread_local! {
    static QUESTIONNAIRE: Questionnaire = Questionnaire::bundled();
}

fn texts(language: &str) -> Rc<Texts> {
    QUESTIONNAIRE.with(|questionnaire| Rc::clone(questionnaire.texts_or_default(language)))
}

fn table_in(language: &str, session: &Session, groups: [&str; 2]) -> String {
    let edition = Edition { id: "b2b-b2c", version: 1, language };
    exchange::table(&Account { session, texts: &texts(language), edition, groups, link: "" })
}

/// The lines of a table, including the header, as a spreadsheet reads them.
#[track_caller]
fn read(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').expect("it begins with a byte order mark");
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut chars = table.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'), "lines end with CR LF");
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            char => cell.push(char),
        }
    }
    assert!(!is_quoted && cell.is_empty() && line.is_empty(), "the last line has a line break");
    lines
}

/// The lines of one kind: group, id, name, value, points.
fn of_kind<'a>(lines: &'a [Vec<String>], kind: &str) -> Vec<[&'a str; 5]> {
    let lines = lines.iter().filter(|line| line[1] == kind);
    lines.map(|line| [&*line[0], &line[2], &line[3], &line[4], &line[5]]).collect()
}

#[test]
fn a_table_is_as_written_down() {
    let mut session = after("start 0 next ? next 4 next");
    walk(&mut session, "go*3 result");
    session.apply(Event::TacticMarked(TacticId::new("webinar"), Some(Mark::WillDo)));
    let table = table_in("nl", &session, ["Bedrijven", "Consumenten"]);
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}groep;soort;id;tekst;waarde;punten richting B2B");
    assert!(lines.contains(&r#""";"answer";"relationship-length";"Hoe lang loopt de band met een klant meestal?";"Weet ik niet of past niet";"#));
    assert!(lines.contains(&r#""";"plan";"webinar";"Webinar";"Gaan we doen";"#));
    assert!(lines.iter().any(|line| line.starts_with(r#""";"score";"";"Samen";""#)));
    let english = table_in("en", &session, ["Companies", "Consumers"]);
    assert!(english.starts_with("\u{feff}group;kind;id;text;value;points towards B2B\r\n"), "{english}");
}

#[test]
fn two_groups_stand_one_after_the_other_and_the_owner_last() {
    let session = after(&format!("both start {RUN} next {RUN} go*4"));
    let lines = read(&table_in("en", &session, ["Bakers", "Neighbours"]));
    let mut groups: Vec<&str> = lines[1..].iter().map(|line| &*line[0]).collect();
    groups.dedup();
    assert_eq!(groups, ["Bakers", "Neighbours", ""]);
    assert_eq!(of_kind(&lines, "answer").len(), 24);
    assert_eq!(of_kind(&lines, "foundation").len(), 4, "foundations are listed once");
}

#[test]
fn a_name_can_be_anything_and_is_never_a_formula() {
    let names = [
        "=1+1",
        "+31 20",
        "-cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1",
        "a;b",
        "say \"hi\"",
        "two\nlines",
        "\r\n",
        "\"",
        "",
        "Bakkers",
    ];
    let session = after(&format!("both start {RUN} next {RUN} result"));
    for name in names {
        let lines = read(&table_in("nl", &session, [name, "Buurt"]));
        assert!(lines.iter().all(|line| line.len() == 6), "{name}: {lines:?}");
        let shown = &lines[1][0];
        let first = shown.trim_start().chars().next();
        assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '＝')), "{name} became {shown}");
        assert_eq!(shown.strip_prefix('\'').unwrap_or(shown), name, "the name is complete");
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_table_says_what_the_outcome_says(session in restored(), names in [".{0,30}", ".{0,30}"]) {
        let lines = read(&table_in("en", &session, [&names[0], &names[1]]));
        prop_assert!(lines.iter().all(|line| line.len() == 6));
        let texts = texts("en");
        let has_groups = session.runs().len() > 1;
        for (place, &run) in session.runs().iter().enumerate() {
            let outcome = session.outcome(run);
            let own: Vec<Vec<String>> = if has_groups {
                let starts: Vec<usize> = (1..lines.len()).filter(|&at| lines[at][1] == "profile").collect();
                lines[starts[place]..starts.get(place + 1).copied().unwrap_or(lines.len())].to_vec()
            } else {
                lines.clone()
            };
            let number = |points: Option<i32>| points.map(|points| points.to_string()).unwrap_or_default();
            prop_assert_eq!(of_kind(&own, "profile")[0][2], texts.headline(&outcome));
            prop_assert_eq!(of_kind(&own, "score")[0][4], number(outcome.scores.points()));
            let ends: Vec<&str> = of_kind(&own, "range").iter().map(|line| line[4]).collect();
            prop_assert_eq!(ends, [&outcome.range.low, &outcome.range.high].map(|end| end.to_points().to_string()));
            for (line, dimension) in of_kind(&own, "dimension").iter().zip(&outcome.scores.dimensions) {
                prop_assert_eq!((line[1], line[4]), (dimension.id.as_str(), &*number(dimension.points)));
                prop_assert_eq!(line[3], texts.place(dimension.points));
            }
            let answers = of_kind(&own, "answer");
            let sum: i32 = answers.iter().filter_map(|line| line[4].parse::<i32>().ok()).sum();
            prop_assert_eq!(sum, outcome.scores.points().unwrap_or(0), "the answers' points add up");
            for (line, item) in answers.iter().zip(SHIPPED.items()) {
                let given = session.run(run).answers.item(&SHIPPED, item.id);
                prop_assert_eq!((line[1], line[3]), (item.id.as_str(), &*texts.answer(item, given)));
            }
        }
        let plan: Vec<(&str, &str)> = of_kind(&lines, "plan").iter().map(|line| (line[1], line[3])).collect();
        let entries = session.plan().entries(&SHIPPED, &session.outcome(Run::First).ranking);
        let expected: Vec<(&str, String)> = entries.iter().map(|(id, mark)| (id.as_str(), texts.mark(*mark).to_string())).collect();
        prop_assert_eq!(plan, expected.iter().map(|(id, mark)| (*id, &**mark)).collect::<Vec<_>>());
        let code = of_kind(&lines, "code")[0][3];
        prop_assert_eq!(code, ResultCode::grouped(&ResultCode::of(1, &session)));
        let header: Vec<&str> = lines[0].iter().map(String::as_str).collect();
        prop_assert_eq!(header.join(";"), texts.label(Label::TableHeader).as_str());
    }
}
