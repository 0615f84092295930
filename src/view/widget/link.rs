//! A link to a result.

use super::Widget;
use crate::assessment::Session;
use crate::content::Questionnaire;
use crate::exchange::{ResultCode, ResultLink};
use crate::view::WidgetProps;

impl Widget {
    /// Shows the result of a link, or what is wrong with it. Focus stays where it is: the link may have
    /// opened the host page.
    pub(super) fn follow(&mut self, props: &WidgetProps, link: &str) {
        let Questionnaire { instrument, version, .. } = &*props.questionnaire;
        let code = |session: &Session| ResultCode::of(*version, session);
        match ResultLink::read(link, instrument, *version) {
            _ if link.is_empty() => self.visit.look_away(),
            // The visitor's own result is not shown as someone else's.
            Ok(session) if self.visit.is_at_result() && code(&self.visit.session) == code(&session) => {
                self.visit.look_away()
            }
            Ok(session) => self.visit.look_at(session),
            Err(error) => self.visit.link_fault = Some(error),
        }
    }
}
