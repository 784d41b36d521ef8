import type { AppointmentDay, AppointmentLine } from '#server/appointments/view.ts';
import type { DeskItem, DeskTicket, DeskView } from '#server/views.ts';
import { words } from '#display/words/index.ts';
import type { Entry, Option, Wish } from '../menu.ts';
import { both, cancelOptions, classOptions, ticketWish, transferOptions } from '../options.ts';
import type { DeskVerb } from './keys.ts';

export type DeskWish = Wish<DeskVerb>;
export type DeskOption = Option<DeskVerb>;

/** What is asked before something is done with a number that was found. */
const ASKED: Partial<Record<DeskVerb, (found: DeskTicket, view: DeskView) => DeskOption[]>> = {
	cancel: ({ id }) => cancelOptions(id),
	void: ({ id }) => voidOptions(id),
	class: (found, { classes }) => classOptions(found, classes),
	transfer: (found, { targets }) => transferOptions(found.id, found.queue.code, targets)
};

/** What is asked before a verb is done; empty where nothing is. */
export function optionsFor(
	verb: DeskVerb,
	view: DeskView,
	found: DeskTicket | null,
	intent: () => string
): DeskOption[] {
	if (verb === 'take') return takeOptions(view, intent());
	return (found && ASKED[verb]?.(found, view)) ?? [];
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
			{ id: 'ordinary', label: both((w) => w.desk.ordinary), note: null, then: taking(item, { intent }) },
			...classes.map(({ code, name, policy }) => ({
				id: code,
				label: name,
				note: policy === 'self' ? both((w) => w.common.claim.granted) : null,
				then: policy === 'self' ? taking(item, { class: code, intent }) : seenOrNot(item, { class: code, intent })
			}))
		]
	}));
}

function seenOrNot(item: DeskItem, body: Wish['body']): DeskOption[] {
	return [
		{
			id: 'seen',
			label: both((w) => w.console.shownAndConfirmed),
			note: null,
			then: taking(item, { ...body, seen: true })
		},
		{
			id: 'unseen',
			label: both((w) => w.desk.notYetSeen),
			note: both((w) => w.desk.notYetSeenMeans),
			then: taking(item, body)
		}
	];
}

/** An item may ask who comes; the number of the document is typed last. */
function taking({ code, identity }: DeskItem, body: Wish['body']): DeskWish | Entry<DeskVerb> {
	const wish: DeskWish = { action: 'take', path: '/tickets', body: { item: code, ...body } };
	if (identity === 'none') return wish;
	const required = identity === 'required';
	return { field: 'person', required, hint: both((w) => (required ? w.booking.who : w.booking.whoOptional)), wish };
}

/** The appointments of the day that can still be dealt with, found by code, time or item. */
export function appointmentOptions(day: AppointmentDay, intent: () => string): DeskOption[] {
	return day.appointments
		.filter(({ state }) => state === 'booked' || state === 'missed')
		.map((line) => ({
			id: `${line.code} ${line.time}`,
			label: { zh: `${line.time} ${line.item.name.zh}`, en: `${line.time} ${line.item.name.en}` },
			note: both((w) => `${w.booking.code} ${line.code} · ${w.desk.appointmentState[line.state]}`),
			then: dealingWith(day.day, line, intent())
		}));
}

/** What can be done with one appointment. */
export function dealingWith(day: string, { code, state }: AppointmentLine, intent: string): DeskOption[] {
	const arriving = (body: Wish['body']): DeskWish => ({
		action: 'arrive',
		path: '/check-ins',
		body: { code, intent, ...body }
	});
	const ordinary: DeskOption = {
		id: 'ordinary',
		label: both((w) => w.desk.arriveOrdinary),
		note: both((w) => w.desk.arriveOrdinaryMeans),
		then: arriving({ ordinary: true })
	};
	if (state === 'missed') return [ordinary];
	const cancelling = words('zh-CN').desk.unbookReason;
	return [
		{ id: 'arrive', label: both((w) => w.desk.verb.arrive), note: null, then: arriving({}) },
		ordinary,
		{
			id: 'unbook',
			label: both((w) => w.booking.cancel),
			note: null,
			then: UNBOOK_REASONS.map((reason) => ({
				id: reason,
				label: both((w) => w.desk.unbookReason[reason]),
				note: null,
				then: {
					action: 'unbook' as const,
					path: `/appointments/day/${day}/${encodeURIComponent(code)}/cancel`,
					body: { reason: cancelling[reason] }
				}
			}))
		}
	];
}

const UNBOOK_REASONS = ['asked', 'mistaken', 'impossible'] as const;

function noteOf({ queue, closedBecause }: DeskItem): DeskOption['note'] {
	return closedBecause === null ? queue : both((w) => w.refusals[closedBecause].staff);
}
