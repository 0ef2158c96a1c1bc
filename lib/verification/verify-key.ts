import { keyKind, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import type { ScopeNeed } from '@/lib/domain/permission-report';
import { FRESH_FOR, type VerificationResult } from '@/lib/domain/verification';
import { request, type Io } from '@/lib/http';
import { classify } from './classify';
import { conclude, endsAll, type Probed } from './conclude';
import { probesFor, type Probe } from './probes';

const API = 'https://api.openai.com';
const AT_ONCE = 3;

/**
 * Proves a key with OpenAI: that it lives, has what is needed, and what it has beyond that. Costs
 * nothing and changes nothing. Failures of the network are results, not errors.
 * @param createdAt when the key was captured, in epoch milliseconds: fresh keys and scopes take a
 * while to work everywhere, so a no is not believed yet.
 */
export async function verifyKey(
  key: ApiKey,
  need: ScopeNeed,
  io: Io,
  { createdAt }: { readonly createdAt: number },
): Promise<VerificationResult> {
  const kind = keyKind(key);
  const probed: Probed[] = [];
  for (const batch of batches(probesFor(kind))) {
    probed.push(...(await Promise.all(batch.map((probe) => ask(probe, key, io)))));
    if (probed.some(({ verdict }) => endsAll(verdict))) break;
  }
  return conclude(probed, need, kind, io.now() - createdAt < FRESH_FOR);
}

/** The first probe alone, because a dead key ends it there; then the rest, a few at once. */
function* batches(probes: readonly Probe[]): Generator<readonly Probe[]> {
  yield probes.slice(0, 1);
  for (let next = 1; next < probes.length; next += AT_ONCE) {
    yield probes.slice(next, next + AT_ONCE);
  }
}

async function ask(probe: Probe, key: ApiKey, io: Io): Promise<Probed> {
  const { method, path, query, body } = probe;
  try {
    const answer = await request(io, {
      method,
      url: `${API}${path}${query ? `?${query(io.now())}` : ''}`,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    return {
      probe,
      verdict: classify(probe, answer),
      organization: answer.headers.get('openai-organization') ?? undefined,
    };
  } catch (error) {
    if (!(error instanceof KeyferryError)) throw error;
    return { probe, verdict: { live: 'unknown', finding: 'unknown', reason: 'network' } };
  }
}
