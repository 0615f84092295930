/** The codes of all languages; the first is the default. */
export const LANGUAGES: string[];
/** By language, the title of a page that holds only the widget. */
export const TITLES: Record<string, string>;
/** By language, the content's section `failure`. */
export const FAILURE_TEXTS: Record<string, Record<'text' | 'begun' | 'retry' | 'link', string>>;
