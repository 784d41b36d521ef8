import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, refusal, tomorrow } from '#test/fixtures/days.ts';
import { HOUSE_HALL } from '#test/fixtures/house.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { alarmViews } from '../alarms/view.ts';
import type { Who } from '../people/who.ts';
import type { WrittenNote } from '../views.ts';
import { readNote } from './read.ts';
import { notesView, unreadNotes } from './view.ts';
import { watchNotes } from './watch.ts';
import { withdrawNote, writeNote, type NoteWish } from './write.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const HOUR_MS = 3_600_000;
const TO = { roles: [], desks: [], windows: [], persons: [] };

describe.each(ENGINES)('%s: notes to staff', (engine) => {
	let here: TestHall;
	let intents = 0;
	beforeAll(async () => {
		here = await testHall(engine, HOUSE_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const write = (wish: Partial<NoteWish>): ReturnType<typeof writeNote> => {
		intents += 1;
		const blank = {
			note: null,
			title: '停电演练',
			text: '下午三点停电演练，请提前保存。',
			mustRead: false,
			readByAt: null
		};
		const untilAt = here.clock.now() + 8 * HOUR_MS;
		const to = { ...TO, roles: ['clerk'] };
		return writeNote(here.hall, SUPERVISOR, {
			...blank,
			to,
			untilAt,
			intent: `note-intent-${String(intents)}`,
			...wish
		});
	};
	const unread = async (who: Who): Promise<number[]> => (await unreadNotes(here.hall, who)).map(({ note }) => note);
	const written = async (note: number): Promise<WrittenNote | undefined> =>
		(await notesView(here.hall, SUPERVISOR)).all.find((one) => one.note === note);
	const alarmed = async (note: number): Promise<boolean> =>
		(await alarmViews(here.hall, SUPERVISOR)).some((one) => one.kind === 'note-unread' && one.about['note'] === note);

	test('S-07 shown to whom it is for, until it is read; the receipt says who, where and when', async () => {
		const { note } = granted(await write({}));
		expect(await unread(clerkAt('1'))).toContain(note);
		expect(await unread(GUIDE)).not.toContain(note);
		const read = granted(await readNote(here.hall, clerkAt('1'), note, 1));
		expect(read).toMatchObject({ staff: '1001', place: 'window:1', at: here.clock.now() });
		expect(await unread(clerkAt('1'))).not.toContain(note);
		expect(granted(await readNote(here.hall, clerkAt('1'), note, 1))).toEqual(read);
		expect(await written(note)).toMatchObject({ unread: { persons: ['1002', '1003'], places: [] } });
		expect(refusal(await readNote(here.hall, GUIDE, note, 1))).toBe('note-unknown');
	});

	test('S-07 what must be read comes first, and who only watches sees no list of receipts', async () => {
		const plain = granted(await write({})).note;
		const must = granted(await write({ mustRead: true })).note;
		const later = granted(await write({})).note;
		expect((await unread(clerkAt('2'))).filter((one) => [plain, must, later].includes(one))).toEqual([
			must,
			later,
			plain
		]);
		expect((await notesView(here.hall, clerkAt('2'))).all).toEqual([]);
	});

	test('S-07 for a window or a desk it is told once somebody there has read it', async () => {
		const { note } = granted(await write({ to: { ...TO, windows: ['3'], desks: ['main'] } }));
		expect(await unread(clerkAt('1'))).not.toContain(note);
		expect(await unread(clerkAt('3'))).toContain(note);
		granted(await readNote(here.hall, clerkAt('3'), note, 1));
		expect((await written(note))?.unread.places).toEqual(['desk:main']);
		granted(await readNote(here.hall, GUIDE, note, 1));
		expect((await written(note))?.unread.places).toEqual([]);
	});

	test('S-07 changed only by a new version, which is read anew; the old one cannot be ticked off', async () => {
		const { note } = granted(await write({}));
		granted(await readNote(here.hall, clerkAt('1'), note, 1));
		const next = granted(await write({ note, text: '改到四点。' }));
		expect(next).toMatchObject({ note, version: 2 });
		expect(await unread(clerkAt('1'))).toContain(note);
		expect(refusal(await readNote(here.hall, clerkAt('2'), note, 1))).toBe('note-changed');
		granted(await readNote(here.hall, clerkAt('1'), note, 2));
		expect((await written(note))?.reads.map(({ version }) => version)).toEqual([1, 2]);
	});

	test('S-07 who has not read it in time is told of, until all have or it ends', async () => {
		const readByAt = here.clock.now() + HOUR_MS;
		const wish = { mustRead: true, readByAt, to: { ...TO, persons: ['1001', '1002'] } };
		const { note } = granted(await write(wish));
		const other = granted(await write(wish)).note;
		await watchNotes(here.hall);
		expect(await alarmed(note)).toBe(false);
		await here.clock.advance(HOUR_MS + 1);
		await watchNotes(here.hall);
		expect([await alarmed(note), await alarmed(other)]).toEqual([true, true]);
		for (const who of [clerkAt('1'), clerkAt('2')]) granted(await readNote(here.hall, who, note, 1));
		expect(await alarmed(note)).toBe(false);
		await here.clock.advance(8 * HOUR_MS);
		await watchNotes(here.hall);
		expect(await alarmed(other)).toBe(false);
		expect(await unread(clerkAt('1'))).not.toContain(other);
	});

	test('S-07 taken back it is shown to nobody, and who had read it stays known', async () => {
		const { note } = granted(await write({}));
		granted(await readNote(here.hall, clerkAt('1'), note, 1));
		granted(await withdrawNote(here.hall, SUPERVISOR, note));
		expect(await unread(clerkAt('2'))).not.toContain(note);
		expect(await written(note)).toMatchObject({ state: 'withdrawn', over: true, acts: [], reads: [{ staff: '1001' }] });
		expect(refusal(await withdrawNote(here.hall, SUPERVISOR, note))).toBe('note-unknown');
	});

	test('S-07 the same wish is the same note; what does not fit is refused', async () => {
		const intent = 'the-same-note-intent';
		const first = granted(await write({ intent }));
		expect(granted(await write({ intent, title: 'x' }))).toEqual(first);
		const at = here.clock.now();
		expect(refusal(await write({ to: TO }))).toBe('receiver-needed');
		expect(refusal(await write({ untilAt: at }))).toBe('note-times');
		expect(refusal(await write({ readByAt: at + 1 }))).toBe('note-times');
		expect(refusal(await write({ text: ' ' }))).toBe('text-needed');
		expect(refusal(await write({ to: { ...TO, persons: ['4444'] } }))).toBe('staff-unknown');
		expect(refusal(await write({ to: { ...TO, windows: ['99'] } }))).toBe('window-unknown');
		expect(refusal(await write({ note: 999_999 }))).toBe('note-unknown');
	});

	test('S-07 whoever has left the house is waited for no more', async () => {
		const readByAt = here.clock.now() + HOUR_MS;
		const to = { ...TO, persons: ['1003'] };
		const { note } = granted(await write({ mustRead: true, readByAt, to }));
		await here.clock.advance(HOUR_MS + 1);
		await watchNotes(here.hall);
		expect(await alarmed(note)).toBe(true);
		const works = (active: 0 | 1): Promise<unknown> =>
			here.hall.write((tx) => tx.k.updateTable('staff').set({ active }).where('no', '=', '1003').execute());
		await works(0);
		await watchNotes(here.hall);
		expect(await alarmed(note)).toBe(false);
		await works(1);
	});

	test('T-01 what it says stands in no ledger line', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		const { note } = granted(await write({}));
		granted(await readNote(here.hall, clerkAt('1'), note, 1));
		const lines = await linesAfter(here.hall.read, here.hall.id, before);
		expect(lines.map(({ act }) => act)).toEqual(['note.written', 'note.read']);
		expect(JSON.stringify(lines)).not.toContain('停电');
	});
});
