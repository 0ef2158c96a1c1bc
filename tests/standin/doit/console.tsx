import { useEffect, useState } from 'react';
import { Wizard } from './wizard.tsx';

type Place = 'home' | 'assets' | 'openai' | 'wizard';

/** DoiT's console as far as its help page describes it: Assets → OpenAI → Connect your account. All else is made up. */
export function Console() {
  const [place, setPlace] = useState<Place>('home');
  return (
    <>
      <header>
        <b>DoiT</b>
        <a
          href="/assets"
          onClick={(event) => {
            event.preventDefault();
            setPlace('assets');
          }}
        >
          Assets
        </a>
      </header>
      <main>
        <nav aria-label="Assets">
          {place !== 'home' &&
            ['Amazon Web Services', 'Google Cloud', 'OpenAI'].map((name) => (
              <button
                key={name}
                type="button"
                onClick={() => setPlace(name === 'OpenAI' ? 'openai' : 'assets')}
              >
                {name}
              </button>
            ))}
        </nav>
        {place === 'home' && <h1>Manage and optimize cloud infrastructure</h1>}
        {place === 'assets' && <h1>Assets</h1>}
        {place === 'openai' && <Accounts onConnect={() => setPlace('wizard')} />}
        {place === 'wizard' && <Wizard onFinish={() => setPlace('openai')} />}
      </main>
    </>
  );
}

function Accounts(props: { onConnect(): void }) {
  const [accounts, setAccounts] = useState<readonly { name: string; lastFour: string }[]>([]);
  useEffect(() => {
    void fetch('/internal/connections')
      .then((answer) => answer.json())
      .then(setAccounts);
  }, []);
  return (
    <section>
      <h1>OpenAI accounts</h1>
      <ul>
        {accounts.map(({ name, lastFour }, index) => (
          <li key={index}>
            {name} …{lastFour}: connected
          </li>
        ))}
      </ul>
      <button type="button" onClick={props.onConnect}>
        Connect your account
      </button>
    </section>
  );
}
