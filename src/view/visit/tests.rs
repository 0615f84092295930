//! The effects of events on a visit.

use super::*;
use crate::assessment::Position;
use crate::content::Questionnaire;

fn visit(start: Start) -> Visit {
    Visit::new(Session::new(Questionnaire::bundled().instrument), start)
}

/// An event that answers the question shown.
fn answer(visit: &Visit) -> Event {
    let Stage::Asking { item, .. } = visit.session.stage() else { unreachable!("an item is asked") };
    Event::Answered(*item, Response::At(Position::new(1).expect("a position is 0 to 4")))
}

/// Checks the effects of an event.
#[track_caller]
fn check(visit: &mut Visit, start: Start, event: Event, expected: &[Effect]) {
    visit.apply(event, start);
    assert_eq!(std::mem::take(&mut visit.effects), expected);
}

#[test]
fn with_an_intro_the_visitor_begins_by_the_button() {
    let mut visit = visit(Start::Intro);
    assert!(matches!(visit.session.stage(), Stage::Intro));
    let told = [Effect::Started, Effect::Entered, Effect::FocusHeading];
    check(&mut visit, Start::Intro, Event::Started, &told);
    let event = answer(&visit);
    check(&mut visit, Start::Intro, event, &[]);
}

#[test]
fn without_an_intro_the_visitor_begins_by_the_first_answer() {
    let start = Start::Question;
    let mut visit = visit(start);
    assert!(visit.effects.is_empty(), "nobody has done anything");
    check(&mut visit, start, Event::Continued, &[Effect::FocusError]);
    let event = answer(&visit);
    check(&mut visit, start, event.clone(), &[Effect::Started, Effect::Entered]);
    check(&mut visit, start, event, &[]);
    check(&mut visit, start, Event::Continued, &[Effect::Entered, Effect::FocusHeading]);
}

#[test]
fn without_an_intro_a_new_beginning_is_the_first_question_and_can_be_taken_back() {
    let start = Start::Question;
    let mut visit = visit(start);
    assert!(!visit.session.can_return());
    visit.apply(answer(&visit), start);
    visit.apply(Event::Continued, start);
    let before = visit.session.clone();
    visit.effects.clear();

    check(&mut visit, start, Event::Restarted, &[Effect::Restarted, Effect::FocusHeading]);
    assert_eq!(visit.session.step().number, Some(1));
    assert!(visit.session.can_return());
    check(&mut visit, start, Event::Returned, &[Effect::Entered, Effect::FocusHeading]);
    assert_eq!(visit.session, before);
    assert!(!visit.session.can_return());
}

#[test]
fn a_new_beginning_is_news_until_the_next_page() {
    let start = Start::Question;
    let mut visit = visit(start);
    visit.apply(Event::Restarted, start);
    visit.apply(answer(&visit), start);
    assert!(visit.session.can_return(), "the line stays where the visitor is answering");
    visit.apply(Event::Continued, start);
    assert!(!visit.session.can_return());
    visit.apply(Event::Returned, start);
    assert_eq!(visit.session.step().number, Some(2), "it is too late to take it back");
}

#[test]
fn each_page_is_told_from_the_one_before() {
    let start = Start::Question;
    let mut visit = visit(start);
    let first = visit.turned;
    visit.apply(Event::Continued, start);
    visit.apply(answer(&visit), start);
    assert_eq!(visit.turned, first, "it is still the same page");
    visit.apply(Event::Restarted, start);
    assert_eq!(visit.session.step().number, Some(1), "it is the same question");
    assert_ne!(visit.turned, first);
    let other = visit.another(Session::new(Questionnaire::bundled().instrument), start);
    assert_ne!(other.turned, visit.turned);
}

#[test]
fn news_lasts_until_the_next_page() {
    let mut visit = visit(Start::Intro);
    visit.apply(Event::Started, Start::Intro);
    let answered = Some((Asked::Share, Delivery::Failed));
    (visit.notice, visit.answered) = (Some(Notice::Resumed), answered);
    visit.apply(answer(&visit), Start::Intro);
    assert_eq!((visit.notice, visit.answered), (Some(Notice::Resumed), answered));
    visit.apply(Event::Continued, Start::Intro);
    assert_eq!((visit.notice, visit.answered), (None, None));
}

#[test]
fn what_was_marked_last_is_news_until_the_next_page() {
    let mut visit = visit(Start::Intro);
    let id = TacticId::new("webinar");
    visit.apply(Event::TacticMarked(id, Some(Mark::WillDo)), Start::Intro);
    assert_eq!(visit.marked, Some((id, Some(Mark::WillDo))));
    visit.apply(Event::TacticMarked(id, None), Start::Intro);
    assert_eq!(visit.marked, Some((id, None)));
    visit.apply(Event::Started, Start::Intro);
    assert_eq!(visit.marked, None);
}

#[test]
fn what_happened_before_is_told_once_and_takes_no_focus() {
    let mut visit = visit(Start::Intro);
    let mut asking = Session::new(Questionnaire::bundled().instrument);
    asking.apply(Event::Started);
    let answered = answer(&Visit::new(asking, Start::Intro));
    visit.catch_up(&[Event::Started, answered, Event::Continued], Start::Intro);
    assert_eq!(visit.effects, [Effect::Started, Effect::Entered]);
    assert_eq!(visit.session.step().number, Some(2));
    assert!(visit.has_changed);
}

#[test]
fn what_the_host_asks_for_takes_no_focus() {
    let mut visit = visit(Start::Intro);
    visit.apply(Event::Started, Start::Intro);
    visit.leave_focus();
    assert_eq!(visit.effects, [Effect::Started, Effect::Entered]);
}

#[test]
fn what_has_happened_can_be_told_before_focus_goes_anywhere() {
    let mut visit = visit(Start::Intro);
    visit.apply(Event::Started, Start::Intro);
    assert_eq!(visit.take_facts(), [Effect::Started, Effect::Entered]);
    assert_eq!(visit.effects, [Effect::FocusHeading]);
}

#[test]
fn focus_is_asked_back_after_a_trial_and_after_undo() {
    let mut visit = visit(Start::Intro);
    visit.apply(Event::Started, Start::Intro);
    for _ in 0..6 {
        visit.apply(answer(&visit), Start::Intro);
        visit.apply(Event::Continued, Start::Intro);
    }
    visit.apply(Event::ResultRequested, Start::Intro);
    visit.effects.clear();
    let item = visit.session.instrument().items()[0].id;
    check(&mut visit, Start::Intro, Event::AnswerRevised(item, Response::DontKnow), &[]);
    assert_eq!(visit.touched, ("answer", item.as_str()));
    visit.try_out(item, Response::At(Position::MIDDLE), Start::Intro);
    assert_eq!(std::mem::take(&mut visit.effects), [Effect::FocusChange]);
    assert_eq!(visit.touched, ("try", item.as_str()));
    check(&mut visit, Start::Intro, Event::RevisionUndone, &[Effect::FocusChange]);
    assert_eq!(visit.touched, ("try", item.as_str()), "undo is not where one goes back to");
}

#[test]
fn a_typed_sheet_leads_to_its_result_and_nothing_typed_is_lost_before() {
    let mut visit = visit(Start::Intro);
    for text in ["", "--", "12x", "123451234512345123"] {
        visit.paper = PaperInput { text: text.to_owned(), is_sent: false };
        visit.send_paper(Start::Intro);
        assert_eq!((visit.paper.text.as_str(), visit.paper.is_sent), (text, true));
        assert!(matches!(visit.session.stage(), Stage::Intro), "{text}");
    }
    visit.paper = PaperInput { text: "1234".to_owned(), is_sent: false };
    visit.send_paper(Start::Intro);
    assert!(visit.paper.text.is_empty());
    let told = [Effect::Started, Effect::Entered, Effect::Completed, Effect::FocusHeading];
    assert_eq!(visit.effects, told);
}

#[test]
fn another_session_is_told_and_takes_no_focus() {
    let mut asking = Session::new(Questionnaire::bundled().instrument);
    asking.apply(Event::Started);
    let mut visit = visit(Start::Question);
    visit.restore(asking, Start::Question);
    assert_eq!(std::mem::take(&mut visit.effects), [Effect::Entered]);
    assert!(visit.has_changed);
    let event = answer(&visit);
    check(&mut visit, Start::Question, event, &[]);
}

#[test]
fn a_way_back_with_nothing_to_go_back_to_is_no_beginning() {
    let start = Start::Question;
    let mut visit = visit(start);
    check(&mut visit, start, Event::Returned, &[]);
    let event = answer(&visit);
    check(&mut visit, start, event, &[Effect::Started, Effect::Entered]);
}
