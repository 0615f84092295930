//! What is on paper: the plan or the tips by default, and everything on request.

use b2b_b2c_profile::assessment::Mark;
use browser_tests::Sheet;

use super::*;

/// Answers that lead to tips for B2B, and answers that lead to incentives, which have channels.
const SHEETS: [Sheet; 2] = [Sheet::new("412523243233", "4313"), Sheet::new("152341514241", "4313")];

/// The text of an element of the printed document that the browser shows.
fn paper(browser: &Browser, selector: &str) -> String {
    let script = "return document.querySelector(args)?.innerText.replace(/\\s+/g, ' ')";
    browser.run(0, script, json!(selector)).as_str().unwrap_or_default().to_owned()
}

/// Checks that a text on paper has each of these the given number of times.
#[track_caller]
fn expect_times(paper: &str, times: usize, texts: &[String]) {
    for text in texts {
        assert_eq!(paper.matches(text.as_str()).count(), times, "{text} in {paper}");
    }
}

#[test]
fn tips_their_reasons_and_every_source_are_on_paper_once() {
    let browser = Browser::start();
    for language in &languages() {
        let (instrument, texts) = questionnaire(language);
        let widget = element(&browser, language);
        widget.fill(&keys(&instrument, ANSWERS[1].1));
        widget.fill("1304");
        let tips = ":is(.bp-tactics, .bp-tactics > .bp-rows:not(.bp-rows--beside)) > .bp-card";
        let titles = widget.texts(&format!("{tips} :is(.bp-card__title, .bp-row__title)"));
        let starts = widget.texts(&format!("{tips} .bp-card__start"));
        assert_eq!((titles.len(), starts.len()), (5, 5));
        let mut sources = widget.texts(".bp-dimensions .bp-sources li");
        sources.sort();
        sources.dedup();
        let first = widget.texts(".bp-foundation:has(.bp-tag--first) .bp-foundation__advice");
        let printed = print(widget, &texts);
        check_pages(&printed, &browser, language, 2);
        let page = paper(&browser, ".bp-print__page");
        for kind in [&titles, &starts, &first] {
            assert!(!kind.is_empty());
            expect_times(&page, 1, kind);
        }
        let listed = paper(&browser, ".bp-print__sources");
        let listed: Vec<&str> = listed.split(" · ").collect();
        for source in sources {
            assert_eq!(listed.iter().filter(|one| **one == source).count(), 1, "{source} in {listed:?}");
        }
    }
    browser.finish();
}

#[test]
fn the_plan_is_on_paper_in_words_and_its_tips_are_there_once() {
    let browser = Browser::start();
    let (instrument, texts) = questionnaire("nl");
    let widget = element(&browser, "nl");
    widget.fill(&keys(&instrument, ANSWERS[1].1));
    widget.fill("1304");
    let mark = |place: usize, mark: Mark| {
        let script = "all('.bp-card .bp-marks')[args[0]].querySelector(`[data-id='${args[1]}']`).click();
            return drawn()";
        widget.run(script, json!([place, mark.as_str()]));
    };
    mark(0, Mark::WillDo);
    mark(1, Mark::AlreadyDo);
    mark(2, Mark::NotForUs);
    let titles = widget.texts(".bp-card :is(.bp-card__title, .bp-row__title)");
    let start = widget.text(".bp-planned__start");
    let printed = print(widget, &texts);
    check_pages(&printed, &browser, "plan", 2);
    let plan = paper(&browser, ".bp-part--plan");
    for text in
        [&titles[0], &titles[1], &start, texts.mark(Mark::WillDo).as_str(), &texts.mark(Mark::AlreadyDo)]
    {
        assert_eq!(plan.matches(text).count(), 1, "{text} in {plan}");
    }
    let rest = paper(&browser, ".bp-part--do");
    assert!(rest.contains(&titles[3]) && rest.contains(&titles[4]), "{rest}");
    assert!(titles[..3].iter().all(|title| !rest.contains(title.as_str())), "{rest}");
    browser.finish();
}

#[test]
fn two_groups_share_the_drawing_and_the_open_one_is_named() {
    let browser = Browser::start();
    for language in &languages() {
        let (instrument, texts) = questionnaire(language);
        let [companies, .., consumers] = ANSWERS.map(|(_, steps)| keys(&instrument, steps));
        for open in [0, 1] {
            let widget = element(&browser, language);
            widget.sell_to("both");
            widget.fill(&format!("{companies}{consumers}1304"));
            let group = widget.texts(".bp-tab").swap_remove(open);
            widget.click_on(&group);
            let part = format!("{} · {group}", texts.label(Label::Tactics));
            let expected = [texts.label(Label::Compare).to_string(), part, widget.text(".bp-card__title")];
            let printed = print(widget, &texts);
            check_pages(&printed, &browser, "two groups", 2);
            let page =
                browser.run(0, "return document.querySelector('.bp-print__page').innerText", Value::Null);
            let page = page.as_str().unwrap_or_default();
            for text in expected {
                assert!(page.contains(&text), "{text} in {page}");
            }
            let marks = "return document.querySelectorAll('.bp-line__plot > *').length";
            assert_eq!(browser.run(0, marks, Value::Null), 13, "the lines, and six nodes of each group");
        }
    }
    browser.finish();
}

#[test]
fn everything_is_printed_on_request() {
    let browser = Browser::start();
    for (language, sheet) in languages().iter().zip(SHEETS.iter().cycle()) {
        let (instrument, texts) = questionnaire(language);
        let widget = element(&browser, language);
        widget.fill(&sheet.keys());
        // All texts of what to do and why, except those of controls and of lines that only sum up what is below them.
        let parts = ".bp-card__title, .bp-row__title, .bp-card__why, .bp-card__start, .bp-facts-list dd:not(:has(li)),
            .bp-medium p, .bp-unsuited strong, .bp-foundation__advice, .bp-dimension .bp-answer__question, .bp-sources li,
            .bp-turn p, .bp-notice:not(:has(button)), .bp-dimension__word, .bp-dimension__points";
        let shown = widget.texts(&format!(":is(.bp-part--do, .bp-part--why) :is({parts})"));
        assert!(shown.len() > 100, "{shown:?}");
        let printed = print_by(widget, &texts.label(Label::PrintAll));
        check_pages(&printed, &browser, language, 9);
        let page = paper(&browser, "main");
        for text in &shown {
            assert!(page.contains(text.as_str()), "{text} in {page}");
        }
        let outcome = sheet.outcome(&instrument);
        let ranking = &outcome.ranking;
        for id in ranking.recommended.iter().chain(&ranking.further()) {
            let tactic = texts.tactic(*id);
            assert!(page.contains(tactic.title.as_str()), "{} in {page}", tactic.title);
            let start = tactic.start.unwrap_or_default();
            assert!(page.contains(start.as_str()), "{start} in {page}");
        }
        for advice in outcome.advice(&instrument) {
            let advice = texts.advice(advice.id);
            assert!(page.contains(advice.start.as_str()), "{} in {page}", advice.start);
        }
        for item in instrument.items() {
            let answer = texts.answer(item, sheet.answers(&instrument).item(&instrument, item.id));
            assert!(page.contains(&answer), "{answer} in {page}");
        }
    }
    browser.finish();
}

#[test]
fn a_host_page_prints_the_result_with_all_rows_open_and_marks_in_words() {
    let browser = Browser::start();
    let (_, texts) = questionnaire("nl");
    let widget = element(&browser, "nl");
    widget.fill(&SHEETS[0].keys());
    let script = "one(`.bp-card--open .bp-mark[data-id='will-do']`).click(); return drawn()";
    widget.run(script, Value::Null);
    let hidden = ".bp-ways button, .bp-actions button, .bp-call, .bp-turn button, .bp-double";
    let [shown, hidden] =
        [".bp-card__start, .bp-unsuited strong, .bp-answer__question, .bp-medium__variant", hidden]
            .map(|selector| widget.texts(selector));
    assert!(shown.len() > 20 && hidden.len() > 8, "{shown:?}, {hidden:?}");
    let pages = Pdf::of_page(&browser).pages();
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let lines: Vec<String> = pages.iter().flatten().map(|line| line.trim().to_owned()).collect();
    let paper = bare(&lines.concat());
    for text in &shown {
        assert!(paper.contains(&bare(text)), "{text} in {lines:#?}");
    }
    for text in hidden {
        assert!(!lines.contains(&text), "{text} in {lines:#?}");
    }
    let card = lines.iter().position(|line| *line == widget.text(".bp-card__title"));
    let mark = lines.iter().position(|line| *line == texts.mark(Mark::WillDo).as_str());
    assert!(card.zip(mark).is_some_and(|(card, mark)| mark > card && mark < card + 6), "{lines:#?}");
    assert!(!lines.contains(&texts.mark(Mark::NotForUs).to_string()), "{lines:#?}");
    browser.finish();
}
