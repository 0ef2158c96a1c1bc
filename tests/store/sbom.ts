import { createHash } from 'node:crypto';

/** What is read of package-lock.json. */
export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Helpers that the bundler itself adds. */
const OF_TOOLS: readonly (readonly [prefix: string, lockKey: string])[] = [
  ['\0vite/', 'node_modules/vite'],
  ['\0rolldown/', 'node_modules/rolldown'],
  ['\0virtual:wxt', 'node_modules/wxt'],
];

/**
 * A bill of materials (CycloneDX 1.5) of what ships: the packages whose code the bundler kept. `npm sbom` can't
 * know that: it lists what package.json names, without the pieces of build tools that are in a bundle too.
 * The same lock file and modules give the same text.
 * @param modules see `Packages`.
 */
export function billOfMaterials(lock: Lock, modules: ReadonlySet<string>): string {
  const keys = new Set<string>();
  for (const id of modules) {
    const key = lockKeyOf(lock, id);
    if (key) keys.add(key);
  }
  const shipped = [...keys].toSorted();
  const components = shipped.map((key) => component(key, lock.packages[key] ?? {}));
  const root = `${lock.name}@${lock.version}`;
  return `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      serialNumber: serialOf(JSON.stringify([root, components])),
      version: 1,
      metadata: {
        component: {
          'bom-ref': root,
          type: 'application',
          name: lock.name,
          version: lock.version,
          licenses: [{ license: { id: lock.packages['']?.license } }],
          purl: `pkg:npm/${lock.name}@${lock.version}`,
        },
      },
      components,
      dependencies: [
        {
          ref: root,
          dependsOn: shipped
            .filter((key) => lock.packages['']?.dependencies?.[nameOf(key)])
            .map((key) => refOf(lock, key)),
        },
        ...shipped.map((key) => ({
          ref: refOf(lock, key),
          dependsOn: Object.keys(lock.packages[key]?.dependencies ?? {})
            .map((name) => resolveFrom(lock, key, name))
            .filter((each) => each !== undefined && keys.has(each))
            .map((each) => refOf(lock, each ?? '')),
        })),
      ],
    },
    null,
    2,
  )}\n`;
}

/** The package of a module, as the lock file names it; undefined for our own. */
function lockKeyOf(lock: Lock, id: string): string | undefined {
  const tool = OF_TOOLS.find(([prefix]) => id.startsWith(prefix));
  if (tool) return tool[1];
  const from = id.indexOf('node_modules/');
  if (from === -1) return undefined;
  const parts = id.slice(from).split('/');
  for (let end = parts.length; end > 1; end -= 1) {
    const key = parts.slice(0, end).join('/');
    if (lock.packages[key]) return key;
  }
  throw new Error(`A module of no locked package: ${id}`);
}

function component(key: string, { version = '', license, integrity }: Locked) {
  const name = nameOf(key);
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(license ? { licenses: [{ license: { id: license } }] } : {}),
    ...(integrity?.startsWith('sha512-')
      ? { hashes: [{ alg: 'SHA-512', content: hex(integrity.slice('sha512-'.length)) }] }
      : {}),
  };
}

/** The nearest folder that holds it, as Node looks for it. */
function resolveFrom(lock: Lock, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const key = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (lock.packages[key]) return key;
    if (!at) return undefined;
  }
}

const nameOf = (key: string) =>
  key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
const refOf = (lock: Lock, key: string) => `${nameOf(key)}@${lock.packages[key]?.version ?? ''}`;
const hex = (base64: string) => Buffer.from(base64, 'base64').toString('hex');

/** A UUID (version 8: of one's own making) that says the same for the same contents. */
function serialOf(contents: string): string {
  const digest = createHash('sha256').update(contents).digest('hex');
  const groups = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return `urn:uuid:${groups.join('-')}`;
}
