import { createRoot } from 'react-dom/client';

/** A popup of React alone: a heading, and rows with a button each. */
function Popup() {
  return (
    <main>
      <h1>Bare</h1>
      {Array.from({ length: 24 }, (_, row) => (
        <p key={row}>
          Row {row} <button type="button">Open</button>
        </p>
      ))}
    </main>
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Popup />);
