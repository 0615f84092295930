import { clearCaches } from './caches.js';

const WORKER = new URL('service-worker.js', import.meta.url).href;
const SCOPE = new URL('.', import.meta.url).href;

/** `navigator.serviceWorker` if this page may use it: not in a frame, not from disk. */
function workers() {
  try {
    // In a sandboxed frame, even reading it throws.
    return window.top === window && /^https?:$/.test(location.protocol) ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** The registration of this folder; that of a site around it does not count. */
async function registered() {
  const registration = await workers()?.getRegistration(SCOPE);
  return registration?.scope === SCOPE ? registration : undefined;
}

async function remove() {
  await (await registered())?.unregister();
  await clearCaches(SCOPE);
}

/** Resolves when a worker reaches a state; rejects when it becomes redundant. @returns {Promise<void>} */
function reaches(worker, state) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === state || worker.state === 'activated') resolve();
      else if (worker.state === 'redundant') reject(new Error(`service worker not ${state}`));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Offers new versions; the visitor decides when to reload, since answers may be lost. */
function offerUpdates(registration) {
  const bar = /** @type {HTMLElement} */ (document.querySelector('.update'));
  const button = /** @type {HTMLButtonElement} */ (bar.querySelector('button'));
  const offer = async (worker) => {
    await reaches(worker, 'installed');
    if (worker.state !== 'installed' || !registration.active) return;
    bar.hidden = false;
    button.onclick = async () => {
      worker.postMessage('activate');
      await reaches(worker, 'activated');
      location.reload();
    };
  };
  const offerNext = (worker) => worker && offer(worker).catch(() => {});
  registration.addEventListener('updatefound', () => offerNext(registration.installing));
  offerNext(registration.waiting ?? registration.installing);
}

/** Shows one of the section's states: `off`, `busy`, `on` or `failed`. */
function show(section, state) {
  const hadFocus = section.contains(document.activeElement);
  for (const part of section.querySelectorAll('[data-states]')) {
    part.hidden = !part.dataset.states.split(' ').includes(state);
  }
  // Focus moves from a button that disappears to the one that replaces it.
  if (hadFocus) section.querySelector('button:not([hidden])')?.focus();
}

async function install(section) {
  if (section.ariaBusy === 'true') return;
  section.ariaBusy = 'true';
  show(section, 'busy');
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
    await reaches(registration.active ?? registration.waiting ?? registration.installing, 'activated');
    offerUpdates(registration);
    show(section, 'on');
  } catch {
    show(section, 'failed');
  } finally {
    section.ariaBusy = 'false';
  }
}

/** Offers offline use. Nothing is stored before the visitor asks for it, here or in the browser's menu. */
export async function offerInstall() {
  const section = /** @type {HTMLElement} */ (document.querySelector('.offline'));
  const onClick = (name, act) => section.querySelector(`[data-do="${name}"]`)?.addEventListener('click', act);
  if (!workers()) return;
  if (new URLSearchParams(location.search).has('no-worker')) await remove();
  onClick('install', () => install(section));
  onClick('remove', () => remove().finally(() => show(section, 'off')));
  window.addEventListener('appinstalled', () => install(section));
  const registration = await registered();
  if (registration?.active) {
    offerUpdates(registration);
    show(section, 'on');
  } else if (registration || matchMedia('(display-mode: standalone)').matches) {
    await install(section);
  } else {
    show(section, 'off');
  }
}
