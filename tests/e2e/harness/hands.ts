import type { Callout, KeyName, Target, WaitOptions, Words } from './driver.ts';
import type { Spot } from './in-page.ts';
import { describe, matches, theOne } from './match.ts';
import type { Tally } from './tally.ts';
import { until } from './until.ts';

export interface Control {
  readonly name: string;
  aim(): Promise<Spot | { problem: string }>;
}

/** What each browser must be able to do with a page, or with the callout inside one. */
export interface Reach {
  /** The controls with this role that assistive technology sees. */
  controls(role: string): Promise<Control[]>;
  text(): Promise<string>;
  click(x: number, y: number): Promise<void>;
  typeText(text: string): Promise<void>;
  typeKey(name: KeyName): Promise<void>;
}

/** A person's hands and eyes on a page: the same rules in both browsers. */
export class Hands {
  readonly #reach: Reach;
  readonly #tally: Tally;
  readonly #where: string;

  constructor(reach: Reach, tally: Tally, where: string) {
    this.#reach = reach;
    this.#tally = tally;
    this.#where = where;
  }

  async press(target: Target): Promise<void> {
    await this.#pressAt(target, await this.#spot(target));
  }

  async type(target: Target, text: string): Promise<void> {
    const spot = await this.#spot(target);
    if (!spot.focused) await this.#pressAt(target, spot);
    this.#tally.keys(Array.from(text).length, `in ${describe(target)} ${this.#where}`);
    await this.#reach.typeText(text);
  }

  async key(name: KeyName): Promise<void> {
    this.#tally.keys(1, `(${name}) ${this.#where}`);
    await this.#reach.typeKey(name);
  }

  async waitFor(target: Target | Words, options: WaitOptions = {}): Promise<void> {
    const wanted = options.state !== 'hidden';
    await until(
      `see ${describe(target)} ${wanted ? '' : 'go '}${this.#where}`,
      async () => ((await this.#sees(target)) === wanted ? true : undefined),
      options.timeoutMs,
    );
  }

  /** The same hands, held out as a callout's methods. */
  asCallout(): Callout {
    const text = () => this.#reach.text();
    return {
      text,
      waitForText: (wanted, timeoutMs) =>
        until(
          `read ${describe({ text: wanted })} ${this.#where}`,
          async () => {
            const now = await text();
            if (matches(now, wanted)) return now;
            throw new Error(`it says "${now}"`);
          },
          timeoutMs,
        ),
      press: (name) => this.press({ role: 'button', name }),
      buttons: async () => (await this.#reach.controls('button')).map((button) => button.name),
      gone: async (timeoutMs) => {
        await until(
          `see nothing ${this.#where}`,
          async () => ((await text()) === '' ? true : undefined),
          timeoutMs,
        );
      },
    };
  }

  text(): Promise<string> {
    return this.#reach.text();
  }

  async #sees(target: Target | Words): Promise<boolean> {
    if ('text' in target) return matches(await this.#reach.text(), target.text);
    const controls = await this.#reach.controls(target.role);
    return controls.some((control) => matches(control.name, target.name, target.exact));
  }

  /** Where the control is, once it was at the same place twice. */
  #spot(target: Target): Promise<Spot> {
    let before: Spot | undefined;
    return until(`reach ${describe(target)} ${this.#where}`, async () => {
      const now = await theOne(await this.#reach.controls(target.role), target).aim();
      if ('problem' in now) throw new Error(now.problem);
      const resting = before?.x === now.x && before.y === now.y;
      before = now;
      if (resting) return now;
      throw new Error('it is moving');
    });
  }

  async #pressAt(target: Target, spot: Spot): Promise<void> {
    this.#tally.press(`${describe(target)} ${this.#where}`);
    await this.#reach.click(spot.x, spot.y);
  }
}
