import { describeError } from '../message';
import { Notice } from './notice';

/** Why an action failed, read out at once; nothing while it did not. */
export function ActionError({ error }: { readonly error: unknown }) {
  if (error === undefined) return null;
  return (
    <Notice tone="red" alert>
      {describeError(error)}
    </Notice>
  );
}
