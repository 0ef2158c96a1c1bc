import { i18n } from '#i18n';
import { KEY_COLUMNS, type KeyColumn, type KeySort } from '@/lib/domain/key-list';
import { message } from '../message';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

interface OrderingProps {
  readonly query: string;
  readonly sort: KeySort;
  readonly onQuery: (query: string) => void;
  readonly onSort: (sort: KeySort) => void;
}

/** What is searched for among the keys, and their order. */
export function Ordering({ query, sort, onQuery, onSort }: OrderingProps) {
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
