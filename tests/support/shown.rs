//! A rendered page for tests to search.
//!
//! Yew's output is well-formed and has no `>` in attributes, so a search for tags is enough. An HTML parser
//! would add forty packages to the build.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::walk::{session, walk};
use b2b_b2c_profile::assessment::{Response, Section, Session};
use b2b_b2c_profile::content::{Questionnaire, Texts};
use b2b_b2c_profile::view::{Widget, WidgetProps};
use yew::{AttrValue, LocalServerRenderer};

/// A piece of a rendered page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown(pub(crate) String);

/// The page after a script, in English.
pub(crate) fn shown(script: &str) -> Shown {
    shown_in("en", &after(script))
}

/// The session after a script.
pub(crate) fn after(script: &str) -> Session {
    let mut session = session();
    walk(&mut session, script);
    session
}

/// The page of a session.
pub(crate) fn shown_in(language: &str, session: &Session) -> Shown {
    shown_with(language, session, |_| {})
}

/// The page of a session with a host's settings.
pub(crate) fn shown_with(language: &str, session: &Session, set: impl FnOnce(&mut WidgetProps)) -> Shown {
    let mut props =
        WidgetProps { session: Some(session.clone()), ..WidgetProps::new(Rc::new(Questionnaire::bundled())) };
    props.settings.language = AttrValue::from(language.to_owned());
    set(&mut props);
    let mut page = pin!(LocalServerRenderer::<Widget>::with_props(props).hydratable(false).render());
    let mut context = Context::from_waker(Waker::noop());
    // Rendering never waits, so this loop ends.
    loop {
        if let Poll::Ready(page) = page.as_mut().poll(&mut context) {
            return Shown(page);
        }
    }
}

/// Every answer at the B2B end.
pub(crate) const STRONG_B2B: &str = "BB BB BB BB BB BB";
/// Every answer at the B2C end.
pub(crate) const STRONG_B2C: &str = "CC CC CC CC CC CC";
/// In the middle, with little tug.
pub(crate) const HYBRID: &str = "bo oo bb oo cc oo";
/// In the middle, with strong tugs both ways.
pub(crate) const SPLIT: &str = "BB BB BB CC CC CC";
/// More B2B than B2C; three dimensions pull towards B2B, two towards B2C.
pub(crate) const MIXED: &str = "BB BB BB bo CC CC";
/// With a named profile and two missing answers.
pub(crate) const GAPS: &str = "B? c? oo CC BB bb";

/// The English texts.
pub(crate) fn english() -> Rc<Texts> {
    Rc::clone(Questionnaire::bundled().texts("en").expect("English is shipped"))
}

/// The script that gives these [`answers`](super::answers), with `?` for no answer, and goes on.
pub(crate) fn run(written: &str) -> String {
    let instrument = &*super::SHIPPED;
    let answers = super::answers(instrument, written);
    let mut script = String::new();
    for section in [Section::Core, Section::Rest] {
        for item in instrument.items().iter().filter(|item| item.section == section) {
            let position = answers.item(instrument, item.id).and_then(Response::position);
            let word = position.map_or("?".to_owned(), |position| position.get().to_string());
            script.push_str(&format!("{word} next "));
        }
        if section == Section::Core {
            script.push_str("next ");
        }
    }
    script
}

/// The script that leads to the result of these answers, without foundations.
pub(crate) fn result(written: &str) -> String {
    format!("start {} result", run(written))
}

/// Results of every profile, with and without foundations, gaps and borders, and their sessions.
pub(crate) fn results() -> Vec<(Session, Shown)> {
    let written = [
        STRONG_B2B,
        STRONG_B2C,
        HYBRID,
        SPLIT,
        MIXED,
        GAPS,
        "bb bb bb bo oo oo",
        "cc cc cc co oo oo",
        "CC BB CC BB CC BB",
        "?? ?? ?? ?? ?? ??",
    ];
    let ways = ["result", "0 next 4 next 2 next ? next", "go*4"];
    let scripts =
        written.iter().zip(ways.iter().cycle()).map(|(written, way)| format!("start {}{way}", run(written)));
    let sessions = scripts.map(|script| after(&script));
    sessions.map(|session| (session.clone(), shown_in("en", &session))).collect()
}

impl Shown {
    /// Checks that these texts are shown, in this order.
    #[track_caller]
    pub(crate) fn check_shows(&self, expected: &[&str]) {
        let text = self.text();
        let mut rest = text.as_str();
        for words in expected {
            rest = match rest.split_once(words) {
                Some((_, rest)) => rest,
                None => panic!("`{words}` is not shown, or not in this order: {text}"),
            };
        }
    }

    /// Checks that none of these texts is shown.
    #[track_caller]
    pub(crate) fn check_without(&self, unexpected: &[&str]) {
        let text = self.text();
        for words in unexpected {
            assert!(!text.contains(words), "{words}: {text}");
        }
    }

    /// The elements with a class, in document order.
    pub(crate) fn all(&self, class: &str) -> Vec<Shown> {
        let tags =
            self.0.match_indices('<').filter_map(|(at, _)| Some((at, self.0[at..].split_once('>')?.0)));
        let found = tags.filter(|(_, tag)| {
            attribute(tag, "class").is_some_and(|all| all.split(' ').any(|one| one == class))
        });
        found.map(|(at, _)| self.element(at)).collect()
    }

    /// The only element with a class.
    #[track_caller]
    pub(crate) fn one(&self, class: &str) -> Shown {
        let [one] =
            self.all(class).try_into().unwrap_or_else(|all| panic!("not one .{class}: {all:?} in {self:?}"));
        one
    }

    /// Whether an element has a class.
    pub(crate) fn has(&self, class: &str) -> bool {
        !self.all(class).is_empty()
    }

    /// An attribute of the element itself.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        attribute(self.0.split_once('>')?.0, name)
    }

    /// The `data-id`s of the elements with a class.
    pub(crate) fn ids(&self, class: &str) -> Vec<String> {
        self.all(class).iter().filter_map(|one| one.attribute("data-id")).map(str::to_owned).collect()
    }

    /// The text without tags; a tag between two words separates them.
    pub(crate) fn text(&self) -> String {
        let pieces = self.0.split('<').filter_map(|piece| piece.split_once('>'));
        let text = pieces.map(|(_, text)| text).collect::<Vec<_>>().join(" ");
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The element that starts at an index, up to its closing tag.
    fn element(&self, at: usize) -> Shown {
        let rest = &self.0[at..];
        let name = rest[1..].split([' ', '>']).next().unwrap_or_default();
        let (begin, end) = (format!("<{name}"), format!("</{name}>"));
        let mut open = 0;
        for (place, _) in rest.match_indices('<') {
            let tag = &rest[place..];
            if tag.starts_with(&end) {
                open -= 1;
            } else if tag.strip_prefix(&*begin).is_some_and(|after| after.starts_with([' ', '>'])) {
                open += 1;
            }
            if open == 0 {
                return Shown(rest[..place + end.len()].to_owned());
            }
        }
        panic!("<{name}> is never closed")
    }
}

/// Points from a text: "63 towards B2B" and "63 B2B" as 63, "20 B2C" as −20; 0 for the middle or none.
#[track_caller]
pub(crate) fn points(text: &str) -> i32 {
    match text.split(' ').collect::<Vec<_>>()[..] {
        [size, "towards", "B2B", ..] | [size, "B2B"] => size.parse::<i32>().expect("a number"),
        [size, "towards", "B2C", ..] | [size, "B2C"] => -size.parse::<i32>().expect("a number"),
        _ => {
            let is_none = ["", "0", "0, right in the middle", "No answer", "Does not count"].contains(&text);
            assert!(is_none, "{text}");
            0
        }
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    Some(tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0)
}

/// A script for each kind of page.
pub(crate) fn pages() -> [String; 7] {
    let all = "go*6 next go*6";
    [
        String::new(),
        "start".to_owned(),
        "start next".to_owned(),
        "start go*6".to_owned(),
        format!("both start {all}"),
        format!("start {all}"),
        format!("start {all} result"),
    ]
}
