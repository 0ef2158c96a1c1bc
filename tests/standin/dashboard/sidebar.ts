import type { Scene, Version } from '../scene.ts';

/** Where a link of the sidebar leads, and its name. */
export type SidebarLink = readonly [to: string, label: string];

export const ADMIN_KEYS = '/settings/organization/admin-keys';

const SETTINGS: readonly SidebarLink[] = [
  ['/settings/proj_fake', 'Settings'],
  ['/settings/organization/general', 'General'],
  [ADMIN_KEYS, 'Admin keys'],
];

/** The sidebar of August 2026 (openai-platform.md §1.1), and the Settings pages that a guide passes. */
const OF_2026: readonly SidebarLink[] = [
  ['/home', 'Home'],
  ['/chat/edit', 'Chat'],
  ['/audio', 'Audio'],
  ['/playground/images', 'Images'],
  ['/codex', 'Codex'],
  ['/api-keys', 'API Keys'],
  ['/usage', 'Usage'],
  ['/logs', 'Logs'],
  ['/batches', 'Batches'],
  ['/storage', 'Storage'],
  ['/plugins', 'Plugins'],
  ...SETTINGS,
];

/** The names are evidence (§1.2); the addresses that the newer sidebar doesn't have are made up. */
const LINKS: Readonly<Record<Version, readonly SidebarLink[]>> = {
  'oct-2026': OF_2026,
  'aug-2026': OF_2026,
  'may-2025': [
    ['/logs', 'Logs'],
    ['/traces', 'Traces'],
    ['/assistants', 'Assistants'],
    ['/batches', 'Batches'],
    ['/evaluations', 'Evaluations'],
    ['/finetune', 'Fine-tuning'],
    ['/storage', 'Storage'],
    ['/usage', 'Usage'],
    ['/api-keys', 'API keys'],
    ...SETTINGS,
  ],
  // Admin keys came later.
  'feb-2024': [
    ['/playground', 'Playground'],
    ['/assistants', 'Assistants'],
    ['/finetune', 'Fine-tuning'],
    ['/api-keys', 'API keys'],
    ['/files', 'Files'],
    ['/usage', 'Usage'],
    ['/settings/organization/general', 'Settings'],
  ],
};

/** The sidebar's links. That one of them leads to the workspace's console is made up. */
export function linksOf({ version, workspaceConsole }: Scene): readonly SidebarLink[] {
  const other: SidebarLink = ['https://chatgpt.com/admin/credentials', 'Admin Console'];
  return workspaceConsole ? [...LINKS[version], other] : LINKS[version];
}
