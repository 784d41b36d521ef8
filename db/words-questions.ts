/** The stored words of questions. */

/** How a question or a message came. */
export const QUESTION_CHANNELS = ['desk', 'window', 'kiosk', 'page', 'telephone'] as const;
export type QuestionChannel = (typeof QUESTION_CHANNELS)[number];
