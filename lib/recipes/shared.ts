import type { Recipe } from './recipe';

type Row = Recipe['key']['rows'][number];

/**
 * Setting "Model capabilities" to Request was seen to set Responses to Write as well
 * (openai-platform.md §1.4), so a recipe that asks for the first admits the second.
 */
export const RESPONSES_WITH_MODELS: Row = {
  row: 'Responses',
  choice: 'Write',
  reason:
    'The dashboard may set it with Model capabilities. It writes model answers that OpenAI keeps for a while.',
  optional: true,
};

/** Restricted keys of products that make and delete service accounts. */
export function managesServiceAccounts(product: string): Recipe['key']['rows'] {
  return [
    {
      row: 'Organization Administration',
      choice: 'Write',
      reason: `${product} creates and deletes project service accounts. No lesser row allows that.`,
      optional: false,
    },
  ];
}
