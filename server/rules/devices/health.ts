import type { DeviceState } from '#db/schema.ts';

/** `good`: does its job. `warn`: does it, and soon needs a hand. `down`: does not. `unknown`: nobody can say. */
export type Health = 'good' | 'warn' | 'down' | 'unknown';

const HEALTH: Readonly<Record<DeviceState, Health>> = {
	ready: 'good',
	unconfirmed: 'good',
	'paper-low': 'warn',
	'paper-out': 'down',
	'cover-open': 'down',
	'cutter-jam': 'down',
	'head-up': 'down',
	jam: 'down',
	'not-taken': 'warn',
	overheated: 'down',
	error: 'down',
	unreachable: 'down',
	silent: 'down',
	rejected: 'down',
	mute: 'down',
	'disk-full': 'warn',
	gone: 'down',
	'behind-agent': 'down',
	unknown: 'unknown'
};

/** Whether a device in that state can do its job. */
export function healthOf(state: DeviceState): Health {
	return HEALTH[state];
}

/** The word of a driver as a state; one that is not known is an `error`, not a guess. */
export function stateNamed(word: string): DeviceState {
	return isState(word) ? word : 'error';
}

function isState(word: string): word is DeviceState {
	return Object.hasOwn(HEALTH, word);
}
