import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { fieldError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { useSecondsUntil } from '../use-seconds';

/** How long a key is shown, in milliseconds. */
const SHOWN_FOR = 30_000;

/**
 * The way to see a key in clear, folded away: it is never needed to send it. The key is in one text
 * node for as long as it is shown, and in no state.
 */
export function Reveal({ itemId }: { readonly itemId: string }) {
  const platform = usePlatform();
  const action = useAction();
  const clear = useRef<HTMLElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const [until, setUntil] = useState<number>();
  const left = useSecondsUntil(until);

  const hide = useCallback(() => {
    clear.current?.replaceChildren();
    setUntil(undefined);
  }, []);
  useEffect(() => {
    if (until === undefined) return;
    const shown = clear.current;
    const over = new AbortController();
    const { signal } = over;
    const timer = setTimeout(hide, Math.max(0, until - Date.now()));
    for (const name of ['blur', 'pagehide']) addEventListener(name, hide, { signal });
    document.addEventListener('visibilitychange', hide, { signal });
    shown?.focus();
    return () => {
      over.abort();
      clearTimeout(timer);
      // Also when the vault is locked, and the whole view goes.
      shown?.replaceChildren();
    };
  }, [until, hide]);

  const show = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(passphrase === '');
    if (passphrase === '') return;
    setPassphrase('');
    await action.run(async () => {
      const { text } = await send('key/reveal', { itemId, passphrase });
      // Meanwhile the person may have turned to something else.
      if (!document.hasFocus()) return;
      clear.current?.replaceChildren(text);
      setUntil(Date.now() + SHOWN_FOR);
    });
  };
  const copy = () => {
    if (!platform.copy(clear.current?.textContent ?? '')) return;
    // Said first: the prompt closes the popup, and nobody would know of the copy.
    void action.run(() => send('key/copied', { itemId }));
    platform.requestClipboard();
  };

  const isShown = until !== undefined;
  const error = fieldError(missing && i18n.t('ui.unlock.empty'), action.error);
  return (
    <details className="receipt reveal" onToggle={hide}>
      <summary>{i18n.t('ui.reveal.more')}</summary>
      <code
        className="key-clear"
        ref={clear}
        hidden={!isShown}
        tabIndex={-1}
        aria-label={i18n.t('ui.reveal.shown')}
      />
      {isShown ? (
        <div className="stack">
          <div className="actions">
            <Button onPress={hide}>{i18n.t('ui.reveal.hide')}</Button>
            <span className="quiet">{i18n.t('ui.reveal.left', [String(left)])}</span>
          </div>
          <Notice tone="amber">{i18n.t('ui.reveal.warning')}</Notice>
          <div className="actions">
            <Button look="plain" busy={action.busy} onPress={copy}>
              {i18n.t('ui.reveal.copy')}
            </Button>
          </div>
        </div>
      ) : (
        <form className="stack" onSubmit={(event) => void show(event)}>
          <p className="quiet">{i18n.t('ui.reveal.lead')}</p>
          <Field
            label={i18n.t('ui.unlock.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            secret
            error={error}
          />
          <div className="actions">
            <Button submit busy={action.busy}>
              {i18n.t('ui.reveal.show')}
            </Button>
          </div>
        </form>
      )}
    </details>
  );
}
