// Characters that are read as letters of OpenAI's names.
const READ_AS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  l: 'i',
};
const OWN = ['openai.com', 'chatgpt.com', 'oaistatic.com', 'oaiusercontent.com'];
// One letter away, and a word of its own.
const INNOCENT = skeleton('openapi');
const NAMES = ['openai', 'chatgpt'].map(skeleton);

/** What a host has to do with OpenAI: it is theirs, or it could be taken for theirs. */
export function likeOpenAi(hostname: string): 'own' | 'lookalike' | undefined {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (OWN.some((own) => host === own || host.endsWith(`.${own}`))) return 'own';
  // A name with other scripts in it can look like anything.
  if (host.split('.').some((label) => label.startsWith('xn--'))) return 'lookalike';
  const joined = skeleton(host);
  const near = host
    .split('.')
    .map(skeleton)
    .some((label) => label !== INNOCENT && NAMES.some((name) => distance(label, name) <= 1));
  return near || NAMES.some((name) => joined.includes(name)) ? 'lookalike' : undefined;
}

function skeleton(host: string): string {
  return host
    .replaceAll('rn', 'm')
    .replaceAll(/[-_.]/g, '')
    .replaceAll(/[0134l]/g, (character) => READ_AS[character] ?? character);
}

/** How many letters must be added, removed or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next[j] = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
