import { pageReport } from '@/lib/dashboard/page-report';
import { createHands } from './hands';
import { requestText } from './request';

/** Everything that acts on a page, or writes about it, on a person's press. */
export const TOOLS = { createHands, requestText, pageReport };

/** See {@link TOOLS}. */
export type Tools = typeof TOOLS;
