export interface Item {
  dimension: string;
  /** The values of its boxes, from left to right. */
  values: number[];
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
/** How a score is counted by hand; all figures are values for each dimension with an answer. */
export const SCORING_KEY: {
  /** How many dimensions with an answer there can be where a profile is named. */
  counts: number[];
  /** Each profile between two lines, null at an end of the axis; the split one has the least of the smaller side. */
  profiles: { id: string; lines: [low: number | null, high: number | null]; side: number | null }[];
};
