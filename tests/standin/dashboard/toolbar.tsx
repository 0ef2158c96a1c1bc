import { Button } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { Select } from '@openai/apps-sdk-ui/components/Select';

/** Which keys the table shows. */
export interface Filter {
  readonly search: string;
  /** Empty for every status. */
  readonly status: string;
}

/** The filter that hides nothing. */
export const ALL_KEYS: Filter = { search: '', status: '' };

/** The search field and the filter chip above the table (openai-platform.md §1.2). The chip's choices are made up. */
export function Toolbar(props: { filter: Filter; onChange(filter: Filter): void }) {
  const { filter, onChange } = props;
  const statuses = ['Active', 'Revoked'].map((each) => ({ value: each, label: each }));
  return (
    <div className="bar">
      <Input
        aria-label="Search API keys"
        placeholder="Search API keys"
        value={filter.search}
        onChange={({ target }) => onChange({ ...filter, search: target.value })}
      />
      <Select
        value={filter.status}
        options={statuses}
        placeholder="Status"
        clearable
        block={false}
        // Clearing gives an option without a value.
        onChange={({ value }) => onChange({ ...filter, status: value })}
      />
      <Button color="secondary" variant="ghost">
        Add filter
      </Button>
    </div>
  );
}
