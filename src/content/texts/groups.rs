//! Groups of texts, with the maximum length of each text.

use crate::content::reader::{Packed, Reader};
use crate::content::{PerPole, Text};
use serde::Deserialize;

/// Declares a group of texts, each with the maximum number of characters that fits the design on a phone.
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty, $most:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "camelCase", bound(deserialize = "'de: 'static"))]
        #[cfg_attr(feature = "check", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name {
            $($(#[$field_doc])* #[cfg_attr(feature = "check", schemars(extend("maxLength" = $most)))] pub $field: $type,)*
        }

        /// Packs the fields in this order.
        impl Packed for $name {
            fn read(from: &mut Reader) -> $name {
                $name { $($field: Packed::read(from),)* }
            }

            fn write(&self, to: &mut Vec<Text>) {
                $(self.$field.write(to);)*
            }
        }
    };
}

texts!(
    /// The introduction of the questionnaire.
    About {
        /// The question it answers.
        title: Text, 70;
        /// What it is about.
        text: Text, 160;
        /// What it is and isn't.
        closing: Text, 160;
    }
);
texts!(
    /// The lead-in above a question.
    Lead {
        /// Above an item, for all customers together.
        items: Text, 90;
        /// Above an item, for one group; with the placeholder `{group}`.
        group: Text, 90;
        /// Above a foundation.
        foundations: Text, 90;
    }
);
texts!(
    /// The "don't know" choice next to a scale.
    MissingTexts {
        /// For an item.
        items: Text, 36;
        /// For a foundation.
        foundations: Text, 36;
    }
);
texts!(
    /// The texts of a dimension.
    DimensionTexts {
        /// Its name.
        name: Text, 24;
        /// The name of its B2B pole.
        b2b: Text, 24;
        /// The name of its B2C pole.
        b2c: Text, 24;
        /// Each pole as the clause after "because …".
        reason: PerPole<Text>, 48;
    }
);
texts!(
    /// The texts of an item.
    ItemTexts {
        /// The question.
        question: Text, 70;
        /// The first statement.
        first: Text, 80;
        /// The second statement.
        second: Text, 100;
        /// A short form of the first statement, for the scale.
        first_short: Text, 18;
        /// A short form of the second statement, for the scale.
        second_short: Text, 18;
        /// What to think of when answering.
        help: Text, 130;
    }
);
texts!(
    /// The texts of a foundation.
    FoundationTexts {
        /// What the owner may have arranged.
        statement: Text, 90;
        /// What to think of when answering.
        help: Text, 90;
        /// Why it matters.
        why: Text, 90;
        /// What to do about it, for each pole.
        advice: PerPole<Text>, 110;
    }
);
texts!(
    /// The texts of a profile.
    ProfileTexts {
        /// Its name.
        name: Text, 24;
        /// What it means.
        text: Text, 150;
    }
);
texts!(
    /// The texts of a tactic.
    TacticTexts {
        /// Its name.
        title: Text, 56;
        /// Why it works.
        why: Text, 100;
        /// The first step. Shared media have none; their variants do.
        #[serde(default)]
        start: Option<Text>, 120;
        /// When it makes sense, if that depends on something.
        #[serde(default)]
        condition: Option<Text>, 70;
        /// How to use a shared medium for each pole.
        #[serde(default)]
        variants: Option<PerPole<Variant>>, 80;
    }
);
texts!(
    /// How to use a shared medium for one pole.
    #[derive(Copy)]
    Variant {
        /// The first step.
        start: Text, 80;
        /// The result to measure.
        watch: Text, 30;
    }
);
texts!(
    /// The texts of a piece of advice.
    AdviceTexts {
        /// Its name.
        title: Text, 50;
        /// Why it fits.
        why: Text, 100;
        /// The first step.
        start: Text, 120;
    }
);
