/** What the answers of one address say of who is there. Pure. */
import type { BusFrame, BusHeard } from '#printer/wire/bus-types.ts';
import type { Sign } from './view.ts';

/** One answer: `double` two of them, `unreadable` something that is no answer. */
export function signOfOne(frame: Pick<BusFrame, 'read'>, { kind, bytes }: BusHeard): Sign {
	if (kind === 'down') return 'down';
	if (kind === 'sent') return 'mute';
	const { answers, garbage } = countAnswers(frame, bytes);
	if (answers > 1) return 'double';
	if (garbage > 0) return 'unreadable';
	return answers === 1 ? 'clean' : 'silent';
}

/** Answers, and bytes that belong to none, in what was heard until the line was silent. */
function countAnswers(frame: Pick<BusFrame, 'read'>, heard: Uint8Array): { answers: number; garbage: number } {
	let answers = 0;
	let garbage = 0;
	for (let rest = heard; rest.length > 0;) {
		const { used, verdict } = frame.read(rest);
		if (used === 0 && verdict === undefined) return { answers, garbage: garbage + rest.length };
		if (verdict === 'acked' || verdict === 'again' || verdict === 'rejected') answers++;
		else garbage += used;
		rest = rest.subarray(Math.max(used, 1));
	}
	return { answers, garbage };
}

/** In this order when answers differ: two boards do not collide every time. */
const WORST: readonly Sign[] = ['down', 'double', 'unreadable', 'clean', 'silent', 'mute'];

/** Several answers of one address together. Answers that come and stay away are as suspicious as damaged ones. */
export function signOf(signs: readonly Sign[]): Sign {
	if (signs.includes('clean') && signs.includes('silent')) return 'unreadable';
	return WORST.find((sign) => signs.includes(sign)) ?? 'mute';
}

/** Whether several readings of what is another on every board were not all the same. */
export function differ(values: readonly (string | null)[]): boolean {
	return new Set(values.filter((value) => value !== null)).size > 1;
}
