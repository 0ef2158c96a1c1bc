import { useState } from 'react';
import { ask, type Look } from '../products/server.ts';
import { DrawnConnector } from './drawn.tsx';

const TABS = ['Design', 'Workflow', 'Data', 'Plugins'] as const;
const METHODS = [
  'None or self-handled',
  'Private key in header',
  'OAuth2 User-Agent Flow',
] as const;

/**
 * Bubble's editor as its manual describes the API Connector: the tab Plugins, Private key in header, Key
 * name, Key value, Initialize call. How it looks is made up, and so is what Initialize call answers.
 */
export function BubbleEditor({ look }: { look: Look }) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('Design');
  const [open, setOpen] = useState(false);
  return (
    <>
      <header role="tablist">
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === tab}
            onClick={() => setTab(each)}
          >
            {each}
          </button>
        ))}
      </header>
      <main>
        {tab !== 'Plugins' && <h1>{tab}</h1>}
        {tab === 'Plugins' && (
          <button type="button" onClick={() => setOpen(true)}>
            API Connector
          </button>
        )}
        {tab === 'Plugins' && open && (look.drawn ? <DrawnConnector /> : <Connector look={look} />)}
      </main>
    </>
  );
}

function Connector({ look }: { look: Look }) {
  const [method, setMethod] = useState<string>(METHODS[0]);
  const [fields, setFields] = useState({ name: '', value: '', development: '' });
  const [said, setSaid] = useState('');
  const set = (field: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields((before) => ({ ...before, [field]: event.target.value }));
  const initialize = async () => {
    setSaid('');
    const { name, value, development } = fields;
    const body = { value, fields: { name, development } };
    const { passed, reason } = await ask<{ passed: boolean; reason?: string }>('test', body);
    setSaid(passed ? 'The call was set up.' : `The call could not be set up: ${reason ?? ''}`);
  };
  return (
    <div className="card panel">
      <label>
        Authentication
        <select value={method} onChange={({ target }) => setMethod(target.value)}>
          {METHODS.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      {method === 'Private key in header' && !look.fieldless && (
        <>
          <label>
            Key name <input value={fields.name} onChange={set('name')} />
          </label>
          <label>
            Key value <input value={fields.value} onChange={set('value')} />
          </label>
          <label>
            Development key value <input value={fields.development} onChange={set('development')} />
          </label>
        </>
      )}
      <div className="buttons">
        <button type="button" onClick={() => void initialize()}>
          Initialize call
        </button>
      </div>
      {said && <output>{said}</output>}
    </div>
  );
}
