import { spawn, spawnSync } from 'node:child_process';
import { aptInstall, firstWorking } from '../e2e/harness/installing.ts';

/**
 * Answers the questions of a program that asks at a terminal, and no other way: each line of the
 * first argument to the questions in turn. The program's own output goes to files.
 */
const ASKED_AT_A_TERMINAL = `
import os, pty, sys
answers = sys.argv[1].split('\\n')
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
said = b''
while True:
    try:
        said += os.read(terminal, 1024)
    except OSError:
        break
    if answers and said.rstrip().endswith(b':'):
        os.write(terminal, answers.pop(0).encode() + b'\\n')
        said = b''
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

/** The `age` command line tool. */
export interface AgeTool {
  /** `age -d`: true when the passphrase opened the file. */
  decrypt(file: string, passphrase: string, to: string): Promise<boolean>;
  /** `age -p` */
  encrypt(file: string, passphrase: string, to: string): Promise<boolean>;
}

/** Finds age, or installs it as root on Debian or Ubuntu. @returns undefined where it, or Python for its questions, is not here. */
export function findAge(): AgeTool | undefined {
  const age = firstWorking(['age']) ?? (aptInstall('age') ? firstWorking(['age']) : undefined);
  const python = firstWorking(['python3']);
  const hasTerminals = python && spawnSync(python, ['-c', 'import pty']).status === 0;
  if (!age || !hasTerminals) return undefined;
  const ask = (answers: readonly string[], ...words: readonly string[]) =>
    new Promise<boolean>((done, fail) => {
      const child = spawn(python, ['-c', ASKED_AT_A_TERMINAL, answers.join('\n'), age, ...words], {
        stdio: 'ignore',
      });
      child.once('error', fail);
      child.once('exit', (code) => done(code === 0));
    });
  return {
    decrypt: (file, passphrase, to) => ask([passphrase], '-d', '-o', to, file),
    encrypt: (file, passphrase, to) => ask([passphrase, passphrase], '-p', '-o', to, file),
  };
}
