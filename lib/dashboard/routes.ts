import type { KeyKind } from '@/lib/domain/api-key';
import type { PageKind } from '@/lib/domain/snapshot';

/** The dashboard's own origin; nothing of ours runs elsewhere by itself. */
export const DASHBOARD = 'https://platform.openai.com';

/** Which page an address shows (openai-platform.md §1.1). */
export function pageKind(url: URL): PageKind {
  if (url.origin !== DASHBOARD) {
    return /(^|\.)(auth\.openai\.com)$/.test(url.hostname)
      ? 'signed-out'
      : /(^|\.)chatgpt\.com$|^admin\.openai\.com$/.test(url.hostname)
        ? 'workspace-admin'
        : 'other';
  }
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '/settings/organization/admin-keys') return 'admin-keys';
  if (path === '/settings/organization/api-keys') return 'org-api-keys';
  if (path === '/api-keys' || /^\/settings\/proj_[^/]+\/api-keys$/.test(path)) return 'api-keys';
  if (path === '/welcome') return 'welcome';
  if (path === '/login' || path === '/signup') return 'signed-out';
  return 'other';
}

/** The page on which a key of this kind is made. */
export function pageFor(kind: KeyKind): { readonly page: PageKind; readonly url: string } {
  return kind === 'admin'
    ? { page: 'admin-keys', url: `${DASHBOARD}/settings/organization/admin-keys` }
    : { page: 'api-keys', url: `${DASHBOARD}/api-keys` };
}
