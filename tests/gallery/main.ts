import '../recipe/resolve.ts';

/** `npm run gallery` and `npm run visual`. The product's files can be read once `resolve.ts` has run. */
const [command, ...words] = process.argv.slice(2);
if (command === 'visual') {
  const { compareAll } = await import('./visual.ts');
  process.exitCode = (await compareAll(words)) ? 0 : 1;
} else {
  const { paintAll } = await import('./paint.ts');
  await paintAll(words);
}
