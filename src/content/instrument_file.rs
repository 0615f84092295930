//! The format of `instrument.json`.

use super::Text;
use crate::assessment::{
    Advice, AdviceId, Dimension, DimensionId, Driver, Foundation, FoundationId, FoundationOrder, Item,
    ItemId, Kind, Parts, Pole, Profile, Section, SourceId, Tactic, TacticId,
};
use crate::content::{PerPole, Table};
use serde::Deserialize;

macro_rules! file {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'static"))]
        pub(super) struct $name { $($(#[$field_meta])* pub(super) $field: $type,)* }
    };
}

file!(AboutFile {
    /// The article's points behind the questionnaire as a whole.
    refs: Vec<Text>,
});
file!(DimensionFile {
    /// Its name in files and results. It never changes.
    id: Text,
    /// The pole that the article doesn't name, if there is one: that is our inference.
    #[serde(default)]
    #[cfg_attr(feature = "check", schemars(extend("enum" = Pole::ALL.map(Pole::as_str))))]
    inferred: Option<Text>,
    /// The article's points behind each pole.
    refs: PerPole<Vec<Text>>,
});
file!(ItemFile {
    /// Its name in files and results. It never changes.
    id: Text,
    /// The dimension that it measures.
    dimension: Text,
    /// Keying: the pole of the statement that stands first.
    #[cfg_attr(feature = "check", schemars(extend("enum" = Pole::ALL.map(Pole::as_str))))]
    first: Text,
    /// Whether it is one of those asked first, which are enough for a provisional profile.
    core: bool,
    /// Whether one of its statements is our inference.
    #[serde(default)]
    inferred: bool,
    /// The article's points behind it.
    refs: Vec<Text>,
});
file!(FoundationFile {
    /// Its name in files and results. It never changes.
    id: Text,
    /// The article's points behind it.
    refs: Vec<Text>,
});
file!(FoundationOrderFile {
    /// For profiles towards B2B.
    b2b: Vec<Text>,
    /// For profiles towards B2C.
    b2c: Vec<Text>,
    /// For profiles in the middle.
    middle: Vec<Text>,
});
file!(TacticFile {
    /// Its name in files and results. It never changes.
    id: Text,
    /// What it is for.
    #[cfg_attr(feature = "check", schemars(extend("enum" = Kind::ALL.map(Kind::as_str))))]
    kind: Text,
    /// Whether it is an incentive, which needs a channel.
    #[serde(default)]
    incentive: bool,
    /// How much each dimension's B2B pole speaks for it, in tenths; the sizes add up to 5 at most.
    drivers: Table<i32>,
    /// The article's points behind it.
    refs: Vec<Text>,
});
file!(AdviceFile {
    /// Its name in files and results. It never changes.
    id: Text,
    /// The profiles that it is meant for.
    profiles: Vec<Text>,
    /// Whether it is also meant for any profile on a border.
    #[serde(default)]
    on_border: bool,
    /// The article's points behind it.
    refs: Vec<Text>,
});
file!(
    /// What the questionnaire asks and advises, without its texts.
    InstrumentFile {
        /// Where editors find the schema.
        #[serde(default, rename = "$schema")]
        _schema: Option<Text>,
        /// The questionnaire's name in codes and exports.
        id: Text,
        /// To be raised when items, keying or drivers change.
        version: u32,
        /// The questionnaire as a whole.
        about: AboutFile,
        /// `b2b`, `b2c`.
        poles: Vec<Text>,
        /// The dimensions, in the order of bars and ties.
        dimensions: Vec<DimensionFile>,
        /// The items, in the order they are asked.
        items: Vec<ItemFile>,
        /// The foundations, in the order they are asked.
        foundations: Vec<FoundationFile>,
        /// The foundations' order in the advice.
        foundation_order: FoundationOrderFile,
        /// The tactics, in catalogue order, which breaks ties.
        tactics: Vec<TacticFile>,
        /// The advice, in the order it is shown.
        advice: Vec<AdviceFile>,
        /// The profiles, from B2B to B2C.
        profiles: Vec<Text>,
    }
);

/// The place of an unknown word, and the word.
pub(super) type UnknownWord = (String, Text);

impl InstrumentFile {
    /// The parts it describes, and every unknown word in it.
    pub(super) fn to_parts(&self) -> (Parts, Vec<UnknownWord>) {
        let mut unknown = Vec::new();
        let parts = Parts {
            sources: sources(&self.about.refs),
            dimensions: self.dimensions.iter().map(DimensionFile::to_dimension).collect(),
            items: self.items.iter().map(|item| item.to_item(&mut unknown)).collect(),
            foundations: self
                .foundations
                .iter()
                .map(|foundation| Foundation {
                    id: FoundationId::new(foundation.id.as_str()),
                    sources: sources(&foundation.refs),
                })
                .collect(),
            foundation_order: FoundationOrder {
                b2b: foundation_ids(&self.foundation_order.b2b),
                b2c: foundation_ids(&self.foundation_order.b2c),
                middle: foundation_ids(&self.foundation_order.middle),
            },
            tactics: self.tactics.iter().map(|tactic| tactic.to_tactic(&mut unknown)).collect(),
            advice: self.advice.iter().map(|advice| advice.to_advice(&mut unknown)).collect(),
        };
        (parts, unknown)
    }
}

impl DimensionFile {
    fn to_dimension(&self) -> Dimension {
        Dimension {
            id: DimensionId::new(self.id.as_str()),
            b2b_sources: sources(&self.refs.b2b),
            b2c_sources: sources(&self.refs.b2c),
            inferred: self.inferred.and_then(|word| Pole::from_slug(word.as_str())),
        }
    }
}

impl ItemFile {
    fn to_item(&self, unknown: &mut Vec<UnknownWord>) -> Item {
        let first = Pole::from_slug(self.first.as_str()).unwrap_or_else(|| {
            unknown.push((format!("items.{}.first", self.id), self.first));
            Pole::B2b
        });
        Item {
            id: ItemId::new(self.id.as_str()),
            dimension: DimensionId::new(self.dimension.as_str()),
            first,
            section: if self.core { Section::Core } else { Section::Rest },
            is_inferred: self.inferred,
            sources: sources(&self.refs),
        }
    }
}

impl TacticFile {
    fn to_tactic(&self, unknown: &mut Vec<UnknownWord>) -> Tactic {
        let kind = Kind::from_slug(self.kind.as_str()).unwrap_or_else(|| {
            unknown.push((format!("tactics.{}.kind", self.id), self.kind));
            Kind::Media
        });
        Tactic {
            id: TacticId::new(self.id.as_str()),
            kind,
            is_incentive: self.incentive,
            drivers: self
                .drivers
                .iter()
                .map(|(dimension, &value)| Driver { dimension: DimensionId::new(dimension.as_str()), value })
                .collect(),
            sources: sources(&self.refs),
        }
    }
}

impl AdviceFile {
    fn to_advice(&self, unknown: &mut Vec<UnknownWord>) -> Advice {
        let profiles = self.profiles.iter().filter_map(|&slug| {
            let known = Profile::from_slug(slug.as_str());
            if known.is_none() {
                unknown.push((format!("advice.{}.profiles", self.id), slug));
            }
            known
        });
        Advice {
            id: AdviceId::new(self.id.as_str()),
            profiles: profiles.collect(),
            on_border: self.on_border,
            sources: sources(&self.refs),
        }
    }
}

fn sources(refs: &[Text]) -> Vec<SourceId> {
    refs.iter().map(|id| SourceId::new(id.as_str())).collect()
}

fn foundation_ids(ids: &[Text]) -> Vec<FoundationId> {
    ids.iter().map(|id| FoundationId::new(id.as_str())).collect()
}
