import './resolve.ts';

/** `npm run recipe -- …`: for vendors. The product's files can be read once `resolve.ts` has run. */
const { runCommand } = await import('./command.ts');
process.exitCode = runCommand(process.argv.slice(2), console.log);
