//! How certain the profile is: a verdict, what is well and what is weak, and what would change the profile.

use super::ResultView;
use crate::assessment::{
    Change, ConsistencyReading, Event, Flag, Fraction, ItemId, Level, Outcome, Pole, Position, Profile,
    Response,
};
use crate::content::Label;
use crate::view::attribute::Attribute::*;
use crate::view::context::ViewContext;
use crate::view::markup::{Markup, On};
use crate::view::{Message, marks};

/// The heading has the level that the place requires.
pub(super) fn view(html: &mut Markup, result: &ResultView, heading: &'static str) {
    html.element("section.bp-firm", |html| {
        let id = result.cx.id("firm");
        html.attribute(AriaLabelledby, &id);
        html.element(heading, |html| {
            html.attribute(Id, &id);
            let label = if result.outcome.is_firm() { Label::Firm } else { Label::Notices };
            html.words(result.label(label));
        });
        html.element("ul.bp-firm__list", |html| {
            missing(html, result);
            border(html, result);
            flag(html, result);
            consistency(html, result);
        });
        html.place(|html| {
            if let (Some(score), Some(profile)) = (result.outcome.scores.total, result.outcome.profile) {
                let turns = [Pole::B2c, Pole::B2b].map(|pole| Turn::towards(result, pole));
                zones(html, result, score, profile, &turns);
                html.element("ul.bp-turns", |html| {
                    turns.iter().flatten().for_each(|turn| turn.view(html, result));
                });
            }
        });
    });
}

/// That all is well; shown only with a profile.
fn firm(html: &mut Markup, result: &ResultView, label: Label) {
    if result.outcome.profile.is_some() {
        html.text("li.bp-notice bp-notice--firm", result.label(label));
    }
}

/// One notice: its text, and a link to its items, if any.
fn notice(html: &mut Markup, result: &ResultView, text: &str, label: Label, items: Vec<ItemId>) {
    html.element("li.bp-notice", |html| {
        html.words(text);
        if !items.is_empty() && result.cx.can_change() {
            html.space();
            result.cx.link(html, result.label(label), Event::ReviewRequested(items));
        }
    });
}

/// Missing answers: their number, the range still possible, and a link to them.
fn missing(html: &mut Markup, result: &ResultView) {
    let (texts, outcome) = (result.texts(), result.outcome);
    if outcome.missing.is_empty() {
        return firm(html, result, Label::Complete);
    }
    let mut text = texts.counted(outcome.missing.len(), Label::MissingOne, Label::MissingOther);
    if outcome.profile.is_some() {
        let label = if outcome.range.is_certain() { Label::CertainText } else { Label::ProvisionalText };
        text.push(' ');
        text.push_str(&texts.range(label, outcome.range));
    }
    notice(html, result, &text, Label::AnswerMissing, outcome.missing.clone());
}

fn border(html: &mut Markup, result: &ResultView) {
    let texts = result.texts();
    let Some(neighbour) = result.outcome.border else { return firm(html, result, Label::NoBorder) };
    if let Some(profile) = result.outcome.profile {
        let names =
            [("profile", &*texts.profile(profile).name), ("neighbour", &*texts.profile(neighbour).name)];
        notice(html, result, &texts.fill(Label::Border, &names), Label::Review, Vec::new());
    }
}

fn flag(html: &mut Markup, result: &ResultView) {
    let label = match result.outcome.flag {
        Some(Flag::SameAnswer) => Label::SameAnswer,
        Some(Flag::AllMiddle) => Label::AllMiddle,
        None => return,
    };
    let items = result.instrument().items().iter().map(|item| item.id).collect();
    notice(html, result, result.label(label), Label::Review, items);
}

/// How well the answers agree, and which of them are far apart.
fn consistency(html: &mut Markup, result: &ResultView) {
    let consistency = &result.outcome.consistency;
    let reading = match consistency.reading() {
        Some(ConsistencyReading::Consistent) => Label::Consistent,
        Some(ConsistencyReading::Mixed) => Label::Mixed,
        Some(ConsistencyReading::Contradictory) => Label::Contradictory,
        None => Label::NotCompared,
    };
    let mut text = String::new();
    if consistency.pairs.is_empty() {
        if reading == Label::Consistent || result.outcome.profile.is_none() {
            return firm(html, result, reading);
        }
        return notice(html, result, result.label(reading), Label::Review, Vec::new());
    }
    // "No contradictions" would deny the pairs; a reading without enough answers says nothing here.
    if !matches!(reading, Label::Consistent | Label::NotCompared) {
        text.push_str(result.label(reading));
        text.push(' ');
    }
    text.push_str(&result.texts().apart(&consistency.pairs));
    let mut items = Vec::new();
    for &dimension in &consistency.pairs {
        items.extend(result.instrument().items_of(dimension).map(|item| item.id));
    }
    notice(html, result, &text, Label::Review, items);
}

/// The five levels on the axis, with the score and the scores that one other answer would give.
fn zones(html: &mut Markup, result: &ResultView, score: Fraction, profile: Profile, turns: &[Option<Turn>]) {
    let texts = result.texts();
    html.element("div.bp-zones", |html| {
        html.attributes(&[(AriaHidden, "true"), (Dir, "ltr")]);
        marks::label_at(html, score, &texts.profile(profile).name);
        marks::picture(html, "svg.bp-zones__picture", |html| {
            for level in Level::ALL {
                let [low, high] = level.lines();
                let from = low.map_or(0, Fraction::to_place);
                let to = high.map_or(marks::END, Fraction::to_place);
                html.element("rect", |html| {
                    let strength =
                        if low.is_none() || high.is_none() { "bp-zone bp-zone--strong " } else { "bp-zone " };
                    html.attribute(Class, &[strength, marks::side_of(level.side())].concat());
                    html.attribute(X, &marks::percent_of(from));
                    html.attribute(Width, &marks::percent_of(to - from));
                    html.attributes(&[(Y, "7"), (Height, "8")]);
                });
            }
            for turn in turns.iter().flatten() {
                if let Some(to) = turn.outcome.as_ref().and_then(|outcome| outcome.scores.total) {
                    point(html, "circle.bp-zones__other", to, "8");
                }
            }
            point(html, "circle.bp-zones__point", score, "8");
        });
        html.element("p.bp-zones__names", |html| {
            html.text("span", &texts.profile(Profile::StrongB2c).name);
            html.space();
            html.text("span", result.label(Label::ZoneMiddle));
            html.space();
            html.text("span", &texts.profile(Profile::StrongB2b).name);
        });
    });
}

fn point(html: &mut Markup, shape: &'static str, score: Fraction, radius: &str) {
    html.element(shape, |html| {
        html.attribute(Cx, &marks::percent(score));
        html.attributes(&[(Cy, "11"), (R, radius)]);
    });
}

/// What would change the profile towards a pole.
struct Turn {
    pole: Pole,
    change: Change,
    /// The outcome after a single change.
    outcome: Option<Outcome>,
}

impl Turn {
    fn towards(result: &ResultView, pole: Pole) -> Option<Turn> {
        let change = result.outcome.changes.towards(pole)?;
        let answers = &result.cx.session.run(result.run).answers;
        Some(Turn { pole, change, outcome: change.outcome(result.instrument(), answers) })
    }

    /// One answer, with a button to try it, or how many it takes.
    fn view(&self, html: &mut Markup, result: &ResultView) {
        let id = if self.pole == Pole::B2b { "b2b" } else { "b2c" };
        html.entry("li.bp-turn", id, |html| match self.change {
            Change::Single { item, to } => {
                if let Some(profile) = self.outcome.as_ref().and_then(|outcome| outcome.profile) {
                    single(html, result, item, to, profile);
                }
            }
            Change::Several { answers } => {
                html.text("p", &result.texts().turning_several(self.pole, answers));
            }
        });
    }
}

fn single(html: &mut Markup, result: &ResultView, id: ItemId, to: Position, profile: Profile) {
    let (cx, texts) = (result.cx, result.texts());
    let Some(item) = result.instrument().item(id) else { return };
    html.text("p", &texts.turning(item, to, profile));
    if !cx.can_change() {
        return;
    }
    html.element("button.bp-button bp-button--small", |html| {
        // Each change has its own button, so that a second press can't try the next one by accident.
        html.key(id.as_str());
        html.attributes(&[(Type, "button"), (Part, "button")]);
        cx.control(html, ("try", id.as_str()));
        html.on(On::Click, cx.callback(Message::Tried(id, Response::At(to))));
        html.words(result.label(Label::TryIt));
        ViewContext::meaning(html, &texts.profile(profile).name);
    });
}
