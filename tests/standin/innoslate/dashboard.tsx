import { useId, useState } from 'react';
import { ask, type Look } from '../products/server.ts';

type Place = 'projects' | 'admin' | 'preferences';
const FEATURES = ['Chat AI', 'Image AI'] as const;

/**
 * Innoslate as its page on API key configuration describes the way: Admin Dashboard, the icon of the
 * organization's preferences, a default or a custom key for each feature. The form is made up.
 */
export function Innoslate({ look }: { look: Look }) {
  const [place, setPlace] = useState<Place>('projects');
  return (
    <>
      <header>
        <b>Innoslate</b>
        <a
          href="/admin"
          onClick={(event) => {
            event.preventDefault();
            setPlace('admin');
          }}
        >
          Admin Dashboard
        </a>
      </header>
      <main>
        {place === 'projects' && <h1>Projects</h1>}
        {place === 'admin' && (
          <>
            <h1>Acme</h1>
            <button type="button" onClick={() => setPlace('preferences')}>
              Acme’s Preferences
            </button>
          </>
        )}
        {place === 'preferences' && <Preferences look={look} />}
      </main>
    </>
  );
}

function Preferences({ look }: { look: Look }) {
  const [feature, setFeature] = useState<(typeof FEATURES)[number]>('Chat AI');
  return (
    <section>
      <h1>API key configuration</h1>
      <div role="tablist">
        {FEATURES.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === feature}
            onClick={() => setFeature(each)}
          >
            {each}
          </button>
        ))}
      </div>
      <Configuration key={feature} feature={feature} look={look} />
    </section>
  );
}

/** The field is there only for a custom key, and hides what is typed. */
function Configuration({ feature, look }: { feature: string; look: Look }) {
  const field = useId();
  const [custom, setCustom] = useState(false);
  const [key, setKey] = useState('');
  const [saved, setSaved] = useState(false);
  const save = async () => {
    await ask('keep', { value: key, fields: { feature } });
    setSaved(true);
  };
  return (
    <div className="card panel">
      <fieldset>
        <legend>Key</legend>
        {(['Default', 'Custom'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={feature}
              checked={custom === (each === 'Custom')}
              onChange={() => setCustom(each === 'Custom')}
            />
            {each}
          </label>
        ))}
      </fieldset>
      {custom && !look.fieldless && (
        <>
          <label htmlFor={field}>API Key</label>
          <input
            id={field}
            type="password"
            value={key}
            onChange={({ target }) => setKey(target.value)}
          />
        </>
      )}
      <div className="buttons">
        <button type="button" disabled={custom && key === ''} onClick={() => void save()}>
          Save
        </button>
      </div>
      {saved && <output>Preferences saved</output>}
    </div>
  );
}
