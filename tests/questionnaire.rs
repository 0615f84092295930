//! The questionnaire that the content becomes: packed and unpacked, found by language, complete in words.
#![cfg(feature = "json")]

mod support;

use b2b_b2c_profile::assessment::{Instrument, Profile, SourceId};
use b2b_b2c_profile::content::{Label, PackError, Questionnaire, Text, pack_folder, read_files};
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::LazyLock;
use support::generated::cases;
use support::{content, content_folder};

static PACKED: LazyLock<&'static [u8]> =
    LazyLock::new(|| pack_folder(&content_folder()).expect("the shipped content is sound").leak());

fn questionnaire() -> Questionnaire {
    read_files(content()).expect("the shipped content is sound")
}

// Packing.

#[test]
fn what_is_packed_is_what_was_read() {
    assert_eq!(Questionnaire::unpack(&PACKED), Ok(questionnaire()));
}

#[cfg(feature = "bundled")]
#[test]
fn the_bundled_questionnaire_is_the_one_in_the_files() {
    assert_eq!(Questionnaire::bundled(), questionnaire());
}

#[test]
fn bytes_that_end_too_soon_cant_be_read() {
    for length in (0..PACKED.len()).step_by(61).chain([PACKED.len() - 1]) {
        assert_eq!(Questionnaire::unpack(&PACKED[..length]), Err(PackError::Unreadable), "{length} bytes");
    }
}

#[test]
fn bytes_after_the_end_cant_be_read() {
    for surplus in [&[0][..], b"x", &PACKED] {
        let bytes = [&PACKED, surplus].concat().leak();
        assert_eq!(Questionnaire::unpack(bytes), Err(PackError::Unreadable), "{} bytes more", surplus.len());
    }
}

/// Everything that is looked up by an id, a profile or a label.
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
    for texts in &questionnaire.languages {
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

/// The slugs that must have texts.
fn slugs(instrument: &Instrument) -> Vec<&'static str> {
    // Texts on an inference may be left out, so the last place of an inferred dimension's slug doesn't count.
    let dimensions = instrument.dimensions().iter().filter(|one| one.inferred.is_none());
    let mut slugs: Vec<&str> = dimensions.map(|one| one.id.as_str()).collect();
    slugs.extend(instrument.items().iter().map(|one| one.id.as_str()));
    slugs.extend(instrument.foundations().iter().map(|one| one.id.as_str()));
    slugs.extend(instrument.tactics().iter().map(|one| one.id.as_str()));
    slugs.extend(instrument.advice().iter().map(|one| one.id.as_str()));
    slugs.extend(Profile::ALL.map(Profile::as_str));
    slugs.extend(instrument.tactics().iter().flat_map(|one| &one.sources).map(|id| id.as_str()));
    slugs
}

#[test]
fn an_id_without_texts_cant_be_used() {
    for slug in slugs(&questionnaire().instrument) {
        // Packed, a text follows its length.
        let packed = [&[u8::try_from(slug.len()).expect("slugs are short")], slug.as_bytes()].concat();
        let windows = PACKED.windows(packed.len()).enumerate();
        let places = windows.filter(|(_, window)| *window == packed).map(|(place, _)| place);
        let mut last = None;
        for place in places {
            let mut bytes = PACKED.to_vec();
            bytes[place + 1] = b'~';
            let unpacked = Questionnaire::unpack(bytes.leak());
            last = Some(unpacked.map(|questionnaire| words(&questionnaire).len()));
        }
        assert_eq!(last, Some(Err(PackError::Unusable)), "{slug} without its texts in the last language");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn changed_bytes_never_panic(changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = PACKED.to_vec();
        for (place, byte) in changes {
            *place.get_mut(&mut bytes) = byte;
        }
        if let Ok(questionnaire) = Questionnaire::unpack(bytes.leak()) {
            prop_assert!(!questionnaire.languages.is_empty());
            words(&questionnaire);
        }
    }

    #[test]
    fn other_bytes_cant_be_used(bytes in vec(any::<u8>(), 0..2000)) {
        prop_assert!(Questionnaire::unpack(bytes.leak()).is_err());
    }
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
    let files = content();
    for texts in questionnaire().languages {
        let name = format!("{}.json", texts.language);
        let (_, file) = files.iter().find(|(known, _)| *known == name).expect("each language has a file");
        let file: serde_json::Value = serde_json::from_str(file).expect("the shipped files are JSON");
        for &label in Label::ALL {
            let text = texts.label(label);
            assert!(!text.trim().is_empty(), "{name}: {}", label.as_str());
            assert_eq!(file["interface"][label.as_str()], text.as_str(), "{name}: {}", label.as_str());
        }
    }
}

#[test]
fn the_order_of_the_texts_in_a_file_never_matters() {
    let mut files = content();
    for (_, text) in &mut files {
        // Keys come out in alphabetical order.
        let value: serde_json::Value = serde_json::from_str(text).expect("the shipped files are JSON");
        *text = value.to_string();
    }
    let sorted = read_files(files).expect("order is no fault");
    for (texts, sorted) in questionnaire().languages.iter().zip(&sorted.languages) {
        assert!(
            Label::ALL.iter().all(|&label| texts.label(label) == sorted.label(label)),
            "{}",
            texts.language
        );
    }
}

#[test]
fn everything_has_words_in_every_language() {
    assert!(words(&questionnaire()).iter().all(|text| !text.trim().is_empty()));
}
