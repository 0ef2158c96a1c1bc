import { useEffect, useEffectEvent, useState } from 'react';
import { i18n } from '#i18n';
import { hostPattern } from '@/lib/domain/address';
import { signInOrigin, type DeviceCode, type GithubToken } from '@/lib/domain/sign-in';
import { send } from '@/lib/messaging/client';
import { momentWords } from '../keys/words';
import { describeError, hostsOf, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Copy } from './rights';

interface DeviceSignInProps {
  readonly address: string;
  readonly clientId: string;
  /** When the token in the form ends, if one came with a sign-in that gives it an end. */
  readonly expiresAt: string;
  readonly onToken: (token: GithubToken) => void;
}

type State =
  | { readonly name: 'idle' | 'starting' | 'done' }
  | { readonly name: 'failed'; readonly why: string }
  | { readonly name: 'typing'; readonly code: DeviceCode };

/** Signs in to GitHub with the person's own app, by a code that they type on GitHub's page. */
export function DeviceSignIn({ address, clientId, expiresAt, onToken }: DeviceSignInProps) {
  const platform = usePlatform();
  const [state, setState] = useState<State>({ name: 'idle' });
  const fail = (error: unknown) => setState({ name: 'failed', why: describeError(error) });
  const code = state.name === 'typing' ? state.code : undefined;

  const ask = useEffectEvent(async (deviceCode: string): Promise<number | undefined> => {
    const told = await send('destination/signed-in', { address, clientId, deviceCode });
    if ('slower' in told) return told.slower;
    onToken(told);
    setState({ name: 'done' });
    return undefined;
  });
  const failed = useEffectEvent(fail);

  useEffect(() => {
    if (!code) return undefined;
    let wait = code.interval;
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      timer = setTimeout(() => {
        ask(code.deviceCode)
          .then((slower) => {
            if (slower === undefined) return;
            wait += slower;
            later();
          })
          .catch(failed);
      }, wait);
    };
    later();
    return () => clearTimeout(timer);
  }, [code]);

  const start = () => {
    const origins = [hostPattern(signInOrigin(address))];
    // The browser asks only during the press itself, so this comes before anything is awaited.
    const access = platform.obtainAccess(origins);
    setState({ name: 'starting' });
    access
      .then(async (isAllowed) => {
        if (!isAllowed) {
          const why = message('error.permission_needed', [hostsOf(origins)]);
          setState({ name: 'failed', why });
          return;
        }
        setState({
          name: 'typing',
          code: await send('destination/sign-in', { address, clientId }),
        });
      })
      .catch(fail);
  };

  return (
    <section className="stack" aria-live="polite">
      <div className="actions">
        <Button busy={state.name === 'starting'} onPress={start}>
          {i18n.t('ui.signIn.start')}
        </Button>
      </div>
      {state.name === 'failed' && (
        <Notice tone="red" alert>
          {state.why}
        </Notice>
      )}
      {code && (
        <Notice tone="plain" title={i18n.t('ui.signIn.title')}>
          <p>{i18n.t('ui.signIn.how')}</p>
          <p>
            <code>{code.userCode}</code>
          </p>
          <Copy text={code.userCode} name={i18n.t('ui.signIn.copy')} />
          <p>
            <a href={code.page} target="_blank" rel="noreferrer">
              {i18n.t('ui.signIn.open')}
            </a>
          </p>
        </Notice>
      )}
      {state.name === 'done' && <p>{i18n.t('ui.signIn.done')}</p>}
      {state.name === 'done' && expiresAt === '' && <p>{i18n.t('ui.signIn.lasting')}</p>}
      {expiresAt !== '' && <p>{i18n.t('ui.signIn.until', [momentWords(Number(expiresAt))])}</p>}
    </section>
  );
}
