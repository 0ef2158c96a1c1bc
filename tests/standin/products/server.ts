import type { ProductLook } from './look.ts';

/** How a product's page looks now. */
export interface Look extends ProductLook {
  /** The ends of the keys that the product has. */
  readonly kept: readonly string[];
}

/** Asks the product's own server. */
export async function ask<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(
    `/internal/${path}`,
    body ? { method: 'POST', body: JSON.stringify(body) } : {},
  );
  return (await answer.json()) as T;
}
