//! Prints the first pages in every language of a content folder as JSON, for the build:
//! `[["nl", {"intro": …, …}], …]`. The folder is the only argument. A text is a string; an element is an
//! array of its name, its attributes and its children: `["p", ["class", "x"], "text"]`.

use b2b_b2c_profile::content::{Questionnaire, read_folder};
use b2b_b2c_profile::view::{FirstPages, Node};
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).unwrap_or_default();
    match read_folder(Path::new(&folder)) {
        Ok(questionnaire) => {
            println!("{}", screens(&Rc::new(questionnaire)));
            ExitCode::SUCCESS
        }
        Err(faults) => {
            eprintln!("{faults}");
            ExitCode::FAILURE
        }
    }
}

fn screens(questionnaire: &Rc<Questionnaire>) -> Value {
    let languages = questionnaire.languages.iter().map(|language| {
        let screens = FirstPages::of(questionnaire, &language.code);
        let pages = json!({
            "intro": form(&screens.intro),
            "question": form(&screens.question),
            "opening": form(&screens.opening),
        });
        json!([language.code.as_str(), pages])
    });
    languages.collect()
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
