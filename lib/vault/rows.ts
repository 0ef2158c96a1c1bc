import type { Envelope, Sealed } from '@/lib/crypto/envelope';

/** A key as it was sealed at capture. An unlock makes a record of it. Times are epoch milliseconds. */
export interface InboxRow {
  readonly id: string;
  readonly v: 1;
  readonly createdAt: number;
  /** Salted hash of the key: the same key is the same item. */
  readonly fingerprint: string;
  readonly tabId?: number;
  readonly sealed: Sealed;
}

/** A key at rest: the secret, and what is known of it, encrypted apart. */
export interface RecordRow {
  readonly id: string;
  readonly v: 1;
  readonly revision: number;
  readonly createdAt: number;
  readonly fingerprint: string;
  readonly secret: Envelope;
  readonly details: Envelope;
}

/** A destination's settings and credentials at rest. */
export interface DestinationRow {
  readonly id: string;
  readonly v: 1;
  readonly revision: number;
  readonly settings: Envelope;
}

/** Something that was learned while the vault may have been locked. */
export interface NoteRow {
  readonly id: string;
  readonly v: 1;
  readonly sealed: Sealed;
}

/** The recovery code at rest, with what is known of the backups that it opens, which is authenticated with it. */
export interface RecoveryRow {
  readonly v: 1;
  readonly code: Envelope;
  /** When the last backup was saved. */
  readonly savedAt: number;
  /** How many keys were there when a backup was last saved, or put off. Zero before either. */
  readonly keysThen: number;
}

/** Passphrases tried since the last right one, so that a restart does not forget them. */
export interface Tries {
  readonly count: number;
  readonly last: number;
}

/** A part of the list of what the vault holds, and in which revision. */
export interface ManifestRow {
  readonly id: string;
  readonly v: 1;
  readonly revision: number;
  readonly entries: Envelope;
}

/** A key that is to be deleted at the next lock. */
export interface DiscardedRow {
  readonly id: string;
  readonly at: number;
}
