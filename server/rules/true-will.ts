/**
 * The will of an elder 本人意愿: where a home of an elder changes hands or the household register is moved, the office
 * asks the elder in person whether that is the true wish (老年人权益保障法 art. 55).
 */
import type { WillMark } from '#db/schema.ts';

/** none: nobody need be asked. ask: must be asked before anything is accepted. own, not-own: what was answered. */
export type WillState = 'none' | 'ask' | 'own' | 'not-own';

/**
 * How it stands for one item of one visitor.
 * @param marks for this visitor and item, oldest first
 */
export function willState(flagged: boolean, elder: boolean, marks: readonly WillMark[]): WillState {
	if (!flagged) return 'none';
	const answer = marks.findLast((mark) => mark !== 'elder');
	if (answer !== undefined) return answer;
	return elder || marks.includes('elder') ? 'ask' : 'none';
}
