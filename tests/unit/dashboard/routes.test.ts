import { expect, test } from 'vitest';
import { pageKind } from '@/lib/dashboard/routes';

test.each([
  ['https://platform.openai.com/api-keys', 'api-keys'],
  ['https://platform.openai.com/api-keys/', 'api-keys'],
  ['https://platform.openai.com/settings/proj_FAKE/api-keys', 'api-keys'],
  ['https://platform.openai.com/settings/organization/api-keys', 'org-api-keys'],
  ['https://platform.openai.com/settings/organization/admin-keys', 'admin-keys'],
  ['https://platform.openai.com/welcome?step=try', 'welcome'],
  ['https://platform.openai.com/login', 'signed-out'],
  ['https://auth.openai.com/log-in', 'signed-out'],
  ['https://chatgpt.com/admin', 'workspace-admin'],
  ['https://admin.openai.com/credentials', 'workspace-admin'],
  ['https://platform.openai.com/usage', 'other'],
  ['https://platform.openai.com.evil.test/api-keys', 'other'],
  ['https://notchatgpt.com/admin', 'other'],
  ['http://platform.openai.com/api-keys', 'other'],
])('%s is the page %s', (url, page) => {
  expect(pageKind(new URL(url))).toBe(page);
});
