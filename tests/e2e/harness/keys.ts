import type { KeyName } from './driver.ts';

interface Key {
  /** Windows' virtual key code, which Chromium's protocol wants. */
  readonly code: number;
  /** WebDriver's code point. */
  readonly webdriver: string;
  /** What it writes, if anything. */
  readonly text?: string;
}

export const KEYS: Record<KeyName, Key> = {
  Enter: { code: 13, webdriver: '\uE007', text: '\r' },
  Tab: { code: 9, webdriver: '\uE004' },
  Escape: { code: 27, webdriver: '\uE00C' },
  Backspace: { code: 8, webdriver: '\uE003' },
  Delete: { code: 46, webdriver: '\uE017' },
  Space: { code: 32, webdriver: ' ', text: ' ' },
  Home: { code: 36, webdriver: '\uE011' },
  End: { code: 35, webdriver: '\uE010' },
  ArrowUp: { code: 38, webdriver: '\uE013' },
  ArrowDown: { code: 40, webdriver: '\uE015' },
  ArrowLeft: { code: 37, webdriver: '\uE012' },
  ArrowRight: { code: 39, webdriver: '\uE014' },
};
