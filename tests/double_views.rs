//! Dimensions that count double, as the result shows them.
#![cfg(feature = "ssr")]

mod support;

use b2b_b2c_profile::assessment::{DimensionId, Event, Run, Session};
use support::shown::{MIXED, Shown, after, points, result, shown_in};

const PACE: DimensionId = DimensionId::new("pace");
const AUDIENCE: DimensionId = DimensionId::new("audience");
const CRITERION: DimensionId = DimensionId::new("criterion");

/// The English page of a session after more events.
fn after_events(session: &mut Session, events: impl IntoIterator<Item = Event>) -> Shown {
    for event in events {
        session.apply(event);
    }
    shown_in("en", session)
}

#[test]
fn doubled_dimensions_say_so_and_a_third_is_impossible() {
    let mut session = after(&result(MIXED));
    let page = after_events(&mut session, [Event::Weighed(CRITERION, true)]);
    let tagged = |page: &Shown| -> Vec<String> {
        let rows = page.all("bp-dimension");
        let tagged = rows.iter().filter(|row| row.one("bp-dimension__name").has("bp-tag"));
        tagged.filter_map(|row| row.attribute("data-id")).map(str::to_owned).collect()
    };
    assert_eq!(tagged(&page), ["criterion"]);
    assert!(!page.0.contains(" disabled="), "one more can be doubled");
    page.one("bp-moved").check_shows(&["Your score went"]);

    let page = after_events(&mut session, [Event::Weighed(AUDIENCE, true), Event::Weighed(PACE, true)]);
    assert_eq!(tagged(&page), ["audience", "criterion"]);
    let boxes = page.all("bp-double");
    let blocked: Vec<bool> = boxes.iter().map(|one| one.0.contains(" disabled=")).collect();
    assert_eq!(blocked, [true, false, true, true, false, true]);
    for (one, is_blocked) in boxes.iter().zip(blocked) {
        let why = one.text().contains("Two points count double already.");
        assert_eq!(why, is_blocked, "{one:?}");
    }
}

#[test]
fn a_doubled_dimension_is_part_of_the_points() {
    let mut session = after(&result(MIXED));
    let page = after_events(&mut session, [Event::Weighed(PACE, true)]);
    let rows = page.all("bp-dimension__points");
    let sum: i32 = rows.iter().map(|row| points(&row.text())).sum();
    assert_eq!(Some(sum), session.outcome(Run::First).scores.points());
}
