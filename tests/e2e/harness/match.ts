import type { Target, Words } from './driver.ts';

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Whether a text is what was asked for: a string matches a part in any case, unless `exact`. */
export function matches(actual: string, wanted: string | RegExp, exact = false): boolean {
  if (typeof wanted !== 'string') return new RegExp(wanted.source, wanted.flags).test(actual);
  if (exact) return squeeze(actual) === squeeze(wanted);
  return squeeze(actual).toLowerCase().includes(squeeze(wanted).toLowerCase());
}

const quote = (wanted: string | RegExp): string =>
  typeof wanted === 'string' ? `"${wanted}"` : String(wanted);

export function describe(target: Target | Words): string {
  return 'role' in target ? `${target.role} ${quote(target.name)}` : `text ${quote(target.text)}`;
}

/** The one control that is meant; says what there is when none or several are. */
export function theOne<T extends { name: string }>(controls: readonly T[], target: Target): T {
  const found = controls.filter((control) => matches(control.name, target.name, target.exact));
  const [first] = found;
  const names = (list: readonly T[]): string =>
    list.map((control) => `"${control.name}"`).join(', ') || 'none';
  if (!first) throw new Error(`not there; with that role: ${names(controls)}`);
  if (found.length > 1) throw new Error(`${found.length} match: ${names(found)}`);
  return first;
}
