/** One element's result code, as its form and the host page's scripts read it. */
export class FormValue {
  #element;
  #internals;
  #code = '';
  /** Whether a restart is pending. */
  isBlank = false;

  constructor(element) { this.#element = element; }

  /** Associates the element with its form; throws if the browser does not support that. */
  attach() { this.#internals = this.#element.attachInternals(); }

  get form() { return this.#internals?.form ?? null; }

  /** The code in groups of four; empty without a result and while a restart is pending. */
  get code() { return this.isBlank ? '' : this.#code; }

  /** Called with a new result's code, or with an empty one when the session starts again. */
  set(code) {
    this.#code = code;
    this.isBlank = false;
    this.submit();
  }

  blank(isBlank) {
    this.isBlank = isBlank;
    this.submit();
  }

  /** Sets the code as the form's value. */
  submit() { this.#internals?.setFormValue(this.code || null); }
}
