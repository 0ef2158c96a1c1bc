import { DASHBOARD } from '@/lib/dashboard/routes';
import type { SenderRule } from './protocol';

/** What the browser itself says of a message's sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly documentLifecycle?: string | undefined;
}

/** What decides whom a sender may speak as. */
export interface SenderFacts {
  readonly ownId: string;
  /** Such as `chrome-extension://…/`. */
  readonly ownRoot: string;
  /** Tabs with a running guide. */
  readonly guidedTabs: ReadonlySet<number>;
  /** Tab of a portal fill → the recipe's origin. */
  readonly portalTabs: ReadonlyMap<number, string>;
}

/** True when a sender may speak under a rule. Anything not plainly allowed is refused. */
export function maySpeak(rule: SenderRule, sender: Sender, facts: SenderFacts): boolean {
  if (sender.id !== facts.ownId || sender.url === undefined) return false;
  // A popup has no tab; not every browser numbers its frame.
  if (rule === 'extension-page') {
    return sender.url.startsWith(facts.ownRoot) && (sender.frameId ?? 0) === 0;
  }
  const tab = sender.tab?.id;
  if (tab === undefined || sender.frameId !== 0) return false;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return false;
  const origin = originOf(sender.url);
  switch (rule) {
    case 'dashboard':
      return origin === DASHBOARD;
    case 'guide':
      return origin === DASHBOARD && facts.guidedTabs.has(tab);
    case 'portal':
      return origin !== undefined && facts.portalTabs.get(tab) === origin;
  }
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
