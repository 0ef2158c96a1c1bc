/** What a step says. */
interface Words {
  readonly title: string;
  readonly body: string;
}

const FIRST = { title: 'Press “Create new key”', body: 'It opens the dialog.' };
const NEXT = { title: 'Name the key', body: 'So that everyone knows later what the key is for.' };

/** What every peer says at a step. */
export function stepAt(step: number): Words {
  return step === 0 ? FIRST : NEXT;
}
