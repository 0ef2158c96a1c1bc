import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { ProofLevel, Receipt } from '@/lib/domain/delivery';
import { message } from '../message';
import { momentWords } from './words';

/** How sure it is that the key is there, in words. */
export function proofWords(proof: ProofLevel, place: string): string {
  return message(`ui.proof.${proof}`, [place]);
}

interface ReceiptDetailsProps {
  readonly receipt: Receipt;
  readonly place: string;
  readonly organization?: string | undefined;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** What the destination answered, folded away until it is asked for. */
export function ReceiptDetails({ receipt, place, organization, children }: ReceiptDetailsProps) {
  const rows = [
    [i18n.t('ui.receipt.place'), receipt.reference],
    [i18n.t('ui.receipt.version'), receipt.version],
    [i18n.t('ui.receipt.time'), momentWords(receipt.at)],
    [i18n.t('ui.receipt.proof'), proofWords(receipt.proof, place)],
    [i18n.t('ui.receipt.organization'), organization],
  ].filter((row): row is [string, string] => row[1] !== undefined);
  return (
    <details className="receipt">
      <summary>{i18n.t('ui.receipt.title')}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </details>
  );
}
