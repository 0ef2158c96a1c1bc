import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import { CREDENTIALS } from '@/lib/domain/credentials';
import type { GithubToken } from '@/lib/domain/sign-in';
import type { SavedDestination } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import type { MessageRequest } from '@/lib/messaging/protocol';
import { describeError, hostsOf, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { useConnectionTest } from './connection-test';
import { DeviceSignIn } from './device-sign-in';
import { OidcSignIn } from './oidc-sign-in';
import { FormFields } from './form-fields';
import { reasonsOf, settingsOf, startOf, trimmed } from './forms/check';
import type { DestinationForm, Typed } from './forms/form';
import { Rights } from './rights';
import { SigningPair } from './signing-pair';
import { TestResult } from './test-result';

interface DestinationFormProps {
  readonly form: DestinationForm;
  /** The saved destination that is changed; without it a new one is made. */
  readonly saved?: SavedDestination & { readonly destinationId: string };
  readonly onSaved: (label: string) => void;
  readonly onCancel: () => void;
}

/** Sets up a place for keys, or changes one. */
export function DestinationSettingsForm({ form, saved, onSaved, onCancel }: DestinationFormProps) {
  const platform = usePlatform();
  const action = useAction();
  const connection = useConnectionTest();
  const [typed, setTyped] = useState<Typed>({
    ...startOf(form),
    ...saved?.settings,
    ...nameOf(saved),
  });
  const [pressed, setPressed] = useState(false);
  const kept = keptBy(saved, typed);
  const reasons = reasonsOf(form, typed, kept);
  const isRight = Object.keys(reasons).length === 0;
  const origins = isRight ? form.origins(trimmed(form, typed)) : [];
  const place = message(`ui.placeKind.${form.adapter}`);

  const save = async () => {
    const { label, settings } = settingsOf(form, typed);
    // The browser asks only during the press itself, so this comes before anything is awaited.
    if (origins.length > 0) platform.requestAccess(origins);
    const done = await action.run(() =>
      saved
        ? send('destination/update', { destinationId: saved.destinationId, label, settings })
        : send('destination/save', newOne(form, label, settings)),
    );
    if (done) onSaved(label);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (isRight) void save();
  };
  const test = () => {
    setPressed(true);
    if (!isRight) return;
    const { label, settings } = settingsOf(form, typed);
    connection.test(origins, () =>
      saved
        ? send('destination/test-update', { destinationId: saved.destinationId, label, settings })
        : send('destination/test', newOne(form, label, settings)),
    );
  };
  const change = (field: string, value: string) => {
    connection.forget();
    // What came with a sign-in goes with its token.
    const given = field === 'token' && form.signsIn ? { refreshToken: '', expiresAt: '' } : {};
    setTyped((before) => ({ ...before, ...given, [field]: value }));
  };
  const signIn = ({ token, refreshToken = '', expiresAt }: GithubToken) => {
    connection.forget();
    const ends = expiresAt === undefined ? '' : String(expiresAt);
    setTyped((before) => ({ ...before, token, refreshToken, expiresAt: ends }));
  };

  return (
    <form className="card stack" onSubmit={submit} ref={bringIntoView}>
      <h2>{saved ? i18n.t('ui.form.change', [saved.label]) : i18n.t('ui.form.title', [place])}</h2>
      <div className="form-columns">
        <div className="stack">
          <FormFields
            form={form}
            typed={typed}
            onChange={change}
            reasons={reasons}
            all={pressed}
            kept={kept}
          />
          {form.signsIn === 'device' && canSignIn(typed, reasons) && (
            <DeviceSignIn
              address={typed['address'] ?? ''}
              clientId={(typed['clientId'] ?? '').trim()}
              expiresAt={typed['expiresAt'] ?? ''}
              onToken={signIn}
            />
          )}
          {form.signsIn === 'oidc' && (
            <OidcSignIn
              typed={typed}
              ready={!reasons['address'] && !reasons['namespace']}
              onChange={change}
              onToken={signIn}
            />
          )}
          {form.pairFor !== undefined && (
            <SigningPair onSecret={(secret) => change(form.pairFor ?? '', secret)} />
          )}
        </div>
        <Rights form={form} typed={trimmed(form, typed)} />
      </div>
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <TestResult state={connection.state} />
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.form.save')}
        </Button>
        <Button busy={connection.state.name === 'testing'} onPress={test}>
          {i18n.t('ui.form.test')}
        </Button>
        <Button look="plain" onPress={onCancel}>
          {i18n.t('ui.form.cancel')}
        </Button>
        {origins.length > 0 && (
          <span className="quiet">{i18n.t('ui.form.reachable', [hostsOf(origins)])}</span>
        )}
      </div>
    </form>
  );
}

/** An address can lead to the form, which stands below the list. */
function bringIntoView(form: HTMLElement | null): void {
  form?.scrollIntoView({ block: 'nearest' });
}

const canSignIn = (
  { clientId = '' }: Readonly<Record<string, string>>,
  { clientId: wrongApp, address }: Readonly<Record<string, unknown>>,
) => clientId.trim() !== '' && !wrongApp && !address;

const nameOf = (saved: SavedDestination | undefined) => (saved ? { label: saved.label } : {});

const originOf = (address: string | undefined) => URL.parse(address ?? '')?.origin;

/** The credentials that need not be typed again: none of them, once the place is another one. */
function keptBy(
  saved: SavedDestination | undefined,
  typed: Readonly<Record<string, string>>,
): readonly string[] {
  if (!saved) return [];
  const isSame =
    saved.settings['accessKeyId'] === typed['accessKeyId'] &&
    originOf(saved.settings['address']) === originOf(typed['address']);
  return isSame ? CREDENTIALS[saved.adapter] : [];
}

// Each form's fields are the settings of its own schema, which the background holds it to.
function newOne(form: DestinationForm, label: string, settings: object) {
  return { adapter: form.adapter, label, settings } as MessageRequest<'destination/save'>;
}
