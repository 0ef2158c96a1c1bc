import { useState, type FormEvent } from 'react';
import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { TextArea } from '../ui/text-area';
import { Undoable } from '../ui/undoable';
import { useAction } from '../use-action';
import { isLost } from './key-damage';
import { healthWords, Tags } from './keys-table';
import { ownerFacts } from './owner';
import { dayWords, momentWords } from './words';

const LONGEST_NOTE = 2000;
const LONGEST_TAGS = 1000;

interface KeyRecordProps {
  readonly keyView: KeyView;
  /** The form for the owner's words is open, as the address says. */
  readonly editing: boolean;
}

/** What is known of a key, and the owner's own words about it. */
export function KeyRecord({ keyView, editing }: KeyRecordProps) {
  const { openApp } = usePlatform();
  /** The words that stood there before the last change of them. */
  const [before, setBefore] = useState<Words>();
  const { createdAt, name, note, organization, project, tags, trackingId } = keyView;
  const { checkedAt } = keyView.verification ?? {};
  const place = `#keys/${encodeURIComponent(keyView.id)}`;
  const owner = ownerFacts(keyView);
  const facts = [
    [i18n.t('ui.record.by.name'), name],
    [i18n.t('ui.record.project'), project],
    ...(owner.length > 0 ? owner : [[i18n.t('ui.record.organization'), organization]]),
    [i18n.t('ui.record.tracking'), trackingId],
    [i18n.t('ui.keys.saved'), dayWords(createdAt)],
    [i18n.t('ui.check.last'), checkedAt && momentWords(checkedAt)],
    [i18n.t('ui.keyFilter.health'), healthWords(keyView).join(' ') || undefined],
  ].filter(([, value]) => value !== undefined);
  return (
    <section className="key-record stack">
      <h2>{i18n.t('ui.record.title')}</h2>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {/* What can't be opened can't be written anew. */}
      {isLost(keyView) ? null : editing ? (
        <WordsForm
          keyView={keyView}
          onDone={(changed) => {
            openApp(place);
            setBefore(changed ? wordsOf(keyView) : undefined);
          }}
        />
      ) : (
        <>
          {note && <p className="note">{note}</p>}
          <Tags tags={tags} />
          <Undoable
            done={before ? [{ id: keyView.id, words: i18n.t('ui.removed.words') }] : []}
            onUndo={async () => {
              if (before) await send('key/edit', { itemId: keyView.id, ...before });
              setBefore(undefined);
            }}
          />
          <div className="actions">
            <Button onPress={() => openApp(`${place}/edit`)}>
              {note || tags.length > 0 ? i18n.t('ui.record.edit') : i18n.t('ui.record.add')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface WordsFormProps {
  readonly keyView: KeyView;
  /** Told whether the words were changed. */
  readonly onDone: (changed: boolean) => void;
}

/** The owner's own words, as a form has them. */
interface Words {
  readonly note: string;
  readonly tags: string;
}

const wordsOf = ({ note = '', tags }: KeyView): Words => ({ note, tags: tags.join(', ') });

function WordsForm({ keyView, onDone }: WordsFormProps) {
  const action = useAction();
  const [note, setNote] = useState(wordsOf(keyView).note);
  const [tags, setTags] = useState(wordsOf(keyView).tags);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request = {
      itemId: keyView.id,
      note: note.slice(0, LONGEST_NOTE),
      tags: tags.slice(0, LONGEST_TAGS),
    };
    void action.run(() => send('key/edit', request)).then((done) => done && onDone(true));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextArea label={i18n.t('ui.record.note')} value={note} onChange={setNote} prose />
      <Field
        label={i18n.t('ui.record.tags')}
        value={tags}
        onChange={setTags}
        hint={i18n.t('ui.record.tagsHint')}
      />
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="primary" submit busy={action.busy}>
          {i18n.t('ui.record.save')}
        </Button>
        <Button onPress={() => onDone(false)}>{i18n.t('ui.record.cancel')}</Button>
      </div>
    </form>
  );
}
