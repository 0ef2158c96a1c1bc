import browser from 'webextension-polyfill';

/** A script in pages that does nothing, with the polyfill that extensions carry. */
export const id = browser.runtime.id;
