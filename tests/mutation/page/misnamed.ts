import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { accessibleName } from '@/lib/locate/name';
import { roleOf } from '@/lib/locate/role';

const CONTROLS =
  'a[href],button,input:not([type="hidden"]),textarea,select,summary,fieldset,dialog,h1,h2,h3,[role],[tabindex]';

/** Controls of a page whose role or name we read otherwise than the library does. */
export function misnamed(document: Document): string[] {
  return [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
    const [role, name] = [getRole(element), computeAccessibleName(element)];
    const wrong = [
      // We search no others by their role; a field of a kind without one is a text field to a person.
      ...(role !== null && roleOf(element) !== '' && roleOf(element) !== role
        ? [`role ${roleOf(element)}, not ${role}`]
        : []),
      ...(accessibleName(element) === name ? [] : [`“${accessibleName(element)}”, not “${name}”`]),
    ];
    return wrong.length > 0 ? [`${element.outerHTML.slice(0, 300)}: ${wrong.join('; ')}`] : [];
  });
}
