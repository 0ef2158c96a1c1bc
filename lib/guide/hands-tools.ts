import { pageReport } from '@/lib/dashboard/page-report';
import { chooseFirst, fill, undoOf, unfold } from './fill';
import { requestText } from './request';

/** Everything that acts on a page, or writes about it, on a person's press. */
export const TOOLS = { fill, undoOf, unfold, chooseFirst, requestText, pageReport };

/** See {@link TOOLS}. */
export type Hands = typeof TOOLS;
