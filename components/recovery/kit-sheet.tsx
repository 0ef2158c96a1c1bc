import { i18n } from '#i18n';
import { dayWords } from '../keys/words';

/** A recovery kit that was made. The file is sealed; the code is here for as long as it is shown. */
export interface Kit {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly code: string;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly unreadable: number;
}

/** The recovery code with what it is and how it is used: the one page that is printed. */
export function KitSheet({ kit }: { readonly kit: Kit }) {
  return (
    <article className="kit-sheet" translate="no" aria-labelledby="kit-title">
      <h2 id="kit-title">{i18n.t('ui.kit.title')}</h2>
      <p>{i18n.t('ui.kit.what')}</p>
      <p className="kit-code">
        {kit.code.split('-').map((group, at) => (
          // The hyphens belong to the code: as it stands here it is age's passphrase.
          <code key={`${at}${group}`}>{at === 0 ? group : `-${group}`}</code>
        ))}
      </p>
      <dl className="kit-facts">
        <dt>{i18n.t('ui.kit.file')}</dt>
        <dd>
          <code>{kit.name}</code>
        </dd>
        <dt>{i18n.t('ui.kit.made')}</dt>
        <dd>{dayWords(kit.madeAt)}</dd>
      </dl>
      <h3>{i18n.t('ui.kit.useTitle')}</h3>
      <ol className="kit-steps">
        <li>{i18n.t('ui.kit.install')}</li>
        <li>{i18n.t('ui.kit.choose')}</li>
        <li>{i18n.t('ui.kit.type')}</li>
      </ol>
      <p>{i18n.t('ui.kit.keep')}</p>
      <p className="quiet">{i18n.t('ui.kit.age')}</p>
    </article>
  );
}
