import type { CalloutButton, CalloutContent } from '@/lib/callout/content';
import { lineAt } from '@/lib/callout/line';
import type { WireError } from '@/lib/domain/errors';
import type { PortalBrief } from '@/lib/messaging/briefs';
import { text } from '@/lib/text';
import type { PortalPage } from './find';

/** What the callout says on a product's page, and the control that it points at. */
export interface PortalSight {
  readonly content: CalloutContent;
  readonly anchor?: Element | undefined;
}

/** The words for where the delivery stands and what the page shows of the form. */
export function presentPortal(
  brief: PortalBrief,
  page: PortalPage,
  problem: WireError | undefined,
): PortalSight {
  const sight = presentState(brief, page);
  if (!problem) return sight;
  const body = text(`error.${problem.code}`, problem.words);
  return { ...sight, content: { ...sight.content, tone: 'warn', body } };
}

function presentState(brief: PortalBrief, page: PortalPage): PortalSight {
  const { product, delivery, portal } = brief;
  const close = text('portal.close');
  const say = (
    key: string,
    buttons: readonly CalloutButton[],
    tone: CalloutContent['tone'] = 'plain',
  ): CalloutContent => ({
    tone,
    line: lineAt(stationsPassed(brief)),
    title: text(`portal.${key}.title`, [product]),
    body: text(`portal.${key}.body`, [
      product,
      portal.path.map(({ names }) => names[0]).join(' › '),
    ]),
    buttons,
    close,
  });
  switch (delivery.state) {
    case 'confirmed':
      return { content: { ...say('done', []), body: proofOf(brief) } };
    case 'confirming':
      return delivery.stage === 'finish'
        ? { content: say('passed', []), anchor: page.finish }
        : { content: say('testing', []), anchor: page.test };
    case 'failed':
      return {
        content: say('failed', page.field ? [button('fill-test', true)] : [], 'warn'),
        anchor: page.field,
      };
    case 'waiting':
      return delivery.reason === 'product_test_unread'
        ? { content: say('unread', [button('vouch-yes', true), button('vouch-no')], 'warn') }
        : { content: say('waiting', [], 'warn') };
    case 'sent':
      return portal.test
        ? { content: say('filled', page.test ? [button('test', true)] : []), anchor: page.test }
        : { content: say('unread', [button('vouch-yes', true), button('vouch-no')]) };
    default:
      return page.field
        ? {
            content: say('fill', [button('fill-test', true), button('fill')]),
            anchor: page.field,
          }
        : {
            content: say(
              page.next ? 'way' : 'lost',
              page.next ? [button('fill-test', true), button('way')] : [],
            ),
            anchor: page.next,
          };
  }
}

/** Guide and Save are behind; Prove is done only when OpenAI's proof is, too. */
function stationsPassed({ delivery, verification }: PortalBrief): number {
  if (delivery.state !== 'confirmed') return 2;
  return verification?.outcome === 'verified' ? 4 : 3;
}

/** What OpenAI's proof says of the key, in one sentence. */
function proofOf({ verification }: PortalBrief): string {
  const { outcome, report } = verification ?? {};
  if (outcome !== 'verified') return text(`portal.proof.${outcome ?? 'checking'}`);
  if (!report) return text('portal.proof.locked');
  if (report.excess.length > 0) return text('portal.proof.excess');
  return report.unknown.length === 0
    ? text('portal.proof.exact')
    : text('portal.proof.no_excess', [String(report.checked), String(report.total)]);
}

function button(id: string, primary = false): CalloutButton {
  return { id, label: text(`portal.button.${id.replaceAll('-', '_')}`), primary };
}
