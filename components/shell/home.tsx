import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { KeyRows } from '../keys/key-rows';
import { RecipePicker } from '../recipes/recipe-picker';
import type { Side } from './side';

const RECENT = 3;

interface HomeProps {
  readonly state: AppState;
  readonly onSide: (side: Side) => void;
}

/** Where every key starts: what it is for. */
export function Home({ state, onSide }: HomeProps) {
  return (
    <div className="stack">
      <div>
        <h1>{i18n.t('ui.home.title')}</h1>
        <p className="quiet">{i18n.t(state.onOpenAi ? 'ui.home.here' : 'ui.home.lead')}</p>
      </div>
      <RecipePicker state={state} onHave={() => onSide({ name: 'paste' })} />
      {state.keys.length > 0 && (
        <section>
          <h2 className="section-title">{i18n.t('ui.home.keys')}</h2>
          <KeyRows
            keys={state.keys.slice(0, RECENT)}
            onOpen={(keyId) => onSide({ name: 'key', keyId })}
          />
        </section>
      )}
    </div>
  );
}
