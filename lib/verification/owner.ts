import type { Organization, OwnerFacts } from '@/lib/domain/owner';
import { parseJson, type HttpAnswer } from '@/lib/http';

/**
 * Whose key it is, as far as one answer says: by its headers, or in the body of `/v1/me`, of which
 * the organizations alone are read. Neither is in the published description (openai-platform.md
 * §3.1, §3.3): what is not there stays unknown.
 */
export function ownerIn(path: string, { status, headers, text }: HttpAnswer): OwnerFacts {
  const organization = headers.get('openai-organization');
  const projectId = headers.get('openai-project');
  const organizations = path === '/v1/me' && status === 200 ? organizationsIn(parseJson(text)) : [];
  return {
    ...(organization ? { organization } : {}),
    ...(projectId ? { projectId } : {}),
    ...(organizations.length > 0 ? { organizations } : {}),
  };
}

function organizationsIn(body: unknown): readonly Organization[] {
  const { orgs } = (body ?? {}) as { orgs?: unknown };
  const { data } = (orgs ?? {}) as { data?: unknown };
  if (!Array.isArray(data)) return [];
  return data.flatMap((each: unknown) => {
    const { id, name, title } = (each ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string') return [];
    return [
      {
        id,
        ...(typeof name === 'string' ? { name } : {}),
        ...(typeof title === 'string' ? { title } : {}),
      },
    ];
  });
}
