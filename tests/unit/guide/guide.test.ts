import { describe, expect, test } from 'vitest';
import { GUIDE_START, transition, type GuideState } from '@/lib/domain/guide';
import type { CreateForm, PageSnapshot } from '@/lib/domain/snapshot';
import { flowFor } from '@/lib/guide/flow';
import { wrongTurn } from '@/lib/guide/wrong-turn';
import { doit } from '@/lib/recipes/doit';

const steps = flowFor(doit, 'DoiT 2026-11-21');
const page: PageSnapshot = {
  page: 'admin-keys',
  dialog: 'none',
  anchors: ['open-create'],
  disabled: [],
  keyVisible: false,
  keys: [],
  translated: false,
};
const empty: CreateForm = { name: '', expiration: 'Never', permission: 'all', rows: {} };
const creating = (form: Partial<CreateForm>): PageSnapshot => ({
  ...page,
  dialog: 'create',
  anchors: ['name', 'expiration', 'permission-restricted', 'row:Usage API Scope', 'submit-create'],
  form: { ...empty, ...form },
});
const see = (state: GuideState, snapshot: PageSnapshot) =>
  transition(steps, state, { type: 'observed', snapshot });
const stepAt = (state: GuideState) => steps[state.index]?.id;

describe('the DoiT guide', () => {
  test('the page advances it, step by step', () => {
    const seen: [PageSnapshot, string][] = [
      [page, 'open-create'],
      [creating({}), 'name'],
      [creating({ name: 'DoiT' }), 'expiration'],
      [creating({ name: 'DoiT', expiration: '90 days' }), 'permission-restricted'],
      [
        creating({ name: 'DoiT', expiration: '90 days', permission: 'restricted' }),
        'row:Usage API Scope',
      ],
      [
        creating({
          name: 'DoiT',
          expiration: '90 days',
          permission: 'restricted',
          rows: { 'Usage API Scope': 'Read' },
        }),
        'submit-create',
      ],
      [{ ...page, dialog: 'reveal', anchors: [], keyVisible: true }, 'save'],
    ];
    let state = GUIDE_START;
    for (const [snapshot, step] of seen) {
      state = see(state, snapshot);
      expect(stepAt(state)).toBe(step);
    }
    expect(state.chosen).toMatchObject({ permission: 'restricted' });
  });

  test('a dialog closed by mistake leads back to opening it', () => {
    expect(stepAt(see(see(GUIDE_START, creating({ name: 'DoiT' })), page))).toBe('open-create');
  });

  test('a dialog without an Expiration control skips that step', () => {
    const snapshot = creating({ name: 'DoiT' });
    const older = { ...snapshot, anchors: snapshot.anchors.filter((id) => id !== 'expiration') };
    expect(stepAt(see(GUIDE_START, older))).toBe('permission-restricted');
  });

  test('a step done by hand is not asked for again', () => {
    const state = transition(steps, GUIDE_START, { type: 'done-by-hand', stepId: 'name' });
    expect(stepAt(see(state, creating({})))).toBe('expiration');
  });

  test('once captured it ends when the reveal dialog closes, and not before', () => {
    const reveal: PageSnapshot = { ...page, dialog: 'reveal', keyVisible: true };
    const captured = transition(steps, see(GUIDE_START, reveal), { type: 'captured' });
    expect(see(captured, reveal).phase).toBe('captured');
    expect(see(captured, page).phase).toBe('finished');
  });
});

const at = (snapshot: PageSnapshot) => wrongTurn(doit, steps, see(GUIDE_START, snapshot), snapshot);

describe('wrong turns', () => {
  test('All is said when its turn has come, not while the name is still asked for', () => {
    expect(at(creating({}))).toBeUndefined();
    expect(at(creating({ name: 'DoiT', expiration: '90 days' }))?.kind).toBe('all_chosen');
  });

  test('a row beyond the recipe is named', () => {
    const form = { name: 'DoiT', expiration: '90 days', permission: 'restricted' as const };
    const rows = { 'Usage API Scope': 'Read', 'Audit Logs Scope': 'Read' };
    expect(at(creating({ ...form, rows }))).toEqual({
      kind: 'more_than_needed',
      words: ['Audit Logs Scope', 'DoiT'],
    });
  });

  test('another page, and being signed out, are told apart', () => {
    expect(at({ ...page, page: 'api-keys' })?.kind).toBe('other_page');
    expect(at({ ...page, page: 'signed-out' })?.kind).toBe('signed_out');
  });

  test('a control that is not there is said, and the step stays', () => {
    expect(at({ ...page, anchors: [] })?.kind).toBe('no_anchor');
  });
});
