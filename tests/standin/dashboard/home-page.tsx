import { Button } from '@openai/apps-sdk-ui/components/Button';
import { useScene } from './scene.ts';
import { go } from './place.ts';

/** The start page, with the banner that leads into the wizard (Innoslate's help; openai-platform.md §1.8). */
export function HomePage() {
  const { firstRun } = useScene();
  return (
    <>
      <h1>Home</h1>
      {firstRun !== false && (
        <section aria-label="Get your API keys" className="bar">
          <h2>Get your API keys</h2>
          <Button color="primary" onClick={() => go('/welcome')}>
            Start building
          </Button>
        </section>
      )}
    </>
  );
}
