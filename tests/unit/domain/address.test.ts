import { expect, test } from 'vitest';
import { hostPattern, readAddress, type AddressProblem } from '@/lib/domain/address';

const LONG = 'a'.repeat(64);

test.each<[typed: string, origin: string, path?: string]>([
  ['https://vault.example.com', 'https://vault.example.com'],
  [' https://vault.example.com/ ', 'https://vault.example.com'],
  ['https://vault.example.com:8200', 'https://vault.example.com:8200'],
  ['https://vault.example.com:443', 'https://vault.example.com'],
  ['HTTPS://Vault.Example.COM/Path/', 'https://vault.example.com', '/Path'],
  ['https://github.example.com/api/v3', 'https://github.example.com', '/api/v3'],
  ['https://example.com/a/../b', 'https://example.com', '/b'],
  ['https://example.com./x', 'https://example.com.', '/x'],
  ['https://192.168.1.10:8200', 'https://192.168.1.10:8200'],
  ['https://[2001:db8::1]:8200', 'https://[2001:db8::1]:8200'],
  ['https://[::1]:8200', 'https://[::1]:8200'],
  ['https://localhost:8200', 'https://localhost:8200'],
  ['http://localhost:8200', 'http://localhost:8200'],
  ['http://127.0.0.1:8200', 'http://127.0.0.1:8200'],
  ['http://127.0.0.1', 'http://127.0.0.1'],
  // Another script comes back as what the browser asks for.
  ['https://vaült.example', 'https://xn--valt-1ra.example'],
  ['https://vаult.example', 'https://xn--vult-53d.example'],
  ['https://оpenai.com', 'https://xn--penai-iye.com'],
  ['https://保管.example', 'https://xn--ruqw08h.example'],
  ['https://vault。example', 'https://vault.example'],
  ['https://ⓥault.example', 'https://vault.example'],
  ['https://openai.com.example', 'https://openai.com.example'],
  ['https://notopenai.com', 'https://notopenai.com'],
])('“%s” is an address.', (typed, origin, path = '') => {
  expect(readAddress(typed)).toEqual({ origin, path });
});

const refused: readonly [typed: string, problem: AddressProblem][] = [
  ['', 'not_an_address'],
  ['   ', 'not_an_address'],
  ['vault.example.com', 'not_an_address'],
  ['//vault.example.com', 'not_an_address'],
  ['https:', 'not_an_address'],
  ['https:/', 'not_an_address'],
  ['https://', 'not_an_address'],
  ['https:vault.example.com', 'not_an_address'],
  ['https:/vault.example.com', 'not_an_address'],
  ['https:///vault.example.com', 'not_an_address'],
  ['https://vault.example.com:99999', 'not_an_address'],
  ['https://vault.example.com:port', 'not_an_address'],
  ['https://vault example.com', 'not_an_address'],
  ['https://vault.example.com/a b', 'not_an_address'],
  ['https://exa\tmple.com', 'not_an_address'],
  ['https://exam\nple.com', 'not_an_address'],
  ['https://exam\u0001ple.com', 'not_an_address'],
  ['https://vault.example.com\\@evil.example', 'not_an_address'],
  ['https:\\\\vault.example.com', 'not_an_address'],
  ['https://vault.example.com\\..\\x', 'not_an_address'],
  ['https://[::1', 'not_an_address'],
  ['https://[fe80::1%25eth0]', 'not_an_address'],
  ['https://exa%00mple.com', 'not_an_address'],
  ['https://1.2.3.4.5', 'not_an_address'],
  ['https://256.1.1.1', 'not_an_address'],
  ['http://vault.example.com', 'not_https'],
  ['http://192.168.1.10', 'not_https'],
  ['http://localhost.example', 'not_https'],
  ['http://127.0.0.1.example', 'not_https'],
  ['http://127.0.0.2', 'not_https'],
  ['http://[::1]:8200', 'not_https'],
  ['ftp://vault.example.com', 'not_https'],
  ['ws://vault.example.com', 'not_https'],
  ['file:///etc/passwd', 'not_https'],
  ['data:text/html,hello', 'not_https'],
  ['javascript:alert(1)', 'not_https'],
  ['JaVaScRiPt:alert(1)', 'not_https'],
  ['blob:https://vault.example.com/x', 'not_https'],
  ['chrome-extension://abc/x', 'not_https'],
  ['about:blank', 'not_https'],
  ['https://me@vault.example.com', 'has_sign_in'],
  ['https://me:secret@vault.example.com', 'has_sign_in'],
  ['https://:secret@vault.example.com', 'has_sign_in'],
  ['https://@vault.example.com', 'has_sign_in'],
  ['https://vault.example.com:443@evil.example', 'has_sign_in'],
  ['https://api.openai.com@evil.example', 'has_sign_in'],
  ['https://vault.example.com?x=1', 'has_query'],
  ['https://vault.example.com/?', 'has_query'],
  ['https://vault.example.com/#x', 'has_query'],
  ['https://vault.example.com#@evil.example', 'has_sign_in'],
  ['https://2130706433', 'numeric_host'],
  ['https://0x7f000001', 'numeric_host'],
  ['https://0x7f.1', 'numeric_host'],
  ['https://0177.0.0.1', 'numeric_host'],
  ['https://127.1', 'numeric_host'],
  ['https://192.168.257', 'numeric_host'],
  ['https://１２７.0.0.1', 'numeric_host'],
  ['http://0x7f.0.0.1', 'numeric_host'],
  ['https://[0:0:0:0:0:0:0:1]', 'numeric_host'],
  ['https://[::ffff:127.0.0.1]', 'numeric_host'],
  ['https://vault', 'single_word'],
  ['https://vault:8200', 'single_word'],
  ['https://vault.', 'single_word'],
  ['https://api.openai.com', 'openai'],
  ['https://platform.openai.com/x', 'openai'],
  ['https://API.OpenAI.com.', 'openai'],
  ['https://openai.com:8443', 'openai'],
  ['https://chatgpt.com', 'openai'],
  ['https://ｏpenai.com', 'openai'],
];

test.each(refused)('“%s” is none: %s.', (typed, problem) => {
  expect(readAddress(typed)).toEqual({ problem });
});

test('A very long label is no host, or one that the browser itself takes.', () => {
  const read = readAddress(`https://${LONG}.example`);
  expect('problem' in read || read.origin === `https://${LONG}.example`).toBe(true);
});

test('What the browser is asked for has no port, which not every browser takes.', () => {
  expect(hostPattern('https://vault.example.com:8200/v1')).toBe('https://vault.example.com/*');
  expect(hostPattern('http://127.0.0.1:8200')).toBe('http://127.0.0.1/*');
});
