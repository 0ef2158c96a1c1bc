import { Button } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { Select } from '@openai/apps-sdk-ui/components/Select';
import { useState, type ReactNode } from 'react';
import type { Scene } from '../scene.ts';
import { Labelled } from './labelled.tsx';
import { go } from './place.ts';
import { pass, useScene } from './scene.ts';
import { TryStep } from './wizard-try.tsx';

type Step = 'create' | 'invite' | 'try' | 'credits';

/** In 2025 the organization came first (openai-platform.md §1.8); on Innoslate's page it comes last, without credits. */
const stepsOf = ({ firstRun }: Scene): readonly Step[] =>
  firstRun === 'organization-last'
    ? ['invite', 'try', 'create']
    : ['create', 'invite', 'try', 'credits'];

/** The first-run wizard: labels of April 2025 (§1.8, bitovi's pictures). Addresses of the steps: §1.1; the last is made up. */
export function Wizard({ step: asked }: { step: string | null }) {
  const steps = stepsOf(useScene());
  const at = Math.max(
    steps.findIndex((each) => each === asked),
    0,
  );
  const next = () => {
    const step = steps[at + 1];
    if (step) go(`/welcome?step=${step}`);
    else void pass({ firstRun: false }).then(() => go('/api-keys'));
  };
  return <main className="alone">{VIEWS[steps[at] ?? 'create'](next)}</main>;
}

const VIEWS: Readonly<Record<Step, (next: () => void) => ReactNode>> = {
  create: (next) => <CreateStep onNext={next} />,
  invite: (next) => <InviteStep onNext={next} />,
  try: (next) => <TryStep onNext={next} />,
  credits: (next) => <CreditsStep onNext={next} />,
};

/** Of the choices only the first is known. */
const EXPERTISE = ['Very technical', 'Somewhat technical', 'Not technical'];

function CreateStep({ onNext }: { onNext(): void }) {
  const [name, setName] = useState('');
  const [expertise, setExpertise] = useState('');
  return (
    <>
      <h1>Welcome to OpenAI Platform</h1>
      <Labelled label="Organization name">
        <Input value={name} onChange={({ target }) => setName(target.value)} />
      </Labelled>
      <Labelled label="What best describes you?">
        <Select
          value={expertise}
          options={EXPERTISE.map((each) => ({ value: each, label: each }))}
          onChange={({ value }) => setExpertise(value)}
        />
      </Labelled>
      <Button color="primary" onClick={onNext}>
        Create organization
      </Button>
    </>
  );
}

/** Beside "I'll invite my team later", the texts are made up. */
function InviteStep({ onNext }: { onNext(): void }) {
  const [emails, setEmails] = useState('');
  return (
    <>
      <h1>Invite your team</h1>
      <Labelled label="Email addresses">
        <Input value={emails} onChange={({ target }) => setEmails(target.value)} />
      </Labelled>
      <div className="footer">
        <Button color="secondary" variant="ghost" onClick={onNext}>
          I&apos;ll invite my team later
        </Button>
        <Button color="primary" disabled={emails === ''} onClick={onNext}>
          Send invites
        </Button>
      </div>
    </>
  );
}

/** That credits are offered after the key is known; every text is made up. */
function CreditsStep({ onNext }: { onNext(): void }) {
  return (
    <>
      <h1>Add some API credits</h1>
      <p className="muted">Requests need credits. You can buy them at any time.</p>
      <div className="footer">
        <Button color="secondary" variant="ghost" onClick={onNext}>
          I&apos;ll buy credits later
        </Button>
        <Button color="primary" onClick={onNext}>
          Purchase credits
        </Button>
      </div>
    </>
  );
}
