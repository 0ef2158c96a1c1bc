import type { Recipe } from './recipe';
import { RESPONSES_WITH_MODELS } from './shared';

/**
 * The way is from Innoslate's page on API key configuration; the icon of an organization's preferences
 * bears its name, so it is the person's to press. It says that one toggles between a default and a
 * custom key; the labels of the form are our guesses.
 */
const portal: Recipe['portal'] = {
  origin: 'https://cloud.innoslate.com',
  start: 'https://cloud.innoslate.com/',
  path: [
    { role: 'link', names: ['Admin Dashboard'] },
    { role: 'radio', names: ['Custom', 'Custom key', 'Custom API Key'] },
  ],
  field: { role: 'textbox', names: ['API Key', 'OpenAI API Key', 'Custom API Key'] },
  value: '{key}',
  finish: { role: 'button', names: ['Save', 'Save Changes', 'Apply'] },
  ownAddress: true,
};

/**
 * Innoslate's page shows the restricted matrix and leaves the choice to the reader. A key with only a
 * child row of Model capabilities was refused for a year and accepted since (openai-platform.md §1.4
 * and block d), so all three uses ask for the parent.
 */
function innoslate(id: string, purpose: string, name: string, models: string): Recipe {
  return {
    id,
    product: 'Innoslate',
    purpose,
    source: {
      title: 'OpenAI API Key · Organization Preferences',
      url: 'https://help.specinnovations.com/openai-api-key',
      read: '2026-11-21',
    },
    unconfirmed:
      'Innoslate’s page leaves the choice of permissions to you. Where its form is differs by server, and its labels were not seen by us.',
    key: {
      kind: 'project',
      name: `${name} {date}`,
      permission: 'restricted',
      reason: 'Innoslate sends prompts to models and chooses among those that it can list.',
      rows: [
        {
          row: 'List models',
          choice: 'Read',
          reason: 'Innoslate’s preferences let you search and select a model.',
          optional: false,
        },
        { row: 'Model capabilities', choice: 'Request', reason: models, optional: false },
        RESPONSES_WITH_MODELS,
      ],
      expiresInDays: 90,
    },
    needs: { openai: 'member', product: 'Admin or owner of the organization in Innoslate.' },
    place: 'Admin Dashboard › your organization’s Preferences › API key configuration',
    proof: { by: 'first-data', note: 'Innoslate’s AI answers in a project of the organization.' },
    firstRun: true,
  };
}

/** Chat AI alone. */
export const innoslateChat = innoslate(
  'innoslate-chat',
  'Chat AI',
  'Innoslate chat',
  'Chat AI sends prompts to language models. The same row covers images; no lesser one is sure to work.',
);

/** Image AI alone. */
export const innoslateImage = innoslate(
  'innoslate-image',
  'Image AI',
  'Innoslate images',
  'Image AI asks image models for pictures. The same row covers chat; no lesser one is sure to work.',
);

/** Both, with one key. It has the portal, because a product stands once among the places where a key can go. */
export const innoslateBoth: Recipe = {
  ...innoslate(
    'innoslate',
    'Chat AI and Image AI',
    'Innoslate',
    'Chat AI and Image AI send prompts to language and image models. One row covers both.',
  ),
  portal,
};
