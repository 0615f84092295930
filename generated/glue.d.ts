/** The wasm's exports; `src/main.rs` describes each. */
export interface Runtime {
  /** Starts it from the compiled module, before any other function. */
  (module: WebAssembly.Module): Promise<void>;
  add_texts(pack: string): boolean;
  mount(container: Element, host: object, saved: string, done: string): void;
  update(): void;
  restart(): void;
  /** Returns what is wrong with the code; empty if nothing is. */
  restore(code: string): string;
  take(saved: string): void;
  follow(link: string): void;
  /** As JSON; empty before anything is answered. */
  result(saved: string, withAnswers: boolean): string;
}

/** Creates a runtime that shares nothing with any other; its instance's exports go through `guard`. */
export function createRuntime(guard: (exports: WebAssembly.Exports) => object): Runtime;
