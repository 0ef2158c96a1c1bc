/** A row of the table of keys. */
export interface KeyRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly redacted: string;
  readonly permission: Permission;
  readonly expiration: string;
  readonly status: string;
  readonly createdAt: number;
}

/** What the create dialog offers as permission. */
export type Permission = 'all' | 'restricted' | 'read-only';

/** What the create dialog asks the server for. */
export interface NewKey {
  readonly kind: 'admin' | 'project' | 'service-account';
  readonly name: string;
  readonly permission: Permission;
  readonly expiration: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** Asks the stand-in's own server. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/internal/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}
