import { describe, expect, it } from 'vitest';
import { choicesFor, phaseOf, reasonWords } from '@/components/keys/phase';
import { deliveryRows, proofRows } from '@/components/keys/progress';
import type { DestinationView } from '@/lib/domain/views';
import { delivery, key } from './fixtures';

const doit: DestinationView = {
  id: 'portal:doit',
  label: 'DoiT',
  adapter: 'portal',
  origins: ['https://console.doit.com/*'],
  allowed: false,
  accepts: ['admin'],
  fromCatalogue: true,
};
const nexla: DestinationView = { ...doit, id: 'portal:nexla', label: 'Nexla' };
const aws: DestinationView = {
  ...doit,
  id: 'aws',
  label: 'AWS prod',
  adapter: 'aws-secrets-manager',
  accepts: ['admin', 'project'],
};

const phase = (more: Parameters<typeof delivery>[0]) =>
  phaseOf(key({ deliveries: [delivery(more)] }));

const to = (destinationId: string, state: 'sending' | 'failed' | 'confirmed') =>
  delivery({ id: destinationId, destinationId, state });

describe('phaseOf', () => {
  it('follows the delivery', () => {
    expect(phaseOf(key())).toBe('ready');
    expect(phase({ state: 'confirming' })).toBe('sending');
    expect(phase({ state: 'confirmed' })).toBe('done');
    expect(phase({ state: 'waiting', reason: 'permission_needed' })).toBe('stopped');
    expect(phase({ state: 'waiting', reason: 'product_test_unread' })).toBe('unread');
    expect(phase({ state: 'undoing' })).toBe('sending');
    expect(phase({ state: 'undoing', reason: 'vault_locked' })).toBe('stopped');
    expect(phase({ state: 'undone' })).toBe('ready');
  });

  it('is the most pressing one for a key that goes to several places', () => {
    const both = (...deliveries: ReturnType<typeof to>[]) => phaseOf(key({ deliveries }));
    expect(both(to('a', 'confirmed'), to('b', 'sending'))).toBe('sending');
    expect(both(to('a', 'confirmed'), to('b', 'failed'))).toBe('stopped');
    expect(both(to('a', 'confirmed'), to('b', 'confirmed'))).toBe('done');
  });
});

describe('choicesFor', () => {
  it("starts with the product's own form, and leaves out those of other products", () => {
    const { offered, first } = choicesFor(key(), [aws, nexla, doit]);
    expect(offered).toEqual([doit, aws]);
    expect(first).toBe(doit);
  });

  it('starts with nothing that does not take the key', () => {
    expect(choicesFor(key({ kind: 'project' }), [doit]).first).toBeUndefined();
  });

  it('starts with the only place that takes the key', () => {
    const { recipeId: _, product: __, ...pasted } = key();
    expect(choicesFor(pasted, [doit, aws])).toEqual({ offered: [aws], first: aws });
  });
});

describe('A key whose recipe is not from the catalogue', () => {
  const acme: DestinationView = {
    ...doit,
    id: 'portal:imported-acme-1',
    label: 'DoiT',
    fromCatalogue: false,
  };
  const made = key({ recipeId: 'imported-acme-1', fromCatalogue: false });

  it('is offered its own form, and starts with no place at all', () => {
    expect(choicesFor(made, [doit, acme])).toEqual({ offered: [acme], first: undefined });
    const admins = { ...aws, accepts: ['admin'] as const };
    expect(choicesFor({ ...made, recipeId: 'own-x-1' }, [admins])).toEqual({
      offered: [admins],
      first: undefined,
    });
  });

  it('gets nothing of another product by its name', () => {
    expect(choicesFor({ ...made, recipeId: 'own-x-1' }, [doit, acme]).offered).toEqual([]);
  });

  it('takes nothing of the key of a packaged recipe that is called alike', () => {
    expect(choicesFor(key(), [acme, doit])).toEqual({ offered: [doit], first: doit });
    expect(choicesFor(key({ recipeId: 'doit-other' }), [acme])).toEqual({
      offered: [],
      first: undefined,
    });
  });
});

describe('reasonWords', () => {
  it('names the kinds that the destination takes', () => {
    const refused = delivery({ state: 'failed', reason: 'wrong_key_kind' });
    expect(reasonWords(refused, doit)).toEqual(['DoiT', 'admin']);
  });
});

describe('deliveryRows', () => {
  it('keeps what is done above what happens', () => {
    expect(deliveryRows(delivery({ stage: 'testing' }))).toEqual([
      { say: 'opened', state: 'done' },
      { say: 'filled', state: 'done' },
      { say: 'testing', state: 'working' },
    ]);
  });

  it('waits for the person where the page does', () => {
    expect(deliveryRows(delivery({ stage: 'fill' })).at(-1)).toEqual({
      say: 'fill',
      state: 'current',
    });
  });
});

describe('proofRows', () => {
  it('says that a key is live only when it was verified', () => {
    expect(proofRows({ state: 'done', outcome: 'verified' })).toHaveLength(1);
    expect(proofRows({ state: 'done', outcome: 'indeterminate' })).toHaveLength(0);
  });
});
