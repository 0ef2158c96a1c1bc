import { hostPattern } from '@/lib/domain/address';
import type { Typed } from './form';

/** What the browser must allow for a destination that is at an address. */
export const addressOrigins = ({ address = '' }: Typed) => [hostPattern(address)];

/** What a token that goes into a header can look like. */
export const TOKEN = /^[!-~]{8,8192}$/;
