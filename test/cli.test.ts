import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CompiledQuery } from 'kysely';
import { parseDocument } from 'yaml';
import { openDatabase } from '#db/open.ts';
import { run } from '#server/cli/commands.ts';
import type { BoardView, TicketView } from '#server/views.ts';
import { emptyDatabase, type EmptyDatabase } from './db.ts';
import { liveHall } from './fixtures/live-hall.ts';
import { signIn } from './form.ts';
import { act, callNext, open, runOnAll, take, type OnAll, type Running } from './running.ts';
import { guidedesk, type Typed } from './server.ts';
import { faultsIn, rowsOf } from './tables.ts';
import { ask, line, watch } from './watcher.ts';

/* What an operator types, while a server works on the same database. */

const SOON = { timeout: 20_000, interval: 100 };
const COMMANDS = [
	'serve',
	'voice check',
	'voice sample',
	'hall check',
	'hall import',
	'hall export',
	'key create',
	'key list',
	'key revoke',
	'staff list',
	'staff link',
	'day end',
	'simulate',
	'simulate-device',
	'what-if',
	'erlang',
	'staffing',
	'verify-ledger',
	'ledger export',
	'appointment list',
	'forecast refit',
	'forecast',
	'agent code',
	'agent list',
	'agent revoke',
	'agent'
];

type Hall = Running<'kiosk' | 'clerk'>;

describe('guidedesk, without a hall', { timeout: 120_000 }, () => {
	let database: EmptyDatabase;
	beforeAll(async () => {
		database = await emptyDatabase('sqlite');
	});
	afterAll(() => database.drop());
	const type = (...args: string[]): Promise<Typed> =>
		guidedesk(database, args, { hallFile: join(database.folder, 'none.yaml') });

	/** The same within this process: what is only a matter of words needs none of its own. */
	async function said(...args: string[]): Promise<Typed> {
		const typed: Typed = { code: null, out: '', err: '' };
		const code = await run(args, { out: (text) => (typed.out += text), err: (text) => (typed.err += text) });
		return { ...typed, code };
	}

	test('tells all commands, and of each how it is used', async () => {
		for (const all of [await type(), await said('--help')]) {
			expect(all).toMatchObject({ code: 0, err: '' });
			for (const name of COMMANDS) expect(all.out).toMatch(new RegExp(`^  ${name} `, 'm'));
		}
		for (const name of COMMANDS) {
			const one = await said(...name.split(' '), '--help');
			expect(one).toMatchObject({ code: 0, err: '' });
			expect(one.out).toMatch(new RegExp(`^npx guidedesk ${name} .*\\n\\n[A-Z].+\\.\\n$`, 's'));
		}
	});

	test('says what was typed wrongly, in a sentence and with the usage, and fails', async () => {
		const wrong: [line: string[], says: RegExp][] = [
			[['nonsense'], /npx guidedesk <command>/],
			[['hall', 'mend'], /hall check <file>/],
			[['hall', 'check'], /wrong number of words\nnpx guidedesk hall check <file>\n/],
			[['hall', 'check', 'a', 'b'], /wrong number of words/],
			[['hall', 'check', '/nowhere.yaml'], /^ENOENT.*\/nowhere\.yaml/],
			[['key', 'create', '--role', 'king'], /--role must be one of kiosk, .*\nnpx guidedesk key create/],
			[['key', 'create'], /--role must be one of/],
			[['key', 'create', '--rolle', 'clerk'], /--rolle/],
			[['key', 'revoke'], /wrong number of words/],
			[['simulate'], /--day names the day file/],
			[['what-if', '--day', 'monday'], /--day is a service day, 2026-11-24\nnpx guidedesk what-if/],
			[['erlang', '--arrivals', '45', '--minutes', '8', '--windows', '2.5'], /--windows is a whole number above 0/],
			[['staffing', '--weeks', '0'], /--weeks is a whole number above 0/]
		];
		for (const [args, says] of wrong) {
			const { code, out, err } = await said(...args);
			expect([args, code]).toEqual([args, 1]);
			expect(out + err).toMatch(says);
			expect(err).not.toMatch(/\n\s+at /);
		}
		const fileless = await type('key', 'list');
		expect([fileless.code, fileless.out]).toEqual([1, '']);
		expect(fileless.err).toMatch(/^cannot read the hall file .*none\.yaml/);
	});
});

describe('guidedesk, beside a running server, on both engines', { timeout: 240_000 }, () => {
	let halls: OnAll<'kiosk' | 'clerk'>;
	beforeAll(async () => {
		halls = await runOnAll(liveHall(), ['kiosk', 'clerk']);
	});
	afterAll(() => halls.end());
	const type = (hall: Hall, ...args: string[]): Promise<Typed> =>
		guidedesk(hall.database, args, { hallFile: hall.hallFile });

	test('a key works until it is revoked, and a line with it ends', () =>
		halls.each(async (hall) => {
			const { url } = hall.server;
			const made = await type(hall, 'key', 'create', '--role', 'admin', '--label', 'test of keys');
			expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^gd_\S+\n$/) as string });
			const id = /^key (\S+), role administrator\n$/.exec(made.err)?.[1] ?? '';
			const key = made.out.trim();
			const asked = async (): Promise<number> =>
				(await fetch(`${url}/api/v1/queues`, { headers: { authorization: `Bearer ${key}` } })).status;
			expect(await asked()).toBe(200);
			const socket = await line(url, key);
			expect(await ask(socket, 'console', '1')).toMatchObject({ ok: true });
			const listed = await type(hall, 'key', 'list');
			expect(listed.out).toMatch(new RegExp(`^${id}\tadministrator\t20\\d\\d-\\S+Z\tvalid\ttest of keys\t-$`, 'm'));
			expect(listed.out).not.toContain(key);
			expect(await type(hall, 'key', 'revoke', id)).toMatchObject({ code: 0, out: `revoked ${id}\n` });
			await vi.waitFor(async () => expect(await asked()).toBe(401), SOON);
			await vi.waitFor(() => expect(socket.connected).toBe(false), SOON);
			socket.disconnect();
			expect(await type(hall, 'key', 'revoke', id)).toMatchObject({ code: 1, out: `no valid key ${id}\n` });
			expect((await type(hall, 'key', 'list')).out).toMatch(new RegExp(`^${id}\t.*\trevoked\t`, 'm'));
		}));

	test('a link signs a member of staff in once, with a password of their own', () =>
		halls.each(async (hall) => {
			const { url } = hall.server;
			const before = (await type(hall, 'staff', 'list')).out.trim().split('\n');
			expect(before).toHaveLength(7);
			expect(before).toContain('1002\tclerk\t二号岗\tno password yet');
			const made = await type(hall, 'staff', 'link', '1002');
			expect((await type(hall, 'staff', 'link', '1002')).out).not.toBe(made.out);
			expect(made.out).toMatch(/^http:\/\/\S+\/sign-in\?link=\S+\n$/);
			const link = new URL(made.out.trim()).searchParams.get('link') ?? '';
			const page = await fetch(`${url}/sign-in?link=${link}`);
			expect([page.status, (await page.text()).includes('1002')]).toEqual([200, true]);
			expect(await signIn(url, { link, password: 'short', window: '' })).toMatchObject({ status: 400, cookie: '' });
			const signed = await signIn(url, { link, password: 'long enough 1002', window: '3' });
			expect(signed).toMatchObject({
				status: 303,
				location: '/window',
				cookie: expect.stringMatching(/^gd_session=./) as string
			});
			const console = await fetch(`${url}/window`, { headers: { cookie: signed.cookie }, redirect: 'manual' });
			expect(console.status).toBe(200);
			const again = await signIn(url, { link, password: 'long enough 1002', window: '3' });
			expect(again).toMatchObject({ status: 400, cookie: '' });
			expect((await signIn(url, { staff: '1002', password: 'wrong', window: '3' })).status).toBe(400);
			expect((await signIn(url, { staff: '1002', password: 'long enough 1002', window: '3' })).status).toBe(303);
			expect((await type(hall, 'staff', 'list')).out).toContain('1002\tclerk\t二号岗\thas a password\n');
			expect(await type(hall, 'staff', 'link', '7777')).toMatchObject({ code: 1, out: '' });
		}));

	test('a hall file comes out as it went in, and the same again changes nothing', () =>
		halls.each(async (hall) => {
			const text = readFileSync(hall.hallFile, 'utf8');
			expect(await type(hall, 'hall', 'check', hall.hallFile)).toMatchObject({ code: 0, err: '' });
			const copy = join(hall.database.folder, 'copy.yaml');
			expect((await type(hall, 'hall', 'export', copy)).code).toBe(0);
			expect(readFileSync(copy, 'utf8')).toBe(text);
			expect((await type(hall, 'hall', 'export')).out).toBe(text);
			const again = await type(hall, 'hall', 'import', hall.hallFile);
			expect(again).toMatchObject({ code: 0, out: expect.stringContaining('nothing changed') as string });
		}));

	test('a file with faults is refused whole, each with its line, its mending and in both languages', () =>
		halls.each(async (hall) => {
			const wrong = join(hall.database.folder, 'wrong.yaml');
			const text = liveHall((file) => {
				file.setIn(['queues', 0, 'zone'], 'nowhere');
				file.setIn(['items', 0, 'promisedDays'], 99);
				file.setIn(['windows', 0, 'colour'], 'red');
				file.addIn(['notices'], file.createNode({ text: { zh: '半途', en: 'Half' } }));
			});
			writeFileSync(wrong, text);
			const rows = await rowsOf(hall.database, 'select file, seq from hall');
			for (const command of ['check', 'import']) {
				const refused = await type(hall, 'hall', command, wrong);
				expect(refused.code).toBe(1);
				const lines = refused.out.trim().split('\n');
				expect(lines).toHaveLength(6);
				for (const [i, one] of lines.entries()) {
					expect(one).toMatch(/^\S+wrong\.yaml:\d+:\d+ \S+: .+ — .+$/);
					expect(/[\u4e00-\u9fff]/.test(one.split(': ')[1] ?? '')).toBe(i % 2 === 0);
				}
				expect(refused.out).toMatch(/nowhere/);
			}
			expect(await rowsOf(hall.database, 'select file, seq from hall')).toEqual(rows);
		}));

	test('a good file is in force at once: pages hear of it, today’s tickets stay, nobody is stranded', () =>
		halls.each(async (hall) => {
			const { url } = hall.server;
			const kiosk = hall.as('kiosk');
			const ticket = await take(kiosk, 'sale');
			const before = await rowsOf(hall.database, 'select * from ticket order by id');
			const screen = await watch(url, 'zone', 'west');
			const next = join(hall.database.folder, 'next.yaml');
			const file = parseDocument(readFileSync(hall.hallFile, 'utf8'));
			file.addIn(['notices'], file.createNode({ text: { zh: '下午停电', en: 'No power this afternoon' } }));
			file.setIn(['items', 1, 'fee', 'en'], '90 yuan');
			writeFileSync(next, file.toString());
			expect(await type(hall, 'hall', 'import', next)).toMatchObject({
				code: 0,
				out: expect.stringContaining('queues: 0 added') as string
			});
			await vi.waitFor(() => expect(screen.applied).toBe(1), SOON);
			const board = await hall.as().ask<BoardView>('GET', '/zones/west/board');
			expect(board.body.notices).toContainEqual({ zh: '下午停电', en: 'No power this afternoon' });
			expect(await rowsOf(hall.database, 'select * from ticket order by id')).toEqual(before);
			expect((await hall.as().ask<TicketView>('GET', `/tickets/${ticket.token}`)).body).toMatchObject({
				number: ticket.number,
				step: 'waiting'
			});
			expect(Number((await take(kiosk, 'sale')).number.slice(1))).toBe(Number(ticket.number.slice(1)) + 1);

			file.setIn(['hall', 'code'], 'elsewhere');
			writeFileSync(next, file.toString());
			expect((await type(hall, 'hall', 'import', next)).code).toBe(1);
			file.setIn(['hall', 'code'], 'small');
			file.deleteIn(['items', 1]);
			writeFileSync(next, file.toString());
			const stranding = await type(hall, 'hall', 'import', next);
			expect(stranding.code).toBe(1);
			expect(stranding.out).toMatch(/sale/);
			expect((await take(kiosk, 'sale')).number).toMatch(/^H\d{3}$/);

			const closed = liveHall((draft) => {
				draft.deleteIn(['policies', 'demo']);
				draft.set('hours', draft.createNode({}));
				draft.deleteIn(['queues', 1, 'hours']);
				draft.set('workdays', draft.createNode([]));
			});
			writeFileSync(next, closed);
			expect((await type(hall, 'hall', 'import', next)).code).toBe(0);
			await vi.waitFor(() => expect(screen.applied).toBe(2), SOON);
			const refused = await kiosk.ask<{ code: string }>('POST', '/tickets', { item: 'enrol', intent: 'in-the-night' });
			expect(refused).toMatchObject({ status: 409, body: { code: 'hall-closed' } });
			screen.close();
			expect((await type(hall, 'hall', 'import', hall.hallFile)).code).toBe(0);
			await vi.waitFor(async () => expect((await take(kiosk, 'enrol')).number).toMatch(/^A/), SOON);
		}));

	test('the end of the day by hand: whoever is still here ends with it, windows shut, and all balances', () =>
		halls.each(async (hall) => {
			const [kiosk, clerk] = [hall.as('kiosk'), hall.as('clerk')];
			await open(clerk, 1, 3);
			for (let i = 0; i < 4; i += 1) await take(kiosk, 'enrol', { class: 'service' });
			const called = (await callNext(clerk, 1)).body;
			await act(clerk, called.id, 'start');
			await act(clerk, called.id, 'park');
			expect((await callNext(clerk, 1)).status).toBe(200);
			const screen = await watch(hall.server.url, 'zone', 'east');
			const left = await rowsOf(hall.database, "select id from leg where state <> 'ended'");
			const ended = await type(hall, 'day', 'end');
			expect(ended).toMatchObject({
				code: 0,
				out: expect.stringMatching(
					new RegExp(`: ${String(left.length)} tickets closed\nqueue +issued [^]*\nsocial +\\d`)
				) as string
			});
			expect(await rowsOf(hall.database, "select id from leg where state <> 'ended'")).toEqual([]);
			expect(await rowsOf(hall.database, "select id from ticket where state = 'live'")).toEqual([]);
			expect(
				await rowsOf(hall.database, `select code from "window" where state <> 'closed' or leg is not null`)
			).toEqual([]);
			await vi.waitFor(() => {
				expect(screen.view().queues.map(({ waiting }) => waiting)).toEqual([0]);
				expect(screen.view().windows.map(({ state, number }) => [state, number])).toEqual([
					['closed', null],
					['closed', null]
				]);
			}, SOON);
			screen.close();
			expect((await type(hall, 'day', 'end')).out).toMatch(/: 0 tickets closed\n/);
			expect(await faultsIn(hall.database)).toEqual([]);
		}));

	test('K-03 the queues have learnt from the day that has ended, and say from how many waits', () =>
		halls.each(async (hall) => {
			await vi.waitFor(
				async () => {
					const { code, out } = await type(hall, 'forecast');
					expect(code).toBe(0);
					expect(out).toMatch(
						/^social: (planned minutes|today’s calls); \d+ waits up to \d{4}-\d\d-\d\d; .*told lately: \d+ %/m
					);
				},
				{ timeout: 120_000, interval: 1000 }
			);
			expect((await type(hall, 'forecast', 'refit')).out).toMatch(/^\d+ queues have learnt from their waits\n$/);
		}));

	test('T-03 A-03 the ledger is checked, and of a changed line is told which; the day goes to an auditor, signed', () =>
		halls.each(async (hall) => {
			const verified = await type(hall, 'verify-ledger', '--replay');
			expect(verified).toMatchObject({ code: 0, err: '' });
			expect(verified.out).toMatch(/^台账完好：\d+ 行.*^The ledger is whole: \d+ lines.*all as the rule says$/ms);
			const [closed] = await rowsOf<{ seq: number; day: string }>(
				hall.database,
				"select seq, day from ledger where act = 'day.closed' order by seq desc limit 1"
			);
			const { day = '', seq = 0 } = closed ?? {};
			const laid = join(hall.database.folder, 'ledger', 'small', `${day}.json`);
			const head = JSON.parse(readFileSync(laid, 'utf8')) as { seq: number };
			expect(head.seq).toBe(seq);
			const exported = await type(hall, 'ledger', 'export', '--day', day);
			const lines = exported.out.trim().split('\n');
			expect([exported.code, JSON.parse(lines.at(-1) ?? '')]).toEqual([0, { head }]);
			expect(lines).toHaveLength(seq + 2);
			expect((await type(hall, 'verify-ledger', '--day', day)).code).toBe(0);
			expect(await type(hall, 'verify-ledger', '--day', '1999-01-01')).toMatchObject({ code: 1 });
			expect((await type(hall, 'verify-ledger', '--day', 'today')).err).toMatch(/--day is a date/);

			const wrong = await changeLine(hall.database, seq);
			const broken = await type(hall, 'verify-ledger');
			await wrong.putBack();
			expect(broken.code).toBe(1);
			expect(broken.out).toContain(`台账在第 ${String(seq)} 行断开（${day} day.closed）`);
			expect(broken.out).toContain(`The ledger breaks at line ${String(seq)} (${day} day.closed)\n  its content`);
			expect((await type(hall, 'verify-ledger')).code).toBe(0);
		}));
});

/** Changes who wrote a line, as only somebody can who owns the database. */
async function changeLine(database: EmptyDatabase, seq: number): Promise<{ putBack(): Promise<void> }> {
	const opened = openDatabase(database.url);
	const { engine, write } = opened;
	const say = (text: string): Promise<unknown> => write.executeQuery(CompiledQuery.raw(text));
	const { actor } = await write.selectFrom('ledger').select('actor').where('seq', '=', seq).executeTakeFirstOrThrow();
	await say(engine === 'sqlite' ? 'drop trigger ledger_no_update' : 'drop trigger ledger_no_change on ledger');
	const put = (one: string): Promise<unknown> =>
		write.updateTable('ledger').set({ actor: one }).where('seq', '=', seq).execute();
	await put('staff:9999');
	return {
		putBack: async () => {
			await put(actor);
			await opened.close();
		}
	};
}
