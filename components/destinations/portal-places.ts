/** The origin in what somebody typed as an address, with or without `https://`; undefined for anything but https. */
export function addressIn(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(whole)) return undefined;
  const { protocol, hostname, origin, username, password } = new URL(whole);
  const isPlain = protocol === 'https:' && username === '' && password === '';
  return isPlain && hostname.includes('.') ? origin : undefined;
}

/** The host pattern of an address: without a port, which browsers don't all take in one. */
export function patternOf(address: string): string {
  return `https://${new URL(address).hostname}/*`;
}
