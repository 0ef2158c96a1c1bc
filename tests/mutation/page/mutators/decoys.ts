import { make } from '../dom.ts';
import type { Mutator, Scene } from '../scene.ts';

/** Things that resemble what is looked for and are not it. */
export const DECOYS: readonly Mutator[] = [
  {
    name: 'a second Create',
    apply: (scene) => onPage(scene, '<button type="button">Create</button>'),
  },
  { name: 'Create new project', apply: projectButton },
  { name: 'a search field', apply: (scene) => onPage(scene, SEARCH) },
  { name: 'a newsletter form', apply: (scene) => onPage(scene, NEWSLETTER, 'end') },
  { name: 'a filter of radios', apply: (scene) => onPage(scene, FILTER) },
  { name: 'a cookie banner', apply: (scene) => onBody(scene, COOKIES) },
  { name: 'a tooltip', apply: tooltip },
  { name: 'a code sample', apply: codeSample },
  { name: 'links to the docs', apply: (scene) => onPage(scene, DOCS, 'end') },
  { name: 'an announcement', apply: (scene) => onPage(scene, ANNOUNCEMENT) },
  { name: 'another dialog, closed', apply: (scene) => onBody(scene, CLOSED) },
  { name: 'a menu of the account', apply: (scene) => onPage(scene, ACCOUNT) },
  { name: 'help in the dialog', apply: helpInDialog },
];

const SEARCH =
  '<div><input type="search" aria-label="Search API keys" placeholder="Search by name"></div>';
const NEWSLETTER = `<section><h2>Product news</h2><form><label for="news-name">Name</label>
  <input id="news-name" placeholder="Your name"><label for="news-mail">Email</label>
  <input id="news-mail" type="email"><button type="submit">Subscribe</button></form></section>`;
const FILTER = `<div role="radiogroup" aria-label="Status"><button type="button" role="radio" aria-checked="true">All</button>
  <button type="button" role="radio" aria-checked="false">Active</button>
  <button type="button" role="radio" aria-checked="false">Revoked</button></div>`;
const COOKIES = `<div role="dialog" aria-label="Cookie preferences" style="position:fixed;left:0;right:0;bottom:0;background:#fff">
  <p>We use cookies to improve this site.</p><label><input type="radio" name="ck" checked> All</label>
  <label><input type="radio" name="ck"> Restricted to what is needed</label>
  <button type="button">Cancel</button><button type="button">Accept all</button><button type="button">Done</button></div>`;
const DOCS = `<section><h2>Learn more</h2><ul><li><a href="/docs/quickstart">Create a new secret key</a></li>
  <li><a href="https://help.openai.com/keys">Create new secret key</a></li>
  <li><a href="/docs/permissions">Assign API key permissions</a></li></ul></section>`;
const ANNOUNCEMENT = `<div role="status"><p>New: create a new secret key for each product, and revoke a key that you no longer need.</p>
  <button type="button">Dismiss</button></div>`;
const CLOSED = `<dialog><h2>Create new secret key</h2><label>Name <input></label><button>Cancel</button><button>Create secret key</button></dialog>
  <div role="dialog" aria-label="Save your key" style="display:none"><input readonly><button>Copy</button><button>Done</button></div>`;
const ACCOUNT = `<div><button type="button" aria-haspopup="menu" aria-expanded="false">Default project</button>
  <button type="button" aria-haspopup="menu" aria-expanded="false">Personal Organization</button></div>`;

function parse(scene: Scene, html: string): Element {
  const holder = make(scene.document, 'div');
  holder.innerHTML = html;
  return holder;
}

function onPage(
  scene: Scene,
  html: string,
  where: 'start' | 'end' = scene.chance.pick(['start', 'end']),
): boolean {
  const main = scene.document.querySelector('main') ?? scene.document.body;
  const decoy = parse(scene, html);
  if (where === 'start') main.prepend(decoy);
  else main.append(decoy);
  return true;
}

function onBody(scene: Scene, html: string): boolean {
  scene.document.body.append(...parse(scene, html).children);
  return true;
}

function projectButton(scene: Scene): boolean {
  const button = make(scene.document, 'button', { type: 'button' }, 'Create new project');
  const field = scene.helper('field', 'project');
  if (!field || scene.chance.likely(0.4)) return onPage(scene, button.outerHTML);
  field.append(button);
  return true;
}

/** It says the same words as what it belongs to. */
function tooltip(scene: Scene): boolean {
  const id = scene.chance.pick(
    scene
      .anchors()
      .filter((each) => !each.includes('dialog'))
      .concat('open-create'),
  );
  const text = scene.get(id)?.textContent?.trim().slice(0, 60) || 'Create new secret key';
  const tip = make(
    scene.document,
    'div',
    { role: 'tooltip', style: 'position:absolute;top:0;left:0' },
    text,
  );
  (scene.dialog() && scene.chance.likely(0.3) ? scene.dialog() : scene.document.body)?.append(tip);
  return true;
}

/** With a whole key of the real shape: a sample's, nobody's. */
function codeSample(scene: Scene): boolean {
  const { chance, exampleKey } = scene;
  const text = chance.pick([
    `export OPENAI_API_KEY="${exampleKey}"`,
    `curl https://api.openai.com/v1/models \\\n  -H "Authorization: Bearer ${exampleKey}"`,
    `client = OpenAI(\n  api_key="${exampleKey}"\n)`,
  ]);
  const copy = chance.likely(0.5) ? '<button type="button">Copy code</button>' : '';
  const sample = parse(scene, `<div><p>Try it:</p><pre><code></code></pre>${copy}</div>`);
  const code = sample.querySelector('code');
  if (code) code.textContent = text;
  const main = scene.document.querySelector('main') ?? scene.document.body;
  main.append(sample);
  return true;
}

/** A sentence and a link in the dialog that use its words. */
function helpInDialog(scene: Scene): boolean {
  const footer = scene.get('~part:footer');
  if (!footer) return false;
  const help = parse(
    scene,
    `<p>Restricted keys can do less. <a href="/docs/permissions">Read only keys explained</a>. Press Create when the name is right.</p>`,
  );
  footer.before(help);
  return true;
}
