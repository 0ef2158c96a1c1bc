import { useState } from 'react';
import { i18n } from '#i18n';
import type { Damage } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError, message } from '../message';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAction } from '../use-action';

/** Looks at everything that is stored, and names what is not as it was saved. */
export function CheckVault() {
  const { openApp } = usePlatform();
  const action = useAction();
  const [found, setFound] = useState<readonly Damage[]>();
  const check = () => void action.run(async () => setFound(await send('vault/check', {})));
  return (
    <div className="stack" aria-live="polite">
      {found?.length === 0 && <Notice tone="good">{i18n.t('ui.damage.noneFound')}</Notice>}
      {found && found.length > 0 && (
        <Notice tone="red" title={i18n.t('ui.damage.found', found.length)}>
          <ul>
            {found.map((each) => (
              <li key={`${each.what}${each.id}`}>
                <Name of={each} />
                {': '}
                {each.what === 'facts'
                  ? i18n.t('ui.damage.facts', each.count ?? 1)
                  : message(`ui.damage.short.${each.health}`)}
              </li>
            ))}
          </ul>
          <Button onPress={() => openApp('#recovery')}>{i18n.t('ui.damage.export')}</Button>
        </Notice>
      )}
      {action.error !== undefined && (
        <Notice tone="red" alert>
          {describeError(action.error)}
        </Notice>
      )}
      <div className="actions">
        <Button look="plain" busy={action.busy} onPress={check}>
          {i18n.t('ui.damage.check')}
        </Button>
      </div>
    </div>
  );
}

/** What it is that is damaged; a key leads to its page. */
function Name({ of: { what, id, name } }: { readonly of: Damage }) {
  switch (what) {
    case 'key':
    case 'facts':
      if (id === '') return i18n.t('ui.damage.unlistedKey');
      return <a href={`#keys/${encodeURIComponent(id)}`}>{name}</a>;
    case 'destination':
      return name || i18n.t('ui.damage.unnamed');
    default:
      return message(`ui.damage.whole.${what}`);
  }
}
