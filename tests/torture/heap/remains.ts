import type { CDPSession } from 'playwright';
import { TargetSession } from '../../e2e/harness/cdp.ts';

/** Without it, V8 leaves out what comes after the first kilobyte of a text. */
export const WHOLE_TEXTS = '--js-flags=--heap-snapshot-string-limit=10000000';

/** So much of a secret is looked for: a part is as bad. */
const PART = 16;

/** Where something of a secret is still in memory: the context, the secret, and what holds it. */
export interface Remains {
  readonly where: string;
  readonly secret: string;
  readonly heldBy: string;
}

interface Snapshot {
  readonly snapshot: { readonly meta: { node_fields: string[]; edge_fields: string[] } };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/**
 * Looks for parts of secrets in every text of every context whose address matches, after garbage
 * was collected there: the extension's worker and pages, and pages with its scripts in them.
 */
export async function remainsIn(
  browser: CDPSession,
  isMeant: (url: string, type: string) => boolean,
  secrets: Readonly<Record<string, string>>,
): Promise<{ readonly looked: string[]; readonly remains: Remains[] }> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const targets = targetInfos.filter(
    ({ type, url }) => ['page', 'service_worker'].includes(type) && isMeant(url, type),
  );
  const remains: Remains[] = [];
  for (const { targetId, url } of targets) {
    const session = await TargetSession.attach(browser, targetId);
    const snapshot = await take(session);
    await session.detach();
    for (const [secret, value] of Object.entries(secrets)) {
      for (const heldBy of holders(snapshot, partOf(value)))
        remains.push({ where: url, secret, heldBy });
    }
  }
  return { looked: targets.map(({ url }) => url), remains };
}

function partOf(secret: string): string {
  const start = Math.floor((secret.length - PART) / 2);
  return secret.slice(Math.max(0, start), start + PART);
}

async function take(session: TargetSession): Promise<Snapshot> {
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }: { chunk: string }) => {
    pieces.push(chunk);
  });
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.send('HeapProfiler.disable');
  return JSON.parse(pieces.join('')) as Snapshot;
}

/** Who points at a text with this part, in words such as `Object.passphrase`. */
function holders({ snapshot, nodes, edges, strings }: Snapshot, part: string): string[] {
  const found = new Set(strings.flatMap((text, at) => (text.includes(part) ? [at] : [])));
  if (found.size === 0) return [];
  const { node_fields: node, edge_fields: edge } = snapshot.meta;
  const width = node.length;
  const [name, count] = [node.indexOf('name'), node.indexOf('edge_count')];
  const [label, to] = [edge.indexOf('name_or_index'), edge.indexOf('to_node')];
  const holding: string[] = [];
  let at = 0;
  for (let from = 0; from < nodes.length; from += width) {
    for (let left = nodes[from + count] ?? 0; left > 0; left -= 1) {
      const target = edges[at + to] ?? 0;
      if (found.has(nodes[target + name] ?? -1)) {
        const who = strings[nodes[from + name] ?? 0] ?? '';
        const how = strings[edges[at + label] ?? 0] ?? '';
        if (!who.includes(part)) holding.push(`${who.slice(0, 60)}.${how.slice(0, 40)}`);
      }
      at += edge.length;
    }
  }
  return holding.length > 0 ? holding : ['(no holder)'];
}
