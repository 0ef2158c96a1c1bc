import { createVerifying } from '@/lib/background/verifying';
import { keyKind, redact, type ApiKey } from '@/lib/domain/api-key';
import { USUAL_CHECKING } from '@/lib/domain/checking';
import { FRESH_FOR, type Drifts, type ProofProgress } from '@/lib/domain/verification';
import { bubble } from '@/lib/recipes/bubble';
import { doit } from '@/lib/recipes/doit';
import type { KeyDetails } from '@/lib/vault/item';
import { holding, keyOf, openaiWorld, type Reply } from '../verification/openai-world';

const NOW = Date.UTC(2026, 10, 21);

/** One saved key, what is kept of it, and OpenAI's answers for the scopes that it has. */
export function verifyingWorld(key: ApiKey = keyOf('admin')) {
  const world = {
    key,
    scopes: ['api.usage.read'] as readonly string[],
    /** What OpenAI says to everything, in place of what the scopes come to. */
    all: undefined as Reply | undefined,
    allowed: true,
    age: FRESH_FOR,
    settings: USUAL_CHECKING,
    details: { recipeId: 'doit' } as KeyDetails,
    notes: new Map<string, unknown>(),
    /** Each progress that pages were told of; undefined when it was over. */
    told: [] as (ProofProgress | undefined)[],
    /** What its places are found to hold. */
    drift: (before: Drifts): Drifts => before,
    /** How much later each answer comes, in milliseconds. */
    slow: 1_000,
  };
  let proofs = {};
  let time = NOW;
  const { asked, io } = openaiWorld((method, path) => {
    time += world.slow;
    return world.all ?? holding(world.scopes)(method, path);
  }, NOW);
  const item = () => ({
    id: 'key',
    kind: keyKind(world.key),
    redacted: redact(world.key),
    createdAt: NOW - world.age,
    details: world.details,
  });
  const verifying = createVerifying({
    vault: {
      item: () => Promise.resolve(item()),
      items: () => Promise.resolve([item(), item()]),
      async note(id, value) {
        world.notes.set(id, value);
      },
      sealNote: async (id, value) => ({ id, v: 1, sealed: value as never }),
      readNote: async <T>(id: string) => world.notes.get(id) as T | undefined,
      async revise(_id, change) {
        world.details = change(world.details);
      },
    },
    book: {
      read: () =>
        Promise.resolve({
          entries: [],
          recent: [],
          damaged: [],
          find(id) {
            const recipe = [doit, bubble].find((each) => each.id === id);
            return recipe && { recipe, origin: 'catalogue' };
          },
        }),
    },
    memory: {
      async change(next) {
        const memory = {
          guides: {},
          held: [],
          offers: [],
          choices: {},
          portalOrigins: {},
          revision: 0,
          proofs,
        };
        proofs = next(memory).proofs ?? {};
        world.told.push((proofs as Record<string, ProofProgress>)['key']);
      },
    },
    settings: () => Promise.resolve(world.settings),
    mayProve: () => Promise.resolve(world.allowed),
    io: { ...io, now: () => time },
    drift: (_itemId, before) => Promise.resolve(world.drift(before)),
  });
  /** Proves it and keeps the result, as the background does. */
  async function prove() {
    const result = await verifying.verify('key', world.key);
    const note = await verifying.sealResult('key', result, await verifying.lookAtPlaces('key'));
    world.notes.set(note.id, note.sealed);
    return result;
  }
  return { world, asked, verifying, prove };
}
