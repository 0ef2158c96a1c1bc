import { useRef, useState, type FormEvent } from 'react';
import { Button } from '../ui/button';
import { OPENAI } from './openai-labels';
import { newPracticeKey } from './practice-key';

interface KeyDialogProps {
  readonly onClose: () => void;
}

/** OpenAI's dialog in a simplified form: it makes a key that opens nothing, and shows it once. */
export function KeyDialog({ onClose }: KeyDialogProps) {
  const [name, setName] = useState('');
  const [permission, setPermission] = useState<string>(OPENAI.choices[0]);
  const [key, setKey] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const create = (event: FormEvent) => {
    event.preventDefault();
    setKey(newPracticeKey());
  };
  return (
    <dialog
      className="practice-dialog"
      lang="en"
      aria-labelledby="practice-dialog-title"
      ref={(dialog) => {
        if (dialog && !dialog.open) dialog.showModal();
      }}
      onClose={onClose}
    >
      <h2 id="practice-dialog-title">{key === undefined ? OPENAI.open : OPENAI.reveal}</h2>
      {key === undefined ? (
        <form className="stack" onSubmit={create}>
          <div className="field">
            <label htmlFor="practice-name">{OPENAI.name}</label>
            <input
              id="practice-name"
              className="input"
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <fieldset className="practice-choices">
            <legend>{OPENAI.permissions}</legend>
            {OPENAI.choices.map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name="permission"
                  checked={choice === permission}
                  onChange={() => setPermission(choice)}
                />
                {choice}
              </label>
            ))}
          </fieldset>
          <div className="actions">
            <Button onPress={onClose}>{OPENAI.cancel}</Button>
            <Button look="primary" submit>
              {OPENAI.create}
            </Button>
          </div>
        </form>
      ) : (
        <div className="stack">
          <input
            className="input mono"
            aria-label={OPENAI.reveal}
            readOnly
            autoComplete="off"
            value={key}
            ref={field}
          />
          <div className="actions">
            <Button onPress={() => field.current?.select()}>{OPENAI.copy}</Button>
            <Button look="primary" onPress={onClose}>
              {OPENAI.done}
            </Button>
          </div>
        </div>
      )}
    </dialog>
  );
}
