//! Sentences made of the texts and an outcome.

use super::{Label, Text, Texts};
use crate::assessment::{
    DimensionId, Expectation, Item, Mark, Outcome, Pole, Position, Profile, Reason, Reasons, Response,
};

impl Texts {
    /// Points in words: "63 towards B2B", never a minus sign.
    pub fn towards(&self, points: i32) -> String {
        match Pole::of_sign(points) {
            Some(pole) => {
                let size = points.abs().to_string();
                self.fill(Label::Towards, &[("points", &size), ("pole", &self.pole(pole))])
            }
            None => self.label(Label::TowardsNone).to_string(),
        }
    }

    /// Points in words, also where there are none.
    pub fn place(&self, points: Option<i32>) -> String {
        match points {
            Some(points) => self.towards(points),
            None => self.label(Label::DimensionNone).to_string(),
        }
    }

    /// A pole's short name.
    pub fn pole(&self, pole: Pole) -> Text {
        self.label(match pole {
            Pole::B2b => Label::B2b,
            Pole::B2c => Label::B2c,
        })
    }

    /// A side of the axis; the middle has words of its own.
    fn side(&self, side: Option<Pole>) -> Text {
        side.map_or_else(|| self.label(Label::Middle), |pole| self.pole(pole))
    }

    /// "12 answers", in the right number.
    pub fn answers(&self, count: usize) -> String {
        self.counted(count, Label::AnswersOne, Label::AnswersOther)
    }

    /// A phrase in the singular or, with its `{count}`, in the plural.
    pub fn counted(&self, count: usize, one: Label, other: Label) -> String {
        if count == 1 {
            self.label(one).to_string()
        } else {
            self.fill(other, &[("count", &count.to_string())])
        }
    }

    /// The profile's name; where the answers contradict each other, never without saying so.
    pub fn headline(&self, outcome: &Outcome) -> String {
        match outcome.profile {
            None => self.label(Label::Unnamed).to_string(),
            Some(profile) if outcome.consistency.is_contradictory() => {
                self.fill(Label::ContradictoryName, &[("profile", &self.profile(profile).name)])
            }
            Some(profile) => self.profile(profile).name.to_string(),
        }
    }

    /// Why the profile came out so: "mainly because … and …".
    pub fn because(&self, outcome: &Outcome) -> String {
        match outcome.reasons() {
            Reasons::OneSide(first, second) => {
                let reasons = match second {
                    Some(second) => self.reasons(&[first, second]),
                    None => self.reasons(&[first]),
                };
                if outcome.profile.and_then(Profile::side).is_some() {
                    self.fill(Label::Because, &[("reasons", &reasons)])
                } else {
                    let pole = self.pole(first.pole);
                    self.fill(Label::BecauseSlightly, &[("pole", &pole), ("reasons", &reasons)])
                }
            }
            Reasons::BothSides { b2b, b2c } => {
                self.fill(Label::BecauseBoth, &[("b2b", &self.reason(b2b)), ("b2c", &self.reason(b2c))])
            }
            Reasons::Balanced => self.label(Label::BecauseBalanced).to_string(),
        }
    }

    /// A dimension as the rest of a sentence that ends in "because …".
    pub fn reason(&self, reason: Reason) -> Text {
        self.dimension(reason.dimension).reason.of(reason.pole)
    }

    /// Reasons in a row: "… and …".
    pub fn reasons(&self, reasons: &[Reason]) -> String {
        let between = format!(" {} ", self.label(Label::And));
        in_a_row(reasons.iter().map(|&reason| self.reason(reason)), &between)
    }

    /// What the opener's answer makes of the outcome.
    pub fn expectation(&self, expectation: Expectation) -> String {
        match expectation {
            Expectation::Met(side) => self.fill(Label::ExpectedMet, &[("expected", &self.side(side))]),
            Expectation::Different { expected, found } => self.fill(
                Label::ExpectedDifferent,
                &[("expected", &self.side(expected)), ("found", &self.side(found))],
            ),
        }
    }

    /// What stands beside a box of an item's scale: each says its pole in words.
    pub fn stop(&self, item: &Item, position: Position) -> String {
        let texts = self.item(item.id);
        let values = [("first", texts.first_short.as_str()), ("second", texts.second_short.as_str())];
        super::texts::fill(&self.scale[usize::from(position.get())], &values)
    }

    /// What is our inference about an item, if anything is.
    pub fn item_inference(&self, item: &Item) -> Option<Text> {
        self.inference(item.dimension).filter(|_| item.is_inferred)
    }

    /// What was answered to an item, in words.
    pub fn answer(&self, item: &Item, response: Option<Response>) -> String {
        match response {
            Some(Response::At(position)) => self.stop(item, position),
            Some(Response::DontKnow) => self.missing.items.to_string(),
            None => self.label(Label::NoAnswer).to_string(),
        }
    }

    /// The profile that another answer would give.
    pub fn turning(&self, item: &Item, to: Position, profile: Profile) -> String {
        let (question, answer) = (self.item(item.id).question, self.stop(item, to));
        let profile = self.profile(profile).name;
        let values = [("answer", &*answer), ("question", &question), ("profile", &profile)];
        self.fill(Label::TurningSingle, &values)
    }

    /// How many answers it takes to get to another profile towards a pole.
    pub fn turning_several(&self, pole: Pole, answers: usize) -> String {
        let values = [("pole", &*self.pole(pole)), ("count", &answers.to_string())];
        self.fill(Label::TurningSeveral, &values)
    }

    /// The profile after a change; then, where they are others, the profile before it and the way the score went.
    pub fn moved(&self, before: &Outcome, now: &Outcome) -> (String, String) {
        let (was, profile) = (self.headline(before), self.headline(now));
        let mut more = String::new();
        let is_same = was == profile;
        if !is_same {
            more.push_str(&self.fill(Label::MovedFrom, &[("profile", &was)]));
        }
        if let (Some(before), Some(after)) = (before.scores.points(), now.scores.points())
            && before != after
        {
            let values = [("before", &*self.towards(before)), ("after", &self.towards(after))];
            more.push_str(if is_same { "" } else { " " });
            more.push_str(&self.fill(Label::MovedBy, &values));
        }
        let label = if is_same { Label::MovedNot } else { Label::Moved };
        (self.fill(label, &[("profile", &profile)]), more)
    }

    /// What was answered to a foundation, in words.
    pub fn foundation_answer(&self, response: Option<Response>) -> Text {
        match response {
            Some(Response::At(position)) => self.foundation_scale[usize::from(position.get())],
            Some(Response::DontKnow) => self.missing.foundations,
            None => self.label(Label::NoAnswer),
        }
    }

    /// A mark in words, as the visitor would say it.
    pub fn mark(&self, mark: Mark) -> Text {
        self.label(match mark {
            Mark::WillDo => Label::MarkWillDo,
            Mark::AlreadyDo => Label::MarkAlreadyDo,
            Mark::NotForUs => Label::MarkNotForUs,
        })
    }

    /// That the answers about some dimensions lie far apart.
    pub fn apart(&self, dimensions: &[DimensionId]) -> String {
        let names = in_a_row(dimensions.iter().map(|&dimension| self.dimension(dimension).name), ", ");
        self.fill(Label::Apart, &[("dimensions", &names)])
    }
}

/// Texts one after the other, with something between.
fn in_a_row(texts: impl Iterator<Item = Text>, between: &str) -> String {
    let mut row = String::new();
    for text in texts {
        if !row.is_empty() {
            row.push_str(between);
        }
        row.push_str(&text);
    }
    row
}
