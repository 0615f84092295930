//! Changes the named results, based on the list on the device: another host page may have changed it.

use super::Widget;
use crate::content::Label;
use crate::exchange::{NamedResult, NamedResults, ResultCode};
use crate::view::state::NamedResultsState;
use crate::view::{Told, WidgetProps};

impl Widget {
    /// Stores the result shown under the name typed, or under its profile's.
    pub(super) fn name_result(&mut self, props: &WidgetProps) {
        let session = self.visit.shown();
        let code = ResultCode::of(props.questionnaire.version, session);
        let name = match self.visit.named.name.trim() {
            "" => session.runs().first().map(|&run| self.texts.headline(&session.outcome(run))),
            typed => Some(typed.to_owned()),
        };
        let mut has_room = false;
        let is_kept = change(props, |list, today| {
            let result = NamedResult { day: today.to_owned(), code, name: name.unwrap_or_default() };
            has_room = list.insert(usize::MAX, &result);
        });
        let said = match (has_room, is_kept) {
            (false, _) => Label::KeptFull,
            (true, false) => Label::KeptNot,
            (true, true) => Label::KeptDone,
        };
        // If storing failed, the name stays in the field.
        let name = if is_kept { String::new() } else { std::mem::take(&mut self.visit.named.name) };
        self.visit.named = NamedResultsState { said: Some(said), name, ..NamedResultsState::default() };
    }

    /// Shows a named result beside the visitor's own session.
    pub(super) fn open_named(&mut self, props: &WidgetProps, result: &NamedResult) {
        let questionnaire = &props.questionnaire;
        match ResultCode::read(&result.code, &questionnaire.instrument, questionnaire.version) {
            Ok(session) => self.visit.turn(|visit| visit.look_at(session)),
            Err(error) => self.visit.link_fault = Some(error),
        }
    }

    pub(super) fn remove_named(&mut self, props: &WidgetProps, result: NamedResult) {
        let mut place = None;
        let is_gone = change(props, |list, _| place = list.remove(&result));
        let removed = place.filter(|_| is_gone).map(|place| (place, result));
        let said = (!is_gone).then_some(Label::KeptNot);
        self.visit.named = NamedResultsState { removed, said, ..NamedResultsState::default() };
    }

    pub(super) fn return_named(&mut self, props: &WidgetProps, result: &NamedResult) {
        let place = self.visit.named.removed.take().map_or(usize::MAX, |(place, _)| place);
        let is_back = change(props, |list, _| {
            let _ = list.insert(place, result);
        });
        self.visit.named.said = (!is_back).then_some(Label::KeptNot);
    }

    /// Deletes everything on the visitor's second press.
    pub(super) fn forget_all(&mut self, props: &WidgetProps) {
        if !self.visit.named.is_clearing {
            self.visit.named.is_clearing = true;
            return;
        }
        props.on_told.emit(Told::KeepChosen(false));
        props.on_told.emit(Told::NamedResultsChanged(String::new()));
        self.visit.turn(|visit| visit.named = NamedResultsState::default());
    }
}

/// Changes the list on the device. Returns whether it was stored; leaves a list that can't be read unchanged.
fn change(props: &WidgetProps, change: impl FnOnce(&mut NamedResults, &str)) -> bool {
    let Some(ask) = &props.abilities.device else { return false };
    let device = ask.emit(());
    let Ok(mut list) = NamedResults::load(&device.results) else { return false };
    change(&mut list, &device.today);
    let text = list.save();
    props.on_told.emit(Told::NamedResultsChanged(text.clone()));
    ask.emit(()).results == text
}
