export interface Item {
  dimension: string;
  isB2bFirst: boolean;
  question: string;
  first: string;
  second: string;
  /** The labels of both ends of its scale. */
  stops: [first: string, second: string];
}

export interface Questions {
  title: string;
  lead: string;
  foundationsLead: string;
  missing: string;
  foundationMissing: string;
  foundationScale: string[];
  items: Item[];
  foundations: string[];
  dimensions: [id: string, name: string][];
  profiles: Record<string, string>;
}

export const PRINTED_SHEET: string;
/** By language, the content's section `printed`. */
export const PRINTED_TEXTS: Record<string, Record<string, string>>;
/** By language. */
export const QUESTIONS: Record<string, Questions>;
