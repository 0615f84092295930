//! Prints the first pages in every language as JSON, for the build: `[["nl", {"intro": …, …}], …]`.
//!
//! A text is a string; an element is its name, its attributes, and what stands in it: `["p", ["class", "x"], "text"]`.

use b2b_b2c_profile::content::Questionnaire;
use b2b_b2c_profile::view::{Node, Screens};
use serde_json::{Value, json};
use std::rc::Rc;

fn main() {
    let questionnaire = Rc::new(Questionnaire::bundled());
    let languages = questionnaire.languages.iter().map(|texts| {
        let screens = Screens::of(&questionnaire, &texts.code);
        let pages = json!({
            "intro": form(&screens.intro),
            "question": form(&screens.question),
            "opening": form(&screens.opening),
        });
        json!([texts.code.as_str(), pages])
    });
    println!("{}", languages.collect::<Value>());
}

fn form(node: &Node) -> Value {
    match node {
        Node::Text(text) => json!(text),
        Node::Element { name, attributes, children } => {
            let attributes: Value =
                attributes.iter().flat_map(|(name, value)| [name, value]).cloned().collect();
            let start = [json!(name), attributes];
            start.into_iter().chain(children.iter().map(form)).collect()
        }
    }
}
