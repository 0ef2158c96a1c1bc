import { fromBase64, toBase64, type Bytes } from '@/lib/crypto/base64';
import { KeyferryError } from '@/lib/domain/errors';
import type { PasskeyView } from '@/lib/domain/views';

/** A new passkey, and the 32 bytes (base64) that it computes. */
interface Made {
  readonly credentialId: string;
  readonly salt: string;
  readonly prf: string;
}

/** The browsers' list of signature algorithms (COSE): EdDSA, ES256, RS256. Nothing here is ever signed for anyone. */
const ALGORITHMS = [-8, -7, -257];

/**
 * Has the browser make a passkey that can compute (WebAuthn's PRF extension), and asks it to. Shows
 * the browser's own dialog, so that a popup would close: for a page in a tab, from a press.
 * @param known the passkeys that the vault has already; their authenticators make no second one
 * @throws KeyferryError passkey_unsupported, passkey_known, passkey_cancelled
 */
export async function makePasskey(known: readonly PasskeyView[]): Promise<Made> {
  const salt = random(32);
  const made = await withWords(
    navigator.credentials.create({
      publicKey: {
        rp: { id: location.hostname, name: 'Keyferry' },
        user: { id: random(16), name: 'Keyferry', displayName: 'Keyferry' },
        challenge: random(32),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        excludeCredentials: known.map(named),
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const { prf } = made.getClientExtensionResults();
  const facts = { credentialId: toBase64(new Uint8Array(made.rawId)), salt: toBase64(salt) };
  if (prf?.results?.first) return { ...facts, prf: text(prf.results.first) };
  if (!prf?.enabled) throw new KeyferryError('passkey_unsupported');
  // Some compute only when they are used, not when they are made.
  return { ...facts, prf: await askPasskey([facts]) };
}

/**
 * Has the person use one of these passkeys. @returns what it computes, in base64
 * @throws KeyferryError passkey_unsupported, passkey_cancelled
 */
export async function askPasskey(
  known: readonly Pick<PasskeyView, 'credentialId' | 'salt'>[],
): Promise<string> {
  const evalByCredential = Object.fromEntries(
    known.map(({ credentialId, salt }) => [urlSafe(credentialId), { first: fromBase64(salt) }]),
  );
  const used = await withWords(
    navigator.credentials.get({
      publicKey: {
        rpId: location.hostname,
        challenge: random(32),
        userVerification: 'required',
        allowCredentials: known.map(named),
        extensions: { prf: { evalByCredential } },
      },
    }),
  );
  const first = used.getClientExtensionResults().prf?.results?.first;
  if (!first) throw new KeyferryError('passkey_unsupported');
  return text(first);
}

/** The browser's answer, or our words for why there is none. */
async function withWords(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const answer = await asked.catch((error: unknown) => {
    throw new KeyferryError(codeOf(error));
  });
  if (!answer) throw new KeyferryError('passkey_cancelled');
  return answer as PublicKeyCredential;
}

function codeOf(error: unknown) {
  switch (error instanceof DOMException && error.name) {
    case 'NotSupportedError':
    case 'ConstraintError':
    case 'SecurityError':
      return 'passkey_unsupported';
    case 'InvalidStateError':
      return 'passkey_known';
    default:
      return 'passkey_cancelled';
  }
}

function named({ credentialId }: Pick<PasskeyView, 'credentialId'>) {
  return { type: 'public-key' as const, id: fromBase64(credentialId) };
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

function text(bytes: BufferSource): string {
  return toBase64(new Uint8Array(bytes as ArrayBuffer));
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
