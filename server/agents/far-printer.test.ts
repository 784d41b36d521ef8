import { describe, expect, test } from 'vitest';
import type { PrintResult } from '#printer/printer.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { readHall } from '../setup/read.ts';
import { FarPrinter } from './far-printer.ts';
import type { Way } from './way.ts';

/** A printer on an agent that runs as `boot`, and what became of one job given to it. */
function given(): { far: FarPrinter; way: { boot: string | undefined }; became: () => PrintResult['state'] | null } {
	const way: Way & { boot: string | undefined } = {
		clock: virtualClock(),
		boot: 'run-1',
		since: 0,
		say: () => undefined
	};
	const read = readHall(SMALL_HALL);
	const entry = read.ok ? read.file.devices.printers[0] : undefined;
	if (!entry) throw new Error('no printer');
	const far = new FarPrinter(entry, way);
	let result: PrintResult | undefined;
	void far.print({ id: '1.1', lines: [] }).then((one) => (result = one));
	return { far, way, became: () => result?.state ?? null };
}

describe('a job on a printer of another machine', () => {
	test('one that is on its way is not taken for lost because the agent does not name it yet', async () => {
		const { far, became } = given();
		far.back('run-1', new Set());
		await Promise.resolve();
		expect(became()).toBeNull();
		far.took('1.1', { state: 'printed', why: null, substituted: [] });
		await Promise.resolve();
		expect(became()).toBe('printed');
	});

	test.each([
		['the same run that knows nothing of it never got it', 'run-1', [], 'failed'],
		['another run may have printed it', 'run-2', [], 'unsure'],
		['one that is in work is waited for', 'run-1', ['1.1'], null]
	])('after a break: %s', async (_what, boot, working, state) => {
		const { far, way, became } = given();
		way.boot = undefined;
		far.lost();
		way.boot = boot;
		far.back(boot, new Set(working));
		await Promise.resolve();
		expect(became()).toBe(state);
	});
});
