import * as z from 'zod/mini';
import { readKeptKey } from '@/lib/domain/api-key';
import { destinationSettingsSchema } from '@/lib/messaging/destination-messages';
import { chosenSchema } from '@/lib/messaging/guide-messages';
import { id, note, short, tags } from '@/lib/messaging/parts';
import type { ContentsMessage } from '@/lib/messaging/recovery-messages';
import type { ReadKey } from '@/lib/vault/backup';
import { storedSchema } from './recipe-book';

// What a later version adds to an entry is left out; an entry that can't be read is left out whole.
const keySchema = z.object({
  id,
  key: z.string().check(z.maxLength(512)),
  createdAt: z.int().check(z.nonnegative()),
  details: z.object({
    ...chosenSchema.shape,
    recipeId: z.optional(id),
    replaces: z.optional(id),
    organization: z.optional(short),
    trackingId: z.optional(short),
    note: z.optional(note),
    tags: z.optional(tags),
  }),
});
const destinationSchema = z.object({ id, settings: destinationSettingsSchema });

/** What of a backup can be used here. Nobody but the file's own maker has vouched for what is in it. */
export function readEntries({ keys, destinations, recipes, unreadable }: ContentsMessage) {
  const read = {
    keys: keys.flatMap(readKey),
    destinations: readAll(destinationSchema, destinations),
    recipes: readAll(storedSchema, recipes),
  };
  const given = keys.length + destinations.length + recipes.length;
  const used = read.keys.length + read.destinations.length + read.recipes.length;
  return { ...read, unreadable: unreadable + given - used };
}

function readKey(entry: unknown): ReadKey[] {
  const { data } = keySchema.safeParse(entry);
  const key = data && readKeptKey(data.key);
  return key ? [{ ...data, key }] : [];
}

function readAll<T>(schema: z.ZodMiniType<T>, entries: readonly unknown[]): T[] {
  return entries.flatMap((entry) => {
    const { success, data } = schema.safeParse(entry);
    return success ? [data] : [];
  });
}
