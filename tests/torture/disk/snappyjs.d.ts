declare module 'snappyjs' {
  /** Undoes Snappy's raw format. Throws when it is not that. */
  export function uncompress<T extends Uint8Array>(compressed: T): T;
}
