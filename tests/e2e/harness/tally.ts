import type { Counter } from './driver.ts';

/** The counter of one driver, shared by all its pages. */
export class Tally implements Counter {
  clicks = 0;
  keystrokes = 0;
  prompts = 0;
  log: string[] = [];

  press(what: string): void {
    this.clicks += 1;
    this.log.push(`press ${what}`);
  }

  /** Says how many keys, never which: what is typed may be a secret. */
  keys(count: number, where: string): void {
    this.keystrokes += count;
    this.log.push(`${count} ${count === 1 ? 'key' : 'keys'} ${where}`);
  }

  prompt(origin: string): void {
    this.clicks += 1;
    this.prompts += 1;
    this.log.push(`approve the permission prompt for ${origin}`);
    console.log(`The permission prompt for ${origin} was approved: counted as one click.`);
  }

  note(what: string): void {
    this.log.push(what);
  }
}
