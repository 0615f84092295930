/** A text, or an element: its name, its attributes as names and values in turn, and what stands in it. */
export type Description = string | ElementDescription;
interface ElementDescription extends Array<string | string[] | Description> { 0: string; 1: string[] }

/** The pages of one language by name; `opening` is the first question where there is no intro before it. */
export type Pages = Record<'intro' | 'question' | 'opening', Description>;

/** Those of the languages that every embed loads. */
export const FIRST_PAGES: [language: string, pages: Pages][];
/** Their style sheet. */
export const FIRST_SHEET: string;
