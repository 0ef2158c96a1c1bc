import { ADMIN_ROWS, PROJECT_ROWS, type MatrixRow } from './matrix-rows.ts';
import { VERSIONS, type Version } from './scene.ts';

export type { MatrixRow } from './matrix-rows.ts';

/** What kind of key the stand-in made. */
export type FakeKeyKind = 'admin' | 'project' | 'service-account';

/** What the create dialog offers as permission. */
export type Permission = 'all' | 'restricted' | 'read-only';

const A = ADMIN_ROWS;
const ADMIN_TODAY = [A.checkpoints, A.audit, A.usage, A.administration];

/** Of the summer of 2026 nothing is known; there were no permissions before 2025 (openai-platform.md §1.6). */
const ADMIN: Readonly<Record<Version, readonly MatrixRow[]>> = {
  'oct-2026': ADMIN_TODAY,
  'aug-2026': ADMIN_TODAY,
  'may-2025': [A.management, A.usage],
  'feb-2024': [],
};

const P = PROJECT_ROWS;

/** The rows of each version (openai-platform.md §1.4); the order of August 2026 is made up. */
const PROJECT: Readonly<Record<Version, readonly MatrixRow[]>> = {
  'oct-2026': [
    P.listModels,
    P.capabilities,
    P.threads,
    P.evals,
    P.fineTuning,
    P.files,
    P.videos,
    P.vectorStores,
    P.prompts,
    P.batch,
    P.tunnels,
    P.datasets,
    P.safetyAlerts,
  ],
  'aug-2026': [
    P.listModels,
    P.capabilities,
    P.assistants,
    P.threads,
    P.evals,
    P.fineTuning,
    P.files,
    P.videos,
    P.vectorStores,
    P.prompts,
    P.batch,
  ],
  // Which rows were added in the course of 2025 is not known: these are those of 2024, as renamed.
  'may-2025': [P.listModels, P.capabilities, P.assistants, P.threads, P.fineTuning, P.files],
  // Read in June 2024.
  'feb-2024': [P.models, P.capabilitiesWrite, P.assistants, P.threads, P.fineTuning, P.files],
};

/** The matrix of a kind of key, in a version of the dashboard. */
export function matrixOf(kind: FakeKeyKind, version: Version): readonly MatrixRow[] {
  return (kind === 'admin' ? ADMIN : PROJECT)[version];
}

/** The scopes that a choice of permission grants, whichever version's row was chosen from. */
export function scopesOf(
  kind: FakeKeyKind,
  permission: Permission,
  chosen: Readonly<Record<string, string>>,
): string[] {
  const rows = VERSIONS.flatMap((version) => matrixOf(kind, version)).flatMap((row) => [
    row,
    ...(row.children ?? []),
  ]);
  const every = rows.flatMap(({ choices }) => Object.values(choices).flat());
  const granted =
    permission === 'all'
      ? every
      : permission === 'read-only'
        ? every.filter((scope) => scope.endsWith('.read'))
        : rows.flatMap(({ row, choices }) => choices[chosen[row] ?? 'None'] ?? []);
  return [...new Set(granted)];
}
