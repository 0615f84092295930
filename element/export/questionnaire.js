// The questionnaire on paper, with the key to score it by hand, from the same content as the widget.

import { QUESTIONS } from '../../generated/printed.js';
import { element } from '../dom.js';
import { languageIn, printPage, wordsIn } from './print.js';
import { keyPage } from './scoring-key.js';

/** Prints the questionnaire in the language of the widget in a shadow root. */
export async function printQuestionnaire(root) {
  const language = languageIn(root);
  const texts = QUESTIONS[language];
  const words = wordsIn(root);
  const content = element('main', 'bp-paper', ...questionPages(texts, words), keyPage(texts, words, language));
  const title = `${words.file}-${words.questionnaire.toLowerCase()}`;
  await printPage(root, { title, language, content });
}

function questionPages(texts, words) {
  const { items, foundations } = texts;
  const line = (label) => element('p', 'bp-paper__line', label);
  return [
    element('header', 'bp-print__top', element('h1', '', words.title), ' ', element('span', '', words.questionnaire)),
    element('h2', 'bp-paper__title', texts.title),
    element('div', 'bp-paper__who', line(words.name), line(words.date), line(words.group)),
    element('p', 'bp-paper__how', words.how, ' ', texts.lead),
    element('ol', 'bp-paper__items', ...items.map((item, at) => itemRow(item, at + 1, texts))),
    element(
      'section', 'bp-paper__basis',
      element('h3', 'bp-section__heading', words.basis),
      element('p', 'bp-paper__how', texts.foundationsLead, ' ', words['basis-text']),
      scaleRow(texts),
      element('ol', '', ...foundations.map((statement, at) => foundationRow(statement, items.length + at + 1))),
      element('p', 'bp-paper__after', words.after),
    ),
  ];
}

function itemRow({ question, first, second, stops }, number, { missing }) {
  return element(
    'li', 'bp-paper__item',
    element('p', 'bp-paper__question', `${number}. ${question}`),
    element('p', 'bp-paper__first', element('strong', '', stops[0]), ' ', first),
    boxes(['1', '2', '3', '4', '5']),
    element('p', 'bp-paper__second', element('strong', '', stops[1]), ' ', second),
    element('div', 'bp-paper__missing', boxes(['0']), element('span', '', missing)),
  );
}

function scaleRow({ foundationScale, foundationMissing }) {
  const scale = [...foundationScale, foundationMissing];
  return element('div', 'bp-paper__scale', ...scale.flatMap((stop) => [element('span', '', stop), ' ']));
}

function foundationRow(statement, number) {
  const row = element('div', 'bp-paper__row', boxes(['1', '2', '3', '4', '5', '0']));
  return element('li', 'bp-paper__foundation', element('p', '', `${number}. ${statement}`), row);
}

/** Boxes to tick, each with the number to type for it in the widget. */
function boxes(numbers) {
  const box = (number) => [element('span', 'bp-paper__box', number), ' '];
  return element('div', 'bp-paper__boxes', ...numbers.flatMap(box));
}
