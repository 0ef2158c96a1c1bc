/** Where a captured page says which of its elements are what. Taken off before the locator sees the page. */
export const MARK = 'data-marks';

/** Between the marks of one element. */
export const BETWEEN = '|';

/**
 * Marks that help mutators, beside those that are anchors: what belongs to an anchor, such as
 * `~label:name`.
 */
export type Helper = 'label' | 'field' | 'item' | 'about' | 'part';

export const helper = (kind: Helper, of: string): string => `~${kind}:${of}`;

/** One of several elements that are equally right for an anchor, such as the Edit button of each row. */
export const oneOf = (anchor: string, which: string): string => `${anchor}@${which}`;
