/** A button of the callout. */
export interface CalloutButton {
  readonly id: string;
  readonly label: string;
  readonly primary?: boolean;
}

/** One of the four stations of a key, with its name. */
export interface CalloutStation {
  readonly name: string;
  readonly state: 'done' | 'now' | 'todo';
}

/** What the callout says now. No secret is ever part of it. */
export interface CalloutContent {
  readonly tone: 'plain' | 'warn';
  readonly line: readonly CalloutStation[];
  readonly progress?: string | undefined;
  /** A few words that stand out beside the progress. */
  readonly badge?: string | undefined;
  readonly title: string;
  readonly body?: string | undefined;
  /** One sentence behind a *Why?* button; whether it is open is kept for each sentence. */
  readonly why?: string | undefined;
  /** A text to copy from, such as a request to an owner. */
  readonly text?: string | undefined;
  readonly buttons: readonly CalloutButton[];
  /** Quiet buttons, in a row of their own. */
  readonly secondary?: readonly CalloutButton[] | undefined;
  /** The name of the ✕ button; without it there is none. */
  readonly close?: string | undefined;
}
