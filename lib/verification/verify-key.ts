import { keyKind, type ApiKey } from '@/lib/domain/api-key';
import { KeyferryError } from '@/lib/domain/errors';
import { compareScopes, type Finding, type ScopeNeed } from '@/lib/domain/permission-report';
import { scopesFor, type Scope } from '@/lib/domain/scopes';
import {
  FRESH_FOR,
  type VerificationReason,
  type VerificationResult,
} from '@/lib/domain/verification';
import { request, type Io } from '@/lib/http';
import { classify, type Verdict } from './classify';
import { probesFor, type Probe } from './probes';

const API = 'https://api.openai.com';

interface Probed {
  readonly probe: Probe;
  readonly verdict: Verdict;
  readonly organization?: string | undefined;
}

/**
 * Proves a key with OpenAI: that it lives, has what is needed, and what it has beyond that. Costs
 * nothing and changes nothing.
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
  for (const probe of probesFor(kind)) {
    const answer = await ask(probe, key, io);
    probed.push(answer);
    // A dead key, a blocked address or a network that is down answers the rest alike.
    if (isFinal(answer.verdict)) break;
  }
  const findings: Record<Scope, Finding> = {};
  for (const { probe, verdict } of probed) {
    if (probe.scope) findings[probe.scope] = verdict.finding;
  }
  const report = compareScopes(need, findings, scopesFor(kind));
  const organization = probed.find((each) => each.organization)?.organization;
  const fresh = io.now() - createdAt < FRESH_FOR;
  const alive = probed.some(({ verdict }) => verdict.live === 'yes');
  const dead = probed.find(({ verdict }) => verdict.live === 'no');
  const unclear = probed.find(
    ({ probe, verdict }) =>
      verdict.live === 'unknown' || (probe.scope !== undefined && isUntested(probe.scope)),
  );

  function isUntested(scope: Scope): boolean {
    return need.needed.includes(scope) && (findings[scope] ?? 'unknown') === 'unknown';
  }
  const conclude = (
    outcome: VerificationResult['outcome'],
    reason?: VerificationReason,
  ): VerificationResult => ({
    outcome,
    ...(reason ? { reason } : {}),
    ...(alive ? { report } : {}),
    ...(organization ? { organization } : {}),
  });

  if (dead) {
    return fresh
      ? conclude('indeterminate', 'too_fresh')
      : conclude('rejected', dead.verdict.reason ?? 'invalid_key');
  }
  if (report.missing.length > 0) {
    return fresh ? conclude('indeterminate', 'too_fresh') : conclude('rejected', 'missing_scope');
  }
  if (!alive || need.needed.some(isUntested)) {
    return conclude('indeterminate', unclear?.verdict.reason ?? 'unreadable_answer');
  }
  return conclude('verified');
}

function isFinal({ live, reason }: Verdict): boolean {
  return (
    live === 'no' || reason === 'network' || reason === 'ip_not_allowed' || reason === 'country'
  );
}

async function ask(probe: Probe, key: ApiKey, io: Io): Promise<Probed> {
  const { method, path, query, body } = probe;
  const url = `${API}${path}${query ? `?${query(io.now())}` : ''}`;
  try {
    const answer = await request(io, {
      method,
      url,
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
