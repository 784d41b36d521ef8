import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/group.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import type { Hall } from './hall.ts';
import { Later } from './later.ts';

/** A storage that takes what it is given, or says that its disk is full. */
function storage(): { hall: Hall; full: (on: boolean) => void; later: Later; troubles: unknown[]; told: () => number } {
	const clock = virtualClock();
	let isFull = false;
	let told = 0;
	const write = async (wish: (tx: Tx) => Promise<unknown>): Promise<unknown> => {
		if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
		return wish({} as Tx);
	};
	const hall = { clock, write } as unknown as Hall;
	const troubles: unknown[] = [];
	const later = new Later(hall, { onWritten: () => (told += 1), onTrouble: (error) => troubles.push(error) });
	return { hall, full: (on) => (isFull = on), later, troubles, told: () => told };
}

describe('bookkeeping that nobody waits for', () => {
	test('is written in its order once the disk has room again, and told then', async () => {
		const { hall, full, later, troubles, told } = storage();
		const clock = hall.clock as ReturnType<typeof virtualClock>;
		const done: string[] = [];
		const wish = (name: string): void =>
			later.add(
				() => Promise.resolve(void done.push(name)),
				() => done.push(`${name} written`)
			);
		full(true);
		wish('first');
		await clock.advance(300);
		wish('second');
		await clock.advance(1500);
		expect([done, told(), troubles.length > 0]).toEqual([[], 0, true]);
		full(false);
		await clock.advance(1500);
		expect(done).toEqual(['first', 'second', 'first written', 'second written']);
		expect([told(), clock.pending()]).toEqual([1, 0]);
	});

	test('one that cannot be written is told, not kept, and takes none of the others with it', async () => {
		const { later, troubles, told } = storage();
		const done: string[] = [];
		later.add(() => Promise.reject(new Error('a mistake of ours')));
		later.add(() => Promise.resolve(void done.push('the other')));
		await later.flush();
		await later.flush();
		expect([done, told()]).toEqual([['the other'], 1]);
		expect(troubles).toEqual([new Error('a mistake of ours')]);
	});

	test('what a closing hall cannot write is let go: nothing is left that would try for ever', async () => {
		const { hall, full, later, troubles } = storage();
		full(true);
		later.add(() => Promise.resolve());
		await later.flush();
		expect([troubles.length, (hall.clock as ReturnType<typeof virtualClock>).pending()]).toEqual([1, 0]);
	});

	test('what comes after the end is let go', async () => {
		const { hall, later } = storage();
		const done: string[] = [];
		later.add(() => Promise.resolve(void done.push('before')));
		await later.close();
		later.add(() => Promise.resolve(void done.push('after')));
		expect([done, (hall.clock as ReturnType<typeof virtualClock>).pending()]).toEqual([['before'], 0]);
	});

	test('while the storage is away no more is kept than it is worth', async () => {
		const { hall, full, later } = storage();
		const clock = hall.clock as ReturnType<typeof virtualClock>;
		const done: number[] = [];
		full(true);
		for (let n = 1; n <= 5000; n += 1) later.add(() => Promise.resolve(void done.push(n)));
		await clock.advance(2500);
		full(false);
		await clock.advance(1500);
		expect([done.length, done[0], done.at(-1)]).toEqual([2000, 3001, 5000]);
	});
});
