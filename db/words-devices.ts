/** What the watch over devices keeps an eye on. */
export const WATCH_KINDS = [
	'printer',
	'board',
	'bus',
	'screen',
	'kiosk',
	'pad-line',
	'id-reader',
	'scanner',
	'evaluator',
	'agent'
] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

/**
 * How a device stands. `unknown`: nobody has heard of it, or it does not tell. `silent`: there is a line and no answer on
 * it. `unconfirmed`: it takes what it is sent and says nothing. `mute`: a screen that shows but cannot be heard. `disk-full`: an agent
 * that works, and remembers nothing of it should it end. `gone`: it
 * was on the line and is no more. `behind-agent`: it hangs on an agent that is gone itself.
 */
export const DEVICE_STATES = [
	'ready',
	'unconfirmed',
	'paper-low',
	'paper-out',
	'cover-open',
	'cutter-jam',
	'head-up',
	'jam',
	'not-taken',
	'overheated',
	'error',
	'unreachable',
	'silent',
	'rejected',
	'mute',
	'disk-full',
	'gone',
	'behind-agent',
	'unknown'
] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

/** What stands in a device's history: a change of its state, or what a hand did. */
export const DEVICE_ACTS = ['state', 'off', 'on', 'replaced', 'roll-changed', 'moved', 'tested'] as const;
export type DeviceAct = (typeof DEVICE_ACTS)[number];

/** Why a device is taken out of work by hand. */
export const OFF_REASONS = ['repair', 'parts', 'cleaning', 'nuisance', 'not-needed'] as const;
export type OffReason = (typeof OFF_REASONS)[number];

/** What the sensors of a printer last said of its paper. */
export const PAPER_STATES_KNOWN = ['ok', 'low', 'out'] as const;
export type PaperKnown = (typeof PAPER_STATES_KNOWN)[number];
