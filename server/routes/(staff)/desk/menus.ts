import type { DeskItem, DeskTicket, DeskView } from '#server/views.ts';
import { words } from '#display/words/index.ts';
import type { Option, Wish } from '../menu.ts';
import { both, cancelOptions, classOptions, ticketWish, transferOptions } from '../options.ts';
import type { DeskVerb } from './keys.ts';

export type DeskWish = Wish<DeskVerb>;
export type DeskOption = Option<DeskVerb>;

/** What is asked before a verb is done; empty where nothing is. */
export function optionsFor(
	verb: DeskVerb,
	view: DeskView,
	found: DeskTicket | null,
	intent: () => string
): DeskOption[] {
	if (verb === 'take') return takeOptions(view, intent());
	if (!found) return [];
	switch (verb) {
		case 'cancel':
			return cancelOptions(found.id);
		case 'void':
			return voidOptions(found.id);
		case 'class':
			return classOptions(found, view.classes);
		case 'transfer':
			return transferOptions(found.id, found.queue.code, view.targets);
		case 'return':
		case 'reprint':
			return [];
	}
}

/** The wish of a verb that asks nothing. */
export function wishOf(verb: 'return' | 'reprint', found: DeskTicket): DeskWish | null {
	if (verb === 'return') return ticketWish(found.id, 'return');
	return found.slip && { action: 'reprint', path: `/slips/${String(found.slip.id)}/reprint`, body: {} };
}

const VOID_REASONS = ['misprint', 'wrongItem', 'test'] as const;

function voidOptions(id: number): DeskOption[] {
	return VOID_REASONS.map((reason) => ({
		id: reason,
		label: both((w) => w.desk.voidReason[reason]),
		note: null,
		then: ticketWish(id, 'void', { reason: words('zh-CN').desk.voidReason[reason] })
	}));
}

/** First what for, then with what priority: one intent, whatever is chosen, so that one visitor gets one number. */
function takeOptions({ items, classes }: DeskView, intent: string): DeskOption[] {
	return items.map((item) => ({
		id: item.code,
		label: item.name,
		note: noteOf(item),
		then: [
			{
				id: 'ordinary',
				label: both((w) => w.desk.ordinary),
				note: null,
				then: taking({ item: item.code, intent })
			},
			...classes.map(({ code, name, policy }) => ({
				id: code,
				label: name,
				note: policy === 'self' ? both((w) => w.common.claim.granted) : null,
				then:
					policy === 'self'
						? taking({ item: item.code, class: code, intent })
						: seenOrNot({ item: item.code, class: code, intent })
			}))
		]
	}));
}

function seenOrNot(body: Wish['body']): DeskOption[] {
	return [
		{ id: 'seen', label: both((w) => w.console.shownAndConfirmed), note: null, then: taking({ ...body, seen: true }) },
		{
			id: 'unseen',
			label: both((w) => w.desk.notYetSeen),
			note: both((w) => w.desk.notYetSeenMeans),
			then: taking(body)
		}
	];
}

function taking(body: Wish['body']): DeskWish {
	return { action: 'take', path: '/tickets', body };
}

function noteOf({ queue, closedBecause }: DeskItem): DeskOption['note'] {
	return closedBecause === null ? queue : both((w) => w.refusals[closedBecause].staff);
}
