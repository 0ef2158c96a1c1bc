import { randomBytes } from 'node:crypto';

/** What kind of key the stand-in made. */
export type FakeKeyKind = 'admin' | 'project' | 'service-account';

/** A key of the stand-in, as its own servers know it. */
export interface FakeKey {
  readonly id: string;
  readonly kind: FakeKeyKind;
  readonly value: string;
  readonly createdAt: number;
  name: string;
  permission: 'all' | 'restricted' | 'read-only';
  scopes: readonly string[];
  expiration: string;
  revoked: boolean;
  lastUsedAt?: number;
}

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

/** The keys of one stand-in, newest first. */
export class KeyStore {
  readonly keys: FakeKey[] = [];

  create(key: Omit<FakeKey, 'id' | 'value' | 'createdAt' | 'revoked'>): FakeKey {
    const made: FakeKey = {
      ...key,
      id: `key_FAKE${randomBytes(8).toString('hex')}`,
      value: fakeKeyValue(key.kind),
      createdAt: Date.now(),
      revoked: false,
    };
    this.keys.unshift(made);
    return made;
  }

  find(value: string): FakeKey | undefined {
    return this.keys.find((key) => key.value === value);
  }

  byId(id: string): FakeKey | undefined {
    return this.keys.find((key) => key.id === id);
  }

  reset(): void {
    this.keys.length = 0;
  }
}
