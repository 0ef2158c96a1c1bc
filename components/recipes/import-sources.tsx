import { useId, useState, type ChangeEvent, type FormEvent } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import { KeyferryError } from '@/lib/domain/errors';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-area';

// The same as the background takes.
const LARGEST = 65_536;

/** A recipe's text as it came, and from where. */
export interface RecipeText {
  readonly text: string;
  /** The file's name, or the address; missing for pasted text. */
  readonly from?: string;
}

interface ImportSourcesProps {
  readonly busy: boolean;
  readonly onTake: (get: () => Promise<RecipeText>) => void;
}

/** The three ways to a recipe's text: a file, a link, a paste. */
export function ImportSources({ busy, onTake }: ImportSourcesProps) {
  return (
    <div className="ways">
      <FileWay onTake={onTake} />
      <LinkWay busy={busy} onTake={onTake} />
      <PasteWay busy={busy} onTake={onTake} />
    </div>
  );
}

function FileWay({ onTake }: Pick<ImportSourcesProps, 'onTake'>) {
  const id = useId();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    onTake(async () => {
      // The same file may be chosen again once it is put right.
      target.value = '';
      if (file.size > LARGEST) throw new KeyferryError('recipe_too_long');
      return { text: await file.text(), from: file.name };
    });
  };
  return (
    <div>
      <label className="button button-secondary file" htmlFor={id}>
        {i18n.t('ui.import.file')}
        <input id={id} type="file" accept=".json,application/json" onChange={choose} />
      </label>
    </div>
  );
}

function LinkWay({ busy, onTake }: ImportSourcesProps) {
  const platform = usePlatform();
  const [link, setLink] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const url = link.trim();
    const good = url.length <= 2_000 && URL.canParse(url) && new URL(url).protocol === 'https:';
    setWrong(!good);
    if (!good) return;
    // The browser asks only during the press itself, so this comes before anything is awaited.
    const access = platform.obtainAccess([`${new URL(url).origin}/*`]);
    onTake(async () => {
      await access;
      return { text: (await send('recipe/fetch', { url })).text, from: url };
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={i18n.t('ui.import.link')}
        value={link}
        onChange={setLink}
        hint={i18n.t('ui.import.linkHint')}
        error={wrong ? i18n.t('ui.import.linkForm') : undefined}
      />
      <div className="actions">
        <Button submit busy={busy}>
          {i18n.t('ui.import.fetch')}
        </Button>
      </div>
    </form>
  );
}

function PasteWay({ busy, onTake }: ImportSourcesProps) {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    onTake(async () => {
      if (text.length > LARGEST) throw new KeyferryError('recipe_too_long');
      return { text };
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextArea
        label={i18n.t('ui.import.paste')}
        value={text}
        onChange={setText}
        error={empty ? i18n.t('ui.import.empty') : undefined}
      />
      <div className="actions">
        <Button submit busy={busy}>
          {i18n.t('ui.import.read')}
        </Button>
      </div>
    </form>
  );
}
