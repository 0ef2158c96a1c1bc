import './main.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BubbleEditor } from '../bubble/editor.tsx';
import { Innoslate } from '../innoslate/dashboard.tsx';
import { Nexla } from '../nexla/flow.tsx';
import { Quolum } from '../quolum/catalog.tsx';
import { ask, type Look } from './server.ts';

/** Which product is at a host. Innoslate is at any other: it runs on its customers' own servers. */
const AT: Readonly<Record<string, (props: { look: Look }) => React.ReactNode>> = {
  'app.quolum.com': Quolum,
  'bubble.io': BubbleEditor,
  'dataops.nexla.io': Nexla,
};

function Product() {
  const [look, setLook] = useState<Look>();
  useEffect(() => void ask<Look>('look').then(setLook), []);
  const Page = AT[location.hostname] ?? Innoslate;
  return look ? <Page look={look} /> : undefined;
}

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Product />
    </StrictMode>,
  );
}
