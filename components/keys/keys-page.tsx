import { useState } from 'react';
import { i18n } from '#i18n';
import type { AppState, KeyPage } from '@/lib/domain/views';
import { usePlatform } from '../platform';
import { replaceHash } from '../shell/route';
import { ActionError } from '../ui/action-error';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { useAnswer } from '../use-answer';
import { CheckVault } from '../vault/check-vault';
import { BrokenKeys, CheckAll } from './check-all';
import { Discarded } from './discard';
import { ExportKeys } from './export-keys';
import { Filter } from './filter';
import { countOf, hashOfListing, NEWEST, type KeyListing } from './key-hash';
import { KeysTable } from './keys-table';
import { Ordering } from './ordering';

const PAGE = 25;

interface KeysPageProps extends Partial<KeyListing> {
  readonly state: AppState;
}

/** Every key, to be searched, filtered, sorted, gone through page by page and written to a file. */
export function KeysPage({ state, filter = {}, sort = NEWEST }: KeysPageProps) {
  const { openWelcome } = usePlatform();
  const [query, setQuery] = useState('');
  const [offset, setOffset] = useState(0);
  const list = { query, filter, sort };
  const { answer, error } = useAnswer('keys/list', { ...list, offset, limit: PAGE });
  const isSearched = query.trim() !== '' || countOf(filter) > 0;
  const isEmpty = state.keyCount === 0 && answer?.total === 0 && !isSearched;
  const show = (listing: Partial<KeyListing>) => {
    replaceHash(hashOfListing({ filter, sort, ...listing }));
    setOffset(0);
  };
  return (
    <section className="stack">
      <header>
        <h1>{i18n.t('ui.nav.keys')}</h1>
        <p className="quiet">{i18n.t('ui.keys.lead')}</p>
      </header>
      <BrokenKeys broken={state.broken} />
      <Discarded keys={state.discarded} />
      {isEmpty ? (
        <div className="empty">
          <h2>{i18n.t('ui.keys.emptyTitle')}</h2>
          <p>{i18n.t('ui.keys.empty')}</p>
          <Button look="plain" onPress={openWelcome}>
            {i18n.t('ui.practice.start')}
          </Button>
        </div>
      ) : (
        <>
          <Ordering
            query={query}
            sort={sort}
            onQuery={(next) => {
              setQuery(next);
              setOffset(0);
            }}
            onSort={(next) => show({ sort: next })}
          />
          <Filter
            filter={filter}
            products={answer?.products ?? []}
            destinations={state.destinations}
            onChange={(next) => show({ filter: next })}
          />
          {answer ? (
            <Results
              page={answer}
              query={query}
              filtered={countOf(filter) > 0}
              offset={offset}
              onOffset={setOffset}
            />
          ) : (
            error === undefined && <Skeleton />
          )}
          <ActionError error={error} />
          {answer !== undefined && answer.total > 0 && <ExportKeys list={list} />}
          {/* Not before what stands above them, which would push them down. */}
          {(answer !== undefined || error !== undefined) && (
            <>
              <CheckAll
                key={`${state.keyCount} ${state.checking.getOnly}`}
                beingChecked={state.beingChecked}
              />
              <CheckVault />
            </>
          )}
        </>
      )}
    </section>
  );
}

interface ResultsProps {
  readonly page: KeyPage;
  readonly query: string;
  readonly filtered: boolean;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}

function Results({ page: { keys, total }, query, filtered, offset, onOffset }: ResultsProps) {
  const words = query.trim();
  return (
    <>
      <p className="hidden" aria-live="polite">
        {(words || filtered) && i18n.t('ui.record.results', total)}
      </p>
      {total === 0 ? (
        <p>{filtered ? i18n.t('ui.keyFilter.none') : i18n.t('ui.record.none', [words])}</p>
      ) : (
        <div className="table-scroll">
          <KeysTable keys={keys} />
        </div>
      )}
      {total > PAGE && (
        <nav className="actions" aria-label={i18n.t('ui.record.pages')}>
          <Button disabled={offset === 0} onPress={() => onOffset(Math.max(0, offset - PAGE))}>
            {i18n.t('ui.record.previous')}
          </Button>
          <span className="quiet">
            {i18n.t('ui.record.range', [
              String(offset + 1),
              String(Math.min(offset + PAGE, total)),
              String(total),
            ])}
          </span>
          <Button disabled={offset + PAGE >= total} onPress={() => onOffset(offset + PAGE)}>
            {i18n.t('ui.record.next')}
          </Button>
        </nav>
      )}
    </>
  );
}
