/** A text, or an element: its name, its attributes as names and values in turn, and its children. */
export type Description = string | ElementDescription;
interface ElementDescription extends Array<string | string[] | Description> { 0: string; 1: string[] }

/** The pages of one language by name; `opening` is the first question if there is no intro before it. */
export type Pages = Record<'intro' | 'question' | 'opening', Description>;

export const FIRST_PAGES: [language: string, pages: Pages][];
export const FIRST_SHEET: string;
