// What the element is to the form around it.

/** One element's result code, as its form and the host page's scripts read it. */
export class FormValue {
  #element;
  #internals;
  #code = '';
  /** Whether what the widget shows is to make way for a new beginning. */
  isBlank = false;

  constructor(element) { this.#element = element; }

  /** Begins to take part in a form; throws in browsers that have no such elements. */
  attach() { this.#internals = this.#element.attachInternals(); }

  get form() { return this.#internals?.form ?? null; }

  /** The code in groups of four; empty without a result, and while the session is to begin anew and still stands. */
  get code() { return this.isBlank ? '' : this.#code; }

  /** The widget shows another result, or begins anew. */
  set(code) {
    this.#code = code;
    this.isBlank = false;
    this.submit();
  }

  /** The widget is to begin anew, or has done so. */
  blank(isBlank) {
    this.isBlank = isBlank;
    this.submit();
  }

  /** From now on the form sends what the code is. */
  submit() { this.#internals?.setFormValue(this.code || null); }
}
