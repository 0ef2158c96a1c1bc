import type { ShownOwner } from '@/lib/domain/owner';

/**
 * What the sidebar shows as chosen: its first button names the project, its settings link carries
 * the project's id, and the button of a letter and a name that begins with it is the organization's
 * (openai-platform.md §1.1, §1.2, August 2026). Undefined where the page is another.
 * Runs in OpenAI's page by itself, so it uses nothing from outside of its own body.
 */
export function readSwitcher(): ShownOwner {
  const sidebar = document.querySelector('[aria-label="Main navigation"]');
  if (!sidebar) return {};
  const words = [...sidebar.querySelectorAll<HTMLElement>('button,[role="button"]')].map(
    ({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim(),
  );
  const named = words.map((each) => /^(\p{L})\s?(\1.+)$/iu.exec(each));
  const organization = named.findLast((match) => match !== null)?.[2];
  const links = [...sidebar.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
  const projectId = [location.pathname, ...links]
    .map((path) => /\/settings\/(proj_\w+)/.exec(path ?? '')?.[1])
    .find((id) => id !== undefined);
  const [project] = words;
  return {
    ...(organization ? { organization: organization.slice(0, 200) } : {}),
    ...(project && project !== organization ? { project: project.slice(0, 200) } : {}),
    ...(projectId ? { projectId } : {}),
  };
}
