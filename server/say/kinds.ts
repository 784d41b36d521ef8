import { COMPLAINT_SAYINGS } from '../complaints/sayings.ts';
import { ASKING } from '../questions/say.ts';
import type { Saying } from './given.ts';

/** Every kind that can be said in this hall; what is not here is not offered. A new one is a line here. */
export const SAYINGS: readonly Saying[] = [...COMPLAINT_SAYINGS, ...ASKING];
