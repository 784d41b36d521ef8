import type { Seen } from '#server/commission/view.ts';

/** What a person may have seen, in the order of the buttons and of the keys 1, 2, 3, 4. */
export const ANSWERS: readonly Seen[] = ['one', 'two', 'none', 'other'];
