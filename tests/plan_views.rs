//! The plan, drawn on the host.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::{Event, Mark, Plan, Run, Session, TacticId};
use proptest::prelude::*;
use support::SHIPPED;
use support::generated::{cases, restored};
use support::shown::{MIXED, SPLIT, STRONG_B2B, after, result, run, shown, shown_in};

fn marked(script: &str, marks: &[(&'static str, Mark)]) -> Session {
    let mut session = after(script);
    for &(id, mark) in marks {
        session.apply(Event::TacticMarked(TacticId::new(id), Some(mark)));
    }
    session
}

#[test]
fn without_a_mark_there_is_no_plan_but_a_place_for_what_becomes_of_one() {
    let page = shown(&result(MIXED));
    assert!(!page.has("bp-plan"));
    let said = page.one("bp-marked");
    assert_eq!((said.attribute("role"), said.text().as_str()), (Some("status"), ""));
    assert!(!shown("start go").has("bp-marked"));
}

#[test]
fn every_recommended_card_has_three_buttons_named_after_it() {
    for written in [MIXED, SPLIT, STRONG_B2B] {
        let page = shown(&result(written));
        for card in page.one("bp-tactics").all("bp-card") {
            let marks = card.one("bp-marks");
            assert_eq!(marks.attribute("role"), Some("group"));
            assert_eq!(marks.attribute("aria-label"), Some(&*card.one("bp-card__title").text()));
            assert_eq!(marks.attribute("data-id"), card.attribute("data-id"));
            let buttons = marks.all("bp-mark");
            assert_eq!(
                buttons.iter().map(|button| button.text()).collect::<Vec<_>>(),
                ["Already do", "Will do", "Not for us"]
            );
            assert!(buttons.iter().all(|button| button.attribute("aria-pressed") == Some("false")));
        }
    }
}

#[test]
fn what_is_marked_leaves_the_recommendations_and_others_move_up() {
    let marks =
        [("email-series", Mark::AlreadyDo), ("newsletter", Mark::WillDo), ("special-offer", Mark::NotForUs)];
    let page = shown_in("en", &marked(&result(MIXED), &marks));
    let cards = page.one("bp-tactics").ids("bp-card");
    assert_eq!(cards.len(), 5, "{cards:?}");
    assert_eq!(cards[..2], ["merchandising", "quantity-discount"]);
    let plan = page.one("bp-plan");
    assert_eq!(plan.ids("bp-planned"), ["newsletter", "email-series", "special-offer"]);
    plan.check_shows(&[
        "Your plan",
        "You already do 1 of 2",
        "Will do",
        "Online newsletter",
        "Start this week.",
        "Already do",
        "E-mail series",
        "Not for us (1)",
        "Special offer",
    ]);
    let bar = plan.one("bp-progress__bar");
    assert_eq!((bar.attribute("max"), bar.attribute("value")), (Some("2"), Some("1")));
    assert_eq!(plan.all("bp-card__start").len(), 1, "only what is still to be done has a first step");
    assert!(plan.one("bp-plan__aside").0.starts_with("<details class"), "closed at first");
    assert!(!page.all("bp-unsuited").iter().any(|list| list.text().contains("Special offer")));
}

#[test]
fn the_mark_that_a_tactic_has_is_pressed() {
    let marks = [("webinar", Mark::WillDo), ("coupon", Mark::AlreadyDo), ("whitepaper", Mark::NotForUs)];
    let page = shown_in("en", &marked(&result(MIXED), &marks));
    for (id, mark) in marks {
        let entries = page.all("bp-planned");
        let entry =
            entries.iter().find(|entry| entry.attribute("data-id") == Some(id)).expect("it is planned");
        let pressed: Vec<_> = entry
            .all("bp-mark")
            .into_iter()
            .filter(|button| button.attribute("aria-pressed") == Some("true"))
            .collect();
        assert_eq!(pressed.len(), 1, "{id}");
        assert_eq!(pressed[0].attribute("data-id"), Some(mark.as_str()));
    }
}

#[test]
fn without_anything_to_do_there_is_no_progress() {
    let page = shown_in("en", &marked(&result(MIXED), &[("webinar", Mark::NotForUs)]));
    assert!(!page.one("bp-plan").has("bp-progress__bar"));
}

#[test]
fn when_everything_has_its_place_a_sentence_says_so() {
    for written in [MIXED, SPLIT] {
        let mut session = after(&result(written));
        for tactic in Plan::tactics(&SHIPPED) {
            session.apply(Event::TacticMarked(tactic.id, Some(Mark::WillDo)));
        }
        let page = shown_in("nl", &session);
        let tactics = page.one("bp-tactics");
        tactics
            .check_shows(&["Dit past bij u", "U heeft alle tips een plek gegeven in uw plan. Aan de slag!"]);
        assert!(!tactics.has("bp-card") && !page.has("bp-columns") && !page.has("bp-unsuited"));
        assert_eq!(page.one("bp-plan").ids("bp-planned").len(), 13);
    }
}

#[test]
fn both_groups_share_the_plan_and_sort_it_their_own_way() {
    let script = format!("both start {}next {}result", run("BB BB BB BB BB BB"), run("CC CC CC CC CC CC"));
    let marks = [("coupon", Mark::WillDo), ("whitepaper", Mark::WillDo)];
    let first = shown_in("en", &marked(&script, &marks)).one("bp-plan").ids("bp-planned");
    let mut session = marked(&script, &marks);
    session.apply(Event::ResultOpened(Run::Second));
    let second = shown_in("en", &session).one("bp-plan").ids("bp-planned");
    assert_eq!(first, ["whitepaper", "coupon"]);
    assert_eq!(second, ["coupon", "whitepaper"]);
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn nothing_marked_is_ever_among_the_recommended_cards(session in restored()) {
        let page = shown_in("nl", &session);
        let plan = session.plan();
        for tactics in page.all("bp-tactics") {
            for id in tactics.ids("bp-card") {
                let tactic = Plan::tactics(&SHIPPED).find(|tactic| tactic.id.as_str() == id);
                let tactic = tactic.expect("it can be marked");
                prop_assert_eq!(plan.mark(&SHIPPED, tactic.id), None, "{} is marked and recommended", id);
            }
        }
        // Without any answer it is at the intro.
        prop_assume!(page.has("bp-result"));
        prop_assert_eq!(page.has("bp-plan"), !plan.is_blank());
        let marked = Plan::tactics(&SHIPPED).filter(|tactic| plan.mark(&SHIPPED, tactic.id).is_some());
        prop_assert_eq!(page.ids("bp-planned").len(), marked.count(), "each stands in the plan once");
    }
}
