import { i18n } from '#i18n';
import { usePlatform } from '../platform';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** The person has taken the access to OpenAI's pages from us, and can give it back with one press. */
export function OpenAiAccess({ withdrawn }: { readonly withdrawn: readonly string[] | undefined }) {
  const platform = usePlatform();
  if (!withdrawn) return null;
  return (
    <Notice tone="amber" alert>
      <p>{i18n.t('ui.openai.withdrawn')}</p>
      <Button onPress={() => platform.requestAccess(withdrawn)}>{i18n.t('ui.openai.allow')}</Button>
    </Notice>
  );
}
