/** How a broadcast went off the screens: two persons ended it; another took its place; an all-clear's time was over, or one person took it away. */
export const BROADCAST_ENDS = ['confirmed', 'replaced', 'lapsed', 'cleared'] as const;
export type BroadcastEnd = (typeof BROADCAST_ENDS)[number];

/** Something lent: it is out; it came back as it went; it came back damaged; it does not come back. */
export const LOAN_STATES = ['out', 'returned', 'damaged', 'lost'] as const;
export type LoanState = (typeof LOAN_STATES)[number];

/** Why a desk has more or fewer of something than the hall file says. */
export const STOCK_REASONS = ['damaged', 'lost', 'counted'] as const;
export type StockReason = (typeof STOCK_REASONS)[number];

/** A free service: it works; it works and is full; it does not work. */
export const SERVICE_STATES = ['working', 'busy', 'out-of-order'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];
