/** The questions of one language. */
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

export interface Item {
  dimension: string;
  isB2bFirst: boolean;
  question: string;
  first: string;
  second: string;
  /** What the ends of its scale are called. */
  stops: [first: string, second: string];
}

/** The style sheet of a printed document. */
export const PRINTED_SHEET: string;
/** The words that stand on paper alone, by language: the content's section `printed`. */
export const PRINTED_TEXTS: Record<string, Record<string, string>>;
/** By language. */
export const QUESTIONS: Record<string, Questions>;
