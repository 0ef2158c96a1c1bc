import type { DBSchema } from 'idb';
import type { LogRow } from '@/lib/activity/chain';
import type { Delivery, DeliveryState } from '@/lib/domain/delivery';
import type { Cause, VerificationRow } from '@/lib/domain/verification';
import type {
  DestinationRow,
  DiscardedRow,
  InboxRow,
  ManifestRow,
  NoteRow,
  RecordRow,
} from './rows';

/** The stores of the database. `migrations.ts` makes them. */
export interface Schema extends DBSchema {
  /** By name: `header`, `sealing-key`, `tries`, …; each name's own file knows its type. */
  meta: { key: string; value: unknown };
  inbox: { key: string; value: InboxRow; indexes: { fingerprint: string; tabId: number } };
  records: {
    key: string;
    value: RecordRow;
    indexes: { fingerprint: string; createdAt: number };
  };
  destinations: { key: string; value: DestinationRow };
  notes: { key: string; value: NoteRow };
  deliveries: {
    key: string;
    value: Delivery;
    indexes: { state: DeliveryState; itemId: string; destinationId: string; tabId: number };
  };
  verifications: {
    key: string;
    value: VerificationRow;
    indexes: { state: VerificationRow['state']; broke: Cause };
  };
  activity: { key: number; value: LogRow; indexes: { itemId: string } };
  manifest: { key: string; value: ManifestRow };
  discarded: { key: string; value: DiscardedRow };
  /** Of rows that are written while locked, by store and key: a row that changed alone is seen. */
  copies: { key: [CopiedStore, string]; value: NoteRow | Delivery | VerificationRow };
}

/** Stores whose rows have a copy. */
export type CopiedStore = 'notes' | 'deliveries' | 'verifications';

/** A store's name. */
export type StoreName =
  | CopiedStore
  | 'meta'
  | 'inbox'
  | 'records'
  | 'destinations'
  | 'activity'
  | 'manifest'
  | 'discarded'
  | 'copies';
