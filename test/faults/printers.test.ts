import { setTimeout } from 'node:timers/promises';
import { describe, expect, test as base } from 'vitest';
import { compose } from '#printer/escpos/compose.ts';
import type { PrinterFault, PrintResult, PrinterStatus } from '#printer/printer.ts';
import { thermal } from '#printer/thermal.ts';
import { has } from '../tools.ts';
import { onPaper, slip, stand, WIRES, type Stand, type WireKind } from './printer-bench.ts';

/*
 * The fault matrix of printers, every row on every wire. Three slips each: one before the fault, one that meets it, one
 * after it is mended. What is asked of all of them: what was said is true, nothing comes out twice, and the third is there.
 */

type State = PrintResult['state'];
type Hand = (stand: Stand) => void | Promise<void>;

interface Row {
	/** `during`: after some lines of the second slip are on paper */
	when: 'before' | 'during' | 'after';
	start: Hand;
	mend: Hand;
	/** what may be said of the slip that meets the fault, as state and cause */
	said: RegExp;
	/** the state that the desk is told meanwhile */
	desk?: PrinterStatus['state'];
	wires?: readonly WireKind[];
}

const LINES_BEFORE = 4;
const nothing: Hand = () => undefined;
const fault =
	(name: PrinterFault, on: boolean): Hand =>
	(one) => {
		one.far.setFault(name, on);
	};
const cable =
	(name: string, on: boolean): Hand =>
	(one) => {
		one.cable.setFault(name, on);
	};
const own = (when: Row['when'], name: PrinterFault, said: RegExp, desk: PrinterStatus['state']): Row => ({
	...{ when, said, desk },
	start: fault(name, true),
	mend: fault(name, false)
});
const line = (when: Row['when'], name: string, said: RegExp, desk?: PrinterStatus['state']): Row => ({
	...{ when, said },
	start: cable(name, true),
	mend: cable(name, false),
	...(desk === undefined ? {} : { desk })
});
const ANYTHING_TRUE = /^(printed|unsure|failed)/;

const ROWS: Record<string, Row> = {
	'no paper before': own('before', 'paper-out', /^failed paper-out$/, 'paper-out'),
	'no paper during': own('during', 'paper-out', /^unsure paper-out$/, 'paper-out'),
	'no paper after': own('after', 'paper-out', /^printed$/, 'paper-out'),
	'cover open before': own('before', 'cover-open', /^failed cover-open$/, 'cover-open'),
	'cover open during': own('during', 'cover-open', /^unsure cover-open$/, 'cover-open'),
	'cover open after': own('after', 'cover-open', /^printed$/, 'cover-open'),
	'cutter stuck before': own('before', 'cutter', /^failed cutter-jam$/, 'cutter-jam'),
	'cutter stuck during': own('during', 'cutter', /^unsure cutter-jam$/, 'cutter-jam'),
	'head too hot during': own('during', 'hot', /^unsure overheated$/, 'overheated'),
	'mute before': own('before', 'mute', /^unsure unknown$/, 'unknown'),
	'mute during': own('during', 'mute', /^unsure (unknown|not-acknowledged)$/, 'unknown'),
	'hung during': own('during', 'hung', /^unsure (unknown|not-acknowledged)$/, 'unknown'),
	slow: own('before', 'slow', /^printed$/, 'ready'),
	'cable pulled before': line('before', 'unplugged', /^failed unreachable$/, 'unreachable'),
	'cable pulled during': line('during', 'unplugged', /^unsure link-lost$/, 'unreachable'),
	'cable pulled after': line('after', 'unplugged', /^printed$/, 'unreachable'),
	'takes nothing': line('before', 'stalled', /^(unsure (unknown|stalled|link-lost)|failed unreachable)$/, 'unknown'),
	'garbage before answers': line('before', 'noise', ANYTHING_TRUE),
	'answers in single bytes': line('before', 'split', /^printed$/),
	'answers late': line('before', 'late', /^(unsure|printed)/),
	'garbage in the middle': {
		when: 'during',
		start: ({ far }) => {
			far.say(Uint8Array.of(0xff, 0x00, 0x37, 0x12, 0x34, 0x37, 0x22, 0x41, 0xc1, 0x10));
		},
		mend: nothing,
		said: /^printed$/
	},
	'rebooted during': {
		when: 'during',
		start: ({ far, wire, cable: between }) => {
			far.reboot({ keepLink: true });
			// A serial cable notices nothing.
			if (wire === 'tcp') between.setFault('unplugged', true);
		},
		mend: cable('unplugged', false),
		said: /^unsure (link-lost|not-acknowledged)$/
	},
	'the port comes back under another name': {
		when: 'after',
		start: ({ moveElsewhere }) => moveElsewhere(),
		mend: nothing,
		said: /^printed$/,
		desk: 'unreachable',
		wires: ['serial', 'usb']
	},
	'the port comes back under another name in the middle': {
		when: 'during',
		start: ({ moveElsewhere }) => moveElsewhere(),
		mend: nothing,
		said: /^unsure link-lost$/,
		desk: 'unreachable',
		wires: ['serial', 'usb']
	}
};

const test = base.extend<{ open: typeof stand }>({
	open: async ({}, use) => {
		const stands: Stand[] = [];
		await use(async (...args) => {
			const one = await stand(...args);
			stands.push(one);
			return one;
		});
		for (const one of stands) await one.close();
	}
});

function sentence(result: PrintResult): string {
	return 'why' in result ? `${result.state} ${result.why.state}` : result.state;
}

/** What was said is true of the paper. */
function expectTrue(one: Stand, number: string, state: State): void {
	const { begun, whole } = onPaper(one, number);
	const seen = `${number} was said to be ${state}`;
	expect(begun, `${seen}, and is on paper once at most`).toBeLessThanOrEqual(1);
	expect(whole, seen).toBeLessThanOrEqual(1);
	if (state === 'printed') expect(whole, seen).toBe(1);
	if (state === 'failed') expect(begun, seen).toBe(0);
}

const WITH_SOCAT = has('socat') ? WIRES : (['tcp'] as const);

describe.each(WITH_SOCAT)('printer, on %s', { concurrent: true, timeout: 60_000 }, (wire) => {
	const rows = Object.entries(ROWS).filter(([, { wires = WIRES }]) => wires.includes(wire));
	test.for(rows)('%s', async ([, row], { open }) => {
		const one = await open(wire);
		await one.until('ready');
		expect((await one.printer.print(slip('A001'))).state).toBe('printed');
		const started = new Promise<void>((resolve, reject) => {
			const start = (): void => void Promise.resolve(row.start(one)).then(resolve, reject);
			if (row.when === 'during') one.far.after({ lines: LINES_BEFORE }, start);
			else if (row.when === 'before') start();
			else void one.printer.print(slip('A000')).then(start);
		});
		if (row.when !== 'during') await started;
		const late = { told: false };
		const second =
			row.when === 'after' ? undefined : await one.printer.print({ ...slip('A002'), onLate: () => (late.told = true) });
		await started;
		expect(second ? sentence(second) : 'printed').toMatch(row.said);
		if (row.desk !== undefined) while (!one.told.includes(row.desk)) await setTimeout(20);
		await row.mend(one);
		await one.until('ready');
		const third = await one.printer.print(slip('A003'));
		expect(sentence(third)).toBe('printed');
		expectTrue(one, 'A001', 'printed');
		if (second) expectTrue(one, 'A002', late.told ? 'printed' : second.state);
		else expectTrue(one, 'A000', 'printed');
		expectTrue(one, 'A003', 'printed');
	});

	test('half a slip of a process that died', async ({ open }) => {
		const one = await open(wire);
		await one.printer.close();
		const { bytes } = compose(slip('A001').lines, one.printer.model);
		const link = await one.other().open();
		await link.write(bytes.subarray(0, 60));
		await link.close();
		const printer = thermal({ wire: one.other(), model: one.printer.model, torn: true });
		expect((await printer.print(slip('A002'))).state).toBe('printed');
		await printer.close();
		expect(onPaper(one, 'A001').begun).toBeLessThanOrEqual(1);
		expect(onPaper(one, 'A001').whole).toBe(0);
		expectTrue(one, 'A002', 'printed');
	});
});
