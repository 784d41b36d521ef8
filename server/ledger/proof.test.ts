import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headOf } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, minutes, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { callNext } from '../tickets/call.ts';
import type { Issued } from '../tickets/issue.ts';
import { miss } from '../tickets/miss.ts';
import { comeBack, finish, start } from '../tickets/serve.ts';
import { keepHeads } from './heads.ts';
import { markOf } from './mark.ts';
import { proofOf, recordView } from './proof.ts';
import type { Proof } from './view.ts';

const VERIFIER = join(import.meta.dirname, '../../docs/verify/verify-proof.mjs');

/** What the verifier said, run as anybody would, in a folder where nothing of ours is. */
interface Said {
	code: number | null;
	out: string;
}

describe.each(ENGINES)('%s: a visitor proves that the own number was treated as all others', (engine) => {
	let here: TestHall;
	let away: string;
	let mine: Issued;
	let noted: string;
	let proof: Proof;

	const judge = (given: unknown, ...options: string[]): Said => {
		writeFileSync(join(away, 'proof.json'), JSON.stringify(given));
		const args = [VERIFIER, 'proof.json', ...options];
		const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: away, encoding: 'utf8' });
		return { code: status, out: stdout + stderr };
	};
	const prove = async ({ ticket }: Issued, through: number | null = null): Promise<Proof> => {
		const found = await proofOf(here.hall, ticket.token, through);
		if (!found) throw new Error('no proof');
		return found;
	};
	/** The head as somebody writes it down from the screen. */
	const note = async (): Promise<string> => {
		const { seq, hash } = await headOf(here.hall.read, here.hall.id);
		return `${String(seq)}:${markOf(hash)}`;
	};
	/** Calls and serves whoever is next. */
	const serveNext = async (): Promise<number> => {
		const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
		granted(await start(here.hall, CLERK, ticket.id));
		granted(await finish(here.hall, CLERK, ticket.id, 'done'));
		await minutes(here, 3);
		return ticket.id;
	};

	beforeAll(async () => {
		away = mkdtempSync(join(tmpdir(), 'guidedesk-verifier-'));
		here = await testHall(engine, LONG_HALL);
		await tomorrow(here);
		await here.open('1');
		for (let i = 0; i < 6; i += 1) await here.take('enrol');
		// Longer than the head start, so that those before are called before.
		await minutes(here, 40);
		mine = await here.take('enrol', 'elder');
		await here.take('sale');
		noted = await note();
		do await here.take('enrol');
		while ((await serveNext()) !== mine.ticket.id);
		for (let i = 0; i < 200; i += 1) await here.hall.write((tx) => tx.note({ ...NOISE, at: i, day: today(here.hall) }));
		await miss(here.hall, CLERK, granted(await callNext(here.hall, CLERK, '1')).ticket.id);
		proof = await prove(mine);
	});
	afterAll(async () => {
		rmSync(away, { recursive: true });
		await here.close();
	});

	test('T-03 A-03 a true proof is accepted by a verifier that asks nobody, and says so in both languages', () => {
		const said = judge(proof);
		expect(said.out).toMatch(/^相符：A007 的 \d+ 条记录和等候时的 \d+ 次叫号都在台账中/);
		expect(said.out).toMatch(/^Fits: \d+ lines of A007 and \d+ calls/m);
		expect(said.code).toBe(0);
		expect(proof.own.map((line) => line.act)).toEqual(
			expect.arrayContaining(['ticket.issued', 'ticket.called', 'ticket.started', 'ticket.finished'])
		);
	});

	test('T-03 a proof of somebody who still waits shows whom it waits for, by number and nothing else', async () => {
		const waiting = await here.take('enrol');
		await serveNext();
		await serveNext();
		const found = await prove(waiting);
		expect(judge(found).code).toBe(0);
		expect(found.own.map((line) => line.act)).toEqual(['ticket.issued']);
		expect(found.calls).toHaveLength(2);
		for (const call of found.calls) {
			expect(Object.keys(call).toSorted()).toEqual(
				['act', 'at', 'day', 'number', 'queue', 'rest', 'seq', 'window'].toSorted()
			);
			expect(call).toMatchObject({ act: 'ticket.called', window: '1', queue: 'social' });
		}
		const said = JSON.stringify(found.calls);
		for (const secret of ['elder', 'ordinary', 'key:', '1001', 'candidates']) expect(said).not.toContain(secret);
	});

	test('T-03 who missed the call and came back sees both waits', async () => {
		const late = await here.take('enrol');
		while (granted(await callNext(here.hall, CLERK, '1')).ticket.id !== late.ticket.id) {
			const [at] = await here.hall.read.selectFrom('leg').selectAll().where('state', '=', 'called').execute();
			granted(await start(here.hall, CLERK, at?.ticket ?? 0));
			granted(await finish(here.hall, CLERK, at?.ticket ?? 0, 'done'));
		}
		granted(await miss(here.hall, CLERK, late.ticket.id));
		await here.take('enrol');
		granted(await comeBack(here.hall, KIOSK, late.ticket.id));
		const before = (await prove(late)).calls.length;
		await serveNext();
		const found = await prove(late);
		expect(judge(found).code).toBe(0);
		expect(found.calls).toHaveLength(before + 1);
	});

	/** What somebody might change of a proof, and what is said then. */
	const forgeries: Record<string, [change: (one: Proof) => void, says: RegExp]> = {
		'a number': [(one) => void (first(one.calls).number = 'A999'), /something was changed/],
		'a time': [(one) => void (first(one.calls).at += 1), /something was changed/],
		'a window': [(one) => void (first(one.calls).window = '2'), /something was changed/],
		'the act of an own line': [(one) => void (first(one.own.slice(1)).act = 'ticket.missed'), /something was changed/],
		'the time of an own line': [(one) => void (first(one.own).at -= 60_000), /something was changed/],
		'who did it': [(one) => void (first(one.own.slice(1)).actor = 'staff:9999'), /something was changed/],
		'what else the line says': [(one) => void (first(one.own).body = { number: 'A007' }), /something was changed/],
		'the hall': [(one) => void (one.hall = 'large'), /something was changed/],
		'the head': [(one) => void (one.head.hash = 'c'.repeat(64)), /something was changed/],
		'the number of the ticket': [(one) => void (one.ticket.number = 'A001'), /is not of this number/],
		'an own line left out': [(one) => void one.own.splice(1, 1), /lacks a hash|left out/],
		'the first line left out': [(one) => void one.own.splice(0, 1), /lacks a hash|is missing/],
		'a step of the path': [(one) => void one.path.splice(one.path.length - 2, 1), /does not fit/i],
		'a call made up': [
			(one) => void one.calls.push({ ...first(one.calls), seq: first(one.calls).seq + 1 }),
			/is not proven|something was changed/
		],
		'a call in the place of an own line': [
			(one) => void one.calls.push({ ...first(one.calls), number: 'A999', seq: first(one.own).seq }),
			/the order is wrong/
		],
		'an entry proven after its hash was used': [
			(one) => {
				const { seq } = first(one.calls);
				const at = one.path.findIndex((step) => step.seq === seq);
				const hash = proof.path[at + 1]?.prev ?? proof.path[at + 1]?.jump ?? '';
				first(one.calls).number = 'A999';
				const [step] = one.path.splice(at, 1);
				if (step) one.path.push(step);
				Object.assign(one.path[at] ?? {}, { prev: hash, jump: hash });
			},
			/the order is wrong/
		],
		'another version': [(one) => void Object.assign(one, { version: 2 }), /unknown version/]
	};
	test.each(Object.keys(forgeries))('T-03 A-03 a forged proof is refused: %s', (name) => {
		const [change, says] = forgeries[name] ?? [];
		const forged = structuredClone(proof);
		change?.(forged);
		const said = judge(forged);
		expect(said.out).toMatch(says ?? /never/);
		expect(said.out).toMatch(/^不符 · Does not fit: .*[\u4e00-\u9fff].* · /);
		expect(said.code).toBe(1);
	});

	test('T-03 A-03 an own line that the hall itself leaves out is missed, though all that is shown is true', async () => {
		const { ticket } = mine;
		const own = proof.own.filter((line) => line.act !== 'ticket.started');
		const leaf = proof.own.find((line) => line.act === 'ticket.started')?.seq ?? 0;
		const line = await here.hall.read
			.selectFrom('ledger')
			.selectAll()
			.where('seq', '=', leaf)
			.executeTakeFirstOrThrow();
		const { leafOf, numberIn, publicPart } = await import('#db/chain.ts');
		const hidden = leafOf(publicPart('small', line, numberIn(JSON.parse(line.body))));
		const path = proof.path.map((step) => (step.seq === leaf ? { ...step, leaf: hidden } : step));
		const said = judge({ ...proof, own, path });
		expect([said.code, ticket.number]).toEqual([1, 'A007']);
		expect(said.out).toMatch(/a line is left out before line \d+/);
	});

	test('T-03 A-03 the head noted from the screen is found on the way, or another proof asked for', async () => {
		const through = await prove(mine, Number(noted.split(':')[0]));
		expect(judge(through, '--head', noted).code).toBe(0);
		const wrong = judge(
			through,
			'--head',
			noted.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
		);
		expect(wrong).toMatchObject({ code: 1, out: expect.stringMatching(/is not the head that was noted/) as string });
		expect(judge(proof, '--head', '99999:9f3a1c2b77d04e5f').out).toMatch(/ask for one that does/);
		expect(judge(proof, '--head', '1:9f3a').out).toMatch(/at least 16 digits/);
	});

	test('A-03 it is short, and stays so however long the ledger is', async () => {
		const bytes = (one: unknown): number => JSON.stringify(one).length;
		const far = await prove(mine);
		for (let i = 0; i < 1000; i += 1)
			await here.hall.write((tx) => tx.note({ ...NOISE, at: i, day: today(here.hall) }));
		const further = await prove(mine);
		expect(bytes(further.path) - bytes(far.path)).toBeLessThan(2000);
		console.log(`proof: ${bytes(further)} bytes, path ${bytes(further.path)} of ${further.path.length} lines`);
	});

	test('T-03 A-03 once the day is over its signed head is in it, and is checked with the public key alone', async () => {
		const day = today(here.hall);
		await tomorrow(here);
		await keepHeads(here.hall);
		const found = await prove(mine);
		expect(found.day).toMatchObject({ day, hall: 'small' });
		mkdirSync(join(away, 'day'), { recursive: true });
		const lain = join(here.hall.dataDir, 'ledger');
		const options = ['--day', join(lain, 'small', `${day}.json`), '--key', join(lain, 'public-key.pem')];
		expect(judge(found, ...options)).toMatchObject({ code: 0 });
		const forged = join(away, 'day', 'forged.json');
		writeFileSync(forged, JSON.stringify({ ...found.day, signedAt: 1 }));
		expect(judge(found, '--day', forged, ...options.slice(2)).out).toMatch(/signature of the head of the day is wrong/);
	});

	test('usage that is none is told as such', () => {
		expect(judge(proof, '--head')).toMatchObject({ code: 2 });
		expect(judge(proof, '--day', 'x')).toMatchObject({ code: 2 });
		expect(judge(proof, '--colour', 'red')).toMatchObject({ code: 2 });
		expect(judge('nothing')).toMatchObject({ code: 1 });
	});

	test('K-08 only who has the address sees the record, and it says what the proof proves', async () => {
		const { token } = mine.ticket;
		expect(await proofOf(here.hall, `${token.slice(0, -1)}x`, null)).toBeUndefined();
		expect(await proofOf(here.hall, 'none', null)).toBeUndefined();
		const record = await recordView(here.hall, token, 5);
		expect(record).toMatchObject({ number: 'A007', proof: `/api/v1/tickets/${token}/proof/5` });
		expect(record?.own.map((line) => line.seq)).toEqual(proof.own.map((line) => line.seq));
		expect(record?.calls.map((line) => line.number)).toEqual(proof.calls.map((line) => line.number));
	});
});

const NOISE = { act: 'noise', actor: 'test', ticket: null, window: null, queue: null, body: {} };

function first<T>(list: readonly T[]): T {
	const [one] = list;
	if (one === undefined) throw new Error('the list is empty');
	return one;
}
