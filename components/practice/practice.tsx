import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { KeyLine } from '../keys/key-line';
import { GUIDING, type StationStates } from '../keys/stations';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { KeyDialog } from './key-dialog';
import { OPENAI } from './openai-labels';

/** Runs the guide on this page, and tells of the key once it is saved. Returns the way to stop. */
export type Guide = (onSaved: (itemId: string) => void) => () => void;

const SAVED: StationStates = { guide: 'done', save: 'done', deliver: 'current', prove: 'todo' };

/** A key is made on our own page, with the card that leads through OpenAI's. */
export function Practice({ guide }: { readonly guide: Guide }) {
  const { openApp } = usePlatform();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState<string>();
  useEffect(() => guide(setSaved), [guide]);
  const isSaved = saved !== undefined && !open;
  return (
    <div className="stack">
      <h1>{i18n.t('ui.practice.title')}</h1>
      <KeyLine states={saved === undefined ? GUIDING : SAVED} />
      {isSaved ? (
        <>
          <Notice tone="good" title={i18n.t('ui.practice.saved')}>
            {i18n.t('ui.practice.savedNext')}
          </Notice>
          <div className="actions">
            <Button look="primary" first onPress={() => openApp(`#keys/${saved}`)}>
              {i18n.t('ui.practice.goOn')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{i18n.t('ui.practice.lead')}</p>
          <div className="practice-page" lang="en">
            <Button onPress={() => setOpen(true)}>{OPENAI.open}</Button>
          </div>
          <div className="actions">
            <Button look="plain" onPress={() => openApp('#recipes')}>
              {i18n.t('ui.practice.skip')}
            </Button>
          </div>
        </>
      )}
      {open && <KeyDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
