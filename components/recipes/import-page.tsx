import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '@/lib/messaging/client';
import type { RecipePreview } from '@/lib/messaging/recipe-messages';
import { describeError } from '../message';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';
import { ImportPreview } from './import-preview';
import { ImportProblems } from './import-problems';
import { ImportSources, type RecipeText } from './import-sources';

/** Brings a vendor's recipe in: choose it, read what it says, decide. */
export function ImportPage() {
  const action = useAction();
  const [read, setRead] = useState<RecipeText & { readonly preview: RecipePreview }>();
  const preview = read?.preview;

  const take = (get: () => Promise<RecipeText>) => {
    setRead(undefined);
    void action.run(async () => {
      const got = await get();
      setRead({ ...got, preview: await send('recipe/preview', got) });
    });
  };

  if (read && preview && 'details' in preview) {
    return (
      <ImportPreview
        source={read}
        details={preview.details}
        doubts={preview.doubts}
        onCancel={() => setRead(undefined)}
      />
    );
  }
  return (
    <section className="stack">
      <div>
        <h1>{i18n.t('ui.import.title')}</h1>
        <p className="quiet">{i18n.t('ui.import.lead')}</p>
      </div>
      {preview && 'problems' in preview && (
        <ImportProblems problems={preview.problems} from={read?.from} />
      )}
      {action.error !== undefined && (
        <Notice tone="red" title={i18n.t('ui.import.nothing')} alert>
          {describeError(action.error)}
        </Notice>
      )}
      <ImportSources busy={action.busy} onTake={take} />
    </section>
  );
}
