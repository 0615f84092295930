/**
 * Says what to click next, and times what comes of the click. Runs inside the page, see `in-page.js`.
 *
 * A click's time is that of its event. `painted` is until the end of the frame after it; `settled` is until the end of
 * the last frame before nothing has changed for a while.
 */
export function watchWalking({ answer, next, done }) {
  const QUIET = 100;
  const bench = window.__bench;
  let count = 0;
  let click;

  const middleOf = (element) => {
    const label = element.labels?.[0] ?? element;
    label.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = (bench.isShown(label) ? label : element).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };

  /** Where the first shown element is that a selector finds, brought into the window. */
  bench.placeOf = (selector) => middleOf(bench.all(selector).find(bench.isShown));

  /** The next thing to click: an answer where none is chosen, else what leads on. */
  bench.whatNext = () => {
    if (bench.all(done).some(bench.isShown)) return { kind: 'done' };
    const answers = bench.all(answer).filter(bench.isUsable);
    if (answers.length && !answers.some(({ checked }) => checked)) {
      const place = (count * 3 + 1) % answers.length;
      count += 1;
      return { kind: 'answer', ...middleOf(answers[place]) };
    }
    const button = bench.all(next).find(bench.isUsable);
    return button ? { kind: 'next', ...middleOf(button) } : { kind: 'wait' };
  };

  const changes = new MutationObserver(() => {
    if (click) Object.assign(click, { changed: performance.now(), isOpen: true });
  });
  const watchFrames = () => requestAnimationFrame(() => bench.afterFrame(() => {
    const now = performance.now();
    click.painted ??= now - click.start;
    if (click.isOpen) Object.assign(click, { isOpen: false, settled: now - click.start });
    if (now - Math.max(click.start, click.changed) < QUIET) return watchFrames();
    changes.disconnect();
    click.finish({ painted: click.painted, settled: click.settled ?? click.painted });
    click = undefined;
  }));
  addEventListener('click', (event) => {
    if (!click || click.start || !event.isTrusted) return;
    click.start = event.timeStamp;
    watchFrames();
  }, true);

  /** Gets ready for a click; `bench.clicked` is then what it came to. Resolves anywhere within a frame. */
  bench.expectClick = () => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      click = { start: 0, changed: 0 };
      bench.clicked = new Promise((finish) => { click.finish = finish; });
      for (const root of bench.roots()) {
        changes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      setTimeout(resolve, Math.random() * 17);
    }));
  });
}
