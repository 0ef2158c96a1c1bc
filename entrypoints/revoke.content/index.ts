import { defineContentScript } from '#imports';
import { serveRevoke } from '@/lib/revoke/serve';

export default defineContentScript({
  matches: ['https://platform.openai.com/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => serveRevoke(document),
});
