/** The codes of the languages that the widget speaks; the first is spoken where none is named that is known. */
export const LANGUAGES: string[];
/** What a page with the widget and little else is called, by language. */
export const TITLES: Record<string, string>;
/** What is said where the widget can't start, by language: the content's section `failure`. */
export const FAILURE_TEXTS: Record<string, Record<'text' | 'begun' | 'retry' | 'link', string>>;
