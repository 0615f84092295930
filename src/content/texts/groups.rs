//! Texts that belong together, with the length that each may have.

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
    /// What the questionnaire is and isn't.
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
    /// What stands above a question.
    Lead {
        /// Above an item, for all customers together.
        items: Text, 90;
        /// Above an item, for one group: `{group}`.
        group: Text, 90;
        /// Above a foundation.
        foundations: Text, 90;
    }
);
texts!(
    /// The way out of a scale.
    MissingTexts {
        /// Beside an item's scale.
        items: Text, 36;
        /// Beside a foundation's scale.
        foundations: Text, 36;
    }
);
texts!(
    /// A dimension in words.
    DimensionTexts {
        /// Its name.
        name: Text, 24;
        /// Its B2B pole.
        b2b: Text, 24;
        /// Its B2C pole.
        b2c: Text, 24;
        /// Its poles as the rest of a sentence that ends in "because …".
        reason: PerPole<Text>, 48;
    }
);
texts!(
    /// An item in words.
    ItemTexts {
        /// What is asked.
        question: Text, 70;
        /// The first statement.
        first: Text, 80;
        /// The second statement.
        second: Text, 100;
        /// The first statement in a word, for the scale.
        first_short: Text, 18;
        /// The second statement in a word, for the scale.
        second_short: Text, 18;
        /// What to think of.
        help: Text, 130;
    }
);
texts!(
    /// A foundation in words.
    FoundationTexts {
        /// What may be arranged.
        statement: Text, 90;
        /// What to think of.
        help: Text, 90;
        /// Why it counts.
        why: Text, 90;
        /// What to do about it.
        advice: PerPole<Text>, 110;
    }
);
texts!(
    /// A profile in words.
    ProfileTexts {
        /// Its name.
        name: Text, 24;
        /// What it says.
        text: Text, 150;
    }
);
texts!(
    /// A tactic in words.
    TacticTexts {
        /// Its name.
        title: Text, 56;
        /// Why it works.
        why: Text, 100;
        /// The first step; none for shared media, which have variants.
        #[serde(default)]
        start: Option<Text>, 120;
        /// When it makes sense.
        #[serde(default)]
        condition: Option<Text>, 70;
        /// How shared media are used for each pole.
        #[serde(default)]
        variants: Option<PerPole<Variant>>, 80;
    }
);
texts!(
    /// How a shared medium is used for one pole.
    #[derive(Copy)]
    Variant {
        /// The first step.
        start: Text, 80;
        /// The result to watch.
        watch: Text, 30;
    }
);
texts!(
    /// Advice in words.
    AdviceTexts {
        /// Its name.
        title: Text, 50;
        /// Why it fits.
        why: Text, 100;
        /// The first step.
        start: Text, 120;
    }
);
