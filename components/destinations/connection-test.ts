import { useState } from 'react';
import { i18n } from '#i18n';
import { describeError, hostsOf, isCode, message } from '../message';
import { usePlatform } from '../platform';

/** What a test of a connection shows. */
export type TestState =
  | { readonly name: 'untested' | 'testing' }
  /** When the credentials end, where the destination says it. */
  | { readonly name: 'passed'; readonly endsAt: number | undefined }
  | { readonly name: 'failed'; readonly why: string };

/** What a test that passed tells. */
interface Told {
  readonly endsAt?: number;
}

/** Tests a connection: access is asked straight from the press, then the destination itself. */
export function useConnectionTest() {
  const platform = usePlatform();
  const [state, setState] = useState<TestState>({ name: 'untested' });

  function test(origins: readonly string[], ask: () => Promise<Told>): void {
    if (state.name === 'testing') return;
    // The browser asks only during the press itself, so this comes before anything is awaited.
    const access = origins.length === 0 ? Promise.resolve(true) : platform.obtainAccess(origins);
    setState({ name: 'testing' });
    void access
      .then(async (isAllowed) => {
        const why = message('error.permission_needed', [hostsOf(origins)]);
        if (isAllowed) setState({ name: 'passed', endsAt: (await ask()).endsAt });
        else setState({ name: 'failed', why });
      })
      .catch((error: unknown) => setState({ name: 'failed', why: whyOf(error, origins) }));
  }

  return { state, test, forget: () => setState({ name: 'untested' }) };
}

// What was refused says little of a test: it is the credentials, or their rights.
function whyOf(error: unknown, origins: readonly string[]): string {
  // Without an address nothing was asked: nothing can be encrypted to what was given.
  if (origins.length === 0 && isCode(error, 'invalid_settings')) return i18n.t('ui.form.unsealed');
  const isRefused = isCode(error, 'destination_refused');
  return isRefused ? i18n.t('ui.form.refused', [hostsOf(origins)]) : describeError(error);
}
