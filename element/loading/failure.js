/** A reason not to start; `code` is stable, the message is for developers. */
export class Failure extends Error {
  // Its own, whatever the host page has put on everyone's prototype.
  code;

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What went wrong, whatever was thrown. */
export function asFailure(error) {
  if (error instanceof Failure) return error;
  return new Failure('incompatible', error instanceof Error ? error.message : String(error));
}
