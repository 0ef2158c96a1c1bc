import { readAddress } from '@/lib/domain/address';
import { fillIn, NAMING, type AdapterId } from '@/lib/domain/naming';
import type { DestinationForm, FormField, Reason, Typed } from './form';

/** The field that every form begins with: what the person calls the destination. */
export const LABEL: FormField = { name: 'label', kind: 'text', say: 'label', longest: 60 };

/** An example, for the preview of a template. */
const EXAMPLE = { product: 'DoiT', project: 'Finance', kind: 'admin' } as const;
const PLACEHOLDER = /\{(product|project|kind)\}/;

/** The fields to ask for now, the name of the destination first. */
export function fieldsOf(form: DestinationForm, typed: Typed): readonly FormField[] {
  return [LABEL, ...form.fields].filter(({ when }) => when === undefined || when(typed));
}

/** What stands in a new form. */
export function startOf(form: DestinationForm): Typed {
  return Object.fromEntries([LABEL, ...form.fields].map(({ name, start = '' }) => [name, start]));
}

/** What was typed, as it is sent: no pasted white space around it, nothing empty, nothing that is not asked for. */
export function settingsOf(
  form: DestinationForm,
  typed: Typed,
): { readonly label: string; readonly settings: Typed } {
  const { label = '', ...settings } = trimmed(form, typed);
  return { label, settings };
}

/** See {@link settingsOf}; with the name of the destination among the rest. */
export function trimmed(form: DestinationForm, typed: Typed): Typed {
  const entries = fieldsOf(form, typed)
    .map(({ name }) => [name, (typed[name] ?? '').trim()] as const)
    .filter(([, value]) => value !== '');
  return Object.fromEntries(entries);
}

/**
 * Checks what was typed, field by field; an empty answer means that it can be sent.
 * @param kept credentials that are kept in the vault, and need not be typed again.
 */
export function reasonsOf(
  form: DestinationForm,
  typed: Typed,
  kept: readonly string[] = [],
): Readonly<Record<string, Reason>> {
  const sent = trimmed(form, typed);
  const between = form.reasons?.(sent) ?? {};
  const found = fieldsOf(form, typed).flatMap((field): [string, Reason][] => {
    const text = sent[field.name] ?? '';
    const reason =
      text === '' && kept.includes(field.name)
        ? undefined
        : (between[field.name] ?? reasonOf(form.adapter, field, text));
    return reason ? [[field.name, reason]] : [];
  });
  return Object.fromEntries(found);
}

function reasonOf(adapter: AdapterId, field: FormField, text: string): Reason | undefined {
  if (text === '') return field.optional ? undefined : { key: 'ui.reason.missing' };
  if (field.longest !== undefined && text.length > field.longest) {
    return { key: 'ui.reason.long', words: [String(field.longest)] };
  }
  if (field.kind === 'address') {
    const address = readAddress(text);
    return 'problem' in address ? { key: `ui.addressProblem.${address.problem}` } : undefined;
  }
  if (field.kind === 'name') {
    const fits = NAMING[adapter].form.test(nameFor(adapter, text)) && !/[{}]/.test(rest(text));
    return fits ? undefined : { key: `ui.naming.${adapter}` };
  }
  return field.form?.test(text) === false
    ? { key: `ui.fieldForm.${field.rule ?? field.say}` }
    : undefined;
}

const rest = (template: string) => template.replaceAll(new RegExp(PLACEHOLDER, 'g'), '');

/** What a template makes of the example. */
export const nameFor = (adapter: AdapterId, template: string) =>
  fillIn(template, EXAMPLE, NAMING[adapter]);

/** The name that a template makes, as an example; undefined when it is no template. */
export function previewOf(adapter: AdapterId, template: string): string | undefined {
  const text = template.trim();
  return PLACEHOLDER.test(text) ? nameFor(adapter, text) : undefined;
}
