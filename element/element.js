import { VERSION } from '../generated/interface.js';
import { deepFreeze } from './deep-freeze.js';
import { runExport } from './export/run-export.js';
import { FormValue } from './host-page/form-value.js';
import { ATTRIBUTES, reflectSettings, setSetting, upgradeSettings } from './host-page/settings.js';
import { Lifecycle } from './lifecycle.js';

/** What elements are; on a server, where there are none, the class can be imported and no more. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object);

/**
 * `<b2b-b2c-profile>`: the self-assessment as a custom element; `api/element.json` describes it in full.
 *
 * It shows its first page at once, and its children where the widget can't be. The engine (module, texts, styles) comes
 * once a visitor means to use it, or a script asks for what takes it. The session belongs to the element: it survives a
 * move, a removal for as long as the element is kept, and one panic.
 */
export class B2bB2cProfile extends Base {
  static formAssociated = true;
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;

  #value = new FormValue(this);
  #lifecycle = new Lifecycle(this, this.#value);

  connectedCallback() {
    upgradeSettings(this);
    this.#lifecycle.connect();
  }

  disconnectedCallback() { this.#lifecycle.disconnect(); }

  // A constructed style sheet belongs to its document and stays behind when the element moves to another.
  adoptedCallback() { this.#lifecycle.adoptSheets(); }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#lifecycle.change(name, after);
  }

  formResetCallback() { this.restart(); }

  /** The form that the element belongs to; none outside a form. */
  get form() { return this.#value.form; }

  /** As with the platform's own controls, an attribute names the form; frameworks set it as a property. */
  set form(id) { setSetting(this, 'form', typeof id === 'string' ? id : undefined); }

  /** The result code, in groups of four; empty until a result has been shown. */
  get value() { return this.#value.code; }

  /** What kind of form control it is. */
  get type() { return this.localName; }

  // Frameworks set every property that they find: that changes nothing, and throws nothing.
  set value(_) {}
  set type(_) {}

  /** Settles when the first page can be answered; waits on while it can't. */
  whenReady() { return this.#lifecycle.ready; }

  /** The result as it stands, frozen; `null` before there is one. Answers and code only if asked for. */
  result(options) {
    const text = this.#value.isBlank ? '' : this.#lifecycle.result(Boolean(options?.answers));
    return text ? deepFreeze(JSON.parse(text)) : null;
  }

  /** Begins anew, as the visitor's own button does; focus stays where it is. */
  restart() { this.#lifecycle.restart(); }

  /**
   * Shows the result that a code stands for.
   *
   * Resolves with `'restored'` once it is shown, or with what is wrong with the code, or with `'unavailable'` where the
   * widget can't start; then nothing has changed.
   */
  restore(code) {
    const text = String(code);
    return new Promise((resolve) => {
      this.#lifecycle.ask((runtime) => runtime.restore(text), (fault = 'unavailable') => resolve(fault || 'restored'));
    });
  }

  /** Prints the questionnaire, to be answered on paper. */
  async printQuestionnaire() { await runExport('questionnaire', this.shadowRoot); }

  /** Tries again after an error. */
  async retry() { await this.#lifecycle.retry(); }
}

reflectSettings(B2bB2cProfile);
