//! The attributes that the views write.

macro_rules! attributes {
    ($($name:ident => $text:literal,)*) => {
        /// An attribute's name.
        #[derive(Clone, Copy)]
        pub(super) enum Attribute { $($name,)* }

        impl Attribute {
            /// All names, in the order of the variants.
            pub(super) const NAMES: &'static [&'static str] = &[$($text,)*];
        }
    };
}

// Most common first: each element allocates a slot for every name up to its last attribute.
attributes! {
    Class => "class",
    DataId => "data-id",
    Type => "type",
    Part => "part",
    Id => "id",
    For => "for",
    Name => "name",
    AriaHidden => "aria-hidden",
    AriaLabelledby => "aria-labelledby",
    AriaDescribedby => "aria-describedby",
    AriaLabel => "aria-label",
    AriaPressed => "aria-pressed",
    AriaCurrent => "aria-current",
    Role => "role",
    Tabindex => "tabindex",
    DataTouched => "data-touched",
    Lang => "lang",
    Dir => "dir",
    Accept => "accept",
    Href => "href",
    Rel => "rel",
    Target => "target",
    Method => "method",
    Novalidate => "novalidate",
    Maxlength => "maxlength",
    Autocomplete => "autocomplete",
    Inputmode => "inputmode",
    AriaInvalid => "aria-invalid",
    Readonly => "readonly",
    Placeholder => "placeholder",
    Max => "max",
    Checked => "checked",
    Disabled => "disabled",
    Selected => "selected",
    Value => "value",
    Width => "width",
    Height => "height",
    ViewBox => "viewBox",
    PreserveAspectRatio => "preserveAspectRatio",
    Focusable => "focusable",
    X => "x",
    Y => "y",
    Cx => "cx",
    Cy => "cy",
    R => "r",
    Rx => "rx",
    D => "d",
}
