//! Why the result is what it is, how firm it is, what would change it, and changing answers; rendered on the
//! host.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::{
    Change, DimensionId, Event, FoundationId, ItemId, Outcome, Pole, Response, Run, Session,
};
use b2b_b2c_profile::content::Label;
use support::shown::{
    GAPS, HYBRID, MIXED, STRONG_B2B, Shown, after, english, points, result, results, run, shown, shown_in,
};
use support::{SHIPPED, at};

const ITEM: ItemId = ItemId::new("pace-length");
const PACE: DimensionId = DimensionId::new("pace");

/// The English page of a session after more events.
fn after_events(session: &mut Session, events: impl IntoIterator<Item = Event>) -> Shown {
    for event in events {
        session.apply(event);
    }
    shown_in("en", session)
}

/// The chosen entry of a question's list.
#[track_caller]
fn chosen(page: &Shown, id: &str) -> String {
    let id = format!("bp-answer-{id}");
    let lists = page.all("bp-select");
    let list = lists.iter().find(|list| list.attribute("id") == Some(&id)).expect("the question has a list");
    let entries: Vec<&str> = list.0.split("<option").filter(|entry| entry.contains(" selected=")).collect();
    let [entry] = entries[..] else { panic!("expected one chosen entry, not {entries:?}") };
    Shown(format!("<option{entry}")).text()
}

// Why.

#[test]
fn the_points_of_a_dimensions_answers_add_up_to_its_own() {
    let mut pushed = 0;
    for (_, page) in results() {
        for row in page.all("bp-dimension") {
            let answers = row.one("bp-answers__list").all("bp-answer__points");
            assert_eq!(answers.len(), 2, "{row:?}");
            let sum: i32 = answers.iter().map(|answer| points(&answer.text())).sum();
            assert_eq!(sum, points(&row.one("bp-dimension__points").text()), "{row:?}");
            for total in row.all("bp-answers__total") {
                total.check_shows(&["Together"]);
                assert_eq!(points(&total.one("bp-answer__points").text()), sum, "{row:?}");
            }
            pushed += i32::from(sum != 0);
        }
    }
    assert!(pushed > 20, "most dimensions have points");
}

#[test]
fn what_is_not_answered_says_that_it_does_not_count() {
    let page = shown(&result(GAPS));
    let rows = page.all("bp-dimension");
    let texts: Vec<String> = rows[0].all("bp-answer__points").iter().map(Shown::text).collect();
    assert_eq!(texts.iter().filter(|text| *text == "Does not count").count(), 1, "{texts:?}");
    assert!(!rows[0].has("bp-answers__total"), "a single answer has no sum");
    let early = shown("start go*6 result");
    let missing: Vec<String> =
        SHIPPED.items()[6..].iter().map(|item| chosen(&early, item.id.as_str())).collect();
    assert_eq!(missing, ["Not answered"; 6]);
}

// Changing answers.

#[test]
fn every_answer_stands_in_a_list_of_its_own_stops() {
    let session = after(&result(GAPS));
    let (page, texts) = (shown_in("en", &session), english());
    for item in SHIPPED.items() {
        let given = session.run(Run::First).answers.item(&SHIPPED, item.id);
        assert_eq!(chosen(&page, item.id.as_str()), texts.answer(item, given));
    }
    page.check_shows(&[&texts
        .item(SHIPPED.items_of(DimensionId::new("relationship")).next().expect("it has items").id)
        .question]);
    let list = &page.all("bp-select")[0];
    assert_eq!(list.0.matches("<option").count(), 6, "five stops and “don't know”: {list:?}");
    assert!(!list.0.contains("disabled"), "{list:?}");
    let unanswered = &shown("start go*6 result").all("bp-select")[1];
    assert_eq!(unanswered.0.matches("<option").count(), 7);
    assert_eq!(unanswered.0.matches(" disabled=").count(), 1, "“not answered” can't be chosen");
}

#[test]
fn foundations_stand_in_lists_once_one_is_answered() {
    let page = shown(&format!("start {}0 next ? next result", run(STRONG_B2B)));
    let foundations: Vec<String> =
        SHIPPED.foundations().iter().map(|foundation| chosen(&page, foundation.id.as_str())).collect();
    assert_eq!(foundations, ["Not yet", "Don’t know", "Not answered", "Not answered"]);
    page.check_without(&["Answer 4 questions"]);
    let before = shown(&result(STRONG_B2B));
    assert_eq!(before.one("bp-foundations").all("bp-select").len(), 0);
    before.check_shows(&["Answer 4 questions about your foundations"]);
}

// What would change the profile.

#[test]
fn the_answer_that_would_turn_the_profile_is_named_with_the_profile() {
    let mut turned = 0;
    for (mut session, page) in results() {
        let outcome = session.outcome(Run::First);
        for pole in [Pole::B2b, Pole::B2c] {
            let Some(Change::Single { item, to }) = outcome.changes.towards(pole) else { continue };
            session.apply(Event::AnswerRevised(item, Response::At(to)));
            let profile = session.outcome(Run::First).profile.expect("the profile is still named");
            let texts = english();
            let item = SHIPPED.item(item).expect("the item exists");
            page.one("bp-turns").check_shows(&[
                &texts.stop(item, to),
                &texts.item(item.id).question,
                &texts.profile(profile).name,
                "Try it",
            ]);
            session.apply(Event::RevisionUndone);
            turned += 1;
        }
    }
    assert!(turned >= 4, "{turned}");
}

#[test]
fn the_number_of_answers_is_given_where_no_single_one_changes_the_profile() {
    let page = shown(&result(STRONG_B2B));
    page.one("bp-turns").check_shows(&["Closer to B2C: at least 3 different answers."]);
    page.one("bp-turns").check_without(&["Try it", "loser to B2B"]);
    assert_eq!(page.all("bp-turn").len(), 1, "nothing is beyond the strongest level");
    assert_eq!(shown(&result(HYBRID)).all("bp-turn").len(), 2);
}

#[test]
fn without_a_profile_no_change_is_named() {
    assert!(!shown(&result("?? ?? ?? ?? ?? ??")).has("bp-turns"));
}

// How firm the profile is.

#[test]
fn a_firm_result_says_that_it_is_firm() {
    shown(&result(STRONG_B2B)).one("bp-firm").check_shows(&[
        "Your result is clear",
        "all answered",
        "not on a border",
        "no contradictions",
    ]);
}

#[test]
fn what_is_not_firm_is_never_called_so() {
    let firm = "Your result is clear";
    for written in ["bb bb bb bb bb bb", "BC BB BB BB BB BB", "BC BC BC BC BC BC", "oo oo oo oo oo oo"] {
        shown(&result(written)).check_without(&[firm]);
    }
    shown("start go*6 result").check_without(&[firm, "all answered"]);
    let unnamed = shown(&result("?? ?? ?? ?? ?? ??"));
    unnamed.one("bp-firm").check_without(&[firm, "border", "contradictions"]);
}

#[test]
fn consistency_is_said_in_words_and_never_as_a_number() {
    let texts = english();
    let mut readings = Vec::new();
    for written in [STRONG_B2B, "BC BC BB BB BB BB", "BC BC BC BC BC BC", "B? B? B? B? BB BB"] {
        let outcome = support::outcome(written);
        readings.push(outcome.consistency.reading());
        let notices = shown(&result(written)).one("bp-firm");
        assert!(!notices.text().contains('%'), "{notices:?}");
        if outcome.consistency.reading().is_none() {
            notices.check_shows(&[&texts.label(Label::NotCompared)]);
        }
    }
    readings.dedup();
    assert_eq!(readings.len(), 4, "{readings:?}");
    shown(&result("BC BC BB BB BB BB"))
        .one("bp-firm")
        .check_shows(&[&texts.label(Label::Mixed), "lie far apart"]);
}

// The bar.

#[test]
fn the_bar_is_empty_until_something_has_changed() {
    let page = shown(&result(MIXED));
    let bar = page.one("bp-moved");
    assert_eq!(bar.text(), "");
    assert_eq!(bar.one("bp-moved__words").attribute("role"), Some("status"));
    assert!(!page.has("bp-moved--shown"));
}

#[test]
fn the_bar_tells_how_far_the_profile_has_moved() {
    let mut session = after(&result("bb bb bb bo oo oo"));
    let before = session.outcome(Run::First);
    let change = |outcome: &Outcome, pole| match outcome.changes.towards(pole) {
        Some(Change::Single { item, to }) => Event::AnswerRevised(item, Response::At(to)),
        other => panic!("a single answer changes it, not {other:?}"),
    };
    let event = change(&before, Pole::B2c);
    let page = after_events(&mut session, [event]);
    let (texts, now) = (english(), session.outcome(Run::First));
    let place = |outcome: &Outcome| texts.towards(outcome.scores.points().expect("there are answers"));
    let bar = page.one("bp-moved--shown");
    bar.check_shows(&[
        &format!("Your profile is now ‘{}’.", texts.headline(&now)),
        &format!("It was ‘{}’ before.", texts.headline(&before)),
        &format!("Your score went from {} to {}.", place(&before), place(&now)),
        "Undo",
    ]);
    assert!(bar.has("bp-shift__before") && bar.has("bp-shift__now"));
    let page = after_events(&mut session, [Event::RevisionUndone]);
    assert_eq!(page.one("bp-moved").text(), "");
}

#[test]
fn a_change_that_leaves_the_profile_says_so() {
    let mut session = after(&result(STRONG_B2B));
    let page = after_events(&mut session, [Event::AnswerRevised(ITEM, at(1))]);
    page.one("bp-moved").check_shows(&["Your profile is still ‘Strongly B2B’.", "from 100 towards B2B to"]);
    page.one("bp-moved").check_without(&["before"]);
    let mut session = after(&format!("start {}go*4", run(STRONG_B2B)));
    let service = FoundationId::new("service");
    let page = after_events(&mut session, [Event::FoundationRevised(service, at(4))]);
    page.one("bp-moved").check_shows(&["Your profile is still", "Undo"]);
    page.one("bp-moved").check_without(&["Your score"]);
}

#[test]
fn with_two_groups_the_bar_is_about_the_open_report_and_names_it() {
    let mut session = after(&format!("both start {}next {}result open-2", run(STRONG_B2B), run(MIXED)));
    let page = after_events(&mut session, [Event::AnswerRevised(ITEM, Response::DontKnow)]);
    page.one("bp-moved").check_shows(&["Consumers", "Your profile is"]);
    let first = after_events(&mut session, [Event::ResultOpened(Run::First)]);
    first.one("bp-moved").check_shows(&["Companies", "still ‘Strongly B2B’"]);
}

// Languages.

#[test]
fn all_of_it_is_said_in_dutch() {
    let mut session = after(&result("bb bb bb bo oo oo"));
    session.apply(Event::Weighed(PACE, true));
    let page = shown_in("nl", &session);
    page.check_shows(&["Telt dubbel", "Hoe zeker is dit?", "Met het antwoord", "Probeer dit", "Zet terug"]);
}
