/** A script in pages that does nothing, with the polyfill that extensions carry. */
import 'webextension-polyfill';
