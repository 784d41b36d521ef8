/** The stored words of how visitors are spoken to. */

/** The three greetings of a service: 来有迎声 welcomed, 问有答声 answered, 走有送声 seen off. */
export const GREETING_MARKS = ['welcomed', 'answered', 'seen-off'] as const;
export type GreetingMark = (typeof GREETING_MARKS)[number];

/** What a visitor says of the service: 意见 opinion, 批评 criticism, 表扬 praise, 投诉 complaint. */
export const OPINION_KINDS = ['opinion', 'criticism', 'praise', 'complaint'] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];
