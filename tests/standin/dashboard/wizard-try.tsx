import { Button, CopyButton } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { useState } from 'react';
import { Labelled } from './labelled.tsx';
import { later, useScene } from './scene.ts';
import { ask } from './server.ts';

/** The key's name unless another is typed; the label beside the key in bitovi's picture (openai-platform.md §1.8). */
const USUAL_NAME = 'My test key';

/** "Make your first API call": a key with all permissions, shown on the page itself, and again in the sample. */
export function TryStep({ onNext }: { onNext(): void }) {
  const { slowMs } = useScene();
  const [name, setName] = useState('');
  const [project, setProject] = useState('');
  const [value, setValue] = useState<string>();
  const generate = () => {
    const key = {
      kind: 'project',
      name: name || USUAL_NAME,
      project: project || 'Default project',
      permission: 'all',
      expiration: 'Never',
      rows: {},
    };
    void ask<{ value: string }>('POST', 'keys', key).then((made) =>
      later(slowMs, () => setValue(made.value)),
    );
  };
  if (value !== undefined) {
    return <FirstKey name={name || USUAL_NAME} value={value} onNext={onNext} />;
  }
  return (
    <>
      <h1>Make your first API call</h1>
      <Labelled label="API key name">
        <Input
          placeholder={USUAL_NAME}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Labelled>
      <Labelled label="Project name">
        {/* The placeholder is made up. */}
        <Input
          placeholder="My first project"
          value={project}
          onChange={({ target }) => setProject(target.value)}
        />
      </Labelled>
      <div className="footer">
        <Button color="secondary" variant="ghost" onClick={onNext}>
          I&apos;ll do this later
        </Button>
        <Button color="primary" onClick={generate}>
          Generate API Key
        </Button>
      </div>
    </>
  );
}

/** That the tabs are there and that each sample holds the key is known; what the samples do is made up. */
const SAMPLES: Readonly<Record<string, (key: string) => string>> = {
  curl: (key) => `curl https://api.openai.com/v1/responses \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer ${key}" \\
  -d '{"model": "gpt-4o-mini", "input": "write a haiku about ai", "store": true}'`,
  Node: (key) => `import OpenAI from "openai";

const openai = new OpenAI({
  apiKey: "${key}",
});`,
  Python: (key) => `from openai import OpenAI

client = OpenAI(
  api_key="${key}"
)`,
};

/** The key on the wizard's page: no dialog, a field, and the same key in the sample below. */
function FirstKey({ name, value, onNext }: { name: string; value: string; onNext(): void }) {
  const [tab, setTab] = useState('curl');
  return (
    <>
      <h1>Make your first API call</h1>
      <Labelled label={name}>
        <Input
          readOnly
          value={value}
          endAdornment={
            <CopyButton copyValue={value} color="secondary" variant="soft" size="xs">
              Copy
            </CopyButton>
          }
        />
      </Labelled>
      <div role="tablist" className="bar">
        {Object.keys(SAMPLES).map((each) => (
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
      </div>
      <pre>
        <code>{SAMPLES[tab]?.(value)}</code>
      </pre>
      <div className="footer">
        <Button color="primary" onClick={onNext}>
          Continue
        </Button>
      </div>
    </>
  );
}
