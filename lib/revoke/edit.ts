import type { CalloutContent } from '@/lib/callout/content';
import { lineAt } from '@/lib/callout/line';
import type { RevokeTask } from '@/lib/messaging/briefs';
import type { Step } from '@/lib/guide/step';
import { text } from '@/lib/text';

/** The steps that change what a key may do; every press in OpenAI's dialog stays the person's. */
export function editFlow({ name, lastFour, settings = [] }: RevokeTask): readonly Step[] {
  const [first] = settings;
  return [
    {
      id: 'find-key',
      anchor: 'row-edit',
      sentence: 'find_edit',
      words: [name, lastFour],
      fill: { type: 'press' },
      isDone: ({ dialog }) => dialog === 'edit',
    },
    {
      id: 'edit',
      anchor: first ? `row:${first.row}` : 'row-edit',
      sentence: 'edit',
      words: [name],
      // How the dialog says that it was saved is not known: the run ends when it closes.
      isDone: () => false,
    },
  ];
}

/** What to set, for the card's body: each row with its choice. */
export function editWords({ settings = [] }: RevokeTask): string {
  return settings.map(({ row, choice }) => `“${row}” → ${choice}`).join(' · ');
}

/** What the callout says when the edit dialog was closed. */
export function presentEdited(): CalloutContent {
  return {
    tone: 'plain',
    line: lineAt(4),
    title: text('guide.edit.done.title'),
    body: text('guide.edit.done.body'),
    buttons: [],
    close: text('guide.close'),
  };
}
