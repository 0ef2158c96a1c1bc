import type { Moto } from '../moto.ts';
import { playParameterStore, playSecretsManager } from './aws.ts';
import { playGithub } from './github.ts';
import { playNexla } from './nexla.ts';
import type { Place } from './place.ts';
import { playVault1, playVault2 } from './vault.ts';
import { playReceiver } from './webhook.ts';

/** Plays a destination from its beginning. */
export type Play = () => Promise<Place<never>>;

/** A suite is the same for all, whatever the settings look like. */
const asAny = <S>(place: Promise<Place<S>>) => place as unknown as Promise<Place<never>>;

/** Every adapter, in each of its manners, and who plays its destination. */
export const placesWith = (moto: () => Moto): Readonly<Record<string, Play>> => ({
  'vault-kv, version 2': () => asAny(playVault2()),
  'vault-kv, version 1': () => asAny(playVault1()),
  'github-actions, repository': () => asAny(playGithub('repository')),
  'github-actions, environment': () => asAny(playGithub('environment')),
  'github-actions, organization': () => asAny(playGithub('organization')),
  'aws-secrets-manager': () => asAny(playSecretsManager(moto())),
  'aws-parameter-store': () => asAny(playParameterStore(moto())),
  nexla: () => asAny(playNexla()),
  'webhook, a shared secret': () => asAny(playReceiver({ signature: 'shared', echoes: false })),
  'webhook, a pair and an echo': () => asAny(playReceiver({ signature: 'pair', echoes: true })),
});
