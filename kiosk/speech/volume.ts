/** How loud a kiosk speaks. EN 301 549, 5.1.3.11 to 5.1.3.13: up to 65 dBA and more, in steps of at most 10 dB, and back to the usual for the next visitor. */

/** Half of what is allowed: one hears each step, and none startles. */
export const STEP_DB = 5;
/** Volumes go from 1 to this. */
export const LOUDEST = 7;
/** What everybody begins with; the amplifier is set so that it is at most 65 dBA where the head is (README). */
export const USUAL = 4;

export function clamped(level: number): number {
	return Math.min(LOUDEST, Math.max(1, Math.round(level)));
}

/** What samples are multiplied by: 1 at the loudest. */
export function gainOf(level: number): number {
	return 10 ** (((clamped(level) - LOUDEST) * STEP_DB) / 20);
}
