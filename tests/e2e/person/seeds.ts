import type { Tab } from '../harness/driver.ts';
import { DOIT } from '../journey.ts';

/** A product to which a key is taken, from the popup to the product's last button. */
export interface Seed {
  readonly recipeId: string;
  /** Its row in the popup. */
  readonly row: RegExp;
  /** Where its form is. */
  readonly origin: string;
  /** The id of the place where its key goes. */
  readonly placeId: string;
  /** Pages and dialogs of its own that come up on the way to its form, after the first. */
  readonly pages: number;
  /** The button of the card that fills it in, at the first time. */
  readonly fill: string;
  /** A part of the way that is the person's, and goes before the field is there. */
  readonly between?: (page: Tab) => Promise<void>;
  /** What the card says once it is filled in, and tested where the card does that. */
  readonly filled: string;
  /** The product's last button. */
  readonly last: string;
  /** What it has then, beside the key. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What the card says of how one sees that it worked. */
  readonly why?: string;
  /** What the card asks after it, where the product's own word can't be read. */
  readonly asks?: string;
  /** What is said in the README of whose word it is that the key works. */
  readonly proved: string;
}

const said = (product: string) => `Save it with ${product}’s own button`;
const byOpenAi = 'OpenAI only; that it arrived, you say';

/** The five, in the README's order. */
export const SEEDS: readonly Seed[] = [
  {
    recipeId: 'doit',
    row: /^DoiT/,
    origin: DOIT,
    placeId: 'portal:doit',
    pages: 2,
    fill: 'Fill and test',
    filled: 'DoiT’s test passed',
    last: 'Finish',
    proved: 'DoiT’s own test, and OpenAI',
  },
  {
    recipeId: 'quolum',
    row: /^Quolum.*SaaS/,
    origin: 'https://app.quolum.com',
    placeId: 'portal:quolum',
    pages: 1,
    fill: 'Fill',
    filled: said('Quolum'),
    last: 'Submit',
    fields: { workspace: '' },
    why: 'Connect becomes Reconnect',
    asks: 'It is there',
    proved: byOpenAi,
  },
  {
    recipeId: 'bubble',
    row: /^Bubble/,
    origin: 'https://bubble.io',
    placeId: 'portal:bubble',
    pages: 1,
    fill: 'Fill',
    filled: 'Now press “Initialize call”',
    last: 'Initialize call',
    fields: { name: 'Authorization', development: '' },
    asks: 'It passed',
    proved: 'OpenAI; and Bubble’s own call, whose answer you read',
  },
  {
    recipeId: 'nexla',
    row: /^Nexla.*reading/,
    origin: 'https://dataops.nexla.io',
    placeId: 'portal:nexla',
    pages: 2,
    fill: 'Fill',
    filled: said('Nexla'),
    last: 'Save',
    fields: { name: 'OpenAI', description: '' },
    asks: 'It is there',
    proved: byOpenAi,
  },
  {
    recipeId: 'innoslate-chat',
    row: /^Innoslate.*Chat AI ·/,
    origin: 'https://cloud.innoslate.com',
    placeId: 'portal:innoslate',
    pages: 1,
    fill: 'Fill',
    between: (page) => page.press({ role: 'button', name: 'Preferences' }),
    filled: said('Innoslate'),
    last: 'Save',
    fields: { feature: 'Chat AI' },
    asks: 'It is there',
    proved: byOpenAi,
  },
];
