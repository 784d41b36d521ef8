import { describe, expect, test as base, vi } from 'vitest';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { has } from '../tools.ts';
import { boardStand, halfFrame, type BoardStand, type BusWire } from './board-bench.ts';

/*
 * The fault matrix of boards, on real ports: two boards on a line, and the first meets the fault. What is asked of every
 * row: nothing is acknowledged that does not stand there, the other board does not suffer, and when the fault is mended
 * the newest picture stands on both and is said to.
 */

interface Row {
	start: (one: BoardStand) => void | Promise<void>;
	mend: (one: BoardStand) => void | Promise<void>;
	/** what is said of the picture that meets the fault */
	said: RegExp;
	/** the fault is the line's, so it is the other board's, too */
	both?: boolean;
	wires?: readonly BusWire[];
}

const SOON = { timeout: 20_000, interval: 20 };
const WIRES: readonly BusWire[] = ['tcp', 'serial'];
const nothing: Row['mend'] = () => undefined;

const board = (name: Parameters<VirtualBoard['setFault']>[0], said: RegExp): Row => ({
	start: ({ boards }) => {
		boards.one.setFault(name, true);
	},
	mend: ({ boards }) => {
		boards.one.setFault(name, false);
	},
	said
});
const cable = (name: string, said: RegExp): Row => ({
	start: (one) => {
		one.cable.setFault(name, true);
	},
	mend: (one) => {
		one.cable.setFault(name, false);
	},
	said,
	both: true
});

const ROWS: Record<string, Row> = {
	dead: board('unplugged', /^timeout no-answer$/),
	'obeys and never answers': board('silent', /^timeout no-answer$/),
	'answers late': board('slow', /^timeout no-answer$/),
	refuses: board('rejecting', /^rejected busy$/),
	'answers damaged': board('garbled', /^timeout (unreadable|no-answer)$/),
	'two boards with one address': {
		start: ({ twin }) => {
			twin(true);
		},
		mend: ({ twin }) => {
			twin(false);
		},
		said: /^(acked|timeout (unreadable|no-answer))$/
	},
	'cable pulled': cable('unplugged', /^timeout (line-down|no-answer)$/),
	'takes nothing': cable('stalled', /^timeout (line-down|no-answer|unreadable)$/),
	'garbage on the line': cable('noise', /^(acked|timeout|rejected)/),
	'bytes lost on the line': cable('loss', /^(acked|timeout|rejected)/),
	'answers in single bytes': cable('split', /^acked$/),
	'every answer late': cable('late', /^timeout (no-answer|unreadable)$/),
	'an adapter that hears itself': cable('echo', /^acked$/),
	'half a frame of a process that died': {
		start: ({ dieAndComeBack, other }) =>
			dieAndComeBack(async () => {
				const link = await other().open();
				await link.write(halfFrame());
				await link.close();
			}),
		mend: nothing,
		said: /^(acked|timeout)/,
		both: true
	},
	'the port comes back under another name': {
		start: ({ moveElsewhere }) => moveElsewhere(),
		mend: nothing,
		said: /^(acked|timeout line-down)$/,
		both: true,
		wires: ['serial']
	}
};

const test = base.extend<{ open: typeof boardStand }>({
	open: async ({}, use) => {
		const stands: BoardStand[] = [];
		await use(async (...args) => {
			const one = await boardStand(...args);
			stands.push(one);
			return one;
		});
		for (const one of stands) await one.close();
	}
});

/** Waits until both boards show these, and are said to. */
async function untilStands(one: BoardStand, texts: { one: string; two: string }): Promise<void> {
	await vi.waitFor(() => {
		for (const code of ['one', 'two'] as const) {
			expect(one.shown(code)).toBe(texts[code]);
			expect(one.told[code].at(-1)).toBe('acked');
		}
	}, SOON);
}

describe.each(has('socat') ? WIRES : (['tcp'] as const))(
	'boards, on %s',
	{ concurrent: true, timeout: 60_000 },
	(wire) => {
		const rows = Object.entries(ROWS).filter(([, { wires = WIRES }]) => wires.includes(wire));
		test.for(rows)('%s', async ([, row], { open }) => {
			const one = await open(wire);
			one.show('one', 'A001');
			one.show('two', 'B001');
			await untilStands(one, { one: 'A001', two: 'B001' });
			await row.start(one);
			const told = { one: one.told.one.length, two: one.told.two.length };
			one.show('one', 'A002');
			one.show('two', 'B002');
			await vi.waitFor(() => expect(one.told.one.slice(told.one).at(-1)).toMatch(row.said), SOON);
			if (one.told.one.slice(told.one).at(-1) === 'acked') expect(one.shown('one')).toBe('A002');
			if (!row.both) {
				await vi.waitFor(() => {
					expect(one.shown('two')).toBe('B002');
					expect(one.told.two.slice(told.two)).toEqual(['acked']);
				}, SOON);
			}
			await row.mend(one);
			one.show('one', 'A003');
			await untilStands(one, { one: 'A003', two: 'B002' });
		});
	}
);
