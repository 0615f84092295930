/** The files that the installed page stores, by their path from its folder. */
export const PRECACHE: [path: string, integrity: string][];
/** Changes with the files. */
export const VERSION: string;
