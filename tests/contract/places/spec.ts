import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import type { Answered, Asked } from './place.ts';

const SPECS = resolve(import.meta.dirname, '../../../../shared/specs');

/** Whether the vendors' own descriptions are here. */
export const hasSpecs = existsSync(SPECS);

/** Holds requests and answers to a vendor's own description of its API. */
export interface SpecCheck {
  readonly violations: string[];
  check(asked: Asked, answered: Answered): void;
}

/**
 * Reads a description; without it nothing is checked.
 * @param own How a request's path stands in the description.
 */
export async function readSpec(
  file: string,
  own: (path: string) => string,
  unwrapped: (body: unknown) => unknown = (body) => body,
): Promise<SpecCheck> {
  const violations: string[] = [];
  if (!hasSpecs) return { violations, check: () => undefined };
  const spec = await backendOf(file);
  return {
    violations,
    check({ method, path, query, headers, body }, answered) {
      const request = {
        method,
        path: own(path),
        query: Object.fromEntries(query),
        headers: Object.fromEntries(headers),
        // A partial write has a media type of its own, that descriptions leave out.
        body: body ?? '',
      };
      const operation = spec.matchOperation(request);
      if (!operation) {
        violations.push(`${method} ${request.path}: no such operation`);
        return;
      }
      const asked = body === undefined ? { errors: [] } : spec.validateRequest(request, operation);
      for (const error of asked.errors ?? []) {
        violations.push(`${method} ${request.path} asked: ${error.instancePath} ${error.message}`);
      }
      if (answered.body === undefined || answered.status >= 400) return;
      const told = spec.validateResponse(unwrapped(answered.body), operation, answered.status);
      for (const error of told.errors ?? []) {
        violations.push(`${method} ${request.path} told: ${error.instancePath} ${error.message}`);
      }
    },
  };
}

const backends = new Map<string, Promise<OpenAPIBackend>>();

/** One for each description: they are large. */
function backendOf(file: string): Promise<OpenAPIBackend> {
  const present = backends.get(file) ?? start(file);
  backends.set(file, present);
  return present;
}

async function start(file: string): Promise<OpenAPIBackend> {
  const definition = JSON.parse(readFileSync(resolve(SPECS, file), 'utf8')) as Document;
  const spec = new OpenAPIBackend({
    definition,
    quick: true,
    ajvOpts: { strict: false, validateFormats: false },
  });
  return spec.init();
}
