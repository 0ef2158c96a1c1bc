import { findChromium } from './find-chromium.ts';
import { findFirefox } from './find-firefox.ts';

/** Finds or installs the browsers before any test's clock runs. */
const { executablePath } = await findChromium();
console.log(`Chromium: ${executablePath}`);
console.log(`Firefox: ${(await findFirefox()) ?? 'not here'}`);
