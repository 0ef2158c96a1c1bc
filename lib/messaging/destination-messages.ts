import * as z from 'zod/mini';
import { id, ours } from './parts';

/** Settings of an AWS Secrets Manager destination. */
export const awsSettingsSchema = z.strictObject({
  region: z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/)),
  secretName: z.string().check(z.regex(/^[A-Za-z0-9/_+=.@-]{1,512}$/)),
  accessKeyId: z.string().check(z.regex(/^[A-Z0-9]{16,128}$/)),
  secretAccessKey: z.string().check(z.minLength(16), z.maxLength(256)),
  sessionToken: z.optional(z.string().check(z.maxLength(4096))),
});

/** Settings of any configured destination, told apart by `adapter`. */
export const destinationSettingsSchema = z.discriminatedUnion('adapter', [
  z.strictObject({
    adapter: z.literal('aws-secrets-manager'),
    label: z.string().check(z.minLength(1), z.maxLength(60)),
    settings: awsSettingsSchema,
  }),
]);
/** See {@link destinationSettingsSchema}. */
export type DestinationSettings = z.infer<typeof destinationSettingsSchema>;

/** The messages about destinations; a part of the table of messages. */
export const destinationMessages = {
  'destination/save': { from: ours, request: destinationSettingsSchema },
  'destination/remove': { from: ours, request: z.strictObject({ destinationId: id }) },
} as const;

/** What the messages about destinations are answered with. */
export interface DestinationAnswers {
  'destination/save': { readonly destinationId: string };
}
