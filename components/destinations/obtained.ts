import { KeyferryError } from '@/lib/domain/errors';
import { hostsOf } from '../message';

/** Waits for the person's word on access. @throws KeyferryError `permission_needed` when it is no */
export async function obtained(
  access: Promise<boolean>,
  origins: readonly string[],
): Promise<void> {
  if (!(await access)) throw new KeyferryError('permission_needed', [hostsOf(origins)]);
}
