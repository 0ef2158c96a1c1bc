import { message } from '../message';
import { Icon } from '../ui/icon';

/** The way from one thing to the list that it is in. */
export function Back({ to }: { readonly to: 'keys' | 'recipes' | 'settings' }) {
  return (
    <a className="app-back" href={`#${to}`}>
      <Icon name="back" />
      {message(`ui.nav.${to}`)}
    </a>
  );
}
