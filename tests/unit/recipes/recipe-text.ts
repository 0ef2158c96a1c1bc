/** A recipe as a vendor would write it, with nothing to find fault with. */
export const GOOD = `{
  "id": "acme-costs",
  "product": "Acme Costs",
  "purpose": "cost reports",
  "source": {
    "title": "Connect OpenAI",
    "url": "https://docs.acme.example/openai",
    "read": "2026-11-20"
  },
  "key": {
    "kind": "admin",
    "name": "Acme {date}",
    "permission": "restricted",
    "reason": "Acme reads cost and nothing else.",
    "rows": [
      {
        "row": "Usage API Scope",
        "choice": "Read",
        "reason": "Acme reads cost."
      }
    ],
    "expiresInDays": 90
  },
  "needs": { "openai": "owner" },
  "place": "Settings › OpenAI › Key",
  "proof": { "by": "first-data" },
  "portal": {
    "origin": "https://app.acme.example",
    "start": "https://app.acme.example/settings",
    "path": [],
    "field": { "role": "textbox", "names": ["Key"] },
    "value": "{key}"
  }
}
`;

/** The good recipe with one part of its text replaced, which must be there. */
export function goodBut(part: string, replacement: string): string {
  if (!GOOD.includes(part)) throw new Error(`not in the recipe: ${part}`);
  return GOOD.replace(part, () => replacement);
}

/** The line of the first place of a part, from 1. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
