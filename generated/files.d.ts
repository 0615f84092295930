/** A file beside the script, or packed inside it; then only `base64` is there. */
export interface LoadedFile {
  /** Empty if the script has a `blob:` or `data:` address. */
  url: string;
  integrity: string;
  /** In bytes. */
  length: number;
  base64: string;
}

/** The address of this script; empty if it is unknown. */
export const SCRIPT_ADDRESS: string;
export const WASM_FILE: LoadedFile;
export const STYLES_FILE: LoadedFile;
export const TEXT_FILES: Record<string, LoadedFile>;
/** By language, those that are not in `first-pages.js`. */
export const FIRST_PAGE_FILES: Record<string, LoadedFile>;
/** `url` is empty if only a bundler knows it. */
export const EXPORT_SCRIPT: {
  url: string;
  load(address: string): Promise<typeof import('../element/export/export.js')>;
};
