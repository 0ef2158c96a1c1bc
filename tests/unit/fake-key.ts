/** A key that parses as a real one and says that it isn't. Put together here so that no source line holds a whole one. */
export function fakeKey(prefix: 'admin' | 'proj' | 'svcacct' | '', mark = ''): string {
  const middle = ['T3Blbk', 'FJ'].join('');
  const length = prefix === '' ? 20 : prefix === 'admin' ? 58 : 74;
  const head = prefix === '' ? 'sk-' : `sk-${prefix}-`;
  return `${head}${`FAKE${mark}`.padEnd(length, '0')}${middle}${'ENDS'.padStart(length, '0')}`;
}
