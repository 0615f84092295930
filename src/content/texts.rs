//! The texts of one language, as in its file.

use super::{Label, PerPole, Table, Text};
use crate::assessment::{
    AdviceId, Dimension, DimensionId, FoundationId, Instrument, ItemId, Profile, SourceId, TacticId,
};
use serde::{Deserialize, Serialize};

macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", bound(deserialize = "'de: 'static"))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
    };
}

texts!(
    /// What the questionnaire is and isn't.
    About {
        /// The question it answers.
        title: Text,
        /// What it is about.
        text: Text,
        /// What it is and isn't.
        closing: Text,
    }
);
texts!(
    /// What stands above a question.
    Lead {
        /// Above an item, for all customers together.
        items: Text,
        /// Above an item, for one group: `{group}`.
        group: Text,
        /// Above a foundation.
        foundations: Text,
    }
);
texts!(
    /// The way out of a scale.
    MissingTexts {
        /// Beside an item's scale.
        items: Text,
        /// Beside a foundation's scale.
        foundations: Text,
    }
);
texts!(
    /// A dimension in words.
    DimensionTexts {
        /// Its name.
        name: Text,
        /// Its B2B pole.
        b2b: Text,
        /// Its B2C pole.
        b2c: Text,
        /// Its poles as the rest of a sentence that ends in "because …".
        reason: PerPole<Text>,
    }
);
texts!(
    /// An item in words.
    ItemTexts {
        /// What is asked.
        question: Text,
        /// The first statement.
        first: Text,
        /// The second statement.
        second: Text,
        /// The first statement in a word, for the scale.
        first_short: Text,
        /// The second statement in a word, for the scale.
        second_short: Text,
        /// What to think of.
        help: Text,
    }
);
texts!(
    /// A foundation in words.
    FoundationTexts {
        /// What may be arranged.
        statement: Text,
        /// What to think of.
        help: Text,
        /// Why it counts.
        why: Text,
        /// What to do about it.
        advice: PerPole<Text>,
    }
);
texts!(
    /// A profile in words.
    ProfileTexts {
        /// Its name.
        name: Text,
        /// What it says.
        text: Text,
    }
);
texts!(
    /// A tactic in words.
    TacticTexts {
        /// Its name.
        title: Text,
        /// Why it works.
        why: Text,
        /// The first step; none for shared media, which have variants.
        #[serde(default)]
        start: Option<Text>,
        /// When it makes sense.
        #[serde(default)]
        condition: Option<Text>,
        /// How shared media are used for each pole.
        #[serde(default)]
        variants: Option<PerPole<Variant>>,
    }
);
/// How a shared medium is used for one pole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Variant {
    /// The first step.
    pub start: Text,
    /// The result to watch.
    pub watch: Text,
}
texts!(
    /// Advice in words.
    AdviceTexts {
        /// Its name.
        title: Text,
        /// Why it fits.
        why: Text,
        /// The first step.
        start: Text,
    }
);
texts!(
    /// Everything that is said in one language.
    Texts {
        /// The language's code, such as `nl`.
        language: Text,
        /// The language's own name for itself.
        name: Text,
        /// What the questionnaire is.
        about: About,
        /// What stands above a question.
        lead: Lead,
        /// The boxes of an item's scale: `{first}`, `{second}`.
        scale: [Text; 5],
        /// The boxes of a foundation's scale.
        foundation_scale: [Text; 5],
        /// The way out of either scale.
        missing: MissingTexts,
        /// The interface's phrases, in the order of [`Label::ALL`].
        interface: Table<Text>,
        /// The dimensions.
        dimensions: Table<DimensionTexts>,
        /// The items.
        items: Table<ItemTexts>,
        /// The foundations.
        foundations: Table<FoundationTexts>,
        /// The profiles.
        profiles: Table<ProfileTexts>,
        /// The tactics.
        tactics: Table<TacticTexts>,
        /// The advice.
        advice: Table<AdviceTexts>,
        /// For dimensions with a pole that the article doesn't name: that it is our inference.
        inferences: Table<Text>,
        /// The article's points, in words.
        sources: Table<Text>,
    }
);

impl Texts {
    /// Whether there is a text for everything in the instrument, so that no look-up can fail.
    pub(super) fn cover(&self, instrument: &Instrument) -> bool {
        fn all<'a, T>(table: &Table<T>, ids: impl IntoIterator<Item = &'a str>) -> bool {
            ids.into_iter().all(|id| table.get(id).is_some())
        }
        let dimensions = instrument.dimensions();
        let sources = |dimension: &Dimension| {
            let mut sources = dimension.b2b_sources.iter().chain(&dimension.b2c_sources);
            sources.all(|source| self.sources.get(source.as_str()).is_some())
        };
        let tactics = instrument.tactics().iter();
        all(&self.dimensions, dimensions.iter().map(|one| one.id.as_str()))
            && all(&self.items, instrument.items().iter().map(|one| one.id.as_str()))
            && all(&self.foundations, instrument.foundations().iter().map(|one| one.id.as_str()))
            && all(&self.tactics, tactics.clone().map(|one| one.id.as_str()))
            && all(&self.advice, instrument.advice().iter().map(|one| one.id.as_str()))
            && all(&self.profiles, Profile::ALL.map(Profile::as_str))
            && all(&self.sources, tactics.flat_map(|one| &one.sources).map(|id| id.as_str()))
            && all(
                &self.sources,
                instrument.items().iter().flat_map(|one| &one.sources).map(|id| id.as_str()),
            )
            && all(
                &self.sources,
                instrument.foundations().iter().flat_map(|one| &one.sources).map(|id| id.as_str()),
            )
            && all(
                &self.sources,
                instrument.advice().iter().flat_map(|one| &one.sources).map(|id| id.as_str()),
            )
            && all(&self.sources, instrument.sources().iter().map(|id| id.as_str()))
            && dimensions.iter().all(sources)
    }

    /// A phrase of the interface.
    pub fn label(&self, label: Label) -> Text {
        self.interface.at(label as usize).copied().unwrap_or_default()
    }

    /// A phrase with its `{placeholders}` filled in.
    pub fn fill(&self, label: Label, values: &[(&str, &str)]) -> String {
        fill(&self.label(label), values)
    }

    /// A dimension in words.
    pub fn dimension(&self, id: DimensionId) -> &DimensionTexts {
        self.dimensions.checked(id.as_str())
    }

    /// An item in words.
    pub fn item(&self, id: ItemId) -> &ItemTexts {
        self.items.checked(id.as_str())
    }

    /// A foundation in words.
    pub fn foundation(&self, id: FoundationId) -> &FoundationTexts {
        self.foundations.checked(id.as_str())
    }

    /// A profile in words.
    pub fn profile(&self, profile: Profile) -> &ProfileTexts {
        self.profiles.checked(profile.as_str())
    }

    /// A tactic in words.
    pub fn tactic(&self, id: TacticId) -> &TacticTexts {
        self.tactics.checked(id.as_str())
    }

    /// Advice in words.
    pub fn advice(&self, id: AdviceId) -> &AdviceTexts {
        self.advice.checked(id.as_str())
    }

    /// A point of the article in words.
    pub fn source(&self, id: SourceId) -> Text {
        *self.sources.checked(id.as_str())
    }

    /// What is our inference about a dimension, if anything is.
    pub fn inference(&self, id: DimensionId) -> Option<Text> {
        self.inferences.get(id.as_str()).copied()
    }
}

/// A text with its `{placeholders}` filled in; one that has no value stays as it is.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn placeholders_are_filled_and_others_stay() {
        assert_eq!(fill("{a} of {b}, {c}", &[("a", "1"), ("b", "{a}")]), "1 of {a}, {c}");
        assert_eq!(fill("{", &[]), "{");
    }
}
