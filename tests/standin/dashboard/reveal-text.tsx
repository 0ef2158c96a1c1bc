import { TextLink } from '@openai/apps-sdk-ui/components/TextLink';
import { useScene } from './scene.ts';

/** What "Save your key" says, by version (openai-platform.md §1.5). */
export function RevealText() {
  const { version } = useScene();
  if (version === 'feb-2024') {
    return (
      <p>
        Please save this secret key somewhere safe and accessible. For security reasons,{' '}
        <b>you won&apos;t be able to view it again</b> through your OpenAI account. If you lose this
        secret key, you&apos;ll need to generate a new one.
      </p>
    );
  }
  return (
    <>
      <p>
        Please save your secret key in a safe place since{' '}
        <b>you won&apos;t be able to view it again</b>. Keep it secure, as anyone with your API key
        can make requests on your behalf. If you do lose it, you&apos;ll need to generate a new one.
      </p>
      <p>
        <TextLink as="a" href="/docs/guides/production-best-practices" underline>
          Learn more about API key best practices
        </TextLink>
      </p>
    </>
  );
}
