import { resolve } from 'node:path';
import { parseMessagesFile, type ParsedMessage } from '@wxt-dev/i18n/build';

const FILE = resolve(import.meta.dirname, '../../../components/locales/en.yml');
const messages = new Map(
  (await parseMessagesFile(FILE)).map((message) => [message.key.join('.'), message]),
);

/** English as the interface says it, for tests that have no browser to ask. */
export const english = {
  t(key: string, ...rest: readonly unknown[]): string {
    const found = messages.get(key);
    if (!found) throw new Error(`No string ${key}`);
    const count = rest.find((each) => typeof each === 'number');
    const words = rest.find(Array.isArray) as readonly (string | number)[] | undefined;
    const fill = words ?? (count === undefined ? [] : [count]);
    return textOf(found, count).replaceAll(/\$(\d)/g, (_, at: string) =>
      String(fill[Number(at) - 1] ?? ''),
    );
  },
};

function textOf(message: ParsedMessage, count: number | undefined): string {
  if (message.type !== 'plural') return message.message;
  return message.plurals[String(count)] ?? message.plurals['n'] ?? '';
}
