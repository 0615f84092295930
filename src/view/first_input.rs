//! What a visitor did on the first pages before the widget was ready.

use crate::assessment::{Event, Instrument, Position, Response, SellsTo};

/// The events that input on the first pages stands for, in order.
///
/// The input has four lines, preceded by four more for each time the host restarted it: the value of the box
/// chosen at the opener; the page (`intro`, `question`, or `opening` for the question without an intro); the
/// value of the box chosen at the question; and the button pressed, `start` or `next`, which waits for the
/// widget. A line is empty if nothing was done; unknown values are ignored.
pub fn first_page_events(done: &str, instrument: &Instrument) -> Vec<Event> {
    let mut lines = done.split('\n').peekable();
    let mut events = Vec::new();
    while lines.peek().is_some() {
        if !events.is_empty() {
            events.push(Event::Restarted);
        }
        let mut line = || lines.next().unwrap_or_default();
        events.extend(events_since([line(), line(), line(), line()], instrument));
    }
    events
}

fn events_since([opener, page, answer, pressed]: [&str; 4], instrument: &Instrument) -> Vec<Event> {
    let item = instrument.items().first().map(|item| item.id);
    let answered = item.zip(response(answer)).map(|(item, response)| Event::Answered(item, response));
    let mut events: Vec<Event> = sells_to(opener).map(Event::SellsToGiven).into_iter().collect();
    // Selling to both leads to another question first, which only the widget can ask.
    if opener == "opener-both" && pressed == "start" {
        return events;
    }
    // A visitor who went back to the intro has seen the question and may have answered it.
    let is_back = page == "intro" && pressed != "start";
    if page == "question" || pressed == "start" || is_back && answered.is_some() {
        events.push(Event::Started);
    }
    let went_back = (is_back && answered.is_some()).then_some(Event::SteppedBack);
    let went_on = (pressed == "next").then_some(Event::Continued);
    events.extend(answered.into_iter().chain(went_back).chain(went_on));
    events
}

fn sells_to(value: &str) -> Option<SellsTo> {
    match value {
        "opener-companies" => Some(SellsTo::Companies),
        "opener-consumers" => Some(SellsTo::Consumers),
        "opener-both" => Some(SellsTo::Both),
        "opener-unknown" => Some(SellsTo::Unknown),
        _ => None,
    }
}

fn response(value: &str) -> Option<Response> {
    match value.parse::<u8>().ok()? {
        0 => Some(Response::DontKnow),
        number => Position::new(number - 1).map(Response::At),
    }
}

#[cfg(all(test, feature = "bundled"))]
mod tests {
    use super::*;
    use crate::assessment::{Session, Stage};
    use crate::content::Questionnaire;

    /// Checks the page's kind, the opener and the first answer after these events.
    #[track_caller]
    fn check(done: &str, page: &str, opener: Option<SellsTo>, answer: Option<Response>) {
        let instrument = Questionnaire::bundled().instrument;
        let mut session = Session::new(instrument.clone());
        for event in first_page_events(done, &instrument) {
            session.apply(event);
        }
        let first = instrument.items()[0].id;
        let given = session.run(Default::default()).answers.item(&instrument, first);
        assert_eq!((session.step().page, session.sells_to(), given), (page, opener, answer), "{done:?}");
    }

    fn at(number: u8) -> Option<Response> {
        Position::new(number).map(Response::At)
    }

    #[test]
    fn nothing_done_is_nothing() {
        check("", "intro", None, None);
        check("\nintro\n\n", "intro", None, None);
    }

    #[test]
    fn what_was_chosen_at_the_intro_is_taken_over() {
        check("opener-both\nintro\n\n", "intro", Some(SellsTo::Both), None);
        check("opener-companies\nintro\n\nstart", "item", Some(SellsTo::Companies), None);
    }

    #[test]
    fn the_first_answer_counts_and_next_leads_on() {
        check("\nquestion\n5\n", "item", None, at(4));
        let instrument = Questionnaire::bundled().instrument;
        let mut session = Session::new(instrument.clone());
        first_page_events("\nquestion\n1\nnext", &instrument)
            .into_iter()
            .for_each(|event| drop(session.apply(event)));
        assert_eq!(session.step().number, Some(2));
    }

    #[test]
    fn a_new_beginning_can_be_taken_back() {
        let instrument = Questionnaire::bundled().instrument;
        let mut session = Session::new(instrument.clone());
        let events =
            first_page_events("opener-companies\nquestion\n4\n\nopener-unknown\nintro\n\n", &instrument);
        events.into_iter().for_each(|event| drop(session.apply(event)));
        assert_eq!((session.step().page, session.sells_to()), ("intro", Some(SellsTo::Unknown)));
        session.apply(Event::Returned);
        assert_eq!((session.step().page, session.sells_to()), ("item", Some(SellsTo::Companies)));
    }

    #[test]
    fn who_sells_to_both_is_asked_how_before_the_first_question() {
        check("opener-both\nintro\n\nstart", "intro", Some(SellsTo::Both), None);
    }

    #[test]
    fn next_without_an_answer_asks_back() {
        let instrument = Questionnaire::bundled().instrument;
        let mut session = Session::new(instrument.clone());
        first_page_events("\nquestion\n\nnext", &instrument)
            .into_iter()
            .for_each(|event| drop(session.apply(event)));
        assert!(matches!(
            session.stage(),
            Stage::Asking { prompt: crate::assessment::Prompt::AnswerNeeded, .. }
        ));
    }

    #[test]
    fn an_answer_outlasts_the_way_back_to_the_intro() {
        check("opener-unknown\nintro\n0\n", "intro", Some(SellsTo::Unknown), Some(Response::DontKnow));
    }

    #[test]
    fn what_is_not_known_counts_as_not_done() {
        check("opener-nobody\nquestion\n9\nlater", "item", None, None);
        check("x\ny\nz\nw\nv", "intro", None, None);
        check("\nquestion\n-1\n", "item", None, None);
    }
}
