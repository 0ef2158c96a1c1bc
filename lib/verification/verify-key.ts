import { keyKind, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import type { ScopeNeed } from '@/lib/domain/permission-report';
import { FRESH_FOR, type VerificationResult } from '@/lib/domain/verification';
import { request, retryAfter, type Io } from '@/lib/http';
import { classify } from './classify';
import { conclude, endsAll, type Known, type Probed } from './conclude';
import { ownerIn } from './owner';
import { pathOf, planProbes, type Probe } from './probes';

const API = 'https://api.openai.com';
const AT_ONCE = 4;

/** What is known of the key, and how it may be asked about. */
export interface VerifyOptions extends Partial<
  Pick<Known, 'wasLive' | 'revoking' | 'childRowOnly' | 'getOnly'>
> {
  /**
   * When the key was captured, in epoch milliseconds: fresh keys and scopes take a while to work
   * everywhere, so a no is not believed yet.
   */
  readonly createdAt: number;
  /** Told after each answer how many of the questions are answered. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Proves a key with OpenAI: that it lives, has what is needed, and what it has beyond that. Costs
 * nothing and changes nothing. Failures of the network are results, not errors. Of a practice's key
 * nobody is asked.
 * @throws the reason of `io.signal`, when it ends.
 */
export async function verifyKey(
  key: ApiKey,
  need: ScopeNeed,
  io: Io,
  { createdAt, onProgress, ...options }: VerifyOptions,
): Promise<VerificationResult> {
  const { wasLive = false, revoking = false, childRowOnly = false, getOnly = false } = options;
  const kind = keyKind(key);
  if (kind === 'practice') return { outcome: 'indeterminate', reason: 'practice' };
  const plan = planProbes(kind, need.needed, getOnly);
  const queue = plan.values();
  const probed: Probed[] = [];
  const isOver = () => probed.some(({ verdict }) => endsAll(verdict));

  async function work(most = Infinity): Promise<void> {
    for (let asked = 0; asked < most && !isOver(); asked += 1) {
      io.signal?.throwIfAborted();
      const { done, value } = queue.next();
      if (done) return;
      probed.push(await ask(value, key, io));
      onProgress?.(probed.length, plan.length);
    }
  }

  // The first alone, because a dead key ends it there; then the rest in order, a few at once.
  await work(1);
  await Promise.all(Array.from({ length: AT_ONCE }, () => work()));
  const fresh = io.now() - createdAt < FRESH_FOR;
  return conclude(probed, need, { kind, fresh, wasLive, revoking, childRowOnly, getOnly });
}

async function ask(probe: Probe, key: ApiKey, io: Io): Promise<Probed> {
  const { method, body } = probe;
  try {
    const answer = await request(io, {
      method,
      url: `${API}${pathOf(probe, io.now())}`,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    return {
      probe,
      verdict: classify(probe, answer),
      owner: ownerIn(probe.path, answer),
      retryAfter: retryAfter(answer, io.now()),
    };
  } catch (error) {
    if (!(error instanceof KeyferryError)) throw error;
    return { probe, verdict: { live: 'unknown', finding: 'unknown', reason: 'network' } };
  }
}
