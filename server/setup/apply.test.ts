import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HallWriter } from '#db/group.ts';
import { hallByCode } from '#db/hall.ts';
import { linesAfter } from '#db/ledger.ts';
import { openDatabase, type Database } from '#db/open.ts';
import { setupRows } from '#db/setup.ts';
import type { LegState } from '#db/schema.ts';
import { tabledDatabase, ENGINES, type EmptyDatabase } from '#test/db.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { applyHall, type Applied } from './apply.ts';
import { exportHall } from './export.ts';
import { readHall } from './read.ts';

const ADMINISTRATOR = { role: 'administrator', name: 'staff:9101' } as const;
/** A Monday, ten in the morning in Shanghai. */
const NOW = Date.UTC(2026, 10, 23, 2);
const TODAY = '2026-11-23';

let empty: EmptyDatabase;
let database: Database;
let hall: number;
let writer: HallWriter;

function apply(text: string, at = NOW): Promise<Applied> {
	const read = readHall(text);
	if (!read.ok) throw new Error(read.faults.map((fault) => fault.what.en).join('; '));
	return writer.write((tx) => applyHall(tx, ADMINISTRATOR, { file: read.file, text }, at));
}

async function obstacleCodes(text: string): Promise<string[]> {
	const before = await everything();
	const applied = await apply(text);
	expect(await everything()).toEqual(before);
	return applied.ok ? [] : applied.obstacles.map(({ code, subject }) => `${code} ${subject}`);
}

async function everything(): Promise<unknown> {
	const k = database.read;
	return {
		...(await setupRows(k, hall)),
		hall: await k.selectFrom('hall').selectAll().execute(),
		tickets: await k.selectFrom('ticket').selectAll().execute(),
		legs: await k.selectFrom('leg').selectAll().execute(),
		days: await k.selectFrom('queue_day').selectAll().execute(),
		ledger: await linesAfter(k, hall, 0)
	};
}

function without(line: string): string {
	expect(SMALL_HALL).toContain(line);
	return SMALL_HALL.replace(line, '');
}

/** A ticket of queue `homes`, its leg in the given state, as the day's work would leave it. */
async function someoneIn(state: LegState, window: string | null = null): Promise<void> {
	await writer.write(async ({ k }) => {
		const id = 1000;
		const same = { hall, id, day: TODAY, queue: 'homes', item: 'sale' };
		const over = state === 'ended';
		await k.insertInto('queue_day').values({ hall, queue: 'homes', day: TODAY, last_number: 1, waiting: 0 }).execute();
		await k
			.insertInto('ticket')
			.values({
				...same,
				n: 1,
				number: 'H001',
				class: 'ordinary',
				lang: 'zh',
				state: over ? 'ended' : 'live',
				token: 't',
				intent: 'i',
				origin: 'kiosk-1',
				claim: 'none',
				leg: id,
				since: NOW,
				steps: '[]',
				created_at: NOW,
				ended_at: over ? NOW : null
			})
			.execute();
		await k
			.insertInto('leg')
			.values({
				...same,
				ticket: id,
				ordinal: 1,
				state,
				outcome: over ? 'done' : null,
				enqueued_at: NOW,
				rank_at: NOW,
				head_start_ms: 0,
				window,
				calls: 0,
				misses: 0,
				parked_at: state === 'parked' ? NOW : null,
				parked_ms: 0,
				held_ms: 0
			})
			.execute();
		if (window === null) return;
		const busy = { state: 'open', staff: '1001', leg: id } as const;
		await k.updateTable('window').set(busy).where('hall', '=', hall).where('code', '=', window).execute();
	});
}

/** The small hall without queue `homes`, its item and its windows' mention of it. */
function withoutHomes(): string {
	return SMALL_HALL.replace(/ {2}- code: homes[^]*?hours: .*\n/, '')
		.replace(/ {2}- code: sale[^]*?(?=staff:)/, '')
		.replace(', homes]', ']')
		.replace('queues: [homes]', 'queues: [social]');
}

describe.each(ENGINES)('%s', (engine) => {
	beforeEach(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		hall = (await hallByCode(database.write, 'small')).id;
		writer = new HallWriter(database, hall);
	});

	afterEach(async () => {
		await writer.settled();
		await database.close();
		await empty.drop();
	});

	test('a hall file becomes rows, and its own text comes back byte for byte', async () => {
		expect(await exportHall(database.read, hall)).toBeNull();
		const text = `# 备注 "kept"\r\n${SMALL_HALL}\n\n`;
		const applied = await apply(text);
		expect(applied).toMatchObject({
			ok: true,
			changed: true,
			counts: { windows: { added: 3, changed: 0, retired: 0 } }
		});
		expect(await exportHall(database.read, hall)).toBe(text);
		const rows = await setupRows(database.read, hall);
		expect(rows.queues.map(({ code, zone, prefix, name }) => [code, zone, prefix, name])).toEqual([
			['homes', 'west', 'H', '不动产'],
			['social', 'east', 'A', '社保']
		]);
		expect(rows.windows.find((row) => row.code === '1')).toMatchObject({ state: 'closed', name: '1号窗口', active: 1 });
		expect(rows.devices.map(({ code, kind, zone }) => [code, kind, zone]).toSorted()).toEqual([
			['board-1', 'board', 'east'],
			['board-east', 'board', 'east'],
			['kiosk-1', 'kiosk', 'east'],
			['printer-1', 'printer', 'east'],
			['printer-2', 'printer', null],
			['screen-3', 'screen', 'west'],
			['screen-east', 'screen', 'east']
		]);
		expect(await database.read.selectFrom('hall').selectAll().execute()).toMatchObject([
			{ code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', applied_at: NOW }
		]);
	});

	test('the same file again changes nothing, not even the ledger', async () => {
		await apply(SMALL_HALL);
		const before = await everything();
		expect(await apply(SMALL_HALL, NOW + 60_000)).toMatchObject({ ok: true, changed: false });
		expect(await everything()).toEqual(before);
	});

	test('each change is one line of the ledger, with who did it and how much', async () => {
		await apply(SMALL_HALL);
		await apply(SMALL_HALL.replace('zh: 三号', 'zh: 三号台'));
		const lines = await linesAfter(database.read, hall, 0);
		expect(lines.map(({ act, actor, day }) => [act, actor, day])).toEqual([
			['hall.applied', 'staff:9101', TODAY],
			['hall.applied', 'staff:9101', TODAY]
		]);
		expect(JSON.parse(lines[1]?.body ?? '')).toMatchObject({ windows: { added: 0, changed: 1, retired: 0 } });
	});

	test('a comment alone is kept too, and touches no row', async () => {
		await apply(SMALL_HALL);
		const text = `${SMALL_HALL}# seen by the director\n`;
		expect(await apply(text)).toMatchObject({ ok: true, changed: true, counts: { zones: { changed: 0 } } });
		expect(await exportHall(database.read, hall)).toBe(text);
	});

	test('what is no more in the file is kept out of use, and comes back as it was', async () => {
		await apply(SMALL_HALL);
		await writer.write(async ({ k }) => {
			await k.updateTable('staff').set({ password_hash: 'kept', failed_tries: 2 }).where('no', '=', '8001').execute();
		});
		const guide = '  - { no: 8001, name: 导询岗, role: guide, desk: main }\n';
		expect(await apply(without(guide))).toMatchObject({ ok: true, counts: { staff: { retired: 1 } } });
		const gone = await setupRows(database.read, hall);
		expect(gone.staff.find((row) => row.no === '8001')).toMatchObject({ active: 0, password_hash: 'kept' });
		expect(await apply(SMALL_HALL)).toMatchObject({ ok: true, counts: { staff: { added: 0, changed: 1 } } });
		const back = await setupRows(database.read, hall);
		expect(back.staff.find((row) => row.no === '8001')).toMatchObject({
			active: 1,
			password_hash: 'kept',
			failed_tries: 2
		});
	});

	test("today's tickets, legs and windows stay as they are while the hall around them changes", async () => {
		await apply(SMALL_HALL);
		await someoneIn('serving', '3');
		const k = database.read;
		const before = [
			await k.selectFrom('ticket').selectAll().execute(),
			await k.selectFrom('leg').selectAll().execute()
		];
		const text = SMALL_HALL.replace('zh: 三号', 'zh: 三号台').replace('cap: 50', 'cap: 60').replace('西厅', '西大厅');
		expect(await apply(text)).toMatchObject({ ok: true, changed: true });
		const after = [await k.selectFrom('ticket').selectAll().execute(), await k.selectFrom('leg').selectAll().execute()];
		expect(after).toEqual(before);
		const { windows } = await setupRows(k, hall);
		expect(windows.find((row) => row.code === '3')).toMatchObject({
			name: '三号台',
			state: 'open',
			staff: '1001',
			leg: 1000
		});
	});

	test.each(['waiting', 'called', 'serving', 'parked', 'missed'] as const)(
		'a queue and an item with somebody %s cannot go',
		async (state) => {
			await apply(SMALL_HALL);
			await someoneIn(state, state === 'called' || state === 'serving' ? '2' : null);
			expect(await obstacleCodes(withoutHomes())).toEqual(['queue-in-use homes', 'item-in-use sale']);
		}
	);

	test('a queue whose visitors have gone may go', async () => {
		await apply(SMALL_HALL);
		await someoneIn('ended');
		expect(await apply(withoutHomes())).toMatchObject({ ok: true, counts: { queues: { retired: 1 } } });
	});

	test('a window in use and the person at it cannot go', async () => {
		await apply(SMALL_HALL);
		await someoneIn('serving', '3');
		const text = without('  - { code: 3, zone: west, name: { zh: 三号, en: Three }, queues: [homes] }\n')
			.replace('    - { code: screen-3, window: 3 }\n', '')
			.replace('no: 1001', 'no: 1002');
		expect(await obstacleCodes(text)).toEqual(['window-in-use 3', 'staff-in-use 1001']);
	});

	test('a prefix under which numbers were given today neither changes nor moves to another queue', async () => {
		await apply(SMALL_HALL);
		await someoneIn('ended');
		expect(await obstacleCodes(SMALL_HALL.replace('prefix: H', 'prefix: J'))).toEqual(['prefix-in-use H']);
		expect(await obstacleCodes(withoutHomes().replace('prefix: A', 'prefix: H'))).toEqual(['prefix-in-use H']);
		const tomorrow = NOW + 24 * 3_600_000;
		expect(await apply(SMALL_HALL.replace('prefix: H', 'prefix: J'), tomorrow)).toMatchObject({
			ok: true,
			changed: true
		});
	});

	test('the time zone stays while numbers are open, and the code for ever', async () => {
		await apply(SMALL_HALL);
		await someoneIn('waiting');
		expect(await obstacleCodes(SMALL_HALL.replace('Asia/Shanghai', 'Asia/Urumqi'))).toEqual([
			'time-zone-in-use Asia/Urumqi'
		]);
		expect(await obstacleCodes(SMALL_HALL.replace('code: small', 'code: other'))).toEqual(['hall-code other']);
	});

	test('a refusal says in Chinese and English what stands in the way and what to do', async () => {
		await apply(SMALL_HALL);
		await someoneIn('waiting');
		const applied = await apply(withoutHomes());
		expect(applied.ok ? null : applied.obstacles[0]).toEqual({
			code: 'queue-in-use',
			subject: 'homes',
			what: { zh: '队列“homes”还有未办结的号，不能取消', en: 'the queue "homes" still has open numbers' },
			mend: {
				zh: '请先办结或转移这些号，或在日终后再导入',
				en: 'finish or transfer them first, or apply the file after the end of the day'
			}
		});
	});

	test('when the transaction fails, nothing of the file is in force', async () => {
		await apply(SMALL_HALL);
		const before = await everything();
		const read = readHall(withoutHomes());
		if (!read.ok) throw new Error('not sound');
		const failing = writer.write(async (tx) => {
			await applyHall(tx, ADMINISTRATOR, { file: read.file, text: 'x' }, NOW);
			throw new Error('power gone');
		});
		await expect(failing).rejects.toThrow('power gone');
		expect(await everything()).toEqual(before);
	});
});
