import { VERSION } from '../generated/interface.js';
import { deepFreeze } from './deep-freeze.js';
import { runExport } from './export/run-export.js';
import { FormValue } from './host-page/form-value.js';
import { ATTRIBUTES, reflectSettings, setSetting, upgradeSettings } from './host-page/settings.js';
import { Lifecycle } from './lifecycle.js';

// On a server, which has no `HTMLElement`, the class can still be imported.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object);

/**
 * `<b2b-b2c-profile>`: the self-assessment as a custom element; `api/element.json` describes it in full.
 *
 * It shows its first page at once, or its children if the widget can't start. The engine (module, texts, styles) loads
 * when a visitor starts to use the element, or when a script calls a method that needs it. The session belongs to the
 * element: it survives a move, a removal as long as the element object is kept, and one panic.
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

  // A constructed style sheet belongs to its document and does not move to another with the element.
  adoptedCallback() { this.#lifecycle.adoptSheets(); }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#lifecycle.change(name, after);
  }

  formResetCallback() { this.restart(); }

  /** The element's form, or `null`. */
  get form() { return this.#value.form; }

  // As with native controls, an attribute names the form; frameworks set it as a property.
  set form(id) { setSetting(this, 'form', typeof id === 'string' ? id : undefined); }

  /** The result code, in groups of four; empty until a result has been shown. */
  get value() { return this.#value.code; }
  get type() { return this.localName; }

  // Frameworks set every property they find; these setters keep that from throwing.
  set value(_) {}
  set type(_) {}

  /** Resolves when the first page can be answered; stays pending until then. */
  whenReady() { return this.#lifecycle.events.ready; }

  /** The current result, frozen; `null` before there is one. Includes answers and code only on request. */
  result(options) {
    const text = this.#value.isBlank ? '' : this.#lifecycle.result(Boolean(options?.answers));
    return text ? deepFreeze(JSON.parse(text)) : null;
  }

  /** Starts again, as the visitor's own button does, but without moving focus. */
  restart() { this.#lifecycle.restart(); }

  /**
   * Shows the result that a code stands for.
   *
   * Resolves with `'restored'` once it is shown. Otherwise nothing changes, and it resolves with the code's fault, or
   * with `'unavailable'` if the widget can't start.
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
  async retry() { await this.#lifecycle.engine.retry(); }
}

reflectSettings(B2bB2cProfile);
