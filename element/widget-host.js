// The element as its widget sees it; `src/host.rs` is the other side.

import { today } from './files.js';
import { deliverHandOut } from './handing-out.js';
import { canShare, copyText, downloadText, shareText } from './handing-over.js';
import { keptKeys, readResults } from './keeping.js';
import { readSetting } from './settings.js';
import { REQUESTS } from './source.js';

/**
 * What the widget knows and asks of an element, by its parts. `tell` takes an event's name and detail, `change` the
 * session as text and its result code, `take` another session as text.
 *
 * Nothing here throws: an error would end the runtime that called.
 */
function hostOf(element, { keeping, link, languages, wishes, tell, change, take }) {
  const set = (name) => readSetting(element, name);
  const unlessNone = (value) => (value === 'none' ? '' : value);
  const root = element.shadowRoot;
  return {
    __proto__: null,
    get language() { return languages.shown; },
    get start() { return set('start'); },
    get variant() { return set('variant'); },
    get groupFirst() { return set('group-first'); },
    get groupSecond() { return set('group-second'); },
    get ctaHref() { return set('cta-href'); },
    get ctaText() { return set('cta-text'); },
    get answers() { return set('answers'); },
    get analytics() { return unlessNone(set('analytics')); },
    get keep() { return unlessNone(set('persist')) ? keeping.isKept : undefined; },
    get keys() { return unlessNone(set('persist')) && keptKeys().join('\n'); },
    get results() { return readResults(); },
    get today() { return today(); },
    get requests() { return REQUESTS.join('\n'); },
    get address() { return link.page; },
    get notice() { return keeping.notice; },
    get shares() { return canShare(); },

    changed: change,
    served: () => wishes.served(),
    tell: (name, detail) => tell(name, JSON.parse(detail)),
    unreadable: (reason) => keeping.reject(reason),
    chooseLanguage: (language) => void languages.choose(language),
    keepAnswers: (isWanted) => keeping.keep(isWanted),
    keepResults: (list) => keeping.keepResults(list),
    takeOther: () => take(keeping.takeOther()),
    copy: async (what, text, done) => {
      const isCopied = await copyText(text, root);
      if (isCopied && what !== 'privacy') tell('share', { version: 1, what, method: 'copy' });
      done(isCopied ? 'done' : 'failed');
    },
    download: (stem, format, text) => {
      tell('download', { version: 1, format, name: downloadText(stem, format, text) });
    },
    share: async (title, text, done) => {
      const outcome = await shareText(title, text);
      if (outcome === 'done') tell('share', { version: 1, what: 'result', method: 'sheet' });
      if (outcome) done(outcome);
    },
    handOut: async (what, done) => done(await deliverHandOut(what, root, (detail) => tell('download', detail))),
  };
}

export { hostOf };
