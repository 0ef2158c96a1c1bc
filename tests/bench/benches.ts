import { activity } from './activity.ts';
import { bytes } from './bytes.ts';
import { capture } from './capture.ts';
import type { Bench } from './measure.ts';
import { pageLoad } from './page-load.ts';
import { delivery } from './delivery.ts';
import { growth } from './growth.ts';
import { popup } from './popup.ts';
import { reposition } from './reposition.ts';
import { step } from './step.ts';
import { mutationStorm } from './storm.ts';
import { tabMemory } from './tab-memory.ts';
import { unlock } from './unlock.ts';
import { worker } from './worker.ts';

/** Every benchmark, in the order of the table. */
export const BENCHES: readonly Bench[] = [
  bytes,
  pageLoad,
  step,
  reposition,
  capture,
  mutationStorm,
  popup,
  unlock,
  delivery,
  worker,
  tabMemory,
  activity,
  growth,
];
