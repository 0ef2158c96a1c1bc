import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createOutbox } from '@/lib/delivery/outbox';
import { KeyferryError } from '@/lib/domain/errors';
import { documentedFaults, documentedStates } from '../../contract/faults.ts';
import { createWorld, onlyRow, settle } from './world';

const strings = readFileSync('components/locales/en.yml', 'utf8').split('\nerror:\n')[1] ?? '';

test.each(documentedStates())(
  'lib/README.md is right about %s: %s.',
  async (code, state, sentence) => {
    const { world, deps } = createWorld();
    world.failure = new KeyferryError(code);
    await createOutbox(deps).send('item', 'aws');
    await settle();
    const row = onlyRow(world.rows);
    const [is = '', again] = state.split(/, | for /);
    expect(row).toMatchObject({ state: is, reason: code });
    expect(row.retryAt !== undefined).toBe(again === 'tried again');
    const said = new RegExp(`^  ${code}: '?(.*?)'?$`, 'm').exec(strings)?.[1];
    expect(said?.replaceAll("''", "'")).toBe(sentence);
  },
);

test('Whatever a fault becomes has a state and a sentence.', () => {
  const known = documentedStates().map(([code]) => code as string);
  for (const codes of Object.values(documentedFaults())) {
    for (const code of codes) expect(known).toContain(code);
  }
});
