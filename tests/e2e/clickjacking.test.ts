import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { chromium } from './fixtures';
import { overPlaywright } from './harness/cdp';
import { ChromiumReach } from './harness/chromium-reach';
import type { Tab } from './harness/driver';
import type { Spot } from './harness/in-page';
import { until } from './harness/until';
import { pageAt } from './isolated-world';
import { ADMIN_KEYS, newVault, startGuide } from './journey';

const world = chromium();

interface Attack {
  readonly name: string;
  /** Runs in the page while the callout is in sight; `undo` is called before the honest press. */
  readonly stage: () => void;
  /** How long the attack stands before the press, and how long the button is held, in milliseconds. */
  readonly stands?: number;
  readonly hold?: number;
}

/** What attacks and the counting share, in the page's window. */
interface Stage {
  undo: (() => void)[];
  opened: number;
  /** Where the last click went. */
  clicked: string;
}
declare const stage: Stage;

const ATTACKS: readonly Attack[] = [
  ...[
    ['html is nearly transparent', 'opacity', '.001'],
    ['html is faded to a tenth', 'opacity', '.1'],
    ['a filter empties html', 'filter', 'opacity(0)'],
    ['a filter blurs html', 'filter', 'blur(9px)'],
    ['html is scaled down', 'transform', 'scale(.01)'],
    ['html is clipped away', 'clip-path', 'inset(50%)'],
    ['html is masked', 'mask-image', 'linear-gradient(transparent, transparent)'],
  ].map(([name = '', property = '', value = '']) => ({
    name,
    stage: style('document.documentElement', property, value),
    stands: 300,
  })),
  ...[
    ['the host is nearly transparent', 'opacity', '.001'],
    ['a filter empties the host', 'filter', 'opacity(0)'],
    ['the host is clipped away', 'clip-path', 'inset(50%)'],
    ['the host is scaled down', 'transform', 'scale(.01)'],
  ].map(([name = '', property = '', value = '']) => ({
    name,
    stage: style('document.querySelector("keyferry-callout")', property, value),
  })),
  {
    name: 'the host is made transparent again and again',
    stage: () => {
      const host = document.querySelector<HTMLElement>('keyferry-callout');
      const again = () => host?.style.setProperty('opacity', '.001', 'important');
      const timer = setInterval(again, 10);
      stage.undo.push(() => clearInterval(timer));
    },
    stands: 300,
  },
  {
    name: 'the host’s popover is closed',
    stage: () => document.querySelector<HTMLElement>('keyferry-callout')?.hidePopover(),
  },
  {
    name: 'the host is removed',
    stage: () => document.querySelector('keyferry-callout')?.remove(),
  },
  {
    name: 'a popover of the top layer covers it and lets presses through',
    stage: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
      stage.undo.push(() => cover.remove());
    },
    stands: 300,
  },
  {
    name: 'a popover that covers it goes when it is pressed',
    stage: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      document.body.append(cover);
      cover.showPopover();
      addEventListener('pointerdown', () => cover.remove(), { capture: true, once: true });
    },
    stands: 300,
    hold: 200,
  },
  ...[60, 200].map((hold) => ({
    name: `it is hidden, and revealed on pointerdown, held for ${hold} ms`,
    stage: () => {
      const { style: html } = document.documentElement;
      html.opacity = '.001';
      const reveal = () => html.removeProperty('opacity');
      addEventListener('pointerdown', reveal, { capture: true, once: true });
    },
    stands: 700,
    hold,
  })),
  {
    name: 'it is revealed shortly before the press',
    stage: () => {
      const { style: html } = document.documentElement;
      html.opacity = '.001';
      setTimeout(() => html.removeProperty('opacity'), 500);
    },
    stands: 650,
  },
];

/** A function for the page that sets one property, for evaluation by its source. */
function style(element: string, property: string, value: string): () => void {
  // The page gets functions as text, without what they close over.
  const source = `() => {
    const { style } = ${element};
    style.setProperty('${property}', '${value}', 'important');
    stage.undo.push(() => style.removeProperty('${property}'));
  }`;
  return Object.assign(() => undefined, { toString: () => source });
}

/** Where the button can be pressed, as soon as presses on it count. */
async function ready(page: Page, name: string): Promise<Spot> {
  const reach = new ChromiumReach(
    overPlaywright(await page.context().newCDPSession(page)),
    'callout',
  );
  return until(`reach ${name}`, async () => {
    const button = (await reach.controls('button')).find((each) => each.name === name);
    const spot = await button?.aim();
    return spot && 'x' in spot ? spot : undefined;
  });
}

async function countOpenings(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    Reflect.set(window, 'stage', { undo: [], opened: 0, clicked: '' });
    document.addEventListener('click', ({ target, isTrusted }) => {
      if (isTrusted && target instanceof Element) stage.clicked = target.localName;
      const button = target instanceof Element && target.closest('button');
      if (button && button.textContent.includes('Create new Admin key')) stage.opened += 1;
    });
  });
}

/** Presses as an honest person, and closes the dialog that this opens. */
async function pressHonestly(tab: Tab): Promise<void> {
  await tab.callout().press('Fill this');
  await tab.waitFor({ role: 'dialog', name: 'Create new admin key' });
  await tab.key('Escape');
  await tab.callout().waitForText('Press “Create new Admin key”');
}

/** What became of a press: the callout says that it doesn't count, or it never came to the callout. */
function outcome(tab: Tab): Promise<'refused' | 'missed' | 'taken'> {
  return until('know what became of the press', async () => {
    const { opened, clicked } = await tab.evaluate(() => stage);
    if (opened > 0) return 'taken';
    if (/Press again|in the toolbar/.test(await tab.callout().text())) return 'refused';
    // A press whose target is gone clicks nothing.
    return clicked === 'keyferry-callout' ? undefined : 'missed';
  });
}

test('no press that the page has staged is taken, and an honest one after it is', async () => {
  const driver = await world.launch();
  const tab = await startGuide(driver, await newVault(driver));
  const page = pageAt(driver, ADMIN_KEYS);
  await countOpenings(tab);
  const outcomes: Record<string, string> = {};
  for (const { name, stage: act, stands = 0, hold = 0 } of ATTACKS) {
    const { x, y } = await ready(page, 'Fill this');
    await page.mouse.move(x, y);
    await page.evaluate(`stage.opened = 0; stage.clicked = ''; (${act.toString()})()`);
    await page.waitForTimeout(stands);
    await page.mouse.down();
    await page.waitForTimeout(hold);
    await page.mouse.up();
    outcomes[name] = await outcome(tab);
    await page.evaluate(() => stage.undo.splice(0).forEach((undo) => undo()));
    if (outcomes[name] === 'taken') break;
    await pressHonestly(tab);
  }
  console.log(outcomes);
  expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(12);
  expect(Object.values(outcomes)).not.toContain('taken');
});

test('a card that jumps under the pointer takes no press until it was there for a while', async () => {
  const driver = await world.launch();
  const tab = await startGuide(driver, await newVault(driver));
  const page = pageAt(driver, ADMIN_KEYS);
  await countOpenings(tab);
  const { x, y } = await ready(page, 'Fill this');
  await page.evaluate(() => {
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => Reflect.set(window, 'pressedAt', timeStamp),
      true,
    );
  });
  const shift = (by: string) =>
    page.evaluate((value) => {
      const button = [...document.querySelectorAll('button')].find((each) =>
        each.textContent.includes('Create new Admin key'),
      );
      button?.style.setProperty('translate', value);
    }, by);
  // A slow machine may press too late for this to be an attack.
  await until('press in time', async () => {
    await shift('0 300px');
    await until('see it go', async () =>
      (await ready(page, 'Fill this')).y > y + 200 ? true : undefined,
    );
    await page.mouse.move(x, y);
    await shift('0 0');
    const jumped = await page.evaluate(
      async ([left, top]) => {
        while (document.elementFromPoint(left, top)?.localName !== 'keyferry-callout') {
          await new Promise((next) => {
            requestAnimationFrame(next);
          });
        }
        return performance.now();
      },
      [x, y] as const,
    );
    await page.mouse.down();
    await page.mouse.up();
    const pressed = await page.evaluate(() => Number(Reflect.get(window, 'pressedAt')));
    return pressed - jumped < 200 ? true : undefined;
  });
  expect(await outcome(tab)).toBe('refused');
  await pressHonestly(tab);
});

test('an honest press is taken every time, also while the page re-renders', async () => {
  const driver = await world.launch();
  const tab = await startGuide(driver, await newVault(driver));
  await countOpenings(tab);
  await tab.evaluate(() => {
    const mark = document.body.appendChild(document.createElement('p'));
    let count = 0;
    setInterval(() => {
      count += 1;
      mark.textContent = `rendered ${count} times`;
    }, 20);
  });
  const before = driver.counter.clicks;
  for (let round = 0; round < 12; round += 1) await pressHonestly(tab);
  expect(driver.counter.clicks - before).toBe(12);
  expect(await tab.evaluate(() => stage.opened)).toBe(12);
  expect(await tab.callout().text()).not.toContain('Press again');
});

test('a refused press says so, and a page that goes on hiding the card is named', async () => {
  const driver = await world.launch();
  const tab = await startGuide(driver, await newVault(driver));
  const page = pageAt(driver, ADMIN_KEYS);
  const { x, y } = await ready(page, 'Fill this');
  await page.evaluate(() => document.documentElement.style.setProperty('opacity', '.001'));
  await page.waitForTimeout(300);
  await page.mouse.click(x, y);
  await tab.callout().waitForText('Press again.');
  await page.mouse.click(x, y);
  await page.mouse.click(x, y);
  await tab.callout().waitForText('Press the Keyferry button in the toolbar.');
  await page.evaluate(() => document.documentElement.style.removeProperty('opacity'));
  await tab.callout().press('Fill this');
  await tab.waitFor({ role: 'dialog', name: 'Create new admin key' });
});
