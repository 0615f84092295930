//! Files and texts that the visitor takes out, made on request.

use super::{Copy, CopyWhat, Download, Format, Share, WidgetProps};
use crate::assessment::{Run, Session};
use crate::content::{Label, Texts};
use crate::exchange::detail::Edition;
use crate::exchange::{self, Account, ResultCode, ResultLink};

/// The account of a session, in the language of `texts`.
fn account<'a>(session: &'a Session, props: &'a WidgetProps, texts: &'a Texts, link: &'a str) -> Account<'a> {
    let questionnaire = &props.questionnaire;
    let language = texts.language.as_str();
    Account {
        session,
        texts,
        edition: Edition { id: questionnaire.id, version: questionnaire.version, language },
        groups: [Run::First, Run::Second].map(|run| props.group_name(session, run, texts)),
        link,
    }
}

/// The link that shows the result; empty if the host page has none.
pub(super) fn link(session: &Session, props: &WidgetProps) -> String {
    let code = ResultCode::grouped(&ResultCode::of(props.questionnaire.version, session));
    if props.abilities.address.is_empty() || code.is_empty() {
        return String::new();
    }
    ResultLink::to(&props.abilities.address, &code)
}

/// The result and its answers as a file.
pub(super) fn download(session: &Session, props: &WidgetProps, texts: &Texts, format: Format) -> Download {
    let link = link(session, props);
    let text = format.write(&account(session, props, texts, &link));
    Download { name: texts.label(Label::DownloadName).to_string(), format, text }
}

/// The result as a text to copy.
pub(super) fn letter(session: &Session, props: &WidgetProps, texts: &Texts) -> Copy {
    let link = link(session, props);
    Copy { what: CopyWhat::Text, text: exchange::letter(&account(session, props, texts, &link)) }
}

/// The result as the device shares it.
pub(super) fn share(session: &Session, props: &WidgetProps, texts: &Texts) -> Share {
    Share { title: texts.about.title.to_string(), text: letter(session, props, texts).text }
}

#[cfg(all(test, feature = "bundled"))]
mod tests {
    use super::*;
    use crate::assessment::Event;
    use crate::content::Questionnaire;
    use std::rc::Rc;

    /// The file in Dutch and in English.
    fn files(format: Format) -> [Download; 2] {
        let props = WidgetProps::new(Rc::new(Questionnaire::bundled()));
        let mut session = Session::new(Rc::clone(&props.questionnaire.instrument));
        session.apply(Event::Started);
        ["nl", "en"]
            .map(|code| download(&session, &props, props.questionnaire.texts_or_default(code), format))
    }

    #[test]
    fn the_file_is_the_result_with_its_answers_in_the_language_shown() {
        for (file, (code, stem)) in
            files(Format::Json).iter().zip([("nl", "b2b-b2c-profiel"), ("en", "b2b-b2c-profile")])
        {
            assert_eq!((file.name.as_str(), file.format), (stem, Format::Json));
            assert!(file.text.contains(&format!(r#""language":"{code}""#)), "{}", file.text);
            assert!(file.text.contains(r#""answers":{"audience-size":null"#), "{}", file.text);
            assert!(file.text.contains(r#""plan":{"willDo":[]"#), "{}", file.text);
        }
    }

    #[test]
    fn the_table_has_its_header_in_the_language_shown() {
        let [dutch, english] = files(Format::Csv);
        assert!(dutch.text.starts_with("\u{feff}groep;soort;"), "{}", dutch.text);
        assert!(english.text.starts_with("\u{feff}group;kind;"), "{}", english.text);
        assert_eq!((dutch.name.as_str(), english.name.as_str()), ("b2b-b2c-profiel", "b2b-b2c-profile"));
    }
}
