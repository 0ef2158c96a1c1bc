import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scopeWords } from '@/components/keys/report-rows';
import { stationsOf } from '@/components/keys/stations';
import { keyKind } from '@/lib/domain/api-key';
import { readOnlyProof } from '@/lib/domain/permission-report';
import { scopesFor } from '@/lib/domain/scopes';
import { key as keyView } from '../components/fixtures';
import { ADMIN, allReads, judge, PROJECT, READS, usage } from './situation';
import { LACKING, RIGHT } from './situations-live';
import { OPEN, REFUSED } from './situations-open';

const sentences = new Map(
  /\nverification:\n((?: {2}.*\n)+)/
    .exec(readFileSync('components/locales/en.yml', 'utf8'))?.[1]
    ?.split('\n')
    .flatMap((line) => {
      const [, name, said = ''] = /^ {2}(\w+): (.*)$/.exec(line) ?? [];
      return name ? [[name, said] as const] : [];
    }),
);

describe.each([
  ['The key is refused', REFUSED],
  ['It can’t be told yet', OPEN],
  ['The key lacks', LACKING],
  ['The key has', RIGHT],
])('%s:', (_title, situations) => {
  test.each(situations)('$it.', async (situation) => {
    const { outcome, reason, scope, report } = await judge(situation);
    expect({ outcome, reason }).toEqual({ outcome: situation.outcome, reason: situation.reason });
    if (situation.missing) expect(report?.missing).toEqual(situation.missing);
    if (situation.excess) expect(report?.excess).toEqual(situation.excess);
    if (reason === undefined) return;
    const kind = keyKind(situation.key ?? ADMIN);
    const words = scope === undefined ? [] : scopeWords(kind, scope);
    const said = (sentences.get(reason) ?? '').replace(
      /\$(\d)/g,
      (gap, at) => words[at - 1] ?? gap,
    );
    expect(said).toMatch(situation.says ?? /./);
    expect(said, 'every gap is filled').not.toMatch(/\$\d/);
  });
});

test('There are sixty situations and more.', () => {
  expect([...REFUSED, ...OPEN, ...LACKING, ...RIGHT].length).toBeGreaterThanOrEqual(60);
});

test('A key that reads usage only is green for DoiT.', async () => {
  const result = await judge({ it: '', has: usage, outcome: 'verified' });
  const view = keyView({ verification: { state: 'done', ...result } });
  expect(stationsOf(view).prove).toBe('done');
});

test('Every permission is granted, not granted, or not tested for a reason.', async () => {
  for (const { key = ADMIN, ...situation } of RIGHT) {
    const { report } = await judge({ key, ...situation });
    const told = [
      ...(report?.granted ?? []),
      ...(report?.denied ?? []),
      ...(report?.unknown ?? []),
    ];
    expect(new Set(told)).toEqual(new Set(scopesFor(keyKind(key))));
    expect(Object.keys(report?.why ?? {})).toEqual(report?.unknown);
  }
});

test('A read-only key is proved to be that by refused writes.', async () => {
  const only = await judge({
    it: '',
    key: PROJECT,
    need: READS,
    has: allReads,
    outcome: 'verified',
  });
  expect(only.report && readOnlyProof(only.report)).toEqual({ refused: 10, untested: 5 });
  const more = [...allReads, 'api.files.write'];
  const writes = await judge({ it: '', key: PROJECT, need: READS, has: more, outcome: 'verified' });
  expect(writes.report && readOnlyProof(writes.report)).toBeUndefined();
});
