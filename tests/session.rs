//! The visitor's way through the questionnaire: the order of pages, and that no answer gets lost.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Effect, Event, FoundationId, ItemId, Progress, Response, Run, SellsTo};
use support::walk::{after, page, session, walk, way_back};
use support::{SHIPPED, at};

/// Answers all twelve items and passes the halfway page.
const RUN: &str = "go*6 next go*6";

#[track_caller]
fn check(script: &str, expected: &str) {
    assert_eq!(page(&after(script)), expected, "{script}");
}

// Forward and back.

/// The pages of a single run, in order.
fn pages() -> Vec<String> {
    let items: Vec<String> = SHIPPED.items().iter().map(|item| format!("1 {}", item.id)).collect();
    let foundations: Vec<String> = SHIPPED.foundations().iter().map(|one| one.id.to_string()).collect();
    let one = |page: &str| vec![page.to_owned()];
    [one("intro"), items[..6].to_vec(), one("1 halfway"), items[6..].to_vec(), foundations, one("1 result")]
        .concat()
}

#[test]
fn a_whole_run_visits_every_page_in_order() {
    let mut session = session();
    let mut visited = vec![page(&session)];
    assert_eq!(walk(&mut session, "start"), [Effect::Started, Effect::Entered, Effect::FocusHeading]);
    visited.push(page(&session));
    while page(&session) != "brand" {
        assert_eq!(walk(&mut session, "go"), [Effect::Entered, Effect::FocusHeading]);
        visited.push(page(&session));
    }
    assert_eq!(walk(&mut session, "go"), [Effect::Entered, Effect::Completed, Effect::FocusHeading]);
    visited.push(page(&session));
    assert_eq!(visited, pages());
}

#[test]
fn back_leads_through_every_page_and_keeps_the_answers() {
    let mut session = after(&format!("start {RUN} go*4"));
    let before = session.run(Run::First).clone();
    let expected: Vec<String> = pages().into_iter().rev().skip(1).collect();
    assert_eq!(way_back(&session), expected);
    assert_eq!(walk(&mut session, "back*18"), [Effect::Entered, Effect::FocusHeading]);
    assert_eq!((page(&session).as_str(), session.run(Run::First)), ("intro", &before));
    assert_eq!(walk(&mut session, "back"), []);
}

#[test]
fn back_and_forth_leads_to_the_same_page() {
    check("start go*3 back*2 next*2", "1 deciders-count");
    check("start go*6 next go*2 back*3 next", "1 audience-list");
}

#[test]
fn questions_are_numbered_and_other_pages_are_not() {
    let number = |script: &str| after(script).progress();
    assert_eq!(number("start"), Some(Progress { number: 1, of: 12 }));
    assert_eq!(number("start go*6 next"), Some(Progress { number: 7, of: 12 }));
    assert_eq!(number(&format!("start {RUN} go")), Some(Progress { number: 2, of: 4 }));
    assert_eq!(number("start go*6"), None);
}

// Missing answers.

#[test]
fn going_on_without_an_answer_prompts() {
    check("start next", "1 audience-size!");
    check("start go*6 next next", "1 audience-list!");
    check(&format!("start {RUN} next"), "quality!");
    assert_eq!(walk(&mut session(), "start next"), [Effect::FocusError]);
}

#[test]
fn an_answer_ends_the_prompt() {
    check("start next 3", "1 audience-size");
    check("start next ? next", "1 relationship-length");
    check(&format!("start {RUN} next ?"), "quality");
}

#[test]
fn a_revisited_question_does_not_prompt_at_once() {
    check("start go next back next", "1 relationship-length");
    check("start go*6 next next back next", "1 audience-list");
    check(&format!("start {RUN} next result back"), "quality");
    check(&format!("start {RUN} go next result back"), "service");
    check(&format!("start {RUN} go*3 next 0 next back"), "brand");
    check("start go*6 result review:pace-impulse,pace-length next next back", "1 result");
}

#[test]
fn a_double_click_never_skips_a_question() {
    check("start 0 next next", "1 relationship-length!");
    check(&format!("start {RUN} 0 next next next"), "service!");
}

#[test]
fn dont_know_is_an_answer() {
    let session = after("start ? next");
    assert_eq!(
        session.run(Run::First).answers.item(&SHIPPED, SHIPPED.items()[0].id),
        Some(Response::DontKnow)
    );
    assert_eq!(session.unasked(Run::First).len(), 11);
}

#[test]
fn following_the_summary_moves_focus_and_nothing_else() {
    let before = after("start next");
    let mut session = before.clone();
    assert_eq!(session.apply(Event::ErrorFollowed), [Effect::FocusAnswer]);
    assert_eq!(session, before);
    assert_eq!(after(&format!("start {RUN} next")).apply(Event::ErrorFollowed), [Effect::FocusAnswer]);
}

#[test]
fn without_an_error_there_is_none_to_follow() {
    for script in ["", "start", "start next 3", "start go*6", &format!("start {RUN}"), "start go*6 result"] {
        check_changes_nothing(script, Event::ErrorFollowed);
    }
}

// Late and unexpected events.

#[track_caller]
fn check_changes_nothing(script: &str, event: Event) {
    let before = after(script);
    let mut session = before.clone();
    assert_eq!(session.apply(event.clone()), [], "{event:?}");
    assert_eq!(session, before, "{event:?}");
}

#[test]
fn an_answer_to_a_question_not_shown_changes_nothing() {
    check_changes_nothing("start", Event::Answered(SHIPPED.items()[1].id, at(1)));
    check_changes_nothing("start go next", Event::Answered(SHIPPED.items()[0].id, at(4)));
    check_changes_nothing("start go*6", Event::Answered(SHIPPED.items()[5].id, at(4)));
    check_changes_nothing("start", Event::Answered(ItemId::new("no-such-item"), at(1)));
    check_changes_nothing("start", Event::FoundationAnswered(SHIPPED.foundations()[0].id, at(1)));
    check_changes_nothing(
        &format!("start {RUN}"),
        Event::FoundationAnswered(FoundationId::new("none"), at(1)),
    );
    check_changes_nothing(
        &format!("start {RUN} go"),
        Event::FoundationAnswered(SHIPPED.foundations()[0].id, at(1)),
    );
}

#[test]
fn what_a_page_does_not_offer_changes_nothing() {
    check_changes_nothing("", Event::Continued);
    check_changes_nothing("start", Event::Started);
    check_changes_nothing("start", Event::ResultRequested);
    check_changes_nothing("start", Event::Returned);
    check_changes_nothing("start", Event::FoundationsRequested);
    check_changes_nothing("start", Event::ResultOpened(Run::Second));
    check_changes_nothing("start go*6 result", Event::ResultOpened(Run::Second));
    check_changes_nothing("both together start go*6 result", Event::ResultOpened(Run::Second));
    check_changes_nothing("start", Event::ReviewRequested(vec![SHIPPED.items()[0].id]));
    check_changes_nothing("start", Event::GroupNamed(Run::First, "late".to_owned()));
    check_changes_nothing("both start", Event::SellsToGiven(SellsTo::Companies));
    check_changes_nothing("start go*6 result", Event::ReviewRequested(vec![ItemId::new("no-such-item")]));
    check_changes_nothing(&format!("start {RUN} go*4"), Event::Continued);
}

// The result, early and full.

#[test]
fn an_early_result_goes_on_with_the_first_item_not_asked() {
    check("start go*6 result", "1 result");
    check("start go*6 result next", "1 audience-list");
    check("start go*6 next go*2 back*3 result next", "1 pace-impulse");
}

#[test]
fn an_early_result_in_the_second_run_goes_on_with_that_run() {
    check(&format!("both start {RUN} next go*6 result"), "2 result");
    check(&format!("both start {RUN} next go*6 result next"), "2 audience-list");
}

#[test]
fn the_open_report_goes_on_with_its_own_run_before_the_other() {
    check("both start go*6 result next back", "1 result");
    check("both start go*6 result open-2 next", "2 audience-size");
    check(&format!("both start go*6 result open-2 next {RUN} go*4 open-2 next"), "1 audience-list");
}

#[test]
fn the_foundations_can_be_left_out_and_asked_for_later() {
    check(&format!("start {RUN} result"), "1 result");
    check(&format!("start {RUN} result back"), "quality");
    check(&format!("start {RUN} result foundations"), "quality");
    check("start go*6 result foundations go*4", "1 result");
    assert!(!after(&format!("start {RUN} result")).has_foundations());
    assert!(after(&format!("start {RUN} go result")).has_foundations());
}

#[test]
fn the_foundations_lead_back_to_the_report_they_were_asked_from() {
    let both = format!("both start {RUN} next {RUN} result");
    check(&format!("{both} open-2 foundations go*4"), "2 result");
    check(&format!("{both} open-2 foundations go result"), "2 result");
    check(&format!("{both} open-2 open-1 foundations go*4"), "1 result");
    check(&format!("{both} open-2 foundations go*4 foundations result"), "2 result");
}

#[test]
fn back_from_the_full_result_leads_to_the_last_foundation() {
    check("start go*6 result next go*6 go*4", "1 result");
    check("start go*6 result next go*6 go*4 back", "brand");
    check(&format!("start {RUN} result foundations go*4 back"), "brand");
}

#[test]
fn a_review_goes_through_its_items_and_back_to_the_result() {
    let done = format!("start {RUN} go*4 review:pace-length,audience-list,no-such-item");
    check(&done, "1 again pace-length");
    check(&format!("{done} next"), "1 again audience-list");
    check(&format!("{done} next back"), "1 again pace-length");
    check(&format!("{done} back"), "1 result");
    check(&format!("{done} 3 next 4 next"), "1 result");
    let reviewed = after(&format!("{done} 3 next 4 next"));
    assert_eq!(reviewed.run(Run::First).answers.item(&SHIPPED, ItemId::new("pace-length")), Some(at(3)));
    assert_eq!(way_back(&reviewed)[0], "brand");
}

#[test]
fn an_item_named_twice_is_looked_at_once() {
    let twice = format!("start {RUN} go*4 review:pace-length,pace-length,audience-list,pace-length");
    check(&format!("{twice} next"), "1 again audience-list");
    check(&format!("{twice} next*2"), "1 result");
}

#[test]
fn a_review_of_the_second_report_changes_the_second_run() {
    let both = format!("both start {RUN} next {RUN} go*4 open-2 review:pace-length");
    check(&both, "2 again pace-length");
    let reviewed = after(&format!("{both} 4 next"));
    let answer = |run| reviewed.run(run).answers.item(&SHIPPED, ItemId::new("pace-length"));
    assert_eq!((answer(Run::First), answer(Run::Second)), (Some(at(0)), Some(at(4))));
    assert_eq!(page(&reviewed), "2 result");
}

#[test]
fn back_never_runs_in_circles() {
    let script = "both start go*6 result next go*6 next go*6 result foundations go*4 review:pace-length,pace-impulse go*2 \
                  next go*6 foundations next*4 review:audience-size next";
    let mut pages = way_back(&after(script));
    let count = pages.len();
    pages.sort();
    pages.dedup();
    assert_eq!(pages.len(), count, "{pages:?}");
}
