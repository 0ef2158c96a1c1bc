import { describe, expect, it } from 'vitest';
import { screenOf } from '@/components/screen';
import { key, state } from './fixtures';

const guide = {
  recipeId: 'doit',
  product: 'DoiT',
  tabId: 1,
  isAway: false,
  step: 3,
  total: 6,
  sentence: 'Choose Restricted.',
};
const current = { keys: [key()], currentKeyId: 'key-1' };

describe('screenOf', () => {
  it('asks for the vault before anything else', () => {
    expect(screenOf(state({ vault: 'missing', keyVisible: true, guide })).name).toBe('setup');
    expect(screenOf(state({ vault: 'locked', keyVisible: true, guide })).name).toBe('unlock');
  });

  it('puts a key that is not saved before one that is', () => {
    expect(screenOf(state({ ...current, keyVisible: true })).name).toBe('key-visible');
  });

  it('puts a key that the vault could not take before the unlock, which would not save it', () => {
    const stuck = { redacted: 'sk-…FAKE', why: 'disk-full' } as const;
    expect(screenOf(state({ vault: 'locked', held: stuck })).name).toBe('held');
    expect(screenOf(state({ ...current, held: stuck })).name).toBe('held');
    const waits = { redacted: 'sk-…FAKE', why: 'needs-unlock' } as const;
    expect(screenOf(state({ vault: 'locked', held: waits })).name).toBe('unlock');
  });

  it('leaves a visible key to the guide that saves it', () => {
    expect(screenOf(state({ keyVisible: true, guide })).name).toBe('guiding');
  });

  it('shows the key that a guide led to, and the guide for another product', () => {
    expect(screenOf(state({ ...current, guide })).name).toBe('key');
    expect(screenOf(state({ ...current, guide: { ...guide, recipeId: 'nexla' } })).name).toBe(
      'guiding',
    );
  });

  it('is at home when nothing is under way, or the current key is gone', () => {
    expect(screenOf(state({ keys: [key()] })).name).toBe('home');
    expect(screenOf(state({ currentKeyId: 'gone' })).name).toBe('home');
  });
});
