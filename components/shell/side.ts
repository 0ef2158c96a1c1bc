/** A view that the person opened from the home view. */
export type Side = { readonly name: 'paste' } | { readonly name: 'key'; readonly keyId: string };
