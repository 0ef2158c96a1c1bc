import { i18n } from '#i18n';

/**
 * The language of our strings, with the browser's region where that fits: "en-GB" for an English
 * browser of Great Britain, "en" for a Polish one, because it gets the English strings.
 */
export function language(): string {
  const ours = i18n.t('ui.language');
  const browsers = i18n.t('@@ui_locale').replaceAll('_', '-');
  return browsers.split('-')[0] === ours ? browsers : ours;
}

/** Says in a page of ours which language it speaks and in which direction it runs. */
export function speakLanguage({ documentElement }: Document): void {
  documentElement.lang = language();
  documentElement.dir = i18n.t('@@bidi_dir');
}
