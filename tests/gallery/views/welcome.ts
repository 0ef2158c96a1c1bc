import type { AppState } from '@/lib/domain/views';
import { state } from '../facts.ts';
import { NEVER, press, type View } from '../view.ts';

const view = (name: string, app: AppState, more: Partial<View> = {}): View => ({
  name: `welcome/${name}`,
  page: 'welcome',
  ...more,
  answers: { 'app/state': app, ...more.answers },
});
const missing = state({ vault: 'missing' });

/** The page after the installation, up to the key that is made for practice. */
export const welcomeViews: readonly View[] = [
  view('waiting', missing, { answers: { 'app/state': NEVER } }),
  view('sentences', missing, { forced: true }),
  view('setup', missing, { act: (page) => press(page, 'ui.welcome.start') }),
  view('locked', state({ vault: 'locked' })),
  view('broken', state({ vault: 'broken', trouble: 'vault_unreadable' })),
  view('practice', state()),
  view('practice-dialog', state(), {
    act: (page) => page.locator('.practice-page button').click(),
  }),
];
