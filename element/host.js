// The element as its widget sees it; `src/host.rs` is the other side.

import { today } from './files.js';
import { canShare, copyText, downloadText, shareText } from './handing-over.js';
import { keptKeys, readResults } from './keeping.js';
import { readSetting } from './settings.js';
import { REQUESTS } from './source.js';

/**
 * What the widget knows and asks of an element, whose `parts` those are. `tell` takes an event's name and detail,
 * `change` the session as text and its result code.
 *
 * Nothing here throws: an error would end the runtime that called.
 */
function hostOf(element, { keeping, link, languages, handingOut, wishes }, { tell, change }) {
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
    get handOutFailed() { return handingOut.hasFailed; },

    changed: change,
    served: () => wishes.served(),
    tell: (name, detail) => tell(name, JSON.parse(detail)),
    unreadable: (reason) => keeping.reject(reason),
    chooseLanguage: (language) => void languages.choose(language),
    keepAnswers: (isWanted) => keeping.keep(isWanted),
    keepResults: (list) => keeping.keepResults(list),
    copy: async (what, text) => {
      await copyText(text, root);
      if (what !== 'privacy') tell('share', { version: 1, what, method: 'copy' });
    },
    download: (stem, format, text) => {
      tell('download', { version: 1, format, name: downloadText(stem, format, text) });
    },
    share: (title, text) => {
      shareText(title, text, () => tell('share', { version: 1, what: 'result', method: 'sheet' }));
    },
    handOut: (what) => void handingOut.handOut(what, root),
  };
}

export { hostOf };
