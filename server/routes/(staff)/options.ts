/** Menus that several staff pages ask: the same words and figures do the same everywhere. */
import { words, type Words } from '#display/words/index.ts';
import type { ConfirmableClass, ConsoleView, Text } from '#server/views.ts';
import type { Option, Wish } from './menu.ts';

/** A sentence in both languages. */
export const both = (pick: (words: Words) => string): Text => ({ zh: pick(words('zh-CN')), en: pick(words('en')) });

/** The wish for something done with a ticket. */
export function ticketWish<A extends string>(id: number, action: A, body: Wish['body'] = {}): Wish<A> {
	return { action, path: `/tickets/${String(id)}/${action}`, body };
}

const CANCEL_REASONS = ['left', 'mistaken', 'double', 'impossible'] as const;

/** Why a number is cancelled. The ledger keeps the reason in the language of the hall. */
export function cancelOptions(id: number): Option<'cancel'>[] {
	return CANCEL_REASONS.map((reason) => ({
		id: reason,
		label: both((w) => w.console.cancelReason[reason]),
		note: null,
		then: ticketWish(id, 'cancel', { reason: words('zh-CN').console.cancelReason[reason] })
	}));
}

/** Where a ticket can be sent; never to the queue it waits in. */
export function transferOptions(
	id: number,
	queue: string,
	{ queues, windows, staff }: ConsoleView['targets']
): Option<'transfer'>[] {
	const to = (body: Wish['body']): Wish<'transfer'> => ticketWish(id, 'transfer', body);
	return [
		...queues
			.filter(({ code }) => code !== queue)
			.map(({ code, name }) => ({
				id: `queue ${code}`,
				label: name,
				note: both((w) => w.console.toQueue),
				then: to({ queue: code })
			})),
		...windows.map(({ code, name }) => ({
			id: `window ${code}`,
			label: name,
			note: both((w) => w.console.toWindow),
			then: to({ window: code })
		})),
		...staff.map(({ no, window }) => ({
			id: `staff ${no}`,
			label: both((w) => `${w.common.staffNumber} ${no}`),
			note: both((w) => w.console.toStaff({ window })),
			then: to({ staff: no })
		}))
	];
}

const ORDINARY = 'ordinary';

/** What can be said of a claim to priority: it was shown, it was not, or another class is right. */
export function classOptions(
	{ id, class: now, claim }: { id: number; class: string; claim: string },
	classes: readonly ConfirmableClass[]
): Option<'class'>[] {
	const own = classes.find(({ code }) => code === now);
	const options: Option<'class'>[] = [];
	if (own?.confirms === true && claim !== 'confirmed') options.push(confirmed(id, own));
	if (own) {
		options.push({
			id: ORDINARY,
			label: both((w) => w.console.notShown),
			note: both((w) => w.console.notShownMeans),
			then: reasons(id, ORDINARY, NOT_SHOWN)
		});
	}
	for (const { code, name, confirms } of classes) {
		if (code === now) continue;
		options.push({
			id: code,
			label: name,
			note: confirms ? both((w) => w.console.otherClass) : both((w) => w.console.deskConfirms),
			then: reasons(id, code, confirms ? CHANGED : CLAIMED)
		});
	}
	return options;
}

function confirmed(id: number, { code, name }: ConfirmableClass): Option<'class'> {
	const then = ticketWish(id, 'class', { class: code, seen: true });
	return { id: `confirm ${code}`, label: both((w) => w.console.shownAndConfirmed), note: name, then };
}

const NOT_SHOWN = [
	{ reason: 'noPapers', seen: false },
	{ reason: 'doesNotApply', seen: false },
	{ reason: 'notWanted', seen: false }
] as const;
const CHANGED = [
	{ reason: 'papersShown', seen: true },
	{ reason: 'isSeen', seen: true },
	{ reason: 'corrected', seen: false }
] as const;
const CLAIMED = [{ reason: 'corrected', seen: false }] as const;

function reasons(
	id: number,
	code: string,
	of: readonly (typeof NOT_SHOWN | typeof CHANGED)[number][]
): Option<'class'>[] {
	return of.map(({ reason, seen }) => ({
		id: reason,
		label: both((w) => w.console.classReason[reason]),
		note: null,
		then: ticketWish(id, 'class', { class: code, seen, reason: words('zh-CN').console.classReason[reason] })
	}));
}
