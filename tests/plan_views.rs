//! The plan, rendered on the host.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::{Event, Mark, Plan, Run, Session, TacticId};
use proptest::prelude::*;
use support::SHIPPED;
use support::generated::{cases, restored};
use support::shown::{MIXED, SPLIT, STRONG_B2B, Shown, after, result, run, shown, shown_in};

fn marked(script: &str, marks: &[(&'static str, Mark)]) -> Session {
    let mut session = after(script);
    for &(id, mark) in marks {
        session.apply(Event::TacticMarked(TacticId::new(id), Some(mark)));
    }
    session
}

#[test]
fn without_a_mark_the_plan_says_how_to_fill_it() {
    let page = shown(&result(MIXED));
    page.one("bp-part--plan").check_shows(&["Your plan", "Still empty. Choose ‘Will do’ on a tip"]);
    assert_eq!(page.all("bp-segment").len(), 5);
    assert!(!page.has("bp-planned") && !page.has("bp-bar__count"));
    let said = page.one("bp-marked");
    assert_eq!((said.attribute("role"), said.text().as_str()), (Some("status"), ""));
    assert!(!shown("start go").has("bp-marked"));
}

#[test]
fn every_tactic_has_three_buttons_named_after_it() {
    for written in [MIXED, SPLIT, STRONG_B2B] {
        let page = shown(&result(written));
        for card in page.one("bp-tactics").all("bp-card") {
            let marks = card.one("bp-marks");
            let title = if card.has("bp-card__title") { "bp-card__title" } else { "bp-row__title" };
            assert_eq!(marks.attribute("role"), Some("group"));
            assert_eq!(marks.attribute("aria-label"), Some(&*card.one(title).text()));
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
fn what_is_marked_stays_where_it_is_and_is_in_the_plan() {
    let marks =
        [("email-series", Mark::AlreadyDo), ("newsletter", Mark::WillDo), ("special-offer", Mark::NotForUs)];
    let page = shown_in("en", &marked(&result(MIXED), &marks));
    assert_eq!(page.one("bp-tactics").ids("bp-card"), shown(&result(MIXED)).one("bp-tactics").ids("bp-card"));
    assert_eq!(page.one("bp-bar__count").text(), "3");
    let pills: Vec<String> = page.one("bp-tactics").all("bp-pill").iter().map(Shown::text).collect();
    assert_eq!(pills, ["Will do", "Not for us"], "the open tactic shows its pressed button instead");
    let plan = page.one("bp-part--plan");
    assert_eq!(plan.ids("bp-planned"), ["newsletter", "email-series", "special-offer"]);
    plan.check_shows(&[
        "Your plan",
        "1 to do · 1 already doing · 2 to decide",
        "Online newsletter",
        "E-mail series",
        "Not for us (1)",
        "Special offer",
    ]);
    let segments = |class: &str| plan.all(class).len();
    assert_eq!(
        (segments("bp-segment"), segments("bp-segment--done"), segments("bp-segment--to-do")),
        (4, 1, 1)
    );
    assert_eq!(plan.all("bp-planned__start").len(), 1, "only tactics still to do have a first step");
    assert!(plan.one("bp-plan__aside").0.starts_with("<details class"), "closed at first");
}

#[test]
fn the_mark_that_a_tactic_has_is_chosen_in_the_plan_and_pressed_at_the_tactic() {
    let marks = [("webinar", Mark::WillDo), ("coupon", Mark::AlreadyDo), ("whitepaper", Mark::NotForUs)];
    let page = shown_in("en", &marked(&result(MIXED), &marks));
    for (id, mark) in marks {
        let entries = page.all("bp-planned");
        let entry =
            entries.iter().find(|entry| entry.attribute("data-id") == Some(id)).expect("it is planned");
        let chosen = format!("selected=\"\" value=\"{}\"", mark.as_str());
        assert_eq!(entry.0.matches(" selected=").count(), 1, "{id}");
        assert!(entry.0.contains(&chosen), "{chosen}: {entry:?}");
    }
    let marks = [("email-series", Mark::NotForUs)];
    let page = shown_in("en", &marked(&result(MIXED), &marks));
    let pressed: Vec<Shown> = (page.one("bp-card--open").all("bp-mark").into_iter())
        .filter(|button| button.attribute("aria-pressed") == Some("true"))
        .collect();
    assert_eq!(
        pressed.iter().map(|button| button.attribute("data-id")).collect::<Vec<_>>(),
        [Some("not-for-us")]
    );
}

#[test]
fn a_plan_with_every_tactic_says_so() {
    for written in [MIXED, SPLIT] {
        let mut session = after(&result(written));
        for tactic in Plan::tactics(&SHIPPED) {
            session.apply(Event::TacticMarked(tactic.id, Some(Mark::WillDo)));
        }
        let plan = shown_in("nl", &session).one("bp-part--plan");
        plan.check_shows(&["13 gaat u doen", "U heeft bij elke tip gekozen. Aan de slag!"]);
        assert_eq!(plan.ids("bp-planned").len(), 13);
    }
}

#[test]
fn both_groups_share_the_plan_and_sort_it_their_own_way() {
    let script = format!("both start {}next {}result", run("BB BB BB BB BB BB"), run("CC CC CC CC CC CC"));
    let marks = [("coupon", Mark::WillDo), ("whitepaper", Mark::WillDo)];
    let first = shown_in("en", &marked(&script, &marks)).one("bp-part--plan").ids("bp-planned");
    let mut session = marked(&script, &marks);
    session.apply(Event::ResultOpened(Run::Second));
    let second = shown_in("en", &session).one("bp-part--plan").ids("bp-planned");
    assert_eq!(first, ["whitepaper", "coupon"]);
    assert_eq!(second, ["coupon", "whitepaper"]);
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_marked_tactic_is_in_the_plan_once(session in restored()) {
        let page = shown_in("nl", &session);
        let plan = session.plan();
        // Without answers, the session is at the intro.
        prop_assume!(page.has("bp-result"));
        let marked = Plan::tactics(&SHIPPED).filter(|tactic| plan.mark(&SHIPPED, tactic.id).is_some());
        prop_assert_eq!(page.ids("bp-planned").len(), marked.count());
        prop_assert_eq!(page.has("bp-bar__count"), !plan.is_blank());
    }
}
