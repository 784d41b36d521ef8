import type { Saying } from './given.ts';
import { ASKING } from '../questions/say.ts';
import { COMPLAINT_SAYINGS } from '../complaints/sayings.ts';

/** Every kind that can be said in this hall; what is not here is not offered. A new one is a line here. */
export const SAYINGS: readonly Saying[] = [...ASKING, ...COMPLAINT_SAYINGS];
