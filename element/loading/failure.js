/** Why the widget can't start; `code` is stable, the message is for developers. */
export class Failure extends Error {
  // An own field, so that a setter on a polluted prototype is never called.
  code;

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export function asFailure(error) {
  if (error instanceof Failure) return error;
  return new Failure('incompatible', error instanceof Error ? error.message : String(error));
}
