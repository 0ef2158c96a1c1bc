import { i18n } from '#i18n';
import { compareOwner, type OwnerMatch, type OwnerView } from '@/lib/domain/owner';
import type { KeyView } from '@/lib/domain/views';
import { Notice } from '../ui/notice';

/** Whose a key is by its last proof; undefined before there was one. */
function ownerOf({ kind, project, verification }: KeyView): OwnerView | undefined {
  if (verification?.report === undefined) return undefined;
  const { owner, shown } = verification;
  return compareOwner(kind === 'admin', shown, owner, project);
}

/** Warns when OpenAI says that a key belongs elsewhere than its page showed. */
export function OwnerNotice({ keyView }: { readonly keyView: KeyView }) {
  const owner = ownerOf(keyView);
  const isElsewhere = owner?.organizationMatch === 'other' || owner?.projectMatch === 'other';
  if (!owner || !isElsewhere) return null;
  const { organization = '', shown = '' } = owner;
  return (
    <Notice tone="amber" title={i18n.t('ui.check.owner.title')}>
      {owner.organizationMatch === 'other' && (
        <p>{i18n.t('ui.check.owner.organization', [organization, shown])}</p>
      )}
      {owner.projectMatch === 'other' && <p>{i18n.t('ui.check.owner.project')}</p>}
    </Notice>
  );
}

/** What is known of the owner, as terms and values; "unknown" is said. */
export function ownerFacts(keyView: KeyView): readonly (readonly [string, string])[] {
  const owner = ownerOf(keyView);
  if (!owner) return [];
  const { organization, organizationMatch, projectMatch } = owner;
  return [
    [i18n.t('ui.record.organization'), organizationWords(organization, organizationMatch)],
    ...(projectMatch
      ? [[i18n.t('ui.check.owner.byKey'), projectWords(projectMatch)] as const]
      : []),
  ];
}

function organizationWords(name: string | undefined, match: OwnerMatch): string {
  if (name === undefined) return i18n.t('ui.check.owner.unknown');
  if (match === 'same') return i18n.t('ui.check.owner.same', [name]);
  return match === 'other' ? name : i18n.t('ui.check.owner.uncompared', [name]);
}

function projectWords(match: OwnerMatch): string {
  if (match === 'same') return i18n.t('ui.check.owner.projectSame');
  return match === 'other'
    ? i18n.t('ui.check.owner.projectOther')
    : i18n.t('ui.check.owner.unknown');
}
