import { piecesOf } from '@/lib/locate/text';
import { deepQuery } from '@/lib/locate/tree';

/**
 * OpenAI's own id of a key, where the page's table shows it in the key's row: the column "Tracking ID"
 * since August 2026 (openai-platform.md §1.2).
 * @param lastFour the key's last characters, by which the table shows it; of two such rows neither counts.
 */
export function trackingIdOf(document: Document, lastFour: string): string | undefined {
  const ids = deepQuery(document, 'tr,[role="row"]').flatMap((row) => {
    const texts = piecesOf(row);
    return texts.some((text) => text.startsWith('sk-') && text.endsWith(lastFour))
      ? texts.filter((text) => /^key_\w{6,64}$/.test(text))
      : [];
  });
  return ids.length === 1 ? ids[0] : undefined;
}
