/** A file that the element loads: beside its script, or packed inside it. */
export interface LoadedFile {
  /** Empty where the script lies at a `blob:` or `data:` address, which has nothing beside it. */
  url: string;
  integrity: string;
  /** In bytes. */
  length: number;
  /** The file itself, where the script has it inside; then there is nothing else. */
  base64: string;
}

/** Where this script lies; empty if that is not known. */
export const SCRIPT_ADDRESS: string;
export const WASM_FILE: LoadedFile;
/** The style sheet of the pages after the first ones. */
export const STYLES_FILE: LoadedFile;
/** The texts by language. */
export const TEXT_FILES: Record<string, LoadedFile>;
/** The first pages, by language where they are not in `first-pages.js`. */
export const FIRST_PAGE_FILES: Record<string, LoadedFile>;
/** The script that prints and draws; its address is empty where a bundler knows it alone. */
export const EXPORT_SCRIPT: {
  url: string;
  load(address: string): Promise<typeof import('../element/export/export.js')>;
};
