import { deepQuery } from '@/lib/locate/tree';
import { piecesOf } from '@/lib/locate/text';

const ROWS = 'tr,[role="row"]';
/** As the column "Tracking ID" shows it since August 2026 (openai-platform.md §1.2). */
const TRACKING_ID = /^key_[A-Za-z0-9]{6,64}$/;

/**
 * OpenAI's own id of a key, where the page's table shows it in the key's row.
 * @param lastFour the key's last characters, by which the table shows it; of two such rows neither counts.
 */
export function trackingIdOf(document: Document, lastFour: string): string | undefined {
  const rows = deepQuery(document, ROWS)
    .map((row) => piecesOf(row))
    .filter((texts) => texts.some((text) => /^sk-/.test(text) && text.endsWith(lastFour)));
  const [ids = [], ...others] = rows.map((texts) => texts.filter((text) => TRACKING_ID.test(text)));
  return others.length === 0 && ids.length === 1 ? ids[0] : undefined;
}
