/** What a complaint is about decides who looks into it; and how two of them are found to be the same. */
import type { ComplaintAgainst, ComplaintClass, ComplaintRoute } from '#db/schema.ts';
import { gramsOf, plain } from './search/plain.ts';

/** Where a class goes: one of the two ways, or that of whom it is against. */
interface ClassRule {
	route: ComplaintRoute | 'against';
	/** looked into at once */
	urgent?: true;
}

/** 投诉分类: hall matters go to who leads the hall, matters of a department to the supervision office. */
export const CLASS_RULES: Readonly<Record<ComplaintClass, ClassRule>> = {
	conduct: { route: 'against' },
	'wrong-information': { route: 'against' },
	slowness: { route: 'against' },
	rules: { route: 'department' },
	misunderstanding: { route: 'against' },
	facility: { route: 'hall' },
	// 无障碍环境建设法 art. 62: answered in time, by who can put it right.
	accessibility: { route: 'hall' },
	// 行政许可法 art. 72: to be told piecemeal is a fault of the office, not of the hall.
	'second-notice': { route: 'department' },
	media: { route: 'hall', urgent: true },
	other: { route: 'against' }
};

/** The way of a complaint: that of its class in this hall, else that of whom it is against. */
export function routeOf(
	of: { class: ComplaintClass; against: ComplaintAgainst },
	inHall: Partial<Record<ComplaintClass, ComplaintRoute>>
): ComplaintRoute {
	const { route } = CLASS_RULES[of.class];
	const said = inHall[of.class] ?? route;
	if (said !== 'against') return said;
	return of.against === 'department' ? 'department' : 'hall';
}

/** Whether a class is urgent of itself. */
export function isUrgentClass(one: ComplaintClass): boolean {
	return CLASS_RULES[one].urgent === true;
}

/** How alike two texts are, 0 to 1: the share of pairs of characters that they have in common (Dice). */
export function likeness(one: string, other: string): number {
	const [a, b] = [pairsOf(one), pairsOf(other)];
	if (a.size + b.size === 0) return 0;
	let common = 0;
	for (const pair of a) if (b.has(pair)) common += 1;
	return (2 * common) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
	return new Set(gramsOf(plain(text).replaceAll(' ', ''), 2));
}

/** Texts that share so much are shown as perhaps the same. */
const ALIKE = 0.3;

/** What is known of a complaint, for the question whether two are one. */
export interface Alike {
	ticket: number | null;
	phoneHash: string | null;
	department: string | null;
	staff: string | null;
	text: string;
}

/** Why two complaints may be the same, strongest first; empty where they are not. */
export type AlikeReason = 'ticket' | 'phone' | 'staff' | 'department';

/** The same number or telephone says it alone; the same person or department together with alike words. */
export function alikeBecause(one: Alike, other: Alike): AlikeReason[] {
	const same = <T>(a: T | null, b: T | null): boolean => a !== null && a === b;
	const because: AlikeReason[] = [];
	if (same(one.ticket, other.ticket)) because.push('ticket');
	if (same(one.phoneHash, other.phoneHash)) because.push('phone');
	if (likeness(one.text, other.text) < ALIKE) return because;
	if (same(one.staff, other.staff)) because.push('staff');
	if (same(one.department, other.department)) because.push('department');
	return because;
}
