//! A result in words, line by line: the basis of the table and the letter.

use super::ResultCode;
use super::detail::Edition;
use crate::assessment::{Mark, Outcome, Profile, Run, Session};
use crate::content::{Label, Text, Texts};

/// A session's results, and the words for them.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// The session to describe.
    pub session: &'a Session,
    /// The texts, in one language.
    pub texts: &'a Texts,
    /// The questionnaire that was answered.
    pub edition: Edition<'a>,
    /// The names of the customer groups.
    pub groups: [&'a str; 2],
    /// The address that shows the result; empty if there is none.
    pub link: &'a str,
}

/// The subject of a line.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Subject {
    Profile,
    Score,
    Range,
    Dimension,
    Doubled,
    Answer,
    Foundation,
    Plan(Mark),
    Code,
}

/// Writes one line: its subject, id, name, value in words, and points.
pub(super) type Write = fn(&mut Writer, Subject, &'static str, &str, &str, Option<i32>);

/// An account while it is being written.
pub(super) struct Writer<'a> {
    pub(super) account: &'a Account<'a>,
    /// The customer group of the current line; empty if there is only one, and for lines about the owner.
    pub(super) group: &'a str,
    /// The text written so far.
    pub(super) text: String,
    write: Write,
}

impl<'a> Account<'a> {
    /// Appends all lines to `text`: each customer group in turn, then the lines about the owner.
    pub(super) fn write(&'a self, text: String, write: Write) -> String {
        let mut writer = Writer { account: self, group: "", text, write };
        let runs = self.session.runs();
        for (&run, group) in runs.iter().zip(self.groups) {
            writer.group = if runs.len() > 1 { group } else { "" };
            writer.run(run);
        }
        writer.group = "";
        writer.owner();
        writer.text
    }
}

impl Writer<'_> {
    pub(super) fn push(&mut self, texts: &[&str]) {
        self.text.extend(texts.iter().copied());
    }

    #[inline(never)]
    fn line(&mut self, subject: Subject, id: &'static str, name: &str, value: &str, points: Option<i32>) {
        (self.write)(self, subject, id, name, value, points);
    }

    /// A line whose value in words is its points.
    #[inline(never)]
    fn place(&mut self, subject: Subject, id: &'static str, name: Text, points: Option<i32>) {
        self.line(subject, id, &name, &self.account.texts.place(points), points);
    }

    fn run(&mut self, run: Run) {
        let Account { texts, session, .. } = *self.account;
        let instrument = session.instrument();
        let (answers, outcome) = (&session.run(run).answers, session.outcome(run));
        let profile = outcome.profile.map_or("", Profile::as_str);
        self.line(Subject::Profile, profile, &texts.headline(&outcome), &reason(texts, &outcome), None);
        self.place(Subject::Score, "", texts.label(Label::DimensionTotal), outcome.scores.points());
        let (low, high) = (outcome.range.low.to_points(), outcome.range.high.to_points());
        self.place(Subject::Range, "lowest", texts.label(Label::TableLowest), Some(low));
        self.place(Subject::Range, "highest", texts.label(Label::TableHighest), Some(high));
        for dimension in &outcome.scores.dimensions {
            let name = texts.dimension(dimension.id).name;
            self.place(Subject::Dimension, dimension.id.as_str(), name, dimension.points);
        }
        for dimension in answers.doubled(instrument) {
            self.line(Subject::Doubled, dimension.as_str(), &texts.dimension(dimension).name, "2", None);
        }
        for item in instrument.items() {
            let value = texts.answer(item, answers.item(instrument, item.id));
            let own = outcome.scores.contributions.iter().find(|one| one.item == item.id);
            let points = own.map(|one| one.points);
            self.line(Subject::Answer, item.id.as_str(), &texts.item(item.id).question, &value, points);
        }
    }

    fn owner(&mut self) {
        let Account { texts, session, edition, .. } = *self.account;
        let instrument = session.instrument();
        let answers = &session.run(Run::First).answers;
        for foundation in instrument.foundations() {
            let value = texts.foundation_answer(answers.foundation(instrument, foundation.id));
            let (id, name) = (foundation.id.as_str(), &texts.foundation(foundation.id).statement);
            self.line(Subject::Foundation, id, name, &value, None);
        }
        let ranking = session.outcome(Run::First).ranking;
        for (id, mark) in session.plan().entries(instrument, &ranking) {
            self.line(Subject::Plan(mark), id.as_str(), &texts.tactic(id).title, &texts.mark(mark), None);
        }
        let code = ResultCode::grouped(&ResultCode::of(edition.version, session));
        self.line(Subject::Code, "", "", &code, None);
    }
}

/// The reason for the profile; without a profile, the number of answers.
fn reason(texts: &Texts, outcome: &Outcome) -> String {
    match outcome.profile {
        Some(_) => texts.because(outcome),
        None => texts.answers(outcome.answered),
    }
}
