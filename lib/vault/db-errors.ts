import { KeyferryError, type ErrorCode } from '@/lib/domain/errors';

/**
 * What the browser says of a database, as a code of ours (Indexed Database API 3.0, §3.13, and what
 * Chromium and Firefox add). Anything that is no DOMException is given back as it is.
 */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return new KeyferryError(CODES[error.name] ?? 'vault_unreadable', [], { cause: error });
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  QuotaExceededError: 'disk_full',
  VersionError: 'vault_newer',
};
