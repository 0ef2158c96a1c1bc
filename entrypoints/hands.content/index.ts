import { defineContentScript } from '#imports';
import { serveHands } from '@/lib/guide/serve-hands';

export default defineContentScript({
  matches: ['https://platform.openai.com/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => serveHands(),
});
