import { writeFileSync } from 'node:fs';

/** What an automated run did and found. `npm start -- --json FILE` writes it. */
export interface Summary {
  readonly recipe: string;
  readonly clicks: number;
  readonly keystrokes: number;
  /** The one-time set-up of the vault, counted apart. */
  readonly setup: { readonly clicks: number; readonly keystrokes: number };
  readonly tabSwitches: number;
  readonly clipboardUses: number;
  readonly ms: number;
  readonly steps: readonly { readonly id: string; readonly ms: number }[];
  readonly captured: { readonly kind: string; readonly redacted: string };
  readonly deliveries: readonly {
    readonly destination: string;
    readonly state: string;
    readonly proof: string | undefined;
  }[];
  readonly verification: {
    readonly outcome: string;
    readonly missing: readonly string[];
    readonly excess: readonly string[];
    readonly unknown: readonly string[];
    readonly checked: string;
  };
  readonly receipt: unknown;
  readonly screenshots: readonly string[];
}

/** The manual procedure of DoiT's help page, counted press by press. */
const BY_HAND = { clicks: 17, keystrokes: 14, tabSwitches: 2 } as const;

/** True when everything arrived and is proven. */
export function isProven({ deliveries, verification }: Summary): boolean {
  return (
    deliveries.length > 0 &&
    deliveries.every(({ state }) => state === 'confirmed') &&
    verification.outcome === 'verified' &&
    verification.missing.length === 0
  );
}

/** Prints a summary for people. */
export function printSummary(summary: Summary): void {
  const { verification, captured, deliveries } = summary;
  console.log(`
The key    ${captured.redacted} (${captured.kind})
Delivered  ${deliveries.map(({ destination, state, proof }) => `${destination}: ${state}, ${proof ?? 'no proof'}`).join('; ')}
Proved     ${verification.outcome}; checked ${verification.checked}
           missing ${list(verification.missing)}; too much ${list(verification.excess)}
           can't be tested free: ${list(verification.unknown)}
Receipt    ${JSON.stringify(summary.receipt)}
Presses    ${summary.clicks} clicks, ${summary.keystrokes} keystrokes, ${summary.tabSwitches} tab switches, clipboard ${summary.clipboardUses} times
           (by hand: ${BY_HAND.clicks} clicks, ${BY_HAND.keystrokes} keystrokes, ${BY_HAND.tabSwitches} tab switches, clipboard once)
           once, to set up the vault: ${summary.setup.clicks} clicks, ${summary.setup.keystrokes} keystrokes
Time       ${(summary.ms / 1000).toFixed(1)} s
Pictures   ${summary.screenshots.join('\n           ')}
`);
}

function list(scopes: readonly string[]): string {
  return scopes.length > 0 ? scopes.join(', ') : 'none';
}

/** Writes a summary as JSON. */
export function writeSummary(summary: Summary, file: string): void {
  writeFileSync(file, `${JSON.stringify(summary, null, 2)}\n`);
}
