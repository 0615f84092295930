/** This version, and the integrity values of its files by name. */
export const RELEASE: { version: string; files: Record<string, string> };
