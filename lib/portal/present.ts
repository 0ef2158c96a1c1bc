import type { CalloutButton, CalloutContent } from '@/lib/callout/content';
import { lineAt } from '@/lib/callout/line';
import type { WireError } from '@/lib/domain/errors';
import type { PortalBrief } from '@/lib/messaging/briefs';
import { text } from '@/lib/text';
import { isReadable } from './answer';
import type { PortalPage } from './find';

/** What the callout says on a product's page, and the control that it points at. */
export interface PortalSight {
  readonly content: CalloutContent;
  readonly anchor?: Element | undefined;
}

/** What the page's script knows beside the page. */
export interface PortalMemory {
  readonly problem?: WireError | undefined;
  /** The way was walked, or the field was filled in, and the page didn't follow. */
  readonly stuck: boolean;
  /** A press on the callout is being done. */
  readonly working: boolean;
  /** A press to fill it in is done as soon as the person has gone a part of the way that only they can. */
  readonly goesOn: boolean;
  /** A page report that was copied. */
  readonly copied?: string | undefined;
}

/** The words for where the delivery stands and what the page shows of the form. */
export function presentPortal(
  brief: PortalBrief,
  page: PortalPage,
  memory: PortalMemory,
): PortalSight {
  const { problem, copied } = memory;
  const sight = presentState(brief, page, memory);
  const content = copied === undefined ? sight.content : { ...sight.content, text: copied };
  if (!problem) return { ...sight, content };
  const words = problem.words.length > 0 ? problem.words : [brief.product];
  return {
    ...sight,
    content: { ...content, tone: 'warn', body: text(`error.${problem.code}`, words) },
  };
}

function presentState(brief: PortalBrief, page: PortalPage, memory: PortalMemory): PortalSight {
  const { delivery, portal } = brief;
  const { test } = portal;
  const readable = isReadable(test);
  switch (delivery.state) {
    case 'confirmed':
      return delivery.proof === 'tested'
        ? { content: { ...say(brief, 'done'), body: proofOf(brief) } }
        : { content: { ...say(brief, 'vouched'), body: proofOf(brief) } };
    case 'confirming':
      return delivery.stage === 'finish'
        ? { content: say(brief, 'passed'), anchor: page.finish }
        : { content: say(brief, 'testing'), anchor: page.test };
    case 'failed':
      if (delivery.reason !== 'product_test_failed') {
        return { content: say(brief, 'waiting', { tone: 'warn' }) };
      }
      return {
        content: say(brief, test ? 'failed' : 'missing', {
          buttons: page.field ? [button(readable ? 'again_test' : 'again', true)] : [],
          tone: 'warn',
        }),
        anchor: page.field,
      };
    case 'waiting':
      return delivery.reason === 'product_test_unread'
        ? {
            content: say(brief, 'unread', {
              buttons: [button('vouch_yes', true), button('vouch_no')],
              tone: 'warn',
            }),
          }
        : { content: say(brief, 'waiting', { tone: 'warn' }) };
    case 'sent':
      // A page that was loaded anew has forgotten what was filled in.
      if (page.field?.value === '') return toFill(brief, page, memory, readable);
      if (!test) return { content: say(brief, 'keep', { buttons: KEPT() }), anchor: page.finish };
      return readable
        ? {
            content: say(brief, 'filled', { buttons: page.test ? [button('test', true)] : [] }),
            anchor: page.test,
          }
        : { content: say(brief, 'point'), anchor: page.test };
    default:
      return toFill(brief, page, memory, readable);
  }
}

/** The form is still to be filled in: it is here, on the way, drawn, or nowhere to be seen. */
function toFill(
  brief: PortalBrief,
  page: PortalPage,
  { stuck, working, goesOn }: PortalMemory,
  readable: boolean,
): PortalSight {
  // Between two parts of the way there is nothing to be seen of either.
  if (working && !page.field) return { content: say(brief, readable ? 'way' : 'lead') };
  const go = button(readable ? 'fill_test' : 'fill_in', true);
  if (page.field && !stuck) {
    const buttons = readable ? [go, button('fill')] : [go];
    return { content: say(brief, readable ? 'fill' : 'only', { buttons }), anchor: page.field };
  }
  if (page.next && !stuck) {
    const buttons = [go, button('way')];
    return { content: say(brief, readable ? 'way' : 'lead', { buttons }), anchor: page.next };
  }
  // By hand it can get there too, and only the person can say so.
  const byHand = [button('kept'), button('not_kept')];
  const buttons = [button('show_key', true), button('report')];
  const here = page.drawn ?? page.field;
  if (!here) {
    const content = say(brief, goesOn ? 'yours' : 'lost', { buttons });
    return { content: { ...content, secondary: byHand } };
  }
  const content = say(brief, 'copy', { buttons, tone: 'warn' });
  return { content: { ...content, secondary: byHand }, anchor: here };
}

/** What the person says of a form that nobody but them can judge. */
const KEPT = () => [button('kept', true), button('not_kept')];

function say(
  brief: PortalBrief,
  key: string,
  { buttons = [], tone = 'plain' }: Partial<Pick<CalloutContent, 'buttons' | 'tone'>> = {},
): CalloutContent {
  const { product, portal, place, proof } = brief;
  const [field = ''] = portal.field.names;
  const press = portal.test ?? { press: portal.finish };
  const words = [
    product,
    place,
    field,
    portal.value.replace('{key}', '…'),
    press.press?.names[0] ?? '',
  ];
  const asks = ['keep', 'point', 'unread', 'copy'].includes(key);
  return {
    tone,
    line: lineAt(stationsPassed(brief)),
    title: text(`portal.${key}.title`, words),
    body: text(`portal.${key}.body`, words),
    ...(asks && proof ? { why: proof } : {}),
    buttons,
    close: text('portal.close'),
  };
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
  return { id, label: text(`portal.button.${id}`), primary };
}
