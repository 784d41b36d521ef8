/**
 * Priority 老弱病残孕军 by the policy of its class. self: the visitor's word is enough. window: it counts at once, and the
 * window looks. desk: it counts once the guide desk has looked. What nobody looked at stays an open claim and is counted.
 */
import type { ClaimState } from '#db/schema.ts';

export type ClaimPolicy = 'self' | 'desk' | 'window';

/** How a claim begins. */
export function claimed(policy: ClaimPolicy): ClaimState {
	return policy === 'self' ? 'granted' : 'open';
}

/** Whether that role may say that it has seen the person or the papers: what the desk must see, a window cannot confirm. */
export function mayConfirm(policy: ClaimPolicy, role: string): boolean {
	return policy !== 'desk' || role !== 'clerk';
}

/** Whether the head start of a class counts while its claim stands so. */
export function counts(policy: ClaimPolicy, claim: ClaimState): boolean {
	switch (claim) {
		case 'granted':
		case 'confirmed':
			return true;
		case 'open':
			return policy === 'window';
		case 'none':
		case 'refused':
			return false;
	}
}
