/** The widget's version. */
export const VERSION: string;
/** The element's own attributes: what each may hold is some words, the first of which is the default, or a kind. */
export const SETTINGS: [name: string, kind: string[] | 'string' | 'boolean' | 'colour'][];
/** The attributes that a frame takes from its address. */
export const FRAME_ATTRIBUTES: string[];
/** The names of the element's events. */
export const EVENTS: string[];
