import { browser } from '@/lib/browser';

/** The alarm that resumes unfinished work. */
export const RESUME_ALARM = 'resume';

/** Waits up to this long are kept by a timer too: alarms come no sooner than after 30 seconds. */
const TIMER_LIMIT = 20_000;

let onWake: () => void = () => undefined;

/** Sets what a wake-up does. */
export function whenAwake(action: () => void): void {
  onWake = action;
}

/** Wakes the background at a time, in epoch milliseconds; the alarm comes also after the worker died. */
export function wakeAt(time: number): void {
  const wait = Math.max(0, time - Date.now());
  if (wait <= TIMER_LIMIT) setTimeout(() => onWake(), wait);
  void setAlarm(Math.max(time, Date.now() + 30_000));
}

/** One alarm serves everything that waits: the earliest time wins, and what comes next asks anew. */
async function setAlarm(when: number): Promise<void> {
  const present = await browser.alarms.get(RESUME_ALARM);
  const isSooner = present && present.scheduledTime > Date.now() && present.scheduledTime <= when;
  if (!isSooner) await browser.alarms.create(RESUME_ALARM, { when });
}
