import { test as base } from 'vitest';
import { printerBench } from './printers.ts';

interface Benches {
	/** to be closed when the test is over, the last first */
	afterwards: (() => Promise<unknown>)[];
	/** a bench that is closed when the test is over */
	open: typeof printerBench;
}

/** A test with printers of its own, so that others can wait for theirs at the same time. */
export const test = base.extend<Benches>({
	afterwards: async ({}, use) => {
		const closes: Benches['afterwards'] = [];
		await use(closes);
		for (const close of closes.reverse()) await close();
	},
	open: async ({ afterwards }, use) => {
		await use(async (...args) => {
			const bench = await printerBench(...args);
			afterwards.push(() => bench.close());
			return bench;
		});
	}
});
