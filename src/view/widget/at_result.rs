//! What is done with a result.

use super::{ResultMessage, Widget};
use crate::assessment::Session;
use crate::content::Questionnaire;
use crate::exchange::{ResultCode, ResultLink};
use crate::view::shared::News;
use crate::view::visit::Visit;
use crate::view::{WidgetProps, account};

impl Widget {
    pub(in crate::view) fn take_in(&mut self, props: &WidgetProps, message: ResultMessage) {
        match message {
            ResultMessage::Restored(session) => self.visit.restore(*session, props.start),
            ResultMessage::LinkFollowed(link) => self.follow(props, &link),
            ResultMessage::SharedAdopted => self.visit.turn(Visit::adopt),
            ResultMessage::SharedClosed => self.visit.turn(Visit::look_away),
            ResultMessage::AdoptionUndone => self.visit.turn(Visit::undo_adoption),
            ResultMessage::NameTyped(name) => self.visit.shelf.name = name,
            ResultMessage::ResultKept => self.keep_result(props),
            ResultMessage::KeptOpened(result) => self.open_kept(props, &result),
            ResultMessage::KeptRemoved(result) => self.remove_kept(props, *result),
            ResultMessage::KeptReturned(result) => self.return_kept(props, &result),
            ResultMessage::AllForgotten => self.forget_all(props),
            ResultMessage::TextBrought => self.bring_text(props),
            ResultMessage::FileRead(text) => self.bring_file(props, text.as_deref()),
            ResultMessage::KeptCompared(result) => self.compare_kept(props, &result),
            ResultMessage::OtherRemoved(place) => self.remove_other(place),
            ResultMessage::Tried(item, response) => self.visit.try_out(item, response, props.start),
            ResultMessage::LetterAsked => {
                self.copy(props, account::letter(self.visit.shown(), props, &self.texts));
            }
            ResultMessage::ShareAsked => {
                if let Some(on_share) = &props.on_share {
                    on_share.emit(account::share(self.visit.shown(), props, &self.texts));
                }
            }
            ResultMessage::DownloadAsked(format) => {
                if let Some(on_download) = &props.on_download {
                    on_download.emit(account::download(self.visit.shown(), props, &self.texts, format));
                }
            }
            ResultMessage::SheetSent => self.visit.send_sheet(props.start),
        }
    }

    /// Shows the result that a link stands for, or says what is wrong with it. Focus stays: it may be the page that
    /// was opened so.
    fn follow(&mut self, props: &WidgetProps, link: &str) {
        let Questionnaire { instrument, version, .. } = &*props.questionnaire;
        let code = |session: &Session| ResultCode::of(*version, session);
        match ResultLink::read(link, instrument, *version) {
            _ if link.is_empty() => self.visit.look_away(),
            // The visitor's own result is no one else's.
            Ok(session) if self.visit.is_at_result() && code(&self.visit.session) == code(&session) => {
                self.visit.look_away()
            }
            Ok(session) => self.visit.look_at(session),
            Err(error) => self.visit.news = Some(News::Broken(error)),
        }
    }
}
