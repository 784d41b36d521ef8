import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { CompiledQuery, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { grown, jumpOf, leafOf, linkHash, newSalt, NO_HASH, numberIn, publicPart, type Tip } from './chain.ts';
import { HallWriter, type Tx } from './group.ts';
import { hallByCode } from './hall.ts';
import { headOf, linesAfter } from './ledger.ts';
import { openDatabase, type Database } from './open.ts';
import type { LedgerRow, Tables } from './schema.ts';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

test('A-03 a line is bound to the one before and to one that its number tells', () => {
	expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 15, 16].map(jumpOf)).toEqual([0, 1, 0, 3, 4, 3, 0, 7, 8, 7, 7, 0, 15]);
});

test('A-03 from any line to any earlier one leads a path of at most three links for each doubling', () => {
	const pair = fc.tuple(fc.integer({ min: 1, max: 2 ** 30 }), fc.integer({ min: 1, max: 2 ** 30 }));
	fc.assert(
		fc.property(pair, ([a, b]) => {
			const [from, to] = [Math.max(a, b), Math.min(a, b)];
			let steps = 0;
			for (let at = from; at > to; steps += 1) at = jumpOf(at) >= to ? jumpOf(at) : at - 1;
			expect(steps).toBeLessThanOrEqual(3 * Math.log2(from + 1));
		})
	);
});

test('A-03 the end of the chain knows every hash that the next line needs', () => {
	let tip: Tip = [];
	const hashes = new Map([[0, NO_HASH]]);
	for (let seq = 1; seq <= 600; seq += 1) {
		const leaf = sha(String(seq));
		tip = grown(tip, leaf) ?? [];
		const hash = sha((hashes.get(seq - 1) ?? '') + (hashes.get(jumpOf(seq)) ?? '') + leaf);
		expect(tip[0]).toEqual({ seq, hash });
		hashes.set(seq, hash);
	}
	expect(tip.length).toBeLessThan(20);
	expect(grown([{ seq: 9, hash: NO_HASH }], sha('x'))).toBeNull();
});

test('A-03 the bytes of a line are those that docs/ledger.md prints', () => {
	const line = {
		seq: 1,
		at: 1764028800000,
		day: '2025-11-25',
		act: 'ticket.issued',
		actor: 'key:kiosk',
		ticket: null,
		window: null,
		queue: 'social',
		body: '{"class":"ordinary","number":"A001"}',
		prior: null,
		salt: 'AAECAwQFBgcI'
	};
	const part = publicPart('small', line, 'A001');
	const leaf = leafOf(part);
	const hash = linkHash(NO_HASH, NO_HASH, leaf);
	const rest =
		'{"actor":"key:kiosk","body":{"class":"ordinary","number":"A001"},"prior":null,"salt":"AAECAwQFBgcI","ticket":null}';
	expect(part.rest).toBe(sha(rest));
	const shown = `{"act":"ticket.issued","at":1764028800000,"day":"2025-11-25","hall":"small","number":"A001","queue":"social","rest":"${part.rest}","seq":1,"window":null}`;
	expect(leaf).toBe(sha(shown));
	expect(hash).toBe(sha(NO_HASH + NO_HASH + leaf));
	const page = readFileSync(new URL('../docs/ledger.md', import.meta.url), 'utf8');
	for (const said of [rest, `rest ${part.rest}`, `leaf ${leaf}`, `hash ${hash}`]) expect(page).toContain(said);
});

test('A-03 no two salts are alike', () => {
	const salts = Array.from({ length: 3000 }, newSalt);
	expect(new Set(salts).size).toBe(3000);
	expect(salts.every((salt) => /^[\w-]{12}$/.test(salt))).toBe(true);
});

const LINE = { at: 1, day: '2026-11-23', actor: 'test', window: null, queue: null };

describe.each(ENGINES)('%s: what is written is bound', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	let hall: number;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		hall = (await hallByCode(database.write, 'test')).id;
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	const lines = async (): Promise<LedgerRow[]> => linesAfter(database.read, hall, 0);
	const note =
		(act: string, ticket: number | null = null) =>
		(tx: Tx): Promise<number> =>
			tx.note({ ...LINE, ticket, act, body: { number: 'A001', act } });

	/** Fails unless every line's hash is what its content and the lines before it give. */
	async function expectBound(): Promise<void> {
		const hashes = new Map([[0, NO_HASH]]);
		const all = await lines();
		for (const line of all) {
			const leaf = leafOf(publicPart('test', line, numberIn(JSON.parse(line.body))));
			const hash = linkHash(hashes.get(line.seq - 1) ?? '', hashes.get(jumpOf(line.seq)) ?? '', leaf);
			expect([line.seq, line.hash]).toEqual([line.seq, hash]);
			hashes.set(line.seq, hash);
		}
		const { seq, hash } = all.at(-1) ?? { seq: 0, hash: '' };
		expect(await headOf(database.read, hall)).toEqual({ seq, hash });
	}

	test('T-03 A-03 in groups, alone, by several servers in turn, and whichever wishes fail', async () => {
		const other = openDatabase(empty.url);
		const first = new HallWriter(database, hall);
		const writers = [first, new HallWriter(other, hall)];
		const fate = fc.tuple(fc.nat(1), fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }));
		await fc.assert(
			fc.asyncProperty(fc.array(fate, { maxLength: 8 }), async (moments) => {
				for (const [who, wishes] of moments) {
					await Promise.allSettled(
						wishes.map((well) =>
							(writers[who] ?? first).write(async (tx) => {
								await note('a')(tx);
								if (!well) throw new Error('taken back');
								await note('b')(tx);
							})
						)
					);
				}
			}),
			{ numRuns: engine === 'sqlite' ? 20 : 8 }
		);
		await other.close();
		await expectBound();
	});

	test('A-03 a line about a ticket names the one before it about the same', async () => {
		const writer = new HallWriter(database, hall);
		const id = await writer.write(note('ticket.issued'));
		const called = await writer.write(note('ticket.called', id));
		await writer.write(note('other'));
		const [started, printed] = await Promise.all([
			writer.write(note('ticket.started', id)),
			writer.write(note('slip.printed', id))
		]);
		const prior = new Map((await linesAfter(database.read, hall, id - 1)).map((line) => [line.seq, line.prior]));
		expect([id, called, started, printed].map((seq) => prior.get(seq))).toEqual([null, id, called, started]);
		await expectBound();
	});

	test('A-03 T-03 nobody changes a line or takes one away, whoever asks', async () => {
		await new HallWriter(database, hall).write(note('kept'));
		const before = await lines();
		for (const text of [
			`update ledger set body = '{}' where seq = 1`,
			'update ledger set hall = hall',
			'delete from ledger where seq = 1',
			engine === 'postgres' ? 'truncate ledger cascade' : 'delete from ledger',
			...(engine === 'sqlite'
				? [
						`insert or replace into ledger select hall, seq, at, day, act, 'x', ticket, "window", queue, body, prior, salt, hash from ledger where seq = 1`
					]
				: [])
		]) {
			await expect(run(database.write, text), text).rejects.toThrow('ledger is only added to');
		}
		expect(await lines()).toEqual(before);
	});

	test('A-03 a signed head stays as it was signed', async () => {
		const { seq, hash } = await headOf(database.read, hall);
		const head = { hall, day: '2026-11-23', seq, hash, signature: 's', key: 'k', signed_at: 1 };
		await database.write.insertInto('day_head').values(head).execute();
		await expect(run(database.write, `update day_head set signature = 'x'`)).rejects.toThrow('only added to');
		await expect(run(database.write, 'delete from day_head')).rejects.toThrow('only added to');
	});
});

function run(k: Kysely<Tables>, text: string): Promise<unknown> {
	return k.executeQuery(CompiledQuery.raw(text));
}
