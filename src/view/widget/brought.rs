//! Handles results brought in: compared if the visitor is at the result, viewed on any other page.

use super::Widget;
use crate::assessment::{Effect, Session};
use crate::exchange::{FileError, NamedResult, ResultCode, ResultFile, ResultLink};
use crate::view::WidgetProps;
use crate::view::brought::MOST_COMPARED;
use crate::view::state::{Other, Said};

impl Widget {
    pub(super) fn bring_text(&mut self, props: &WidgetProps) {
        let questionnaire = &props.questionnaire;
        match ResultLink::read(&self.visit.typed, &questionnaire.instrument, questionnaire.version) {
            Ok(session) => {
                self.visit.typed.clear();
                self.bring(String::new(), session);
            }
            Err(error) => self.visit.said = Some(Said::Code(error)),
        }
    }

    pub(super) fn bring_file(&mut self, props: &WidgetProps, read: Result<ResultFile, FileError>) {
        let questionnaire = &props.questionnaire;
        let edition = (questionnaire.id, questionnaire.version);
        match read.and_then(|file| file.session(&questionnaire.instrument, edition)) {
            Ok(session) => self.bring(String::new(), session),
            Err(error) => self.visit.said = Some(Said::File(error)),
        }
    }

    pub(super) fn compare_named(&mut self, props: &WidgetProps, result: &NamedResult) {
        let questionnaire = &props.questionnaire;
        match ResultCode::read(&result.code, &questionnaire.instrument, questionnaire.version) {
            Ok(session) => self.bring(result.name.clone(), session),
            Err(error) => self.visit.said = Some(Said::Code(error)),
        }
    }

    fn bring(&mut self, name: String, session: Session) {
        let visit = &mut self.visit;
        if visit.shared.is_some() || !visit.is_at_result() {
            return visit.turn(|visit| visit.look_at(session));
        }
        let mut room = MOST_COMPARED.saturating_sub(visit.session.runs().len() + visit.others.len());
        let is_room = room > 0;
        for &run in session.runs() {
            if room > 0 {
                visit.others.push(Other { name: name.clone(), session: session.clone(), run });
                room -= 1;
            }
        }
        visit.said = Some(if is_room { Said::Added } else { Said::NoRoom });
    }

    /// Removes a result from the comparison. Its button goes too, so focus moves to the input field.
    pub(super) fn remove_other(&mut self, place: usize) {
        if place < self.visit.others.len() {
            self.visit.others.remove(place);
            self.visit.said = None;
            self.visit.effects.push(Effect::FocusField);
        }
    }
}
