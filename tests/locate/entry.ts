import { explainPage } from '@/lib/dashboard/explain';

Object.assign(globalThis, {
  keyferryExplain: (url: string) => explainPage(document, new URL(url)),
});
