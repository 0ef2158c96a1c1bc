import type { Scene } from '../scene.ts';

/** Who may own a new key. */
export type Owner = 'you' | 'service-account';

const OWNERS: readonly { readonly value: Owner; readonly label: string }[] = [
  { value: 'you', label: 'You' },
  { value: 'service-account', label: 'Service account' },
];

/** The owners that an organization's rules leave. That the others are absent, not disabled, is made up (§1.8). */
export function ownersOf({ creation }: Scene): typeof OWNERS {
  return OWNERS.filter(
    ({ value }) =>
      (creation !== 'user-only' || value === 'you') &&
      (creation !== 'service-account-only' || value === 'service-account'),
  );
}

/** "Never" and "Custom" are known (openai-platform.md §1.2, §1.6); the other choices are made up. */
const EXPIRATIONS = ['Never', '7 days', '30 days', '60 days', '90 days', 'Custom'];

/** What a required control shows first. Made up; that nothing is chosen yet is what is known (§1.3). */
const UNCHOSEN = 'Select an expiration';

/** The choices of when a key ends; the first is what the control starts with. */
export function expirationsOf({ expiry }: Scene): readonly string[] {
  if (expiry === 'optional') return EXPIRATIONS;
  const allowed = EXPIRATIONS.filter(
    (each) => each === 'Custom' || Number.parseInt(each, 10) <= expiry.maxDays,
  );
  return [UNCHOSEN, ...allowed];
}

/** Whether a key may end then: "Never", or a number of days such as "90 days", one at least (§1.6). */
export function mayEnd({ expiry }: Scene, expiration: string): boolean {
  if (expiration === 'Never') return expiry === 'optional';
  const days = Number.parseInt(expiration, 10);
  return days >= 1 && (expiry === 'optional' || days <= expiry.maxDays);
}
