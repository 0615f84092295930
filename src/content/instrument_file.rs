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
    /// The points of the article that support the questionnaire as a whole.
    refs: Vec<Text>,
});
file!(DimensionFile {
    /// Its id in files and results. Never change it.
    id: Text,
    /// The pole that the article doesn't name, if any; that pole is our inference.
    #[serde(default)]
    #[cfg_attr(feature = "check", schemars(extend("enum" = Pole::ALL.map(Pole::as_str))))]
    inferred: Option<Text>,
    /// The points of the article that support each pole.
    refs: PerPole<Vec<Text>>,
});
file!(ItemFile {
    /// Its id in files and results. Never change it.
    id: Text,
    /// The dimension it measures.
    dimension: Text,
    /// Keying: the pole of the first statement.
    #[cfg_attr(feature = "check", schemars(extend("enum" = Pole::ALL.map(Pole::as_str))))]
    first: Text,
    /// Whether it belongs to the core, the items asked first. They are enough for a provisional profile.
    core: bool,
    /// Whether one of its statements is our inference.
    #[serde(default)]
    inferred: bool,
    /// The points of the article that support it.
    refs: Vec<Text>,
});
file!(FoundationFile {
    /// Its id in files and results. Never change it.
    id: Text,
    /// The points of the article that support it.
    refs: Vec<Text>,
});
file!(FoundationOrderFile {
    /// The order for profiles towards B2B.
    b2b: Vec<Text>,
    /// The order for profiles towards B2C.
    b2c: Vec<Text>,
    /// The order for profiles in the middle.
    middle: Vec<Text>,
});
file!(TacticFile {
    /// Its id in files and results. Never change it.
    id: Text,
    /// What kind of tactic it is.
    #[cfg_attr(feature = "check", schemars(extend("enum" = Kind::ALL.map(Kind::as_str))))]
    kind: Text,
    /// Whether it is an incentive, which needs a channel.
    #[serde(default)]
    incentive: bool,
    /// How much each dimension's B2B pole supports it, in tenths; the absolute values add up to 5 at most.
    drivers: Table<i32>,
    /// The points of the article that support it.
    refs: Vec<Text>,
});
file!(AdviceFile {
    /// Its id in files and results. Never change it.
    id: Text,
    /// The profiles it is meant for.
    profiles: Vec<Text>,
    /// Whether it also applies to any profile on a border.
    #[serde(default)]
    on_border: bool,
    /// The points of the article that support it.
    refs: Vec<Text>,
});
file!(
    /// The structure of the questionnaire: what it asks and advises, without texts.
    InstrumentFile {
        /// Where editors find the schema.
        #[serde(default, rename = "$schema")]
        _schema: Option<Text>,
        /// The questionnaire's name in result codes and exports.
        id: Text,
        /// The version. Raise it when items, keying or drivers change.
        version: u32,
        /// The sources of the questionnaire as a whole.
        about: AboutFile,
        /// The poles: `b2b` and `b2c`.
        poles: Vec<Text>,
        /// The dimensions. Their order is that of the result, and breaks ties.
        dimensions: Vec<DimensionFile>,
        /// The items, in the order they are asked.
        items: Vec<ItemFile>,
        /// The foundations, in the order they are asked.
        foundations: Vec<FoundationFile>,
        /// The order of the foundations in the advice.
        foundation_order: FoundationOrderFile,
        /// The tactics. Their order breaks ties.
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
