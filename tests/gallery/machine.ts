import { createHash } from 'node:crypto';
import type { OpenStudio } from './studio.ts';

/** What pictures depend on beside ourselves. */
export interface Machine {
  /** The browser's first number. */
  readonly chromium: string;
  /** The fonts that our styles come to here. */
  readonly fonts: readonly string[];
  /** Hash of a text as it is drawn here. */
  readonly drawn: string;
}

const PROBE = `<!doctype html><style>p { font: 14px/20px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif; }
p + p { font: 13px/20px ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Liberation Mono', monospace; }</style>
<p>Where does it go? “Admin-Schlüssel” …</p><p>sk-admin-…w8ZP 0123456789</p><select><option>Every week</option></select>`;

/** The machine that this runs on. */
export async function thisMachine(studio: OpenStudio): Promise<Machine> {
  const page = await studio.newPage();
  await page.setContent(PROBE);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'p',
  });
  const fonts: string[] = [];
  for (const nodeId of nodeIds) {
    const used = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    fonts.push(...used.fonts.map(({ familyName }) => familyName));
  }
  const picture = await page.screenshot();
  await page.context().close();
  return {
    chromium: studio.browser.version().split('.')[0] ?? '',
    fonts: [...new Set(fonts)].toSorted(),
    drawn: createHash('sha256').update(picture).digest('hex').slice(0, 16),
  };
}

/** Why pictures from there can't be compared with pictures from here; nothing when they can. */
export function apart(there: Machine, here: Machine): string | undefined {
  if (there.chromium !== here.chromium) {
    return `the references are from Chromium ${there.chromium}, this is ${here.chromium}`;
  }
  const [theirs, ours] = [there.fonts.join(', '), here.fonts.join(', ')];
  if (theirs !== ours) return `the references are drawn with ${theirs}, here there is ${ours}`;
  return there.drawn === here.drawn ? undefined : 'text is drawn in another way here';
}
