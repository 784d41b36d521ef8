import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grown, leafOf, numberIn, publicPart, type Tip } from '#db/chain.ts';
import type { LedgerRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, minutes, tomorrow } from '#test/fixtures/days.ts';
import { intrude, type Intruder } from '#test/fixtures/tamper.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import type { Break } from './check.ts';
import { exportDay } from './export.ts';
import { keepHeads, type SignedHead } from './heads.ts';
import { openSeal } from './seal.ts';
import { verifyLedger, type Verified } from './verify.ts';

/** Some visitors of one morning. */
async function morning(here: TestHall): Promise<void> {
	await here.open('1');
	for (let i = 0; i < 4; i += 1) {
		await here.take('enrol');
		await minutes(here, 1);
	}
	for (let i = 0; i < 3; i += 1) {
		const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
		granted(await start(here.hall, CLERK, ticket.id));
		granted(await finish(here.hall, CLERK, ticket.id, 'done'));
		await minutes(here, 5);
	}
}

/** The lines as somebody would write them who knows how hashes are made. */
function rehashed(lines: readonly LedgerRow[]): LedgerRow[] {
	let tip: Tip = [];
	return lines.map((line, i) => {
		const one = { ...line, seq: i + 1 };
		tip = grown(tip, leafOf(publicPart('small', one, numberIn(JSON.parse(one.body))))) ?? [];
		return { ...one, hash: tip[0]?.hash ?? '' };
	});
}

describe.each(ENGINES)('%s: the ledger is read from end to end', (engine) => {
	let here: TestHall;
	let first: string;
	let intruder: Intruder;
	const verify = async (day: string | null = null): Promise<Verified> => {
		const found = await verifyLedger(here.hall, { day, replay: true });
		if (!found) throw new Error(`no lines of ${day ?? ''}`);
		return found;
	};
	const folder = (name: string): string => join(here.hall.dataDir, 'ledger', name);
	const lineOf = async (act: string, nth = 0): Promise<LedgerRow> => {
		const line = (await intruder.lines()).filter((one) => one.act === act)[nth];
		if (!line) throw new Error(`no ${act}`);
		return line;
	};

	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
		await tomorrow(here);
		first = today(here.hall);
		await morning(here);
		await tomorrow(here);
		await keepHeads(here.hall);
		await morning(here);
		intruder = await intrude(here);
	});
	afterAll(() => here.close());

	test('T-03 A-03 a whole ledger is found whole, each day of it too', async () => {
		const all = await intruder.lines();
		const last = all.at(-1);
		expect(await verify()).toMatchObject({
			lines: all.length,
			older: 0,
			end: { seq: all.length, hash: last?.hash },
			signed: 4,
			broken: null
		});
		const day = await verify(first);
		const rest = await verify(today(here.hall));
		const opening = await lineOf('day.closed');
		expect([day.broken, rest.broken, opening.seq + day.lines + rest.lines]).toEqual([null, null, all.length]);
		expect(await verifyLedger(here.hall, { day: '1999-01-01', replay: false })).toBeUndefined();
	});

	const everyColumn: [string, string][] = [
		['at', 'at + 1'],
		['day', `'2020-01-01'`],
		['act', `'ticket.recalled'`],
		['actor', `'staff:9999'`],
		['ticket', 'ticket + 1'],
		['"window"', `'2'`],
		['queue', `'homes'`],
		['prior', 'prior + 1'],
		['salt', `'another'`],
		['hash', `'${'a'.repeat(64)}'`],
		['body', `'{}'`],
		['body', `replace(body, 'A002', 'A003')`],
		['body', `body || ' '`],
		['body', `'no JSON'`]
	];
	test.each(everyColumn)('T-03 A-03 a line whose %s became %s is named', async (column, value) => {
		const line = await lineOf('ticket.called', 1);
		await intruder.say(`update ledger set ${column} = ${value} where seq = ${String(line.seq)}`);
		const { broken } = await verify();
		const day = column === 'day' ? '2020-01-01' : first;
		const act = column === 'act' ? 'ticket.recalled' : line.act;
		const fault = value === `'no JSON'` ? 'not-json' : 'changed';
		expect(broken).toMatchObject({ seq: line.seq, day, act, fault });
		await intruder.leave();
	});

	/** Attacks, each with the line at which it must be noticed. */
	const attacks: Record<string, () => Promise<Pick<Break, 'seq' | 'fault'>>> = {
		'a line is taken out': async () => {
			const { seq } = await lineOf('ticket.finished');
			await intruder.say(`delete from ledger where seq = ${String(seq)}`);
			return { seq, fault: 'missing' };
		},
		'a line is taken out and the others move up': async () => {
			const { seq } = await lineOf('ticket.finished');
			const rest = (await intruder.lines()).filter((line) => line.seq !== seq);
			await intruder.put(rest.map((line, i) => ({ ...line, seq: i + 1 })));
			return { seq, fault: 'changed' };
		},
		'a line is put in between': async () => {
			const line = await lineOf('ticket.called', 1);
			const lines = await intruder.lines();
			const more = [...lines.slice(0, line.seq), { ...line, act: 'ticket.recalled' }, ...lines.slice(line.seq)];
			await intruder.put(more.map((one, i) => ({ ...one, seq: i + 1 })));
			return { seq: line.seq + 1, fault: 'changed' };
		},
		'a line is added at the end': async () => {
			const line = (await intruder.lines()).at(-1);
			if (!line) throw new Error('no line');
			await intruder.put([...(await intruder.lines()), { ...line, seq: line.seq + 1 }]);
			return { seq: line.seq + 1, fault: 'after-the-end' };
		},
		'two lines change places': async () => {
			const [one, other] = [await lineOf('ticket.called', 0), await lineOf('ticket.called', 1)];
			await intruder.put(
				(await intruder.lines()).map((line) => {
					if (line.seq === one.seq) return { ...other, seq: one.seq };
					return line.seq === other.seq ? { ...one, seq: other.seq } : line;
				})
			);
			return { seq: one.seq, fault: 'changed' };
		},
		'the tail is cut': async () => {
			const { seq } = (await intruder.lines()).at(-3) ?? { seq: 0 };
			await intruder.say(`delete from ledger where seq > ${String(seq)}`);
			return { seq: seq + 1, fault: 'cut-off' };
		},
		'the tail is cut, and the hall told so, but not whoever keeps the signed heads': async () => {
			const { seq, hash } = await lineOf('ticket.called', 1);
			await intruder.say(`delete from ledger where seq > ${String(seq)}`);
			await intruder.say(`update hall set seq = ${String(seq)}, head = '${hash}'`);
			await intruder.say('delete from day_head');
			return { seq: seq + 1, fault: 'cut-off' };
		},
		'the head of the hall is another': async () => {
			await intruder.say(`update hall set head = '${'b'.repeat(64)}'`);
			return { seq: (await intruder.lines()).length, fault: 'head-differs' };
		},
		'the first lines are passed off as older than the chain': async () => {
			await intruder.say(`update ledger set hash = '' where seq < 2`);
			return { seq: 2, fault: 'changed' };
		},
		'the whole chain is made anew': async () => {
			const { seq } = await lineOf('ticket.called', 1);
			const lines = (await intruder.lines()).map((line) =>
				line.seq === seq ? { ...line, actor: 'staff:9999' } : line
			);
			const anew = rehashed(lines);
			await intruder.put(anew);
			await intruder.say(`update hall set head = '${anew.at(-1)?.hash ?? ''}'`);
			await intruder.say('delete from day_head');
			return { seq: (await lineOf('day.closed', 1)).seq, fault: 'signed-otherwise' };
		},
		'a signature is another': async () => {
			await intruder.say(`update day_head set signature = '${'0'.repeat(128)}'`);
			return { seq: (await lineOf('day.closed')).seq, fault: 'bad-signature' };
		},
		'a head is signed by a key of their own': async () => {
			await intruder.say(`update day_head set key = '${'0'.repeat(64)}'`);
			return { seq: (await lineOf('day.closed')).seq, fault: 'unknown-key' };
		}
	};
	test.each(Object.keys(attacks))('T-03 A-03 it is noticed when %s', async (attack) => {
		const expected = await attacks[attack]?.();
		expect((await verify()).broken).toMatchObject(expected ?? {});
		await intruder.leave();
		expect((await verify()).broken).toBeNull();
	});

	test('A-03 a day is signed once, by a key outside the database that only its owner can read', async () => {
		const keys = join(here.hall.dataDir, 'keys');
		expect(statSync(join(keys, 'ledger-ed25519.pem')).mode & 0o777).toBe(0o600);
		expect(statSync(keys).mode & 0o077).toBe(0);
		expect(readFileSync(folder('public-key.pem'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
		const heads = await here.hall.read.selectFrom('day_head').selectAll().orderBy('seq').execute();
		await keepHeads(here.hall);
		expect(await here.hall.read.selectFrom('day_head').selectAll().orderBy('seq').execute()).toEqual(heads);
		const closed = await lineOf('day.closed', 1);
		expect(heads[1]).toMatchObject({ day: first, seq: closed.seq, hash: closed.hash });
		expect(heads[1]?.key).toBe(openSeal(here.hall.dataDir).fingerprint);
	});

	test('A-03 an exported head that was lost is laid out again; one that was changed is noticed', async () => {
		const path = folder(join('small', `${first}.json`));
		const text = readFileSync(path, 'utf8');
		rmSync(path);
		await keepHeads(here.hall);
		expect(readFileSync(path, 'utf8')).toBe(text);
		writeFileSync(path, text.replace(/"signedAt": \d/, '"signedAt": 9'));
		expect((await verify()).broken).toMatchObject({ fault: 'bad-signature', detail: `${first}.json` });
		writeFileSync(path, 'torn');
		expect((await verify()).broken).toMatchObject({ fault: 'unreadable', detail: `${first}.json` });
		writeFileSync(path, text);
		expect((await verify()).broken).toBeNull();
	});

	test('A-03 when a server gets a new key, what the former one signed can still be checked', async () => {
		const former = openSeal(here.hall.dataDir).fingerprint;
		rmSync(join(here.hall.dataDir, 'keys'), { recursive: true });
		const { fingerprint } = openSeal(here.hall.dataDir);
		expect(fingerprint).not.toBe(former);
		expect(existsSync(folder(`public-key-${former.slice(0, 16)}.pem`))).toBe(true);
		expect((await verify()).broken).toBeNull();
	});

	test('A-03 a day goes to an auditor as JSON lines, from which its signed head can be worked out', async () => {
		const out: string[] = [];
		expect(await exportDay(here.hall, first, (line) => void out.push(line))).toBe(true);
		const [top, ...rest] = out.map((line) => JSON.parse(line) as Record<string, unknown>);
		const { head } = rest.pop() as { head: SignedHead };
		let tip = (top as { before: Tip }).before;
		for (const { body, hash, ...line } of rest) {
			const row = { ...line, body: JSON.stringify(body) } as LedgerRow;
			tip = grown(tip, leafOf(publicPart('small', row, numberIn(body)))) ?? [];
			expect(tip[0]).toEqual({ seq: row.seq, hash });
		}
		expect(tip[0]).toEqual({ seq: head.seq, hash: head.hash });
		expect(head.day).toBe(first);
	});
});
