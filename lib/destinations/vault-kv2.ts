import type { Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import { mayReplace, type Adapter, type Job } from './destination';
import { asObject } from './json-api';
import {
  callVault,
  kvPath,
  patchVault,
  tokenEnd,
  vaultApi,
  type VaultKvSettings,
} from './vault-api';

type Engine = Pick<Adapter<VaultKvSettings>, 'test' | 'plan' | 'deliver' | 'confirm'> &
  Required<Pick<Adapter<VaultKvSettings>, 'undo'>>;

/** The part of a secret's metadata that is used. */
interface Metadata {
  readonly current_version: number;
  readonly custom_metadata?: Readonly<Record<string, string>> | null;
  readonly versions?: Readonly<
    Record<
      string,
      { readonly created_time: string; readonly deletion_time: string; readonly destroyed: boolean }
    >
  >;
}

/** Written before the value, so that a worker that dies in between is understood afterwards. */
const OPERATION = 'keyferry-operation';
const VERSION = 'keyferry-version';
const QUEUED = 'keyferry-queued';
/** The version of ours that stood there before, until the new one is written. */
const BEFORE = 'keyferry-before';
const OURS = 'managed-by';

/** KV version 2. */
export const kv2: Engine = {
  async test(settings, io) {
    await metadataOf(settings, io);
    return tokenEnd(io, settings);
  },

  async plan(job, io) {
    return planFor(await metadataOf(job.settings, io), job);
  },

  async deliver(job, io) {
    const { operationId, settings, queuedAt } = job;
    const present = await metadataOf(settings, io);
    const { action, at } = planFor(present, job);
    if (action === 'conflict' && !mayReplace(job, at)) {
      throw new KeyferryError('destination_conflict', [settings.path]);
    }
    const before = present?.current_version ?? 0;
    if (action === 'nothing') return String(before);
    const tell = (custom_metadata: object) =>
      callVault(io, settings, 'POST', kvPath('metadata', settings), { custom_metadata });
    const told = await tell({
      ...present?.custom_metadata,
      [OURS]: 'keyferry',
      [OPERATION]: operationId,
      [VERSION]: String(before + 1),
      [QUEUED]: String(queuedAt),
      [BEFORE]: action === 'new-version' ? String(before) : '',
      ...(job.labels.product === undefined ? {} : { 'keyferry-product': job.labels.product }),
      ...(job.labels.expires === undefined ? {} : { 'keyferry-expires': job.labels.expires }),
    });
    if (told.status !== 204 && told.status !== 200) throw told.error;
    const body = { options: { cas: before }, data: { [settings.field]: await job.key() } };
    const written = isThere(present)
      ? await patchVault(io, settings, kvPath('data', settings), body)
      : await callVault(io, settings, 'POST', kvPath('data', settings), body);
    if (written.status === 400 && isCasMismatch(written.body)) {
      // The version that we told of is somebody else's now.
      await tell(present?.custom_metadata ?? {});
      throw new KeyferryError('destination_conflict', [settings.path]);
    }
    if (written.status !== 200) throw written.error;
    return String(before + 1);
  },

  async confirm(job, io) {
    const { operationId, settings } = job;
    const present = await metadataOf(settings, io);
    const said = present?.custom_metadata;
    if (!present || said?.[OPERATION] !== operationId) {
      planFor(present, job);
      return 'absent';
    }
    const expected = Number(said[VERSION]);
    if (present.current_version < expected) return 'absent';
    if (present.current_version > expected || !isThere(present)) throw changed(settings);
    return {
      reference: `${vaultApi(settings).place} › ${settings.mount}/${settings.path} › ${settings.field}`,
      version: String(expected),
      at: io.now(),
      proof: 'metadata',
    };
  },

  undo: {
    async plan(job, io) {
      return undoFor(await metadataOf(job.settings, io), job);
    },
    async run(job, io) {
      const { settings } = job;
      const present = await metadataOf(settings, io);
      const action = undoFor(present, job);
      if (action === 'gone') return;
      if (action === 'changed') throw changed(settings);
      const versions = [present?.current_version];
      const done = await callVault(io, settings, 'POST', kvPath('delete', settings), { versions });
      if (done.status !== 204 && done.status !== 200) throw done.error;
    },
  },
};

const changed = ({ path }: VaultKvSettings) => new KeyferryError('destination_changed', [path]);

/** @throws KeyferryError `destination_changed` when a key is there that was queued later */
function planFor(present: Metadata | undefined, job: Job<VaultKvSettings>): Plan {
  const said = present?.custom_metadata;
  if (said?.[OPERATION] !== job.operationId && Number(said?.[QUEUED] ?? 0) > job.queuedAt) {
    throw changed(job.settings);
  }
  if (!isThere(present)) return { action: 'create' };
  const current = String(present?.current_version);
  const at = Date.parse(present?.versions?.[current]?.created_time ?? '');
  const when = Number.isNaN(at) ? {} : { at };
  const isArrived = said?.[VERSION] === current;
  if (said?.[OPERATION] === job.operationId && isArrived) return { action: 'nothing', ...when };
  const isOurs = said?.[OURS] === 'keyferry' && (isArrived || said[BEFORE] === current);
  return { action: isOurs ? 'new-version' : 'conflict', ...when };
}

/** A version before ours can't be made current without reading it, and that we don't. */
function undoFor(present: Metadata | undefined, { operationId }: Job<VaultKvSettings>) {
  if (!isThere(present)) return 'gone' as const;
  const said = present?.custom_metadata;
  const isOurs =
    said?.[OPERATION] === operationId && Number(said[VERSION]) === present?.current_version;
  return isOurs ? ('remove' as const) : ('changed' as const);
}

/** Whether the current version of a secret can be read by somebody. */
function isThere(present: Metadata | undefined): boolean {
  const current = present?.versions?.[String(present.current_version)];
  return current !== undefined && current.deletion_time === '' && !current.destroyed;
}

/** Vault answers a lost race with 400 and this sentence, among other reasons for 400. */
function isCasMismatch(body: unknown): boolean {
  const { errors } = (body ?? {}) as { readonly errors?: unknown };
  return Array.isArray(errors) && errors.some((each) => String(each).includes('check-and-set'));
}

async function metadataOf(settings: VaultKvSettings, io: Io): Promise<Metadata | undefined> {
  const answer = await callVault(io, settings, 'GET', kvPath('metadata', settings));
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw answer.error;
  const { data } = asObject<{ data: Metadata }>(answer, vaultApi(settings));
  return typeof data?.current_version === 'number' ? data : undefined;
}
