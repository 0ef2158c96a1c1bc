import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { hostPattern } from '@/lib/domain/address';
import type { VaultToken } from '@/lib/domain/sign-in';
import { send } from '@/lib/messaging/client';
import { momentWords } from '../keys/words';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { MOUNT, ROLE } from './forms/vault-kv';
import type { Typed } from './forms/form';
import { obtained } from './obtained';
import { Copy } from './rights';

interface OidcSignInProps {
  readonly typed: Typed;
  /** The address and the namespace are right. */
  readonly ready: boolean;
  readonly onChange: (field: string, value: string) => void;
  readonly onToken: (token: VaultToken) => void;
}

/** Signs in to Vault by OIDC, in a window of the browser's, instead of typing a token. */
export function OidcSignIn({ typed, ready, onChange, onToken }: OidcSignInProps) {
  const { signIn } = usePlatform();
  const title = useId();
  const action = useAction();
  const [isNew, setNew] = useState(false);
  if (!signIn) return undefined;
  const value = (name: string) => (typed[name] ?? '').trim();
  const mount = value('oidcMount');
  const role = value('oidcRole');
  const expiresAt = value('expiresAt');
  const isMount = mount === '' || MOUNT.test(mount);
  const isRole = role === '' || ROLE.test(role);

  const start = () => {
    const origins = [hostPattern(value('address'))];
    // The browser asks only during the press itself, so this comes before anything is awaited.
    const access = signIn.obtain(origins);
    const signedIn = action.run(async () => {
      await obtained(access, origins);
      const named = Object.entries({
        namespace: value('namespace'),
        oidcMount: mount,
        oidcRole: role,
      }).filter(([, text]) => text !== '');
      onToken(
        await send('destination/oidc', {
          address: value('address'),
          ...(Object.fromEntries(named) as Readonly<Record<string, string>>),
        }),
      );
    });
    void signedIn.then(setNew);
  };

  return (
    <section className="stack" aria-labelledby={title}>
      <h3 id={title}>{i18n.t('ui.oidc.title')}</h3>
      <Field
        label={i18n.t('ui.oidc.mount')}
        value={typed['oidcMount'] ?? ''}
        onChange={(text) => onChange('oidcMount', text)}
        hint={i18n.t('ui.oidc.mountHint')}
        error={isMount ? undefined : i18n.t('ui.fieldForm.mount')}
        mono
      />
      <Field
        label={i18n.t('ui.oidc.role')}
        value={typed['oidcRole'] ?? ''}
        onChange={(text) => onChange('oidcRole', text)}
        hint={i18n.t('ui.oidc.roleHint')}
        error={isRole ? undefined : i18n.t('ui.fieldForm.vaultField')}
        optional
        mono
      />
      <p className="quiet">{i18n.t('ui.oidc.redirect')}</p>
      <p>
        <code>{signIn.redirect}</code>
      </p>
      <Copy text={signIn.redirect} name={i18n.t('ui.oidc.copy')} />
      <div className="actions" aria-live="polite">
        <Button busy={action.busy} disabled={!ready || !isMount || !isRole} onPress={start}>
          {i18n.t('ui.oidc.start')}
        </Button>
        {action.busy && <span className="quiet">{i18n.t('ui.oidc.waiting')}</span>}
      </div>
      <div aria-live="polite">
        {expiresAt !== '' && isNew && <p>{i18n.t('ui.signIn.done')}</p>}
        {expiresAt !== '' && <p>{untilWords(Number(expiresAt))}</p>}
      </div>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
    </section>
  );
}

const untilWords = (endsAt: number) =>
  endsAt > Date.now()
    ? i18n.t('ui.oidc.until', [momentWords(endsAt)])
    : i18n.t('ui.oidc.ended', [momentWords(endsAt)]);
