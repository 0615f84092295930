// Captures what is printed instead of opening a dialog. `args` says whether the page may print.

window.printed = [];
const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
  configurable: true,
  get() {
    const view = get.call(this);
    if (!view || view.isWatched) return view;
    view.isWatched = true;
    let sheet = '';
    const { replaceSync } = view.CSSStyleSheet.prototype;
    view.CSSStyleSheet.prototype.replaceSync = function (text) {
      sheet = text;
      return replaceSync.call(this, text);
    };
    view.print = () => {
      if (!args) return;
      view.dispatchEvent(new Event('beforeprint'));
      const { documentElement: page, adoptedStyleSheets: { length } } = view.document;
      window.printed.push({ page: page.outerHTML, sheet, length, title: view.document.title });
      window.afterPrint = () => view.dispatchEvent(new Event('afterprint'));
    };
    return view;
  },
});
