import * as z from 'zod/mini';
import { readAddress } from '@/lib/domain/address';
import type { AdapterId } from '@/lib/domain/naming';
import type { DeviceCode, GithubToken, NotYet, VaultToken } from '@/lib/domain/sign-in';
import type { SavedDestination } from '@/lib/domain/views';
import { id, nothing, ours } from './parts';

const aws = {
  region: z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/)),
  accessKeyId: z.string().check(z.regex(/^[A-Z0-9]{16,128}$/)),
  secretAccessKey: z.string().check(z.minLength(16), z.maxLength(256)),
  sessionToken: z.optional(z.string().check(z.maxLength(4096))),
};
/** A name or a template of one: its placeholders stand in braces. */
const name = (form: RegExp) => z.string().check(z.regex(form));

/** Settings of an AWS Secrets Manager destination. */
export const awsSettingsSchema = z.strictObject({
  ...aws,
  secretName: name(/^[A-Za-z0-9/_+=.@{}-]{1,512}$/),
});

/** Settings of an AWS Systems Manager Parameter Store destination. */
export const awsParameterSchema = z.strictObject({
  ...aws,
  parameterName: name(/^[A-Za-z0-9/_.{}-]{1,512}$/),
});

const address = z.string().check(
  z.maxLength(300),
  z.refine((text) => 'origin' in readAddress(text)),
);
/** Bech32 of an X25519 public key. */
const ageRecipient = z.string().check(z.regex(/^age1[02-9ac-hj-np-z]{58}$/));
const token = z.string().check(z.minLength(8), z.maxLength(8192), z.regex(/^[!-~]+$/));

/** When a token ends; epoch milliseconds. */
const expiresAt = z.optional(z.string().check(z.regex(/^\d{13}$/)));
// A part of dots alone would lead out of where it is.
const mount = z
  .string()
  .check(
    z.regex(/^(?!(.*\/)?\.{1,2}(\/|$))[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/),
    z.maxLength(200),
  );

/** Where people sign in to a Vault by OIDC. */
const vaultLogin = {
  address,
  namespace: z.optional(z.string().check(z.maxLength(200), z.regex(/^[!-~]*$/))),
  oidcMount: z.optional(mount),
  oidcRole: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,100}$/))),
};

/** Settings of a HashiCorp Vault or OpenBao destination, secrets engine KV. */
export const vaultKvSchema = z.strictObject({
  ...vaultLogin,
  version: z.enum(['1', '2']),
  mount,
  path: name(/^[A-Za-z0-9_.{}/-]{1,400}$/),
  /** The field of the secret that holds the key. */
  field: z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,100}$/)),
  token,
  /** When the token ends, where the person signed in instead of typing one. */
  expiresAt,
});

const clientId = z.string().check(z.regex(/^[A-Za-z0-9._-]{8,64}$/));
const login = z.string().check(z.regex(/^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,100}$/));

/** Settings of a GitHub Actions destination. */
export const githubSchema = z.strictObject({
  /** Where GitHub's API is: another address for a GitHub Enterprise Server. */
  address,
  scope: z.enum(['repository', 'environment', 'organization']),
  owner: login,
  repository: z.optional(login),
  // Any name but one of dots alone, which leads out of its place in an address however it is written.
  environment: z.optional(
    z.string().check(z.maxLength(255), z.regex(/^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]+$/u)),
  ),
  /** Which repositories see an organization's secret. */
  visibility: z.optional(z.enum(['all', 'private'])),
  name: name(/^[A-Za-z0-9_{}]{1,200}$/),
  token,
  /** The person's own GitHub App, where they signed in instead of typing a token. */
  clientId: z.optional(clientId),
  refreshToken: z.optional(token),
  expiresAt,
});

/** Settings of a Nexla destination. */
export const nexlaSchema = z.strictObject({
  address,
  serviceKey: token,
  /** The credential's name. */
  name: z.string().check(z.minLength(1), z.maxLength(120)),
});

/** Settings of a webhook: `whsec_` and a shared secret, or `whsk_` and an Ed25519 private key, in base64. */
export const webhookSchema = z.strictObject({
  address,
  name: name(/^[A-Za-z0-9/_.{}-]{1,200}$/),
  secret: z.string().check(z.regex(/^(whsec|whsk)_[A-Za-z0-9+/]{32,}={0,2}$/), z.maxLength(200)),
  /** Encrypts the key to this age recipient within the message. */
  recipient: z.optional(ageRecipient),
});

/** Settings of a file. A recipient is an age recipient, or dotenvx's public key. */
export const fileSchema = z.strictObject({
  name: name(/^[A-Za-z0-9_.{}-]{1,100}$/),
  format: z.enum(['age', 'dotenvx', 'env']),
  recipient: z.optional(z.union([ageRecipient, z.string().check(z.regex(/^0[23][0-9a-f]{64}$/))])),
  variable: z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/)),
});

/** What the person calls it. */
const label = z.string().check(z.minLength(1), z.maxLength(60));

const destination = <A extends AdapterId, S extends z.ZodMiniType>(adapter: A, settings: S) =>
  z.strictObject({
    adapter: z.literal(adapter),
    label,
    settings,
  });

/** Settings of any configured destination, told apart by `adapter`. */
export const destinationSettingsSchema = z.discriminatedUnion('adapter', [
  destination('aws-secrets-manager', awsSettingsSchema),
  destination('aws-parameter-store', awsParameterSchema),
  destination('vault-kv', vaultKvSchema),
  destination('github-actions', githubSchema),
  destination('nexla', nexlaSchema),
  destination('webhook', webhookSchema),
  destination('file', fileSchema),
]);
/** See {@link destinationSettingsSchema}. */
export type DestinationSettings = z.infer<typeof destinationSettingsSchema>;

/** What the form of a saved destination holds; its schema is asked once its credentials are put in. */
const changed = z.strictObject({
  destinationId: id,
  label,
  settings: z
    .record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(8192)))
    .check(z.refine((settings) => Object.keys(settings).length > 0)),
});

/** The messages about destinations; a part of the table of messages. */
export const destinationMessages = {
  'destination/save': { from: ours, request: () => destinationSettingsSchema },
  /** Whether these settings would work, as far as that can be told without writing. */
  'destination/test': { from: ours, request: () => destinationSettingsSchema },
  /** A saved destination as its form shows it again: without its credentials. */
  'destination/read': { from: ours, request: () => z.strictObject({ destinationId: id }) },
  /** Changes a saved destination. A credential that is left out stays as it is. */
  'destination/update': { from: ours, request: () => changed },
  /** The same as `destination/test`, for the change of a saved one. */
  'destination/test-update': { from: ours, request: () => changed },
  'destination/remove': { from: ours, request: () => z.strictObject({ destinationId: id }) },
  /** Brings back a destination or a recipe that was removed since the unlock. */
  'removed/restore': { from: ours, request: () => z.strictObject({ id }) },
  /** Begins a sign-in to GitHub with the person's own app. */
  'destination/sign-in': { from: ours, request: () => z.strictObject({ address, clientId }) },
  /** Whether they have allowed it on GitHub's page. */
  'destination/signed-in': {
    from: ours,
    request: () => z.strictObject({ address, clientId, deviceCode: token }),
  },
  /** Signs in to a Vault by OIDC, in a window of the browser's. */
  'destination/oidc': { from: ours, request: () => z.strictObject(vaultLogin) },
  /** The same for a saved destination whose token has ended, which gets the new one. */
  'destination/oidc-again': { from: ours, request: () => z.strictObject({ destinationId: id }) },
  /** Makes a pair of keys for signing messages to a webhook. */
  'destination/webhook-pair': { from: ours, request: nothing },
} as const;

/** A test that passed: when the credentials end, where the destination says it. Epoch milliseconds. */
interface CredentialsTold {
  readonly endsAt?: number;
}

/** What the messages about destinations are answered with. */
export interface DestinationAnswers {
  'destination/save': { readonly destinationId: string };
  'destination/test': CredentialsTold;
  'destination/test-update': CredentialsTold;
  'destination/read': SavedDestination;
  'destination/sign-in': DeviceCode;
  /** The token is for the settings. */
  'destination/signed-in': GithubToken | NotYet;
  /** The token is for the settings. */
  'destination/oidc': VaultToken;
  /** The secret is for the settings, the public key for the receiver. */
  'destination/webhook-pair': { readonly secret: string; readonly publicKey: string };
}
