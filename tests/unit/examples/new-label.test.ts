// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { FORM } from '@/lib/dashboard/anchors';
import { controlsOf, locate } from '@/lib/locate/locate';

/** A part of a saved page, with the label that `npm run locate` did not know. */
const page = (label: string) => `
  <div role="dialog" aria-labelledby="title">
    <h2 id="title">Create new secret key</h2>
    <label for="field">${label}</label><input id="field" type="text" />
    <button>Cancel</button><button>Create secret key</button>
  </div>`;

// A document without a browser has no layout, and what has no size counts as hidden.
beforeEach(() => {
  Element.prototype.getBoundingClientRect = () => new DOMRect(40, 40, 200, 30);
  Element.prototype.checkVisibility = () => true;
});

function locateIn(label: string, description: Parameters<typeof locate>[1]) {
  document.body.innerHTML = page(label);
  return locate(controlsOf(document.body), description);
}

test('a label that is new is found once it stands first among the names, and the older ones still are', () => {
  expect(locateIn('What will you use it for?', FORM.name).element).toBeUndefined();
  const learnt = { ...FORM.name, names: ['What will you use it for?', ...FORM.name.names] };
  expect(locateIn('What will you use it for?', learnt)).toMatchObject({ score: 100 });
  expect(locateIn('Name', learnt).element?.id).toBe('field');
});
