import { defineContentScript } from '#imports';
import { servePortal } from '@/lib/portal/serve';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => servePortal(document),
});
