//! Where a function comes from, by its name.

/// Packages of which every part is named: our own, and the standard library.
const TAKEN_APART: [&str; 4] = ["alloc", "b2b_b2c_profile", "core", "std"];

/// The package of a function, with its first module where that package is taken apart.
///
/// What is made for a type (its methods of a trait, what drops it) counts for the type's package, what is only made
/// with a type (a generic function) for the function's own.
pub(super) fn origin(mangled: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let path = path(&name);
    let mut words = path.split("::");
    let package = words.next().unwrap_or_default();
    match words.next() {
        _ if package.is_empty() => "without a name".to_owned(),
        Some(module) if TAKEN_APART.contains(&package) => format!("{package}::{}", word(module)),
        // What stands outside every package: the glue's functions, and those of the compiler.
        None => "without a package".to_owned(),
        Some(_) => word(package).to_owned(),
    }
}

/// The path that tells the origin.
fn path(name: &str) -> &str {
    let drop = ["core::ptr::drop_in_place::<", "core::ptr::drop_in_place<"];
    if let Some(dropped) = drop.iter().find_map(|start| name.strip_prefix(start)) {
        return path(dropped);
    }
    let Some(inner) = name.strip_prefix('<') else { return bare(name) };
    // A basic type tells nothing; the trait does.
    match inner.split_once(" as ") {
        Some((of, as_trait)) if !bare(of).contains("::") => bare(as_trait),
        _ => path(bare(inner)),
    }
}

/// A type without what stands before its name.
fn bare(name: &str) -> &str {
    let name = name.trim_start_matches(['&', '*', '[', '(']);
    let before = ["mut ", "const ", "dyn "];
    before.iter().find_map(|word| name.strip_prefix(word)).map_or(name, bare)
}

fn word(text: &str) -> &str {
    text.split(|char: char| !char.is_alphanumeric() && char != '_').next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(origin(name), expected);
    }

    #[test]
    fn a_function_counts_for_its_package() {
        check("yew::html::x", "yew");
        check("core::fmt::write", "core::fmt");
        check("b2b_b2c_profile::view::page::f", "b2b_b2c_profile::view");
        check("_ZN3yew4html1xE", "yew");
    }

    #[test]
    fn methods_of_traits_count_for_their_type() {
        check("<b2b_b2c_profile::content::Text as core::fmt::Display>::fmt", "b2b_b2c_profile::content");
        check("<u32 as core::fmt::Display>::fmt", "core::fmt");
        check("<&mut dyn yew::X as core::fmt::Write>::write_char", "yew");
        check("<alloc::vec::Vec<yew::X> as core::ops::Drop>::drop", "alloc::vec");
    }

    #[test]
    fn what_drops_a_type_counts_for_it() {
        check("core::ptr::drop_in_place::<yew::html::X>", "yew");
        check("core::ptr::drop_in_place::<alloc::rc::Rc<yew::X>>", "alloc::rc");
    }

    #[test]
    fn names_outside_packages_are_kept_apart() {
        check("__externref_drop_slice", "without a package");
        check("", "without a name");
    }
}
