/** The day file: who comes to a simulated hall, and how they behave. Times of day are minutes since local midnight. */
import { z } from 'zod';
import { CannotOpen } from '../run/open.ts';
import type { Setup } from '../setup/hall.ts';
import { faultLine } from '../setup/read.ts';
import { readDocument } from '../setup/schema/document.ts';
import { faultOf, nearest, quoted, type Fault, type Finding } from '../setup/schema/faults.ts';
import { code, day, fault, maybe, spans, text, windowCode } from '../setup/schema/formats.ts';
import { findingsOf } from '../setup/schema/issues.ts';

const clock = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: fault('bad-clock'), abort: true })
	.transform((at) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3)));
const share = z.number().min(0).max(1);
const minutes = z.number().min(0).max(600);

/** Expected visitors in each half hour from `from` on; how many come is drawn (Poisson). */
const arrivals = z.strictObject({ from: clock, perHalfHour: z.array(z.number().min(0).max(1000)).min(1).max(48) });

const service = z.strictObject({
	/** mean */
	minutes: z.number().min(0.1).max(480),
	/** standard deviation ÷ mean, of a log-normal distribution */
	cv: z.number().min(0).max(3).default(0.8)
});

const classes = z
	.array(z.strictObject({ class: code, share }))
	.refine((list) => list.reduce((sum, one) => sum + one.share, 0) <= 1 + 1e-9, { error: fault('shares-over-one') });

const group = z.strictObject({
	item: code,
	arrivals: z.array(arrivals).min(1),
	/** shares of priority classes; the rest is ordinary */
	classes: classes.default([]),
	/** without it: the queue's planned minutes */
	service: maybe(service)
});

/** Places booked before the day, and how punctual their owners are. */
const booked = z.strictObject({
	item: code,
	/** share of the places of every slot that are booked */
	share,
	/** share that never comes */
	absent: share.default(0.1),
	/** share that comes after the slot has begun, by so many minutes on average; the others come before it */
	late: share.default(0.15),
	lateMinutes: z.number().min(0.1).max(240).default(10),
	earlyMinutes: z.number().min(0.1).max(240).default(12),
	classes: classes.default([]),
	service: maybe(service)
});

const behaviour = z.strictObject({
	/** share of those called who are not there */
	noShow: share.default(0.05),
	/** share of them who come back to the order, after so many minutes on average */
	comeBack: share.default(0.6),
	comeBackMinutes: minutes.default(8),
	/** mean patience; left out: everybody stays */
	patienceMinutes: maybe(z.number().min(1).max(600)),
	/** share of those out of patience who cancel on the phone; the others just go and are called in vain */
	tells: share.default(0.4),
	/** share sent on to another queue after their service */
	transfer: share.default(0.03),
	/** share of services that the clerk ends too early, and takes that back at once */
	undo: share.default(0.01),
	/** so long on average until the guide desk has looked at a claim to priority that it must see */
	deskMinutes: minutes.default(3),
	/** share of the claims looked at, by desk or window, for which nothing could be shown */
	claimRefused: share.default(0.1),
	/** share whose service is interrupted, for so many minutes on average */
	park: share.default(0.04),
	parkMinutes: z.number().min(1).max(240).default(15),
	/** from the call to the window */
	walkSeconds: z.number().min(0).max(600).default(20),
	/** windows go on so long after the doors are shut for those who still wait */
	overtimeMinutes: minutes.default(60)
});

const windows = z.strictObject({
	/** these stay shut all day */
	closed: z.array(windowCode).default([]),
	/** without it: as the hall file has it */
	hours: maybe(spans)
});

const pause = z.strictObject({
	windows: z.array(windowCode).min(1),
	/** begun when the service in hand is over */
	at: clock,
	minutes: z.number().min(1).max(480),
	reason: code
});

/** A clerk who leaves in the middle of a service; the supervisor frees the window, and it opens again later. */
const gone = z.strictObject({
	window: windowCode,
	at: clock,
	/** until the supervisor sees it */
	foundAfterMinutes: z.number().min(0).max(120).default(5),
	/** until somebody sits there again */
	minutes: z.number().min(1).max(480)
});

const printerFault = z.strictObject({
	printer: code,
	fault: z.enum(['paper-out', 'cover-open', 'cutter', 'unplugged', 'mute', 'slow', 'hung']),
	at: clock,
	minutes: z.number().min(1).max(600)
});

const dayFile = z.strictObject({
	title: text,
	day,
	seed: z.int().min(0).default(1),
	visitors: z.array(group).min(1),
	appointments: z.array(booked).default([]),
	behaviour: behaviour.prefault({}),
	windows: windows.prefault({}),
	breaks: z.array(pause).default([]),
	clerksGone: z.array(gone).default([]),
	printerFaults: z.array(printerFault).default([])
});

export type DayFile = z.output<typeof dayFile>;
export type Group = z.output<typeof group>;
export type Booked = z.output<typeof booked>;

/** What stops a day from being simulated, in the words of who wrote it. */
export class BadDay extends CannotOpen {}

/**
 * Reads a day file for a hall. Throws BadDay with every fault, its line and the way to mend it.
 * @param path as it is told in the faults
 */
export function readDay(text: string, setup: Setup, path: string): DayFile {
	const document = readDocument(text);
	const parsed = dayFile.safeParse(document.value);
	const findings = parsed.success
		? strangers(parsed.data, setup)
		: findingsOf(document.value === undefined ? [] : parsed.error.issues, document.value, dayFile);
	const faults = findings.map(({ code: of, path: at, atKey, detail }): Fault => {
		return faultOf(of, document.place(at, atKey), at, detail);
	});
	const all = [...document.faults, ...faults].toSorted((a, b) => a.line - b.line || a.column - b.column);
	if (parsed.success && all.length === 0) return parsed.data;
	const lines = all.flatMap((one) => [faultLine(one, 'zh'), faultLine(one, 'en')]);
	throw new BadDay(lines.map((line) => `${path}:${line}`).join('\n'));
}

/** What the day names and the hall does not have. */
function strangers(file: DayFile, setup: Setup): Finding[] {
	const missing = (known: ReadonlyMap<string, unknown>, section: string) => {
		return (word: string, path: Finding['path']): Finding[] => {
			if (known.has(word)) return [];
			const detail = { value: quoted(word), allowed: [`hall: ${section}`], near: nearest(word, known.keys()) };
			return [{ code: 'unknown-reference', path, detail }];
		};
	};
	const [item, priority] = [missing(setup.items, 'items'), missing(setup.classes, 'classes')];
	const [window, reason] = [missing(setup.windows, 'windows'), missing(setup.pauseReasons, 'pauseReasons')];
	const printer = missing(setup.printers, 'devices.printers');
	return [
		...file.visitors.flatMap((one, i) => [
			...item(one.item, ['visitors', i, 'item']),
			...one.classes.flatMap((of, j) => priority(of.class, ['visitors', i, 'classes', j, 'class']))
		]),
		...file.appointments.flatMap((one, i) => [
			...bookable(setup, one.item, ['appointments', i, 'item']),
			...one.classes.flatMap((of, j) => priority(of.class, ['appointments', i, 'classes', j, 'class']))
		]),
		...file.windows.closed.flatMap((one, i) => window(one, ['windows', 'closed', i])),
		...file.breaks.flatMap((one, i) => [
			...one.windows.flatMap((code, j) => window(code, ['breaks', i, 'windows', j])),
			...reason(one.reason, ['breaks', i, 'reason'])
		]),
		...file.clerksGone.flatMap((one, i) => window(one.window, ['clerksGone', i, 'window'])),
		...file.printerFaults.flatMap((one, i) => printer(one.printer, ['printerFaults', i, 'printer']))
	];
}

function bookable(setup: Setup, item: string, path: Finding['path']): Finding[] {
	const known = setup.file.items.filter((one) => one.appointments !== null).map((one) => one.code);
	if (known.includes(item)) return [];
	const detail = { value: quoted(item), allowed: ['hall: items with appointments'], near: nearest(item, known) };
	return [{ code: 'unknown-reference', path, detail }];
}
