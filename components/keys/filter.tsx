import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { KEY_KINDS } from '@/lib/domain/api-key';
import { KEY_HEALTHS } from '@/lib/domain/key-health';
import type { KeyFilter } from '@/lib/domain/key-list';
import type { DestinationView } from '@/lib/domain/views';
import { kindWords, message } from '../message';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { countOf } from './key-hash';

interface FilterProps {
  readonly filter: KeyFilter;
  readonly products: readonly string[];
  readonly destinations: readonly DestinationView[];
  readonly onChange: (filter: KeyFilter) => void;
}

type Options = readonly (readonly [value: string, words: string])[];

/** Which keys are listed. What is chosen stands in the fold's own line, also while it is closed. */
export function Filter({ filter, products, destinations, onChange }: FilterProps) {
  const count = countOf(filter);
  // Open where the page was opened with a filter; from then on it is the person's.
  const [open] = useState(count > 0);
  const fold = useRef<HTMLElement>(null);
  const fields: readonly (readonly [keyof KeyFilter, string, Options])[] = [
    [
      'health',
      i18n.t('ui.keyFilter.health'),
      KEY_HEALTHS.map((each) => [each, message(`ui.keyFilter.is.${each}`)]),
    ],
    [
      'product',
      i18n.t('ui.record.by.product'),
      withChosen(
        filter.product,
        products.map((each) => [each, each]),
      ),
    ],
    ['kind', i18n.t('ui.record.by.kind'), KEY_KINDS.map((each) => [each, kindWords(each)])],
    [
      'destination',
      i18n.t('ui.keys.where'),
      withChosen(
        filter.destination,
        destinations.map(({ id, label }) => [id, label]),
      ),
    ],
  ];
  const chosen = fields.flatMap(
    ([name, , options]) => options.find(([value]) => value === filter[name])?.[1] ?? [],
  );
  return (
    <details className="filter" open={open || undefined}>
      <summary ref={fold}>
        {count > 0
          ? i18n.t('ui.keyFilter.chosen', [chosen.join(' · ')])
          : i18n.t('ui.keyFilter.title')}
      </summary>
      <div className="filter-fields">
        {fields.map(([name, label, options]) => (
          <Select
            key={name}
            label={label}
            value={filter[name] ?? ''}
            options={[['', i18n.t('ui.keyFilter.any')], ...options]}
            onChange={(value) => onChange({ ...filter, [name]: value || undefined })}
          />
        ))}
        {count > 0 && (
          <Button
            look="plain"
            onPress={() => {
              // This button goes, and the focus must not go with it.
              fold.current?.focus();
              onChange({});
            }}
          >
            {i18n.t('ui.keyFilter.clear')}
          </Button>
        )}
      </div>
    </details>
  );
}

/** An address can name a product or a place that is no longer there: it stays what is chosen. */
function withChosen(value: string | undefined, options: Options): Options {
  if (value === undefined || options.some(([each]) => each === value)) return options;
  return [...options, [value, i18n.t('ui.keyFilter.gone')]];
}
