import { useEffect, useRef, useState } from 'react';
import { ask } from '../products/server.ts';

const SIZE = { width: 660, height: 420 };

/** The same form, drawn: its fields are no elements, and only a paste gets a text into one. Made up. */
export function DrawnConnector() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [value, setValue] = useState('');
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, SIZE.width, SIZE.height);
    pen.font = '16px system-ui';
    pen.strokeRect(0, 0, SIZE.width, SIZE.height);
    [
      'Private key in header',
      'Key name   Authorization',
      `Key value   ${value.slice(0, 12)}`,
    ].forEach((line, at) => pen.fillText(line, 24, 48 + at * 56));
  }, [value]);
  return (
    <canvas
      ref={canvas}
      {...SIZE}
      tabIndex={0}
      aria-label="Editor"
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        setValue(text);
        void ask('keep', { value: text, fields: {} });
      }}
    />
  );
}
