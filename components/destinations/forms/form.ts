import type { AdapterId } from '@/lib/domain/naming';

/** What stands in a form's fields, by the names of the settings that they become. */
export type Typed = Readonly<Record<string, string>>;

/** Why a field can't be right: a string's key, and the words in it. */
export interface Reason {
  readonly key: string;
  readonly words?: readonly string[];
}

/** One setting of a destination, as a person types it. */
export interface FormField {
  /** The setting that it becomes. */
  readonly name: string;
  /** `name` holds a template and is held to the destination's naming rule; `secret` is never shown again; `given` belongs to a sign-in and is not asked for here. */
  readonly kind: 'text' | 'secret' | 'address' | 'name' | 'choice' | 'given';
  /** Its strings: `ui.field.<say>`, `ui.fieldHint.<say>`. */
  readonly say: string;
  readonly optional?: true;
  /** What it must look like, which `ui.fieldForm.<rule>` says. */
  readonly form?: RegExp;
  /** As `say`, unless several fields share a rule. */
  readonly rule?: string;
  readonly longest?: number;
  readonly suggestions?: readonly string[];
  /** What a choice is made of: `ui.option.<say>_<choice>`. */
  readonly choices?: readonly string[];
  /** What stands there before anything is typed. */
  readonly start?: string;
  /** It is asked for, and sent, only while this holds. */
  readonly when?: (typed: Typed) => boolean;
}

/** How a kind of destination is set up: one file each. */
export interface DestinationForm {
  readonly adapter: AdapterId;
  readonly fields: readonly FormField[];
  /** What is wrong between fields, by the field at which it is said. */
  readonly reasons?: (typed: Typed) => Readonly<Record<string, Reason | undefined>>;
  /** The host patterns that the browser must allow; none when nothing is sent. */
  readonly origins: (typed: Typed) => readonly string[];
  /** The smallest rights, as text to paste or in the words of the destination's own pages. */
  readonly rights?: (typed: Typed) => string;
  /** Its credential works until somebody ends it: `ui.lasting.<adapter>` says what is safer. */
  readonly lasting?: (typed: Typed) => boolean;
  /** How one can sign in instead of typing a credential. What was given with it goes when another one is typed. */
  readonly signsIn?: 'device' | 'oidc';
  /** The signing pair can be made here, for this field. */
  readonly pairFor?: string;
}
