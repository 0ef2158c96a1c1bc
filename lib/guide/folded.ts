/** Parts of the restricted matrix that can be unfolded; what opens a list is another thing. */
export const FOLDED =
  'button[aria-expanded="false"]:not([aria-haspopup],[role="combobox"]),details:not([open]) > summary';
