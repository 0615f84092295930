//! Viewing someone else's result, and adopting it.

use super::Visit;
use crate::assessment::Session;

impl Visit {
    /// Shows someone else's result.
    pub(in crate::view) fn look_at(&mut self, shared: Session) {
        self.turn_page();
        self.shared = Some(shared);
    }

    /// Returns to the visitor's own session.
    pub(in crate::view) fn look_away(&mut self) {
        if self.shared.take().is_some() {
            self.turn_page();
        }
    }

    /// Adopts the result being viewed; previous answers can be restored.
    pub(in crate::view) fn adopt(&mut self) {
        if let Some(shared) = self.shared.take() {
            self.take(shared);
        }
    }

    /// Continues with another session; previous answers can be restored.
    pub(in crate::view) fn take(&mut self, other: Session) {
        self.session.give_way_to(other);
        self.arrive();
    }
}

#[cfg(all(test, feature = "bundled"))]
mod tests {
    use super::*;
    use crate::assessment::{Effect, Event, Position, Response, Stage};
    use crate::content::Questionnaire;
    use crate::exchange::ResultCode;
    use crate::view::Start;

    fn visit() -> Visit {
        Visit::new(Session::new(Questionnaire::bundled().instrument), Start::Intro)
    }

    /// A visit at the first question, and a result to view.
    fn visit_and_shared() -> (Visit, Session) {
        let mut visit = visit();
        visit.apply(Event::Started, Start::Intro);
        let Stage::Asking { item, .. } = *visit.session.stage() else { unreachable!("an item is asked") };
        let response = Response::At(Position::new(1).expect("a position is 0 to 4"));
        visit.apply(Event::Answered(item, response), Start::Intro);
        visit.effects.clear();
        visit.has_changed = false;
        let code = "11R1-FKS9-7103-GBNB";
        let shared = ResultCode::read(code, &Questionnaire::bundled().instrument, 1).expect("it is a code");
        (visit, shared)
    }

    #[test]
    fn looking_at_another_result_leaves_the_own_session_alone_and_tells_nothing() {
        let (mut visit, shared) = visit_and_shared();
        let own = visit.session.clone();
        visit.look_at(shared.clone());
        assert_eq!(visit.shown(), &shared);
        for event in [Event::Restarted, Event::SteppedBack, Event::Continued, Event::RevisionUndone] {
            visit.apply(event, Start::Intro);
        }
        assert_eq!((visit.shown(), &visit.session), (&shared, &own), "late clicks change neither");
        visit.look_away();
        assert_eq!(visit.shown(), &own);
        assert!(visit.effects.is_empty() && !visit.has_changed, "nobody heard of it");
    }

    #[test]
    fn an_adopted_result_is_told_as_a_result_and_can_be_taken_back() {
        let (mut visit, shared) = visit_and_shared();
        let own = visit.session.clone();
        visit.look_at(shared.clone());
        visit.turn(Visit::adopt);
        assert_eq!(visit.shown(), &visit.session);
        assert_eq!(visit.session.step(), shared.step());
        let told = [Effect::Entered, Effect::Completed, Effect::FocusHeading];
        assert_eq!(std::mem::take(&mut visit.effects), told);
        assert!(visit.has_changed);
        assert!(visit.session.can_return());
        visit.apply(Event::Returned, Start::Intro);
        assert_eq!(visit.session, own);
        assert_eq!(visit.effects, [Effect::Entered, Effect::FocusHeading]);
        assert!(!visit.session.can_return());
    }

    #[test]
    fn nothing_is_put_aside_where_nothing_was_answered_but_what_start_again_put_aside_is() {
        let (_, shared) = visit_and_shared();
        let mut fresh = visit();
        fresh.look_at(shared.clone());
        fresh.adopt();
        assert!(!fresh.session.can_return());
        let (mut restarted, shared) = visit_and_shared();
        restarted.apply(Event::Restarted, Start::Intro);
        restarted.look_at(shared);
        restarted.adopt();
        restarted.apply(Event::Returned, Start::Intro);
        assert!(restarted.session.can_return(), "the line that brings the answers back is there again");
    }

    #[test]
    fn what_the_host_restores_takes_the_place_of_what_was_looked_at() {
        let (mut visit, shared) = visit_and_shared();
        visit.look_at(shared);
        let other = Session::new(Questionnaire::bundled().instrument);
        visit.restore(other.clone(), Start::Intro);
        assert_eq!(visit.shown(), &other);
    }
}
