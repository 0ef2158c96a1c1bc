/** What a name at a destination can be made of. */
export interface NameFacts {
  readonly product: string;
  readonly project: string;
  readonly kind: string;
}

const PLACEHOLDER = /\{(product|project|kind)\}/g;

/** How names at a kind of destination are made. */
export interface Naming {
  /** What a whole name must look like. */
  readonly form: RegExp;
  /** Makes a fact fit in. */
  fit(fact: string): string;
}

const words = (fact: string, joint: string) =>
  fact
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .join(joint);

const path = (form: RegExp): Naming => ({ form, fit: (fact) => words(fact, '-').toLowerCase() });
const variable = (form: RegExp): Naming => ({
  form,
  fit: (fact) => words(fact, '_').toUpperCase(),
});

/**
 * A template with its placeholders filled in. A fact that is not known, or of which nothing fits,
 * becomes `openai`.
 */
export function fillIn(template: string, facts: NameFacts, { fit }: Naming): string {
  return template.replaceAll(
    PLACEHOLDER,
    (_, name: keyof NameFacts) => fit(facts[name]) || fit('openai'),
  );
}

/** Naming rules by adapter, from each destination's own reference. */
export const NAMING = {
  /** AWS Secrets Manager, CreateSecret › Name. */
  'aws-secrets-manager': path(/^[A-Za-z0-9/_+=.@-]{1,512}$/),
  /** AWS Systems Manager, PutParameter › Name: up to 15 levels, none beginning with aws or ssm. */
  'aws-parameter-store': path(/^(?!\/?(aws|ssm))\/?[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+){0,14}$/i),
  /** Vault KV: a path without empty parts, and none of dots alone, which would lead out of it. */
  'vault-kv': path(/^(?!(.*\/)?\.{1,2}(\/|$))[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/),
  /** GitHub Actions: upper case by custom, never beginning with a digit or GITHUB_. */
  'github-actions': variable(/^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i),
  /** Nexla: a credential's title. */
  nexla: { form: /^.{1,120}$/u, fit: (fact) => fact },
  /** A webhook's receiver makes of it what it likes. */
  webhook: path(/^[A-Za-z0-9/_.-]{1,200}$/),
  /** A file's name. */
  file: path(/^(?!\.)[A-Za-z0-9_.-]{1,100}$/),
} as const satisfies Record<string, Naming>;

/** A kind of destination that has an adapter. */
export type AdapterId = keyof typeof NAMING;
