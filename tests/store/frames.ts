import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PAGE, type Flow } from './flow.ts';

/** A picture to be drawn: a page of HTML and its size in CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

const MARK = readFileSync(resolve(import.meta.dirname, '../../components/icon.svg'), 'utf8');

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { position: relative; overflow: hidden; font: 20px/1.4 system-ui; color: #fff;
    background: linear-gradient(160deg, #12706b, #0a403e); }
  h1 { font-size: 40px; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance; }
  p { color: #cdeae6; text-wrap: balance; }
  img { position: absolute; display: block; object-fit: cover; object-position: left top; }
  .mark svg { display: block; width: 100%; height: 100%; border-radius: 22%; box-shadow: 0 0 0 1px rgb(255 255 255 / 20%); }
  .window { position: absolute; overflow: hidden; border-radius: 12px; background: #dfe7e5;
    box-shadow: 0 24px 64px rgb(0 0 0 / 40%); }
  .bar { height: 32px; padding: 11px 14px; display: flex; gap: 8px; background: #e9efed; }
  .bar i { width: 10px; height: 10px; border-radius: 50%; background: #b9c7c3; }
  .popup { position: absolute; overflow: hidden; border-radius: 12px;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 12%), 0 16px 48px rgb(0 0 0 / 45%); }
`;

const frame = (width: number, height: number, body: string, style = ''): Frame => ({
  width,
  height,
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}
    body { width: ${width}px; height: ${height}px; } ${style}</style><body>${body}</body></html>`,
});

const source = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

const BAR = 32;

/**
 * A browser's window with a page in it.
 * @param zoom how much larger than the window the page is drawn, from its top and from `from` pixels of its left.
 */
function windowOf(page: Buffer, left: number, top: number, width: number, zoom = 1, from = 0) {
  const height = (width * PAGE.height) / PAGE.width;
  return `<div class="window" style="left:${left}px;top:${top}px;width:${width}px;height:${height + BAR}px">
    <div class="bar"><i></i><i></i><i></i></div>
    <img src="${source(page)}" style="left:${-from * zoom}px;top:${BAR}px;width:${width * zoom}px"></div>`;
}

/** The popup at its own size, or its upper part. A scroll bar's room at its right is cut off. */
function popupOf(popup: Buffer, left: number, top: number, height: number): string {
  const whole = popup.readUInt32BE(20) / 2;
  return `<div class="popup" style="left:${left}px;top:${top}px;width:380px;height:${Math.min(height, whole)}px">
    <img src="${source(popup)}" style="left:0;top:0;height:${whole}px"></div>`;
}

const shot = (title: string, lead: string, picture: string): Frame =>
  frame(
    1280,
    800,
    `<div style="padding:24px 80px 0"><h1>${title}</h1><p style="margin-top:4px">${lead}</p></div>${picture}`,
  );
const page = (png: Buffer, zoom?: number, from?: number): string =>
  windowOf(png, 80, 128, 1120, zoom, from);

/** The pictures of a listing, by file name: what is seen, under a sentence that says what it is. */
export function screenshots(flow: Flow): Map<string, Frame> {
  return new Map([
    [
      '1-guide.png',
      shot(
        'Guided on OpenAI’s own page',
        'Field by field, with the least permission that the job needs. The last press stays yours.',
        page(flow.filled),
      ),
    ],
    [
      '2-save.png',
      shot(
        'Saved the moment it is on screen',
        'OpenAI shows a key once. It is sealed in an encrypted vault on your computer, even while that is locked.',
        page(flow.saved),
      ),
    ],
    [
      '3-deliver.png',
      shot(
        'Sent where it is needed',
        'To the product’s own form, AWS, Vault, GitHub, a webhook or a file. No clipboard, no chat.',
        page(flow.saved) + popupOf(flow.send, 800, 180, 580),
      ),
    ],
    [
      '4-tested.png',
      shot(
        'Tested where it arrived',
        'The product’s form is filled on your press, and the answer of its own test is read.',
        page(flow.tested, 1.3),
      ),
    ],
    [
      '5-prove.png',
      shot(
        'Proved: it works, and what it may do',
        'Requests to OpenAI that cost nothing. What they can’t show is said, and a receipt says what is proved.',
        page(flow.app, 1.25, 60),
      ),
    ],
  ]);
}

const LINE = `<div class="line"><span>Guide</span><span>Save</span><span>Deliver</span><span>Prove</span></div>`;
const LINE_STYLE = `
  .line { display: flex; position: relative; justify-content: space-between; color: #cdeae6; }
  .line::before { content: ''; position: absolute; left: 1em; right: 1em; top: 0.36em; height: 0.16em; background: #7fd8cf; }
  .line span { position: relative; padding-top: 1.2em; }
  .line span::before { content: ''; position: absolute; left: 50%; top: 0; width: 0.9em; height: 0.9em;
    margin-left: -0.45em; border-radius: 50%; background: #7fd8cf; }
`;

/** The stores’ advertising tiles, by file name. */
export function tiles(flow: Flow): Map<string, Frame> {
  return new Map([
    [
      '440x280.png',
      frame(
        440,
        280,
        `<div style="padding:36px"><div style="display:flex;align-items:center;gap:16px">
        <div class="mark" style="width:64px;height:64px">${MARK}</div><h1>Keyferry</h1></div>
        <p style="margin:20px 0 26px;font-size:21px;color:#fff">From the one page that shows an OpenAI key to the place that needs it.</p>
        ${LINE}</div>`,
        `${LINE_STYLE} .line { font-size: 16px; }`,
      ),
    ],
    [
      '1400x560.png',
      frame(
        1400,
        560,
        `<div style="padding:84px 72px;width:700px"><div style="display:flex;align-items:center;gap:20px">
        <div class="mark" style="width:84px;height:84px">${MARK}</div><h1 style="font-size:60px">Keyferry</h1></div>
        <p style="margin:32px 0 44px;font-size:30px;line-height:1.3;color:#fff">Carries an OpenAI API key from the one page that shows it to the place that needs it, sealed and proved.</p>
        ${LINE}</div>
        ${windowOf(flow.saved, 760, 96, 900)}${popupOf(flow.proved, 966, 150, 470)}`,
        `${LINE_STYLE} .line { font-size: 22px; }`,
      ),
    ],
  ]);
}

/** The picture at the top of the README: the card beside OpenAI’s field, and what the popup says at the end. */
export function readmePicture(flow: Flow, scheme: 'light' | 'dark'): Frame {
  const isDark = scheme === 'dark';
  return frame(
    1320,
    500,
    `<div class="window" style="left:24px;top:24px;width:880px;height:452px">
      <div class="bar"><i></i><i></i><i></i></div>
      <img src="${source(flow.saved)}" style="left:-300px;top:-88px;width:${PAGE.width}px"></div>
    ${popupOf(flow.proved, 916, 24, 452)}`,
    `body { background: ${isDark ? '#0d1110' : '#eef3f1'}; }
     .bar { position: relative; z-index: 1; ${isDark ? 'background: #202826;' : ''} }
     ${isDark ? '.bar i { background: #47534f; }' : ''}
     .window { box-shadow: 0 8px 28px rgb(0 0 0 / 25%); }
     .popup { box-shadow: 0 0 0 1px rgb(128 128 128 / 25%), 0 8px 28px rgb(0 0 0 / 25%); }`,
  );
}
