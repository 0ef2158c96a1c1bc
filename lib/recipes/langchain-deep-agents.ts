import type { Recipe } from './recipe';

/** LangChain's Deep Agents Code. The minimum is what its sign-in prompt itself names. */
export const langchainDeepAgents: Recipe = {
  id: 'langchain-deep-agents',
  product: 'LangChain Deep Agents',
  purpose: 'coding agent in the terminal',
  source: {
    title: 'Note minimum OpenAI key permissions in /auth',
    url: 'https://github.com/langchain-ai/deepagents/pull/4040',
    read: '2026-11-21',
  },
  key: {
    kind: 'project',
    name: 'Deep Agents {date}',
    permission: 'restricted',
    reason: 'Deep Agents uses no tools of OpenAI’s, so one row is enough for it.',
    rows: [
      {
        row: 'Responses',
        choice: 'Write',
        reason:
          'The agent asks models through Responses, which writes an answer that OpenAI keeps.',
        optional: false,
      },
      {
        row: 'Model capabilities',
        choice: 'Request',
        reason: 'Only when you choose a model of the older Chat completions API.',
        optional: true,
      },
    ],
    expiresInDays: 90,
  },
  needs: { openai: 'member' },
  place: '/auth › OpenAI in the terminal, or the variable OPENAI_API_KEY',
  proof: { by: 'first-data', note: 'The agent answers its first message.' },
};
