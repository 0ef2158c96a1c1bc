import type { FakeKeyKind, Permission } from '../scopes.ts';

/** The choices of the restricted matrix: row → choice. */
export type Rows = Readonly<Record<string, string>>;

/** A row of the table of keys. */
export interface KeyRow {
  readonly id: string;
  readonly kind: FakeKeyKind;
  readonly name: string;
  readonly project: string;
  readonly redacted: string;
  readonly permission: Permission;
  readonly rows: Rows;
  readonly status: 'Active' | 'Revoked';
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly lastUsedAt?: number;
}

/** What the create dialog asks the server for. */
export interface NewKey {
  readonly kind: KeyRow['kind'];
  readonly name: string;
  readonly permission: Permission;
  /** "Never", or a number of days such as "90 days". */
  readonly expiration: string;
  readonly rows: Rows;
}

/** What the edit dialog asks the server for. */
export type KeyEdit = Pick<NewKey, 'name' | 'permission' | 'rows'>;

/** Asks the stand-in's own server. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/internal/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}
