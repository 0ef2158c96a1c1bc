import type { KeyKind } from '@/lib/domain/api-key';
import type { PageKind } from '@/lib/domain/snapshot';

/** The dashboard's own origin; nothing of ours runs elsewhere by itself. */
export const DASHBOARD = 'https://platform.openai.com';

const PAGES: Readonly<Record<string, PageKind>> = {
  '/settings/organization/admin-keys': 'admin-keys',
  '/settings/organization/api-keys': 'org-api-keys',
  '/api-keys': 'api-keys',
  '/welcome': 'welcome',
  '/login': 'signed-out',
  '/signup': 'signed-out',
};

/** Which page an address shows (openai-platform.md §1.1). */
export function pageKind(url: URL): PageKind {
  if (url.origin !== DASHBOARD) {
    return /(^|\.)auth\.openai\.com$/.test(url.hostname)
      ? 'signed-out'
      : /(^|\.)chatgpt\.com$|^admin\.openai\.com$/.test(url.hostname)
        ? 'workspace-admin'
        : 'other';
  }
  const path = url.pathname.replace(/\/+$/, '');
  return PAGES[path] ?? (/^\/settings\/proj_[^/]+\/api-keys$/.test(path) ? 'api-keys' : 'other');
}

/** The page on which a key of this kind is made. */
export function pageFor(kind: KeyKind): { readonly page: PageKind; readonly url: string } {
  return kind === 'admin'
    ? { page: 'admin-keys', url: `${DASHBOARD}/settings/organization/admin-keys` }
    : { page: 'api-keys', url: `${DASHBOARD}/api-keys` };
}
