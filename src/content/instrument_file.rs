//! The form of `instrument.json`.

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
        #[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'static"))]
        pub(super) struct $name { $($(#[$field_meta])* pub(super) $field: $type,)* }
    };
}

file!(AboutFile {
    refs: Vec<Text>,
});
file!(DimensionFile {
    id: Text,
    #[serde(default)]
    inferred: Option<Text>,
    refs: PerPole<Vec<Text>>,
});
file!(ItemFile {
    id: Text,
    dimension: Text,
    first: Text,
    core: bool,
    #[serde(default)]
    inferred: bool,
    refs: Vec<Text>,
});
file!(FoundationFile {
    id: Text,
    refs: Vec<Text>,
});
file!(FoundationOrderFile {
    b2b: Vec<Text>,
    b2c: Vec<Text>,
    middle: Vec<Text>,
});
file!(TacticFile {
    id: Text,
    kind: Text,
    #[serde(default)]
    incentive: bool,
    drivers: Table<i32>,
    refs: Vec<Text>,
});
file!(AdviceFile {
    id: Text,
    profiles: Vec<Text>,
    #[serde(default)]
    on_border: bool,
    refs: Vec<Text>,
});
file!(
    /// The whole file.
    InstrumentFile {
        id: Text,
        version: u32,
        about: AboutFile,
        poles: Vec<Text>,
        dimensions: Vec<DimensionFile>,
        items: Vec<ItemFile>,
        foundations: Vec<FoundationFile>,
        foundation_order: FoundationOrderFile,
        tactics: Vec<TacticFile>,
        advice: Vec<AdviceFile>,
        profiles: Vec<Text>,
    }
);

/// A word that stands for nothing: where, and the word.
pub(super) type UnknownWord = (String, Text);

impl InstrumentFile {
    /// The parts it describes, and every word in it that stands for nothing.
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
