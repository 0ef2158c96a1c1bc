import { expect, test } from 'vitest';
import {
  GUIDE_START,
  transition,
  type GuideEvent,
  type GuideState,
  type StepRule,
} from '@/lib/domain/guide';
import type { PageSnapshot } from '@/lib/domain/snapshot';

const page: PageSnapshot = {
  page: 'api-keys',
  dialog: 'none',
  anchors: [],
  disabled: [],
  keyVisible: false,
  keys: [],
  translated: false,
};
const creating: PageSnapshot = { ...page, dialog: 'create' };
const revealing: PageSnapshot = { ...page, dialog: 'reveal', keyVisible: true };

/** Opens a dialog, then never ends by what the page shows: as every flow that makes a key. */
const MAKING: readonly StepRule[] = [
  { id: 'open', isDone: ({ dialog }) => dialog !== 'none' },
  { id: 'save', isDone: () => false },
];
/** Ends by what the page shows: as the flow that takes a key away. */
const TAKING: readonly StepRule[] = [{ id: 'open', isDone: ({ dialog }) => dialog !== 'none' }];

const see = (snapshot: PageSnapshot): GuideEvent => ({ type: 'observed', snapshot });
const at = (phase: GuideState['phase'], index: number, byHand: string[] = []): GuideState => ({
  phase,
  index,
  byHand,
});

/** Every edge of the diagram in lib/README.md: phase, event, phase. */
const EDGES: readonly [
  name: string,
  rules: readonly StepRule[],
  from: GuideState,
  event: GuideEvent,
  to: GuideState,
][] = [
  ['the page shows a step as done', MAKING, GUIDE_START, see(creating), at('guiding', 1)],
  ['the page shows it no longer', MAKING, at('guiding', 1), see(page), at('guiding', 0)],
  [
    'a step is done by hand',
    MAKING,
    GUIDE_START,
    { type: 'done-by-hand', stepId: 'open' },
    at('guiding', 0, ['open']),
  ],
  [
    'a step done by hand stays done',
    MAKING,
    at('guiding', 0, ['open']),
    see(page),
    at('guiding', 1, ['open']),
  ],
  [
    'doing it twice is doing it once',
    MAKING,
    at('guiding', 0, ['open']),
    { type: 'done-by-hand', stepId: 'open' },
    at('guiding', 0, ['open']),
  ],
  ['the key is captured', MAKING, at('guiding', 1), { type: 'captured' }, at('captured', 2)],
  ['its dialog is still open', MAKING, at('captured', 2), see(revealing), at('captured', 2)],
  ['its dialog closes', MAKING, at('captured', 2), see(page), at('finished', 2)],
  ['every step is done', TAKING, GUIDE_START, see(creating), at('finished', 1)],
  ['a finished guide stays finished', TAKING, at('finished', 1), see(page), at('finished', 1)],
  ['a captured guide starts again', MAKING, at('captured', 2), { type: 'again' }, GUIDE_START],
  ['a finished guide starts again', MAKING, at('finished', 2), { type: 'again' }, GUIDE_START],
  ['a running guide starts again', MAKING, at('guiding', 1), { type: 'again' }, GUIDE_START],
];

test.each(EDGES)('%s', (_name, rules, from, event, to) => {
  expect(transition(rules, from, event)).toEqual(to);
});

test('what the form shows as chosen is remembered after the dialog has closed', () => {
  const form = { name: 'CI', permission: 'restricted' as const, rows: { Files: 'Read' } };
  const seen = transition(MAKING, GUIDE_START, see({ ...creating, form }));
  expect(transition(MAKING, seen, see(revealing)).chosen).toEqual(form);
});

test('a flow without steps goes nowhere', () => {
  expect(transition([], GUIDE_START, see(page))).toEqual(at('guiding', 0));
});
