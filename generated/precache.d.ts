/** The files that the installed page stores, relative to its folder. */
export const PRECACHE: [path: string, integrity: string][];
/** Changes with the files. */
export const VERSION: string;
