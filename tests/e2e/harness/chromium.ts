import { chromium, type Browser } from 'playwright';
import { openProfile, readBuild } from './build.ts';
import { ChromiumDriver } from './chromium-driver.ts';
import type { LaunchOptions, Standin } from './driver.ts';
import { findChromium } from './find-chromium.ts';
import { isRoot } from './installing.ts';

// Each start of Chromium would make two pages for its address bar, which nobody here looks at; they cost it half of its
// time. The last of such options counts, so that what Playwright switches off is here again.
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

const LEAN = `--disable-features=${WITHOUT.join(',')}`;

/** Starts Chromium with the extension; nothing but the stand-in can be reached from it. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumDriver> {
  const build = readBuild('chrome-mv3', options.extensionPath);
  const { executablePath, branded } = await findChromium();
  const folder = await openProfile(options.profile);
  const now = options.extension !== 'later';
  const context = await chromium.launchPersistentContext(folder.path, {
    executablePath,
    headless: options.headless ?? true,
    chromiumSandbox: !isRoot,
    ...speaking(options.language),
    // Playwright switches all extensions off.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--enable-unsafe-extension-debugging',
      LEAN,
      ...(now && !branded ? [`--load-extension=${build.path}`] : []),
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...onlyTheStandin(options.standin),
      ...(options.chromiumArgs ?? []),
    ],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('Playwright gave no browser session');
  const driver = new ChromiumDriver(context, session, build, folder);
  if (now && branded) await driver.loadExtension();
  if (now && !branded) await driver.extensionStarted();
  return driver;
}

/** Starts a Chromium without the extension. */
export async function launchPlainChromium(args: readonly string[] = []): Promise<Browser> {
  const { executablePath } = await findChromium();
  return chromium.launch({ executablePath, args: [LEAN, ...args], chromiumSandbox: !isRoot });
}

// On Linux, Chromium takes its language from the environment and not from its option.
function speaking(language?: string): { env?: Record<string, string | undefined> } {
  return language ? { env: { ...process.env, LANGUAGE: language } } : {};
}

/** The options that let a Chromium reach nothing but the stand-in. */
export function onlyTheStandin({ port, spki, hosts }: Standin): string[] {
  const rules = [
    ...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    `--host-resolver-rules=${rules.join(',')}`,
    `--ignore-certificate-errors-spki-list=${spki}`,
  ];
}
