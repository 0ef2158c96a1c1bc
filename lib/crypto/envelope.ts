/** A ciphertext under a symmetric key, as it is stored. Nonce and ciphertext are base64. */
export interface Envelope {
  readonly v: 1;
  readonly iv: string;
  readonly ct: string;
}

/** A ciphertext for the holder of a private key, as it is stored. Both texts are base64. */
export interface Sealed {
  readonly v: 1;
  /** The encapsulated secret of HPKE. */
  readonly enc: string;
  readonly ct: string;
}
