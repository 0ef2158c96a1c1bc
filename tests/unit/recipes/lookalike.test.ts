import { expect, test } from 'vitest';
import { likeOpenAi } from '@/lib/recipes/lookalike';

test.each(['openai.com', 'platform.openai.com', 'OPENAI.com.', 'chatgpt.com', 'x.oaistatic.com'])(
  '%s is OpenAI’s own.',
  (host) => {
    expect(likeOpenAi(host)).toBe('own');
  },
);

test.each([
  'openai.co',
  'platform-openai.com',
  'platform.openai.com.evil.example',
  'openal.com',
  '0penai.com',
  'open-ai.example',
  'openaii.com',
  'opena1.com',
  'chatqpt.com',
  'chat.gpt-login.example',
  'xn--openi-ggd.com',
])('%s could be taken for OpenAI’s.', (host) => {
  expect(likeOpenAi(host)).toBe('lookalike');
});

test.each([
  'console.doit.com',
  'bubble.io',
  'dataops.nexla.io',
  'opera.com',
  'openapi.acme.example',
  'open.example',
])('%s is a product’s.', (host) => {
  expect(likeOpenAi(host)).toBeUndefined();
});
