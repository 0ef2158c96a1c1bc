import { launch } from 'puppeteer-core';
import { openProfile, readBuild } from './build.ts';
import { startConnectProxy } from './connect-proxy.ts';
import type { LaunchOptions } from './driver.ts';
import { findFirefox } from './find-firefox.ts';
import { FirefoxDriver } from './firefox-driver.ts';

// Fixed, so that a second launch with the same profile finds the same storage.
const UUID = '0d1f3a52-6b7c-4d8e-9fa0-b1c2d3e4f506';

/** Starts Firefox with the extension; nothing but the stand-in can be reached from it. */
export async function launchFirefox(options: LaunchOptions): Promise<FirefoxDriver> {
  const build = readBuild('firefox-mv3', options.extensionPath);
  const executablePath = await findFirefox();
  if (!executablePath)
    throw new Error('No Firefox was found: install one, or set KEYFERRY_FIREFOX');
  const folder = await openProfile(options.profile);
  const { hosts, port } = options.standin;
  const proxy = await startConnectProxy(hosts, port);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    userDataDir: folder.path,
    acceptInsecureCerts: true,
    // BiDi refuses the extension's pages without it.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [build.geckoId]: UUID }),
      // A prompt can be answered at once.
      'security.notification_enable_delay': 0,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.no_proxies_on': 'localhost,127.0.0.1',
      ...options.firefoxPrefs,
    },
  });
  const origin = `moz-extension://${UUID}/`;
  const driver = new FirefoxDriver({ browser, build, folder, proxy, origin });
  if (options.extension !== 'later') await driver.loadExtension();
  return driver;
}
