/** The screens of one visit at the kiosk. */
export type Screen = 'zones' | 'items' | 'item' | 'priority' | 'advice' | 'person' | 'check-in' | 'ticket' | 'problem';
