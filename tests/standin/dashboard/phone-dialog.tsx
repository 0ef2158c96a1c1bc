import { Input } from '@openai/apps-sdk-ui/components/Input';
import { useState } from 'react';
import { Footer } from './footer.tsx';
import { useKit } from './kits/context.ts';
import { Labelled } from './labelled.tsx';

/**
 * The phone check before the first key. "Start verification", then a number, then a code are known
 * (openai-platform.md §1.8); the title, the labels and the other buttons are made up. Any number and code will do.
 */
export function PhoneDialog(props: { onCancel(): void; onVerified(): void }) {
  const { Dialog } = useKit();
  const [step, setStep] = useState<'start' | 'number' | 'code'>('start');
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const title = 'Verify your phone number';
  if (step === 'start') {
    return (
      <Dialog
        title={title}
        onClose={props.onCancel}
        footer={
          <Footer
            submit="Start verification"
            onCancel={props.onCancel}
            onSubmit={() => setStep('number')}
          />
        }
      >
        <p>To create your first API key, please verify your phone number.</p>
      </Dialog>
    );
  }
  const isNumber = step === 'number';
  const [value, setValue] = isNumber ? [number, setNumber] : [code, setCode];
  return (
    <Dialog
      title={title}
      onClose={props.onCancel}
      footer={
        <Footer
          submit={isNumber ? 'Send code' : 'Verify'}
          disabled={value === ''}
          onCancel={props.onCancel}
          onSubmit={() => (isNumber ? setStep('code') : props.onVerified())}
        />
      }
    >
      <Labelled label={isNumber ? 'Phone number' : 'Code'}>
        <Input
          key={step}
          type="tel"
          placeholder={isNumber ? '+1 555 0100' : '000000'}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      </Labelled>
    </Dialog>
  );
}
