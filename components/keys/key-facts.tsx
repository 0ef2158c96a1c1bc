import { i18n } from '#i18n';
import type { KeyView } from '@/lib/domain/views';
import { kindWords, message } from '../message';
import { NotCatalogue } from '../recipes/not-catalogue';
import { Notice } from '../ui/notice';
import { dayWords } from './words';

/** The key in its redacted form, what it is, and what to know before sending it. */
export function KeyFacts({ keyView }: { readonly keyView: KeyView }) {
  const facts = [
    kindWords(keyView.kind),
    keyView.permission && message(`ui.permission.${keyView.permission}`),
    expiryWords(keyView),
  ].filter(Boolean);
  return (
    <>
      <div className="key-facts">
        <code className="key-redacted">{keyView.redacted}</code>
        <span className="quiet">{facts.join(' · ')}</span>
        {keyView.fromCatalogue === false && <NotCatalogue />}
      </div>
      {keyView.warnings.map((code) => (
        <Notice key={code} tone="amber">
          {message(`warning.${code}`, [keyView.product ?? ''])}
        </Notice>
      ))}
    </>
  );
}

function expiryWords(key: KeyView): string | undefined {
  if (key.expiresAt !== undefined) return i18n.t('ui.key.expires', [dayWords(key.expiresAt)]);
  return key.expiration && i18n.t('ui.key.expiration', [key.expiration]);
}
