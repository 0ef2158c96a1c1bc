import { randomBytes } from 'node:crypto';
import { scopesOf, type FakeKeyKind, type Permission } from './scopes.ts';

/** A key of the stand-in, as its own servers know it. */
export interface FakeKey {
  readonly id: string;
  readonly kind: FakeKeyKind;
  readonly value: string;
  readonly createdAt: number;
  name: string;
  readonly project?: string;
  permission: Permission;
  /** What the dashboard granted; {@link KeyStore.scopesNow} says what the API honours already. */
  scopes: readonly string[];
  /** The choices of the restricted matrix, for the edit dialog. */
  rows: Readonly<Record<string, string>>;
  /** What the create dialog showed. */
  expiration: string;
  readonly expiresAt?: number;
  revoked: boolean;
  lastUsedAt?: number;
  /** The scopes before the last edit, and when that was: an edit takes as long to arrive as a fresh key. */
  edited?: { readonly at: number; readonly before: readonly string[] };
}

const DAY = 86_400_000;

const PREFIX: Readonly<Record<FakeKeyKind, readonly [string, number]>> = {
  // Lengths of openai-platform.md §2.
  admin: ['sk-admin-', 58],
  project: ['sk-proj-', 74],
  'service-account': ['sk-svcacct-', 74],
};

/** A key of the real shape that says that it is fake. Made at run time: no source holds a whole one. */
export function fakeKeyValue(kind: FakeKeyKind): string {
  const [prefix, length] = PREFIX[kind];
  const middle = Buffer.from('OpenAI').toString('base64');
  return `${prefix}${chance(length, 'FAKE')}${middle}${chance(length, 'FAKE')}`;
}

function chance(length: number, head: string): string {
  return `${head}${randomBytes(length).toString('base64url')}`.slice(0, length);
}

/** What a create dialog asks for. */
type Wanted = Pick<FakeKey, 'kind' | 'name' | 'project' | 'permission' | 'rows' | 'expiration'>;

/** The keys of one stand-in, newest first. */
export class KeyStore {
  readonly keys: FakeKey[] = [];

  create(key: Wanted): FakeKey {
    const days = Number.parseInt(key.expiration, 10);
    const made: FakeKey = {
      ...key,
      scopes: scopesOf(key.kind, key.permission, key.rows),
      ...(days > 0 ? { expiresAt: Date.now() + days * DAY } : {}),
      id: `key_FAKE${randomBytes(8).toString('hex')}`,
      value: fakeKeyValue(key.kind),
      createdAt: Date.now(),
      revoked: false,
    };
    this.keys.unshift(made);
    return made;
  }

  /** The key with this value, unless it is revoked, expired, or too fresh to be known everywhere. */
  find(value: string, propagationMs: number): FakeKey | undefined {
    const now = Date.now();
    return this.keys.find(
      (key) =>
        key.value === value &&
        !key.revoked &&
        now < (key.expiresAt ?? Infinity) &&
        now >= key.createdAt + propagationMs,
    );
  }

  /** Grants other scopes. */
  edit(key: FakeKey, change: Pick<Wanted, 'name' | 'permission' | 'rows'>): void {
    const edited = { at: Date.now(), before: key.scopes };
    const scopes = scopesOf(key.kind, change.permission, change.rows);
    Object.assign(key, change, { scopes, edited });
  }

  /** What the API honours now: the former scopes until an edit has arrived. */
  scopesNow({ scopes, edited }: FakeKey, propagationMs: number): readonly string[] {
    return edited && Date.now() < edited.at + propagationMs ? edited.before : scopes;
  }

  byId(id: string): FakeKey | undefined {
    return this.keys.find((key) => key.id === id);
  }

  reset(): void {
    this.keys.length = 0;
  }
}
