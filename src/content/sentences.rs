//! Sentences built from the texts and an outcome.

use super::{Label, Text, Texts};
use crate::assessment::{
    DimensionId, DimensionScore, Expectation, Item, Mark, Outcome, Pole, Position, Profile, Range, Reason,
    Reasons, Response, TacticId,
};

/// The length of a line on a phone, in bytes; a letter with an accent counts twice.
const LINE: usize = 45;

impl Texts {
    /// Points in words: "63 towards B2B", never with a minus sign.
    pub fn towards(&self, points: i32) -> String {
        match Pole::of_sign(points) {
            Some(pole) => {
                let size = points.abs().to_string();
                self.fill(Label::Towards, &[("points", &size), ("pole", &self.pole(pole))])
            }
            None => self.label(Label::TowardsNone).to_string(),
        }
    }

    /// A phrase about a range, with its `{low}` and `{high}` in words.
    pub fn range(&self, label: Label, range: Range) -> String {
        let [low, high] = [range.low, range.high].map(|end| self.towards(end.to_points()));
        self.fill(label, &[("low", &low), ("high", &high)])
    }

    /// Points in words, or a phrase for missing points.
    pub fn place(&self, points: Option<i32>) -> String {
        match points {
            Some(points) => self.towards(points),
            None => self.label(Label::DimensionNone).to_string(),
        }
    }

    /// The pole that a dimension's score points to, in the dimension's words; or a phrase for neither.
    pub fn winning_word(&self, score: &DimensionScore) -> &str {
        let texts = self.dimension(score.id);
        match score.score.map(|score| Pole::of_sign(score.signum())) {
            Some(Some(Pole::B2b)) => texts.b2b.as_str(),
            Some(Some(Pole::B2c)) => texts.b2c.as_str(),
            Some(None) => self.label(Label::DimensionMiddle).as_str(),
            None => self.label(Label::DimensionNone).as_str(),
        }
    }

    /// The points that a dimension adds, and towards which pole, in as few words as a table has room for: "13 B2B".
    pub fn short_points(&self, points: i32) -> String {
        match Pole::of_sign(points) {
            Some(pole) => [&points.abs().to_string(), " ", &self.pole(pole)].concat(),
            None => "0".to_owned(),
        }
    }

    /// The titles of tactics, in a row.
    pub fn titles(&self, tactics: &[TacticId]) -> String {
        let titles: Vec<Text> = tactics.iter().map(|&tactic| self.tactic(tactic).title).collect();
        self.row(&titles)
    }

    /// Titles in a row, as many as fit a line on a phone, and the number of the others.
    pub fn row(&self, titles: &[Text]) -> String {
        let row = |count: usize| in_a_row(titles.iter().take(count).copied(), ", ");
        let fitting = (2..=titles.len()).take_while(|&count| row(count).len() <= LINE).last();
        let (shown, all) = (fitting.unwrap_or(1), titles.len());
        if shown >= all {
            return row(all);
        }
        self.fill(Label::TitlesMore, &[("titles", &row(shown)), ("count", &(all - shown).to_string())])
    }

    /// The short name of a pole.
    pub fn pole(&self, pole: Pole) -> Text {
        self.label(match pole {
            Pole::B2b => Label::B2b,
            Pole::B2c => Label::B2c,
        })
    }

    /// The name of a side of the axis; `None` is the middle.
    fn side(&self, side: Option<Pole>) -> Text {
        side.map_or_else(|| self.label(Label::Middle), |pole| self.pole(pole))
    }

    /// "12 answers", in the singular or plural.
    pub fn answers(&self, count: usize) -> String {
        self.counted(count, Label::AnswersOne, Label::AnswersOther)
    }

    /// A phrase in the singular, or in the plural with its `{count}`.
    pub fn counted(&self, count: usize, one: Label, other: Label) -> String {
        if count == 1 {
            self.label(one).to_string()
        } else {
            self.fill(other, &[("count", &count.to_string())])
        }
    }

    /// The name of the profile; also says so if the answers contradict each other.
    pub fn headline(&self, outcome: &Outcome) -> String {
        match outcome.profile {
            None => self.label(Label::Unnamed).to_string(),
            Some(profile) if outcome.consistency.is_contradictory() => {
                self.fill(Label::ContradictoryName, &[("profile", &self.profile(profile).name)])
            }
            Some(profile) => self.profile(profile).name.to_string(),
        }
    }

    /// The reasons for the profile: "mainly because … and …".
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

    /// A dimension as the clause after "because …".
    pub fn reason(&self, reason: Reason) -> Text {
        self.dimension(reason.dimension).reason.of(reason.pole)
    }

    /// Reasons joined with "and".
    pub fn reasons(&self, reasons: &[Reason]) -> String {
        let between = format!(" {} ", self.label(Label::And));
        in_a_row(reasons.iter().map(|&reason| self.reason(reason)), &between)
    }

    /// How the outcome compares with the opener.
    pub fn expectation(&self, expectation: Expectation) -> String {
        match expectation {
            Expectation::Met(side) => self.fill(Label::ExpectedMet, &[("expected", &self.side(side))]),
            Expectation::Different { expected, found } => self.fill(
                Label::ExpectedDifferent,
                &[("expected", &self.side(expected)), ("found", &self.side(found))],
            ),
        }
    }

    /// The label of a box on an item's scale, in the words of its statement.
    pub fn stop(&self, item: &Item, position: Position) -> String {
        let texts = self.item(item.id);
        let values = [("first", texts.first_short.as_str()), ("second", texts.second_short.as_str())];
        super::texts::fill(&self.scale[usize::from(position.get())], &values)
    }

    /// The note on our inference in an item, if there is one.
    pub fn item_inference(&self, item: &Item) -> Option<Text> {
        self.inference(item.dimension).filter(|_| item.is_inferred)
    }

    /// The answer to an item, in words.
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

    /// How many answers it takes to reach another profile towards a pole, in words.
    pub fn turning_several(&self, pole: Pole, answers: usize) -> String {
        let values = [("pole", &*self.pole(pole)), ("count", &answers.to_string())];
        self.fill(Label::TurningSeveral, &values)
    }

    /// The profile after a change; then the previous profile and the move of the score, if they changed.
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

    /// The answer to a foundation, in words.
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

    /// Says that the answers on some dimensions are far apart.
    pub fn apart(&self, dimensions: &[DimensionId]) -> String {
        let names = in_a_row(dimensions.iter().map(|&dimension| self.dimension(dimension).name), ", ");
        self.fill(Label::Apart, &[("dimensions", &names)])
    }
}

/// Joins texts with a separator.
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
