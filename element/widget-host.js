// The element as its widget sees it; `src/host.rs` is the other side.

import { canShare, copyText, shareText } from './export/copy-and-share.js';
import { downloadFile, today } from './export/download.js';
import { runExport } from './export/run-export.js';
import { REQUESTS } from './loading/fetched-files.js';
import { readNamedResults, usedKeys } from './storage/browser-storage.js';

/**
 * What a widget reads from its element and asks of it. Nothing here throws: an error would end the calling runtime.
 *
 * @param {import('./lifecycle.js').Lifecycle} lifecycle
 */
export function widgetHost(lifecycle) {
  const { engine, languages, link, store } = lifecycle;
  const dispatch = (name, detail) => lifecycle.dispatch(name, detail);
  const set = (name) => lifecycle.setting(name);
  const unlessNone = (value) => (value === 'none' ? '' : value);
  const root = lifecycle.element.shadowRoot;
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
    get keep() { return unlessNone(set('persist')) ? store.isKept : undefined; },
    get storedKeys() { return unlessNone(set('persist')) && usedKeys().join('\n'); },
    get namedResults() { return readNamedResults(); },
    get today() { return today(); },
    get requests() { return REQUESTS.join('\n'); },
    get address() { return link.page; },
    get notice() { return store.notice; },
    get shares() { return canShare(); },

    save: (saved, code) => lifecycle.save(saved, code),
    served: () => engine.calls.served(),
    dispatch: (name, detail) => dispatch(name, JSON.parse(detail)),
    unreadable: (reason) => store.reject(reason),
    chooseLanguage: (language) => void languages.choose(language),
    keepAnswers: (isWanted) => store.keep(isWanted),
    writeNamedResults: (list) => store.writeNamedResults(list),
    takeOther: () => {
      const saved = store.takeOther();
      engine.runtime?.take(saved);
    },
    copy: async (what, text, done) => {
      const isCopied = await copyText(text, root);
      if (isCopied && what !== 'privacy') dispatch('share', { version: 1, what, method: 'copy' });
      done(isCopied ? 'done' : 'failed');
    },
    download: (stem, format, type, text) => {
      const name = downloadFile(stem, format, new Blob([text], { __proto__: null, type }));
      dispatch('download', { version: 1, format, name });
    },
    share: async (title, text, done) => {
      const outcome = await shareText(title, text);
      if (outcome === 'done') dispatch('share', { version: 1, what: 'result', method: 'sheet' });
      if (outcome) done(outcome);
    },
    export: async (kind, done) => done(await runExport(kind, root, (detail) => dispatch('download', detail))),
  };
}
