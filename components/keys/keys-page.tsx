import { useState } from 'react';
import { i18n } from '#i18n';
import { KEY_COLUMNS, type KeyColumn, type KeySort } from '@/lib/domain/key-list';
import type { AppState, KeyPage } from '@/lib/domain/views';
import { describeError, message } from '../message';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Skeleton } from '../ui/skeleton';
import { useAnswer } from '../use-answer';
import { CheckVault } from '../vault/check-vault';
import { BrokenKeys, CheckAll } from './check-all';
import { Discarded } from './discard';
import { KeysTable } from './keys-table';

const PAGE = 25;
const NEWEST: KeySort = { by: 'saved', descending: true };

/** Every key, to be searched, sorted and gone through page by page. */
export function KeysPage({ state }: { readonly state: AppState }) {
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState(NEWEST);
  const [offset, setOffset] = useState(0);
  const { answer, error } = useAnswer('keys/list', { query, sort, offset, limit: PAGE });
  const isEmpty = state.keyCount === 0 && answer?.total === 0 && query === '';
  return (
    <section className="stack">
      <header>
        <h1>{i18n.t('ui.nav.keys')}</h1>
        <p className="quiet">{i18n.t('ui.keys.lead')}</p>
      </header>
      <BrokenKeys broken={state.broken} />
      <Discarded keys={state.discarded} />
      {error !== undefined && (
        <Notice tone="red" alert>
          {describeError(error)}
        </Notice>
      )}
      {isEmpty ? (
        <div className="empty">
          <h2>{i18n.t('ui.keys.emptyTitle')}</h2>
          <p>{i18n.t('ui.keys.empty')}</p>
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
            onSort={(next) => {
              setSort(next);
              setOffset(0);
            }}
          />
          {answer ? (
            <Results page={answer} query={query} offset={offset} onOffset={setOffset} />
          ) : (
            <Skeleton />
          )}
          <CheckAll
            key={`${state.keyCount} ${state.checking.getOnly}`}
            beingChecked={state.beingChecked}
          />
          <CheckVault />
        </>
      )}
    </section>
  );
}

interface OrderingProps {
  readonly query: string;
  readonly sort: KeySort;
  readonly onQuery: (query: string) => void;
  readonly onSort: (sort: KeySort) => void;
}

function Ordering({ query, sort, onQuery, onSort }: OrderingProps) {
  return (
    <div className="ordering">
      <Field label={i18n.t('ui.record.search')} value={query} onChange={onQuery} first />
      <Select
        label={i18n.t('ui.record.sort')}
        value={sort.by}
        options={KEY_COLUMNS.map((by) => [by, message(`ui.record.by.${by}`)])}
        onChange={(by) => onSort({ by: by as KeyColumn, descending: by === 'saved' })}
      />
      <Button onPress={() => onSort({ ...sort, descending: !sort.descending })}>
        {sort.descending ? i18n.t('ui.record.descending') : i18n.t('ui.record.ascending')}
      </Button>
    </div>
  );
}

interface ResultsProps {
  readonly page: KeyPage;
  readonly query: string;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}

function Results({ page: { keys, total }, query, offset, onOffset }: ResultsProps) {
  return (
    <>
      <p className="hidden" aria-live="polite">
        {query.trim() && i18n.t('ui.record.results', total)}
      </p>
      {total === 0 ? (
        <p>{i18n.t('ui.record.none', [query.trim()])}</p>
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
