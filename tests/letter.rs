//! The result as plain text for a mail.
#![cfg(all(feature = "json", feature = "bundled"))]

mod support;

use b2b_b2c_profile::assessment::{Event, Mark, Session, TacticId};
use b2b_b2c_profile::content::Questionnaire;
use b2b_b2c_profile::exchange::detail::Edition;
use b2b_b2c_profile::exchange::{self, Account, ResultCode};
use proptest::prelude::*;
use support::generated::{cases, restored};
use support::languages;
use support::walk::after;

const RUN: &str = "go*6 next go*6";

fn letter(language: &str, session: &Session, link: &str) -> String {
    let questionnaire = Questionnaire::bundled();
    let edition = Edition { id: questionnaire.id, version: questionnaire.version, language };
    let texts = questionnaire.texts_or_default(language);
    exchange::letter(&Account { session, texts, edition, groups: ["Winkels", "Buurt"], link })
}

#[test]
fn a_letter_is_as_written_down() {
    let mut session = after(&format!("start {RUN} result"));
    for (id, mark) in [("webinar", Mark::AlreadyDo), ("coupon", Mark::WillDo), ("whitepaper", Mark::NotForUs)]
    {
        session.apply(Event::TacticMarked(TacticId::new(id), Some(mark)));
    }
    let code = ResultCode::grouped(&ResultCode::of(1, &session));
    let expected = [
        "Kopen uw klanten als bedrijf of als consument?",
        "",
        "Uw profiel: Gemengd, maar met tegenstrijdige antwoorden",
        "Op geen enkel punt trekt het naar één kant.",
        "",
        "- Samen: 0, precies in het midden",
        "- Band met klanten: 0, precies in het midden",
        "- Doelgroep: 0, precies in het midden",
        "- Wie beslist mee: 0, precies in het midden",
        "- Tempo van kopen: 0, precies in het midden",
        "- Service of prijs: 0, precies in het midden",
        "- Kennis of gevoel: 0, precies in het midden",
        "",
        "Gaan we doen: Kortingsbon",
        "Maak één code met een einddatum. Tel hoe vaak hij wordt gebruikt.",
        "",
        "Doen we al: Webinar",
        "",
        "Niet voor ons: Whitepaper",
        "",
        &format!("Met deze code ziet u deze uitkomst terug: {code}"),
        "",
        "Dit gaat over hoe uw klanten kopen, niet over uw rechtsvorm. Het is een hulpmiddel op basis van één artikel, geen onderzoek.",
        "",
    ];
    assert_eq!(letter("nl", &session, ""), expected.join("\n"));
}

#[test]
fn a_link_stands_below_the_code() {
    let session = after(&format!("start {RUN} result"));
    let text = letter("en", &session, "https://example.com/#result=1");
    let lines: Vec<&str> = text.lines().collect();
    let place = lines.iter().position(|line| line.starts_with("This code shows this result again: "));
    let place = place.expect("the letter has the code");
    assert_eq!(lines[place + 1], "Or open this link: https://example.com/#result=1");
    assert!(!letter("en", &session, "").contains("link"));
}

#[test]
fn two_groups_are_told_by_their_names() {
    let text = letter("nl", &after(&format!("both start {RUN} next {RUN} result")), "");
    let (first, second) = (text.find("Profiel van Winkels: "), text.find("Profiel van Buurt: "));
    assert!(first.is_some() && first < second, "{text}");
    assert!(!text.contains("Uw profiel"), "{text}");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn every_letter_is_whole(session in restored()) {
        for language in &languages() {
            let text = letter(language, &session, "");
            prop_assert!(!text.contains(['{', '}']), "{}", text);
            prop_assert!(!text.contains("\n\n\n") && !text.contains("\r"), "{}", text);
            prop_assert!(text.ends_with(".\n"), "{}", text);
            let dimensions = text.lines().filter(|line| line.starts_with("- ")).count();
            prop_assert_eq!(dimensions, 7 * session.runs().len());
        }
    }
}
