import { defineContentScript } from '#imports';
import { serveDashboard } from '@/lib/dashboard/serve';

export default defineContentScript({
  matches: ['https://platform.openai.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: () => serveDashboard(document),
});
