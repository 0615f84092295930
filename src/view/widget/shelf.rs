//! What happens to the results kept by name. The device's own list counts: another page may have changed it.

use super::Widget;
use crate::content::Label;
use crate::exchange::{KeptResult, KeptResults, ResultCode};
use crate::view::kept::ShelfVisit;
use crate::view::{Told, WidgetProps};

impl Widget {
    /// Keeps the result shown under the name typed, or under its profile's.
    pub(super) fn keep_result(&mut self, props: &WidgetProps) {
        let session = self.visit.shown();
        let code = ResultCode::of(props.questionnaire.version, session);
        let name = match self.visit.shelf.name.trim() {
            "" => session.runs().first().map(|&run| self.texts.headline(&session.outcome(run))),
            typed => Some(typed.to_owned()),
        };
        let mut is_kept = false;
        change(props, |list, today| {
            let result = KeptResult { day: today.to_owned(), code, name: name.unwrap_or_default() };
            is_kept = list.insert(usize::MAX, &result);
        });
        let said = if is_kept { Label::KeptDone } else { Label::KeptFull };
        self.visit.shelf = ShelfVisit { said: Some(said), ..ShelfVisit::default() };
    }

    /// Shows a kept result beside the visitor's own session.
    pub(super) fn open_kept(&mut self, props: &WidgetProps, result: &KeptResult) {
        let questionnaire = &props.questionnaire;
        match ResultCode::read(&result.code, &questionnaire.instrument, questionnaire.version) {
            Ok(session) => self.visit.turn(|visit| visit.look_at(session)),
            Err(error) => self.visit.link_fault = Some(error),
        }
    }

    pub(super) fn remove_kept(&mut self, props: &WidgetProps, result: KeptResult) {
        let mut place = None;
        change(props, |list, _| place = list.remove(&result));
        let removed = place.map(|place| (place, result));
        self.visit.shelf = ShelfVisit { removed, ..ShelfVisit::default() };
    }

    pub(super) fn return_kept(&mut self, props: &WidgetProps, result: &KeptResult) {
        let place = self.visit.shelf.removed.take().map_or(usize::MAX, |(place, _)| place);
        change(props, |list, _| {
            let _ = list.insert(place, result);
        });
    }

    /// Deletes everything, once the visitor has said so twice.
    pub(super) fn forget_all(&mut self, props: &WidgetProps) {
        if !self.visit.shelf.is_clearing {
            self.visit.shelf.is_clearing = true;
            return;
        }
        props.on_told.emit(Told::KeepChosen(false));
        props.on_told.emit(Told::ResultsKept(String::new()));
        self.visit.turn(|visit| visit.shelf = ShelfVisit::default());
    }
}

/// Changes the list on the device; one that can't be read is left alone.
fn change(props: &WidgetProps, change: impl FnOnce(&mut KeptResults, &str)) {
    let Some(device) = props.abilities.device.as_ref().map(|device| device.emit(())) else { return };
    if let Ok(mut list) = KeptResults::load(&device.results) {
        change(&mut list, &device.today);
        props.on_told.emit(Told::ResultsKept(list.save()));
    }
}
