import { useState } from 'react';
import { ask, type Look } from '../products/server.ts';

type Place = 'home' | 'connectors' | 'authenticate' | 'overlay';

/**
 * Nexla as far as its page on the credential describes it: New Data Flow, the tile Add Credential, the
 * overlay with its three fields and Save, and the tile that appears. All else is made up.
 */
export function Nexla({ look }: { look: Look }) {
  const [place, setPlace] = useState<Place>('home');
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <>
      <header>
        <b>Nexla</b>
        <button type="button" onClick={() => setPlace('connectors')}>
          New Data Flow
        </button>
      </header>
      <main>
        {place === 'home' && <h1>Your data flows</h1>}
        {place === 'connectors' && (
          <>
            <h1>Select a source</h1>
            {['Amazon S3', 'OpenAI', 'PostgreSQL'].map((name) => (
              <button key={name} type="button" onClick={() => setPlace('authenticate')}>
                {name}
              </button>
            ))}
          </>
        )}
        {(place === 'authenticate' || place === 'overlay') && (
          <>
            <h1>Authenticate</h1>
            <ul>
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
            <button type="button" onClick={() => setPlace('overlay')}>
              Add Credential
            </button>
          </>
        )}
      </main>
      {place === 'overlay' && (
        <Overlay
          look={look}
          onSaved={(name) => {
            setNames([...names, name]);
            setPlace('authenticate');
          }}
        />
      )}
    </>
  );
}

/** Its labels stand over the fields and are tied to none of them, as in many such forms. */
function Overlay({ look, onSaved }: { look: Look; onSaved: (name: string) => void }) {
  const [fields, setFields] = useState({ name: '', description: '', value: '' });
  const set = (field: keyof typeof fields, text: string) =>
    setFields((before) => ({ ...before, [field]: text }));
  const { name, description, value } = fields;
  const save = async () => {
    await ask('keep', { value, fields: { name, description } });
    onSaved(name);
  };
  return (
    <>
      <div className="shade" />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- most kits make their dialogs like this */}
      <div role="dialog" aria-modal="true" aria-labelledby="title">
        <h2 id="title">Add New Credential</h2>
        <div className="panel">
          <div className="row">
            <span>Credential Name</span>
            <input value={name} onChange={({ target }) => set('name', target.value)} />
          </div>
          <div className="row">
            <span>Credential Description</span>
            <textarea
              value={description}
              onChange={({ target }) => set('description', target.value)}
            />
          </div>
          {!look.fieldless && (
            <div className="row">
              <span>API Key Value</span>
              {/* Not held by React, whose own fields Chromium leaves out of its session files. */}
              <input onChange={({ target }) => set('value', target.value)} />
            </div>
          )}
          <div className="buttons">
            <button
              type="button"
              disabled={name === '' || value === ''}
              onClick={() => void save()}
            >
              Save
            </button>
          </div>
        </div>
      </div>
    </>
  );
}
