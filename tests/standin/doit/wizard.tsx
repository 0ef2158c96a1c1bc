import { useId, useState } from 'react';

type Test = 'untested' | 'testing' | 'passed' | { readonly failed: string };

/** The last step of the wizard (the help page's labels). The texts that answer the test are made up. */
export function Wizard(props: { onFinish(): void }) {
  const field = useId();
  const [key, setKey] = useState('');
  const [test, setTest] = useState<Test>('untested');
  const post = (path: string) =>
    fetch(`/internal/${path}`, { method: 'POST', body: JSON.stringify({ key }) });
  const runTest = async () => {
    setTest('testing');
    const answer = (await (await post('test')).json()) as { passed: boolean; reason?: string };
    setTest(answer.passed ? 'passed' : { failed: answer.reason ?? 'Unknown error' });
  };
  const finish = async () => {
    await post('connections');
    props.onFinish();
  };
  return (
    <section className="wizard">
      <h1>Connect OpenAI</h1>
      <label htmlFor={field}>Admin key</label>
      <input
        id={field}
        type="password"
        value={key}
        onChange={({ target }) => {
          setKey(target.value);
          setTest('untested');
        }}
      />
      {typeof test === 'object' && <p role="alert">Connection failed: {test.failed}</p>}
      {test === 'passed' && <output>Connection successful</output>}
      <div className="buttons">
        <button
          type="button"
          disabled={key === '' || test === 'testing'}
          onClick={() => void runTest()}
        >
          Test connection
        </button>
        <button type="button" disabled={test !== 'passed'} onClick={() => void finish()}>
          Finish
        </button>
      </div>
    </section>
  );
}
