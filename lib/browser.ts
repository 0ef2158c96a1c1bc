/** The one door to the browser's extension API, so that its polyfill can be dropped in one line. */
export { browser } from 'wxt/browser';
