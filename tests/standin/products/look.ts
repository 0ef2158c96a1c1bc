/** How the products' pages look. */
export interface ProductLook {
  /** Bubble's editor draws its own fields. */
  readonly drawn: boolean;
  /** The forms have no field for the key. */
  readonly fieldless: boolean;
}

/** Forms with fields. */
export const USUAL_LOOK: ProductLook = { drawn: false, fieldless: false };
