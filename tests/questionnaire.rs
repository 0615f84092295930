//! The questionnaire built from the content: packing, look-up by language, and complete texts.
#![cfg(all(feature = "check", feature = "bundled"))]

mod support;

use b2b_b2c_profile::assessment::{Profile, SourceId};
use b2b_b2c_profile::content::{
    Label, PackError, Packs, Questionnaire, Structure, Text, pack_folder, read_files,
};
use serde_json::Value;
use std::rc::Rc;
use std::sync::LazyLock;
use support::dice::Dice;
use support::{content, content_folder};

static PACKS: LazyLock<Packs> =
    LazyLock::new(|| pack_folder(&content_folder()).expect("the shipped content is sound"));

fn questionnaire() -> Questionnaire {
    read_files(content()).expect("the shipped content is sound")
}

fn structure() -> Structure {
    Structure::unpack(PACKS.structure.clone().leak()).expect("the shipped content is sound")
}

/// The file of a language.
fn file(language: &str) -> Value {
    let name = format!("{language}.json");
    let (_, text) =
        content().into_iter().find(|(known, _)| *known == name).expect("each language has a file");
    serde_json::from_str(&text).expect("the shipped files are JSON")
}

// Packing.

#[cfg(feature = "bundled")]
#[test]
fn the_bundled_questionnaire_is_the_one_in_the_files() {
    assert_eq!(Questionnaire::bundled(), questionnaire());
}

/// The texts of a file that the widget uses: all but those for the failure, the landing page and paper.
fn said(file: &Value) -> Vec<&str> {
    match file {
        Value::String(text) => vec![text],
        Value::Array(entries) => entries.iter().flat_map(said).collect(),
        Value::Object(entries) => {
            let others = ["failure", "landing", "name", "printed"];
            let is_other = |key: &str, value: &Value| value.is_object() && others.contains(&key);
            entries
                .iter()
                .filter(|(key, value)| !is_other(key, value))
                .flat_map(|(_, value)| said(value))
                .collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_pack_holds_each_of_its_files_texts_once_and_nothing_else() {
    for (language, pack) in &PACKS.texts {
        let mut file = file(language);
        // The language names are in the structure, for the language switch; the schema is for editors.
        file["name"] = Value::Null;
        file["$schema"] = Value::Null;
        let mut said = said(&file);
        let mut packed: Vec<&str> = pack.lines().filter(|line| !line.is_empty()).collect();
        said.sort_unstable();
        packed.sort_unstable();
        assert_eq!(packed, said, "{language}");
    }
}

#[test]
fn every_packed_text_is_found_where_it_belongs() {
    let questionnaire = questionnaire();
    for texts in questionnaire.all_texts() {
        let file = file(&texts.language);
        let instrument = &questionnaire.instrument;
        for item in instrument.items() {
            let (known, read) = (&file["items"][item.id.as_str()], texts.item(item.id));
            assert_eq!(
                [read.question, read.first, read.second, read.first_short, read.second_short, read.help]
                    .map(|text| Value::from(text.as_str())),
                ["question", "first", "second", "firstShort", "secondShort", "help"]
                    .map(|key| known[key].clone()),
            );
        }
        for tactic in instrument.tactics() {
            let (known, read) = (&file["tactics"][tactic.id.as_str()], texts.tactic(tactic.id));
            let text = |text: Option<Text>| text.map_or(Value::Null, |text| Value::from(text.as_str()));
            assert_eq!(text(Some(read.why)), known["why"]);
            assert_eq!(text(read.start), known["start"], "{}", tactic.id);
            assert_eq!(text(read.condition), known["condition"], "{}", tactic.id);
            let watched = read.variants.map(|variants| variants.b2c.watch);
            assert_eq!(text(watched), known["variants"]["b2c"]["watch"], "{}", tactic.id);
        }
        for dimension in instrument.dimensions() {
            let known = &file["dimensions"][dimension.id.as_str()];
            assert_eq!(texts.dimension(dimension.id).reason.b2c.as_str(), known["reason"]["b2c"]);
            let inference = texts.inference(dimension.id).map(|text| Value::from(text.as_str()));
            assert_eq!(inference.as_ref(), file["inferences"].get(dimension.id.as_str()), "{}", dimension.id);
        }
        for foundation in instrument.foundations() {
            let known = &file["foundations"][foundation.id.as_str()];
            assert_eq!(texts.foundation(foundation.id).advice.b2c.as_str(), known["advice"]["b2c"]);
        }
        for advice in instrument.advice() {
            assert_eq!(texts.advice(advice.id).start.as_str(), file["advice"][advice.id.as_str()]["start"]);
        }
        for profile in Profile::ALL {
            assert_eq!(texts.profile(profile).text.as_str(), file["profiles"][profile.as_str()]["text"]);
        }
        let sources = instrument.tactics().iter().flat_map(|tactic| &tactic.sources);
        for &source in sources {
            assert_eq!(texts.source(source).as_str(), file["sources"][source.as_str()]);
        }
    }
}

#[test]
fn packs_that_end_too_soon_or_go_on_cant_be_read() {
    let structure = structure();
    for pack in [&PACKS.structure, &PACKS.texts[0].1, &PACKS.texts[1].1] {
        let is_read = |pack: String| {
            let pack = pack.leak();
            structure.texts(pack).is_some() || Structure::unpack(pack).is_ok()
        };
        let cuts = (0..pack.len()).filter(|&end| pack.is_char_boundary(end)).step_by(61);
        for end in cuts.chain([pack.len() - 1]) {
            assert!(!is_read(pack[..end].to_owned()), "{end} of {} bytes", pack.len());
        }
        for surplus in ["\n", "x", "\0", " ", pack] {
            assert!(!is_read(format!("{pack}{surplus}")), "{} more bytes", surplus.len());
        }
        assert!(is_read(pack.clone()));
    }
}

#[test]
fn texts_of_another_structure_cant_be_read() {
    let structure = structure();
    for (language, pack) in &PACKS.texts {
        assert!(structure.texts(pack.clone().leak()).is_some(), "{language}");
        let other = format!("xx{}", &pack[2..]);
        assert!(structure.texts(other.leak()).is_none(), "a language that the structure doesn't list");
        let (first, rest) = pack.split_once('\n').expect("a pack has lines");
        let (_, rest) = rest.split_once('\n').expect("a pack has lines");
        assert!(structure.texts(format!("{first}\n{rest}").leak()).is_none(), "one text missing");
    }
    assert!(structure.texts(PACKS.structure.clone().leak()).is_none());
    assert_eq!(Structure::unpack(PACKS.texts[0].1.clone().leak()), Err(PackError::Unreadable));
}

#[test]
fn without_texts_there_is_no_questionnaire() {
    assert_eq!(Questionnaire::unpack(PACKS.structure.clone().leak(), &[]), Err(PackError::Wordless));
    assert!(Questionnaire::new(&structure(), Vec::new()).is_none());
}

/// Reads mutated packs, and looks everything up in those that can be read.
#[track_caller]
fn check_mutated(count: usize, pack: &str, read: impl Fn(&'static str) -> Option<Questionnaire>) {
    let mut dice = Dice::new(0x5eed_0f7e_0875);
    let mutated = (0..count).filter_map(|_| read(dice.mutated(pack).leak()));
    let usable = mutated.inspect(|questionnaire| drop(words(questionnaire))).count();
    assert!(usable > 0 && usable < count, "{usable} of {count} can be read");
}

#[test]
fn changed_texts_never_panic() {
    let structure = structure();
    let whole = |texts| Questionnaire::new(&structure, vec![Rc::new(texts)]);
    check_mutated(10_000, &PACKS.texts[0].1, |pack| structure.texts(pack).and_then(whole));
}

#[test]
fn a_changed_structure_never_panics() {
    let texts: &'static str = PACKS.texts[0].1.clone().leak();
    check_mutated(100_000, &PACKS.structure, |pack| {
        let structure = Structure::unpack(pack).ok()?;
        Questionnaire::new(&structure, vec![Rc::new(structure.texts(texts)?)])
    });
}

#[test]
fn other_texts_never_panic() {
    let mut dice = Dice::new(0x0875);
    for length in 0..2000 {
        let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(dice.below(256)).expect("a byte")).collect();
        let pack = String::from_utf8_lossy(&bytes).into_owned().leak();
        assert!(Structure::unpack(pack).is_err() && structure().texts(pack).is_none());
    }
}

/// Everything that can be looked up by an id, a profile or a label.
fn words(questionnaire: &Questionnaire) -> Vec<Text> {
    let instrument = &questionnaire.instrument;
    let dimensions = instrument.dimensions().iter();
    let mut sources: Vec<SourceId> =
        dimensions.clone().flat_map(|one| [&one.b2b_sources, &one.b2c_sources]).flatten().copied().collect();
    sources.extend(instrument.items().iter().flat_map(|one| &one.sources));
    sources.extend(instrument.foundations().iter().flat_map(|one| &one.sources));
    sources.extend(instrument.tactics().iter().flat_map(|one| &one.sources));
    sources.extend(instrument.advice().iter().flat_map(|one| &one.sources));
    let mut words = Vec::new();
    for texts in questionnaire.all_texts() {
        words.extend(dimensions.clone().map(|one| texts.dimension(one.id).name));
        words.extend(dimensions.clone().filter_map(|one| texts.inference(one.id)));
        words.extend(instrument.items().iter().map(|one| texts.item(one.id).question));
        words.extend(instrument.foundations().iter().map(|one| texts.foundation(one.id).statement));
        words.extend(instrument.tactics().iter().map(|one| texts.tactic(one.id).title));
        words.extend(instrument.advice().iter().map(|one| texts.advice(one.id).title));
        words.extend(Profile::ALL.map(|profile| texts.profile(profile).name));
        words.extend(sources.iter().map(|&source| texts.source(source)));
        words.extend(Label::ALL.iter().map(|&label| texts.label(label)));
    }
    words
}

// Languages.

#[track_caller]
fn check_tag(tag: &str, expected: Option<&str>) {
    let questionnaire = questionnaire();
    assert_eq!(questionnaire.texts(tag).map(|texts| texts.language.as_str()), expected, "{tag}");
}

#[test]
fn texts_are_found_by_their_language() {
    check_tag("nl", Some("nl"));
    check_tag("en", Some("en"));
}

#[test]
fn region_script_and_case_of_a_tag_never_matter() {
    check_tag("en-GB", Some("en"));
    check_tag("NL", Some("nl"));
    check_tag("nl_BE", Some("nl"));
    check_tag("EN-Latn-US", Some("en"));
}

#[test]
fn an_unknown_language_has_no_texts() {
    check_tag("fr", None);
    check_tag("", None);
    check_tag("-en", None);
    check_tag("enx", None);
    check_tag("e", None);
}

#[test]
fn every_label_has_a_text_of_its_own_in_every_language() {
    for texts in questionnaire().all_texts() {
        let file = file(&texts.language);
        for label in Label::ALL {
            let text = texts.label(label);
            assert!(!text.trim().is_empty(), "{}: {}", texts.language, label.as_str());
            assert_eq!(
                file["interface"][label.as_str()],
                text.as_str(),
                "{}: {}",
                texts.language,
                label.as_str()
            );
        }
    }
}

#[test]
fn the_order_of_the_texts_in_a_file_never_matters() {
    let mut files = content();
    for (_, text) in &mut files {
        // The keys come out sorted.
        let value: Value = serde_json::from_str(text).expect("the shipped files are JSON");
        *text = value.to_string();
    }
    let sorted = read_files(files).expect("order is no fault");
    assert!(sorted.all_texts() == questionnaire().all_texts());
}

#[test]
fn everything_has_words_in_every_language() {
    assert!(words(&questionnaire()).iter().all(|text| !text.trim().is_empty()));
}
