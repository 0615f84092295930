//! Enums whose variants have names in files, events and exports.

/// Declares an enum from a table of its variants and their slugs.
///
/// `ALL`, `as_str` and `from_slug` derive from this one table, so they include every new variant.
macro_rules! slugs {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$meta])*
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every variant, in order.
            pub const ALL: [$name; [$($slug),+].len()] = [$($name::$variant),+];

            /// The slug: the name in files, events and exports.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $slug,)+ }
            }

            /// The variant with this slug.
            pub fn from_slug(slug: &str) -> Option<$name> {
                $name::ALL.into_iter().find(|variant| variant.as_str() == slug)
            }
        }
    };
}

pub(crate) use slugs;
