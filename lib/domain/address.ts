/** Why an address is not one to send a key to (`address.<reason>`). */
export type AddressProblem =
  | 'not_an_address'
  | 'not_https'
  | 'has_sign_in'
  | 'has_query'
  | 'numeric_host'
  | 'single_word'
  | 'openai';

// Browsers can't be asked for access to an IPv6 host everywhere.
const LOOPBACK = /^(localhost|127\.0\.0\.1)$/;
const OPENAI = /(^|\.)(openai\.com|chatgpt\.com)$/;

/**
 * An address that a person typed for a destination, as the browser itself understands it. Only
 * https, or http on this machine. Nothing hides in it: no sign-in, query or fragment, no host that
 * is a number written in another way. A name in another script comes back as the browser sends it
 * (punycode), so that it is shown as what it is. The host of OpenAI itself is no destination.
 * @returns the origin and the path without a slash at its end, or why not
 */
export function readAddress(
  typed: string,
): { readonly origin: string; readonly path: string } | { readonly problem: AddressProblem } {
  const text = typed.trim();
  // The browser's own parser takes backslashes, tabs and line ends for something else than they look.
  if (text === '' || /[\s\\\p{Cc}]/u.test(text) || !/^https?:\/\/[^/]/i.test(text)) {
    return {
      problem:
        /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^https?:/i.test(text)
          ? 'not_https'
          : 'not_an_address',
    };
  }
  const url = URL.parse(text);
  if (!url) return { problem: 'not_an_address' };
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/]*@/i.test(text)) {
    return { problem: 'has_sign_in' };
  }
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return { problem: 'has_query' };
  const host = url.hostname.replace(/\.$/, '');
  const isLocal = LOOPBACK.test(host);
  if (url.protocol !== 'https:' && !isLocal) return { problem: 'not_https' };
  // `0x7f.1` and `2130706433` are 127.0.0.1 to a browser: a number must be what it looks like.
  const isNumber = /^\d+(\.\d+){3}$/.test(host) || host.startsWith('[');
  if (isNumber && !text.toLowerCase().includes(host)) return { problem: 'numeric_host' };
  if (!isNumber && !isLocal && !host.includes('.')) return { problem: 'single_word' };
  if (OPENAI.test(host)) return { problem: 'openai' };
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, '') };
}

/** The host pattern that the browser must allow for an address: without a port, which not every browser takes. */
export function hostPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
