import { expect, test } from 'vitest';
import { printerModel } from './models/models.ts';
import { Presenter } from './presenter.ts';
import type { PresenterPlan } from './presenter.ts';
import type { PrinterStatus } from './printer.ts';

const READY: PrinterStatus = { state: 'ready' };

function mouth(then: PresenterPlan['then']): Presenter {
	const commands = printerModel('custom', 80).presenter;
	if (!commands) throw new Error('Custom has a mouth');
	return new Presenter(commands, { takeMs: 1000, then });
}

/** What a look says, and the bytes that are sent. */
function see(one: Presenter, out: boolean, now: number, status = READY): [state: string, sent: string] {
	const { status: told, act } = one.see(status, out, now);
	return [told.state, Buffer.from(act ?? '').toString('hex')];
}

test('a ticket is presented by Custom’s command, twelve steps', () => {
	expect(Buffer.from(mouth('leave').present).toString('hex')).toBe('1d65030c');
});

test.each([
	['retract', '1d6502'],
	['eject', '1d6505']
] as const)('%s once, however long the ticket stays, and again for the next one', (then, command) => {
	const one = mouth(then);
	expect([0, 999, 1000, 2000, 9000].map((now) => see(one, true, now))).toEqual([
		['ready', ''],
		['ready', ''],
		['not-taken', command],
		['not-taken', ''],
		['not-taken', '']
	]);
	expect(see(one, false, 9500)).toEqual(['ready', '']);
	expect([10_000, 11_000].map((now) => see(one, true, now))).toEqual([
		['ready', ''],
		['not-taken', command]
	]);
});

test('left where it is, it is told and nothing is sent', () => {
	const one = mouth('leave');
	expect([0, 5000].map((now) => see(one, true, now))).toEqual([
		['ready', ''],
		['not-taken', '']
	]);
});

test('trouble that stops the printer is told before a ticket that lies there', () => {
	const one = mouth('leave');
	see(one, true, 0);
	expect(see(one, true, 5000, { state: 'paper-out' })).toEqual(['paper-out', '']);
});
