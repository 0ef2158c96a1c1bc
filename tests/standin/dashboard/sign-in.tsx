import { Button } from '@openai/apps-sdk-ui/components/Button';
import { Input } from '@openai/apps-sdk-ui/components/Input';
import { useState } from 'react';
import { pass } from './scene.ts';

const DASHBOARD = 'https://platform.openai.com';
const SIGN_IN = 'https://auth.openai.com/log-in';

/** Where the sign-in page sends a person who is signed in; the name of the way is made up. */
export const CALLBACK = '/auth/callback';

/** Sends a person who isn't signed in away (openai-platform.md §1.1); the query's name is made up. */
export function leaveForSignIn({ pathname, search }: URL): void {
  location.replace(`${SIGN_IN}?${new URLSearchParams({ return_to: pathname + search })}`);
}

/** The address that was asked for before the sign-in. */
export function askedFor({ searchParams }: URL): string {
  const to = searchParams.get('return_to') ?? '/';
  return new URL(to, DASHBOARD).origin === DASHBOARD ? to : '/';
}

/** The page of auth.openai.com. Of it only the host is known (openai-platform.md §1.1); what it shows is made up. */
export function SignIn({ place }: { place: URL }) {
  const [email, setEmail] = useState('');
  const signIn = async () => {
    await pass({ signedIn: true });
    const query = new URLSearchParams({ return_to: askedFor(place) });
    location.assign(`${DASHBOARD}${CALLBACK}?${query}`);
  };
  return (
    <main className="alone">
      <h1>Welcome back</h1>
      <div className="field">
        <label htmlFor="email" className="label">
          Email address
        </label>
        <Input
          id="email"
          type="email"
          value={email}
          autoComplete="username"
          onChange={({ target }) => setEmail(target.value)}
        />
      </div>
      <Button color="primary" block onClick={() => void signIn()}>
        Continue
      </Button>
      <p className="muted">
        Don&apos;t have an account? <a href="/create-account">Sign up</a>
      </p>
    </main>
  );
}
