/** A page of the stand-in as it was at one moment, without its scripts. */
export interface BasePage {
  readonly name: string;
  readonly url: string;
  readonly html: string;
  /** Anchors that need not be found, though they are there: what an open dialog covers. */
  readonly optional: readonly string[];
  readonly keyVisible: boolean;
  /** What the control of an anchor offers, where the page doesn't say it while the list is closed. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** `excused`: not found, where a person could not be sure either. */
export type Verdict = 'found' | 'wrong' | 'declined' | 'excused';

/** What became of one anchor of a mutated page. */
export interface Judged {
  readonly anchor: string;
  readonly verdict: Verdict;
  /** What the locator said, and for a wrong one what it pointed at. */
  readonly why: string;
}

/** A mutated page that was located. */
export interface Outcome {
  readonly seed: number;
  readonly base: string;
  readonly mutators: readonly string[];
  readonly judged: readonly Judged[];
  /** Controls whose role or name the locator reads otherwise than a library that follows the specification. */
  readonly misnamed: readonly string[];
  /** The page, when it was asked for. */
  readonly html?: string;
}

/** What a tab is given once. */
export interface Material {
  readonly pages: readonly BasePage[];
  /** A whole key that is nobody's, for samples. */
  readonly exampleKey: string;
}
