/** This version, its languages, and the integrity values of its files by name. */
export const RELEASE: { version: string; languages: string[]; files: Record<string, string> };
