import { defineContentScript } from '#imports';
import { serveGuide } from '@/lib/guide/serve';

export default defineContentScript({
  matches: ['https://platform.openai.com/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => serveGuide(document),
});
