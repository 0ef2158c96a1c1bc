import { aptInstall, firstWorking, windowsPrograms } from './installing.ts';

const KNOWN = [
  'firefox',
  'firefox-esr',
  'firefox-developer-edition',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ...windowsPrograms('Mozilla Firefox', 'firefox.exe'),
];

/** A Firefox, or nothing: only a CI machine (root on Debian or Ubuntu) installs one. `KEYFERRY_FIREFOX` names one. */
export async function findFirefox(): Promise<string | undefined> {
  const named = process.env['KEYFERRY_FIREFOX'];
  if (named) return named;
  const present = firstWorking(KNOWN);
  if (present) return present;
  return process.env['CI'] === 'true' && aptInstall('firefox-esr')
    ? firstWorking(KNOWN)
    : undefined;
}
