/** The stored words of cases that visitors follow. */

/** How somebody wants to hear what came of a case: sees for himself on its page; is called; not at all. */
export const CONTACTS = ['page', 'call', 'none'] as const;
export type Contact = (typeof CONTACTS)[number];

/** How somebody was told: read it on the page; by telephone; in person; in writing. */
export const TOLD_WAYS = ['page', 'call', 'in-person', 'letter'] as const;
export type ToldWay = (typeof TOLD_WAYS)[number];
