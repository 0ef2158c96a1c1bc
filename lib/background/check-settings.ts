import { readChecking, type CheckSettings } from '@/lib/domain/checking';

/** Where the settings are. They hold no secret. */
const KEY = 'checking';

/** The part of `browser.storage.local` that is used. */
interface Kept {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Reads and writes how keys are proved. */
export function createCheckSettings(area: Kept) {
  return {
    read: async (): Promise<CheckSettings> => readChecking((await area.get([KEY]))[KEY]),
    write: (settings: CheckSettings): Promise<void> => area.set({ [KEY]: settings }),
  };
}
