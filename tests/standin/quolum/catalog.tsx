import { useId, useRef, useState } from 'react';
import { ask, type Look } from '../products/server.ts';

/**
 * Quolum's page of one app, as its help describes it: Connect on the Connections card opens a pop-up
 * with the field, and becomes Reconnect. The pop-up's labels and everything else are made up.
 */
export function Quolum({ look }: { look: Look }) {
  const popup = useRef<HTMLDialogElement>(null);
  const [connected, setConnected] = useState(look.kept.length > 0);
  const [key, setKey] = useState('');
  const [workspace, setWorkspace] = useState('');
  const [field, other] = [useId(), useId()];
  const submit = async () => {
    await ask('keep', { value: key, fields: { workspace } });
    popup.current?.close();
    setConnected(true);
  };
  return (
    <>
      <header>
        <b>Quolum</b> Catalog
      </header>
      <main>
        <h1>OpenAI</h1>
        <section className="card">
          <h2>Connections</h2>
          <p>Lets Quolum read how OpenAI is used.</p>
          <button type="button" onClick={() => popup.current?.showModal()}>
            {connected ? 'Reconnect' : 'Connect'}
          </button>
        </section>
      </main>
      <dialog ref={popup}>
        <h2>Connect OpenAI</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <label htmlFor={other}>Workspace name</label>
          <input
            id={other}
            value={workspace}
            onChange={({ target }) => setWorkspace(target.value)}
          />
          {!look.fieldless && (
            <>
              <label htmlFor={field}>API Key</label>
              <input id={field} value={key} onChange={({ target }) => setKey(target.value)} />
            </>
          )}
          <div className="buttons">
            <button type="submit" disabled={key === ''}>
              Submit
            </button>
            <button type="button" onClick={() => popup.current?.close()}>
              Cancel
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
