import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { aptInstall, firstWorking, windowsPrograms } from './installing.ts';

export interface FoundChromium {
  readonly executablePath: string;
  /** Chrome and Edge ignore `--load-extension`: the extension goes in over the debugging pipe. */
  readonly branded: boolean;
}

const DOWNLOAD_MS = 5 * 60_000;

const SYSTEM = [
  'chromium',
  'chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...windowsPrograms('Chromium', 'Application', 'chrome.exe'),
];

const BRANDED = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...windowsPrograms('Google', 'Chrome', 'Application', 'chrome.exe'),
  ...windowsPrograms('Microsoft', 'Edge', 'Application', 'msedge.exe'),
];

/**
 * A Chromium that can run the extension. `KEYFERRY_CHROMIUM` names one; otherwise the first of: Playwright's, the
 * system's, Chrome or Edge, Playwright's download, and as root on Debian or Ubuntu apt-get's.
 */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env['KEYFERRY_CHROMIUM'];
  if (named) return { executablePath: named, branded: isBranded(named) };
  const present = unbranded();
  if (present) return { executablePath: present, branded: false };
  const branded = firstWorking(BRANDED);
  if (branded) return { executablePath: branded, branded: true };
  const added = download() || aptInstall('chromium') ? unbranded() : undefined;
  if (added) return { executablePath: added, branded: false };
  throw new Error(installHint());
}

/** What a person must install when there is no browser. */
export function installHint(): string {
  const system = {
    darwin: 'or Chromium: brew install --cask chromium',
    win32: 'or Chrome: winget install Google.Chrome',
  }[process.platform as string];
  return [
    'No Chromium was found. Install one of:',
    "  Playwright's: npx playwright install --with-deps chromium",
    `  ${system ?? 'or Chromium: sudo apt-get install chromium (Debian), sudo dnf install chromium (Fedora)'}`,
    'or name one: KEYFERRY_CHROMIUM=/path/to/chromium',
  ].join('\n');
}

const unbranded = (): string | undefined => firstWorking([chromium.executablePath(), ...SYSTEM]);

function isBranded(path: string): boolean {
  return /google[ -]?chrome(?! for testing)|[\\/]Google[\\/]Chrome[\\/]|msedge|microsoft[ -]edge/iu.test(
    path,
  );
}

function download(): boolean {
  console.error('No usable browser found: asking Playwright for its Chromium…');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
  return (
    spawnSync(process.execPath, [cli, 'install', 'chromium'], {
      timeout: DOWNLOAD_MS,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0
  );
}
