import { expect, test } from 'vitest';
import { coalesce } from '@/lib/coalesce';

test('who asks while it runs gets one run more, for all of them, and an error ends only its own run', async () => {
  const runs: PromiseWithResolvers<void>[] = [];
  const ask = coalesce(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  const first = ask();
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(runs).toHaveLength(1);
  const [second, third] = [ask(), ask()];
  expect(third).toBe(second);
  runs[0]?.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve();
  await expect(Promise.all([second, third])).resolves.toEqual([undefined, undefined]);
  expect(runs).toHaveLength(2);
});
