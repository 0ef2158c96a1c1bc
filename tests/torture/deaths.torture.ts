import { afterAll, expect, test } from 'vitest';
import { dieAtEveryAct } from '../contract/deaths.ts';
import { startMoto, type Moto } from '../contract/moto.ts';
import { placesWith } from '../contract/places/all.ts';
import { chance, note, times } from './figures.ts';

const ROUNDS = times(25);
/** More acts than any delivery has: at some of these the second worker lives. */
const ACTS = 40;

const found = await startMoto();
afterAll(() => found?.close());

function moto(): Moto {
  if (!found) throw new Error('moto_server or the AWS command line is not installed.');
  return found;
}

test.each(Object.entries(placesWith(moto)))(
  '%s: the worker dies at every act, the next one at any of its own, over and over',
  async (title, play) => {
    const random = chance(title);
    const sum = { acts: 0, lost: 0, wrong: 0, doubled: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const counted = await dieAtEveryAct(play, () => Math.floor(random() * ACTS));
      for (const what of ['acts', 'lost', 'wrong', 'doubled'] as const) sum[what] += counted[what];
    }
    const { acts, ...bad } = sum;
    note(
      `${title}: workers that died, keys lost, wrong, twice`,
      `${acts}, ${Object.values(bad).join(', ')}`,
      `${acts}, 0, 0, 0`,
    );
    expect(bad).toEqual({ lost: 0, wrong: 0, doubled: 0 });
  },
);
