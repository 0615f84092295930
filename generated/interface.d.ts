export const VERSION: string;
/** What each attribute may hold: one of some words, the first of which is the default, or a kind of text. */
export const SETTINGS: [name: string, kind: string[] | 'string' | 'boolean' | 'colour'][];
/** The attributes that a frame takes from its address. */
export const FRAME_ATTRIBUTES: string[];
export const EVENTS: string[];
