//! Ids: stable slugs, one type per kind.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(&'static str);

        impl $name {
            /// The id with this slug. Only an [`Instrument`](super::Instrument) can say whether it exists.
            pub const fn new(slug: &'static str) -> $name {
                $name(slug)
            }

            /// The slug, as in the content's files and in JSON.
            pub const fn as_str(self) -> &'static str {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }
    };
}

id!(
    /// Names an [`Item`](super::Item): a stable slug such as `audience-size`.
    ItemId
);
id!(
    /// Names a [`Dimension`](super::Dimension): a stable slug such as `audience`.
    DimensionId
);
id!(
    /// Names a [`Foundation`](super::Foundation): a stable slug such as `quality`.
    FoundationId
);
id!(
    /// Names a [`Tactic`](super::Tactic): a stable slug such as `newsletter`.
    TacticId
);
id!(
    /// Names an [`Advice`](super::Advice): a stable slug such as `two-lists`.
    AdviceId
);
id!(
    /// Names a point of the article: `S0`–`S19`, `K1`–`K6`, `C1`–`C5`.
    SourceId
);
