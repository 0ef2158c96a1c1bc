/** What OpenAI's page showed as chosen beside the dialog, when a key was made. */
export interface ShownOwner {
  readonly organization?: string;
  /** The project of the sidebar; the dialog may have named another. */
  readonly project?: string;
  readonly projectId?: string;
}

/** What OpenAI's answers to a key say of whose it is. */
export interface OwnerFacts {
  /** Of a response's header: an id, or the organization's short name. */
  readonly organization?: string;
  /** Of a response's header. */
  readonly projectId?: string;
  /** The organizations of the person whose key it is. */
  readonly organizations?: readonly Organization[];
}

/** An organization, as `/v1/me` names it. */
export interface Organization {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
}

/** Whether the page and the API mean the same; `unknown` when one of them does not say. */
export type OwnerMatch = 'same' | 'other' | 'unknown';

/** Whose a key is, as far as it is known. */
export interface OwnerView {
  /** In the API's words, for people. */
  readonly organization?: string;
  readonly organizationMatch: OwnerMatch;
  /** What the page showed. */
  readonly shown?: string;
  /** Undefined for a key that belongs to no project. */
  readonly projectMatch?: OwnerMatch;
}

/**
 * Compares what the page showed with what the API says. A short name never proves that two are
 * different, and the sidebar's project counts only when the dialog named no other.
 * @param chosen the project that the create dialog showed
 */
export function compareOwner(
  isAdmin: boolean,
  shown: ShownOwner = {},
  facts: OwnerFacts = {},
  chosen?: string,
): OwnerView {
  const entry = organizationOf(facts);
  const organization = entry?.title ?? entry?.name ?? facts.organization;
  return {
    organizationMatch: matchOrganization(shown.organization, facts, entry),
    ...(organization ? { organization } : {}),
    ...(shown.organization ? { shown: shown.organization } : {}),
    ...(isAdmin ? {} : { projectMatch: matchProject(shown, facts, chosen) }),
  };
}

function organizationOf({ organization, organizations = [] }: OwnerFacts) {
  if (organization === undefined) {
    return organizations.length === 1 ? organizations[0] : undefined;
  }
  return organizations.find(({ id, name }) => id === organization || name === organization);
}

function matchOrganization(
  shown: string | undefined,
  { organization }: OwnerFacts,
  entry: Organization | undefined,
): OwnerMatch {
  if (shown === undefined) return 'unknown';
  const names = [entry?.title, entry?.name, organization].flatMap((name) => name ?? []).map(plain);
  if (names.includes(plain(shown))) return 'same';
  if (entry?.title === undefined) return 'unknown';
  const [a, b] = [plain(entry.title), plain(shown)];
  // "Personal" and "Personal Organization" may be one and the same.
  return a.includes(b) || b.includes(a) ? 'unknown' : 'other';
}

function matchProject(
  shown: ShownOwner,
  { projectId }: OwnerFacts,
  chosen: string | undefined,
): OwnerMatch {
  const isShown = chosen === undefined || chosen === shown.project;
  if (!isShown || projectId === undefined || shown.projectId === undefined) return 'unknown';
  return projectId === shown.projectId ? 'same' : 'other';
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
