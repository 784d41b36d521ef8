import type { Lang } from '#display/words/index.ts';
import type { LeasedNumber, LeaseReport, LeaseView } from '#server/views.ts';

/** A number that was given while there was no line, until the server has it. */
export interface Given extends LeasedNumber {
	item: string;
	class: string;
	/** when, by the clock of the server as far as it was known */
	at: number;
	lang: Lang;
	/** of the wish that was sent before and not answered */
	intent: string | null;
}

/** What a kiosk keeps of numbers for when it has no line. */
export interface Kept {
	/** random; this browser's own from the first lease on */
	holder: string;
	/** what is left of the block */
	lease: LeaseView | null;
	/** given and not yet reported, in their order */
	used: Given[];
}

/** A number for an item without a line: which one, or why none. */
export type Offer = LeasedNumber | 'shut' | 'used-up' | 'none';

/** What would be given now of a queue; nothing changes. */
export function offerOf({ lease }: Kept, queue: string, now: number): Offer {
	if (!lease || now >= lease.until) return 'none';
	const hours = lease.open[queue];
	if (hours === undefined) return 'none';
	if (!hours.some(({ from, until }) => from <= now && now < until)) return 'shut';
	return lease.numbers.find((one) => one.queue === queue) ?? 'used-up';
}

export interface LeaseAsk {
	item: { code: string; queue: string };
	/** priority class; `ordinary` without one */
	class: string;
	lang: Lang;
	intent: string | null;
	now: number;
}

/** Takes the next number of a queue out of the block; null when there is none. What it gives must be kept before it is shown. */
export function give(kept: Kept, { now, ...ask }: LeaseAsk): { kept: Kept; given: Given } | null {
	const { item, lang, intent } = ask;
	const offer = offerOf(kept, item.queue, now);
	if (typeof offer === 'string' || !kept.lease) return null;
	const given: Given = { ...offer, item: item.code, class: ask.class, at: now, lang, intent };
	const numbers = kept.lease.numbers.filter(({ token }) => token !== offer.token);
	return { kept: { ...kept, lease: { ...kept.lease, numbers }, used: [...kept.used, given] }, given };
}

/** What is to be told to the server, or null when it knows everything. */
export function reportOf({ holder, lease, used }: Kept, now: number): { lease: number; body: object } | null {
	if (!lease) return null;
	const ended = now >= lease.until || lease.numbers.length === 0;
	if (used.length === 0 && !ended) return null;
	const said = used.map(({ token, item, class: of, at, lang, intent }) => ({
		token,
		item,
		class: of,
		at,
		lang,
		intent
	}));
	return { lease: lease.id, body: { holder, used: said, ended } };
}

/** After the server has answered a report: what it has need not be told again, and of a block that is over nothing is given. */
export function reported(kept: Kept, { ended, numbers }: LeaseReport): Kept {
	const known = new Set(numbers.map(({ number }) => number));
	const used = kept.used.filter(({ number }) => !known.has(number));
	if (!ended || !kept.lease) return { ...kept, used };
	return { ...kept, used, lease: used.length === 0 ? null : { ...kept.lease, numbers: [] } };
}

/** A block that was granted; of one that is kept already, what has been given from it stays given. */
export function granted(kept: Kept, lease: LeaseView): Kept {
	return kept.lease?.id === lease.id ? kept : { ...kept, lease };
}
