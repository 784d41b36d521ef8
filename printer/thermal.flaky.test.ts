import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { printerModel } from './models/models.ts';
import type { PrintResult, PrinterFault } from './printer.ts';
import { thermal } from './thermal.ts';
import { virtualPrinter } from './virtual/virtual.ts';
import { pause } from './wire/timers.ts';
import type { VirtualPrinter } from './virtual/virtual.ts';

const SLIPS = 1000;

/** A small generator of its own: the same troubles in every run. */
function dice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
}

const LASTING: PrinterFault[] = ['paper-out', 'cover-open', 'cutter', 'hot', 'unplugged', 'mute', 'hung', 'slow'];

/** Now and then something happens in the middle of a slip, and is put right some seconds later. */
function makeTrouble(
	far: VirtualPrinter,
	roll: (sides: number) => number,
	later: (ms: number, run: () => void) => void
): void {
	const what = roll(LASTING.length + 3);
	const fault = LASTING[what];
	far.after({ bytes: roll(400) }, () => {
		if (fault) {
			far.setFault(fault, true);
			later(200 + roll(8000), () => {
				far.setFault(fault, false);
			});
		} else if (what === LASTING.length) far.reboot({ keepLink: true });
		else if (what === LASTING.length + 1) far.reboot();
		else far.say(Uint8Array.from({ length: 12 }, () => roll(256)));
	});
}

test('a thousand slips through a wire with every trouble: each has one outcome, and that outcome is true', async () => {
	const clock = virtualClock();
	const roll = dice(20_261_122);
	const model = printerModel('epson', 80);
	const far = virtualPrinter({ model, timers: clock, keep: 10 * SLIPS });
	const printer = thermal({ wire: far.wire, model, timers: clock });
	const results = new Map<string, PrintResult>();
	const late = new Set<string>();
	const work = async (): Promise<void> => {
		for (let n = 0; n < SLIPS; n += 1) {
			await pause(clock, roll(4000));
			const number = `N${String(n).padStart(4, '0')}`;
			if (roll(3) === 0) makeTrouble(far, roll, (ms, run) => void clock.after(ms, run));
			const lines = [
				{ type: 'text' as const, text: number },
				{ type: 'qr' as const, data: `https://q.example.cn/${number}` },
				{ type: 'text' as const, text: `${number} 完` }
			];
			results.set(number, await printer.print({ lines, onLate: () => late.add(number) }));
		}
	};
	const all = work();
	while (results.size < SLIPS) await clock.advance(1000);
	await all;
	await clock.advance(60_000);
	await printer.close();
	await far.close();

	const whole = far.papers().flatMap(({ text }) => [...text.matchAll(/(N\d{4})\n\1 完/g)].map(([, number]) => number));
	expect(results.size).toBe(SLIPS);
	expect(whole.length, 'none twice').toBe(new Set(whole).size);
	const is = (state: PrintResult['state']): string[] =>
		[...results].filter(([, result]) => result.state === state).map(([number]) => number);
	const paper = far
		.papers()
		.map(({ text }) => text)
		.join('\n');
	expect(
		is('printed').filter((number) => !whole.includes(number)),
		'printed is on paper'
	).toEqual([]);
	expect(
		is('failed').filter((number) => paper.includes(number)),
		'failed is not'
	).toEqual([]);
	expect(
		[...late].filter((number) => !whole.includes(number)),
		'late is on paper'
	).toEqual([]);
	expect(is('sent')).toEqual([]);
	expect(Math.min(is('printed').length, is('failed').length, is('unsure').length)).toBeGreaterThan(10);
	expect(clock.pending(), 'no timer is left').toBe(0);
}, 120_000);
