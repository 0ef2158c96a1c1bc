import type { Plan } from '@/lib/domain/delivery';
import { KeyferryError } from '@/lib/domain/errors';
import type { Io } from '@/lib/http';
import type { Adapter, Job } from './destination';
import { asObject } from './json-api';
import { callVault, kvPath, patchVault, vaultApi, type VaultKvSettings } from './vault-api';

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
const OURS = 'managed-by';

/** KV version 2. */
export const kv2: Engine = {
  async test(settings, io) {
    await metadataOf(settings, io);
  },

  async plan({ operationId, settings }, io) {
    return planFor(await metadataOf(settings, io), operationId);
  },

  async deliver(job, io) {
    const { operationId, settings, overwrite, queuedAt } = job;
    const present = await metadataOf(settings, io);
    const { action } = planFor(present, operationId);
    if (action === 'conflict' && !overwrite) {
      throw new KeyferryError('destination_conflict', [settings.path]);
    }
    const before = present?.current_version ?? 0;
    if (action === 'nothing') return String(before);
    const told = await callVault(io, settings, 'POST', kvPath('metadata', settings), {
      custom_metadata: {
        ...present?.custom_metadata,
        [OURS]: 'keyferry',
        [OPERATION]: operationId,
        [VERSION]: String(before + 1),
        [QUEUED]: String(queuedAt),
        ...(job.labels.product === undefined ? {} : { 'keyferry-product': job.labels.product }),
        ...(job.labels.expires === undefined ? {} : { 'keyferry-expires': job.labels.expires }),
      },
    });
    if (told.status !== 204 && told.status !== 200) throw told.error;
    const body = { options: { cas: before }, data: { [settings.field]: await job.key() } };
    const written = isThere(present)
      ? await patchVault(io, settings, kvPath('data', settings), body)
      : await callVault(io, settings, 'POST', kvPath('data', settings), body);
    if (written.status === 400 && isCasMismatch(written.body)) {
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
      // A later delivery of ours stands there: this one must not put an older key back.
      if (Number(said?.[QUEUED] ?? 0) > job.queuedAt) throw changed(settings);
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

function planFor(present: Metadata | undefined, operationId: string): Plan {
  if (!isThere(present)) return { action: 'create' };
  const said = present?.custom_metadata;
  const at = Date.parse(present?.versions?.[String(present.current_version)]?.created_time ?? '');
  const when = Number.isNaN(at) ? {} : { at };
  const isArrived = Number(said?.[VERSION]) === present?.current_version;
  if (said?.[OPERATION] === operationId && isArrived) return { action: 'nothing', ...when };
  return { action: said?.[OURS] === 'keyferry' ? 'new-version' : 'conflict', ...when };
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
