import { beforeEach, expect, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import type { KioskDirectory, LeaseView } from '#server/views.ts';
import { Block } from './block.svelte.ts';
import type { Ready } from './cause.ts';
import { Offline } from './offline.svelte.ts';
import { Reading } from './reading.svelte.ts';

const UP: Ready = { status: 200, ours: true };
const NO_ANSWER = { code: 'offline', title: '', detail: '', status: 0 } as const;
const DAY_OVER = { code: 'day-over', title: '', detail: '', status: 409 } as const;
const DOWN: Ready = { status: 0, ours: false };
const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

let clock: VirtualClock;
let hall: {
	broken: boolean;
	connected: boolean;
	ready: Ready;
	reports: object[];
	grants: number;
	outcome: 'ticket' | 'void';
	over: boolean;
};
let shelf: string | null;
let visitor: { lang: 'zh-CN'; untouched: boolean; unanswered: string | null; patience: number; forget(): void };
let forgotten: number;

const ASK = { item: { code: 'enrol', queue: 'social' }, class: 'ordinary', lang: 'zh-CN', intent: null } as const;
const DIRECTORY = {
	classes: [],
	zones: [
		{
			...{ code: 'east', name: text('东厅'), place: text('一楼') },
			items: [
				{ code: 'enrol', name: text('参保'), queue: 'social', identity: false },
				{ code: 'sale', name: text('过户'), queue: 'homes', identity: true }
			]
		}
	]
} as unknown as KioskDirectory;

function lease(): LeaseView {
	const numbers = [1, 2].map((n) => ({
		...{ queue: 'social', n, number: `A00${String(n)}`, token: `token-${String(n)}`, link: '' }
	}));
	const whole = [{ from: 0, until: Number.MAX_SAFE_INTEGER }];
	return {
		...{ id: 5, device: 'kiosk-1', day: '2026-11-23', grantedAt: 0, until: Number.MAX_SAFE_INTEGER },
		...{ numbers, open: { social: whole } }
	};
}

/** What one page of a kiosk has; a page that is loaded anew has the same shelf. */
function page(): { block: Block; offline: Offline; reading: Reading } {
	const block = new Block({
		...{ device: 'kiosk-1', now: () => clock.now(), intent: () => 'browser-1' },
		shelf: {
			read: () => shelf,
			write: (kept) => {
				shelf = kept;
			}
		},
		grant: () => {
			if (hall.over) return Promise.resolve({ ok: false, problem: DAY_OVER });
			hall.grants += 1;
			return Promise.resolve({ ok: true, value: lease() });
		},
		report: (_, body) => {
			if (!hall.connected) return Promise.resolve({ ok: false, problem: NO_ANSWER });
			hall.reports.push(body);
			const { used } = body as { used: { token: string }[] };
			const numbers = used.map(({ token }) => ({ number: `A00${token.slice(-1)}`, outcome: hall.outcome }));
			return Promise.resolve({ ok: true, value: { ended: false, numbers } });
		}
	});
	const offline = new Offline({
		...{ timers: clock, block, lends: () => true, online: () => true },
		broken: () => hall.broken,
		connected: () => hall.connected,
		ready: () => Promise.resolve(hall.ready),
		directory: () => Promise.resolve(DIRECTORY)
	});
	return {
		block,
		offline,
		reading: new Reading({ timers: clock, block, directory: () => offline.directory, visitor })
	};
}

beforeEach(() => {
	clock = virtualClock();
	hall = { broken: false, connected: true, ready: UP, reports: [], grants: 0, outcome: 'ticket', over: false };
	shelf = null;
	forgotten = 0;
	visitor = {
		...{ lang: 'zh-CN', untouched: true, unanswered: null, patience: 60_000 },
		forget: () => {
			forgotten += 1;
		}
	};
});

async function cut(): Promise<void> {
	Object.assign(hall, { broken: true, connected: false, ready: DOWN });
	await clock.advance(5000);
}

async function mend(): Promise<void> {
	Object.assign(hall, { broken: false, connected: true, ready: UP });
	await clock.advance(5000);
}

test('K-12 a kiosk takes a block while all is well, gives of it when the line is gone, and tells it when it is back', async () => {
	const { offline, reading } = page();
	const end = offline.start();
	await clock.advance(5000);
	expect([hall.grants, offline.cause]).toEqual([1, null]);
	await cut();
	expect(offline.cause).toBe('network');
	reading.chooseZone('east');
	await clock.advance(500);
	reading.chooseItem('enrol');
	await clock.advance(500);
	for (let times = 0; times < 3; times += 1) reading.take();
	expect([reading.page, reading.given?.number]).toEqual(['number', 'A001']);
	reading.home();
	expect(reading.page).toBe('number');
	await mend();
	expect(hall.reports).toMatchObject([
		{ holder: 'browser-1', used: [{ token: 'token-1', item: 'enrol' }], ended: false }
	]);
	await clock.advance(120_000);
	expect(hall.reports).toHaveLength(1);
	end();
});

test('K-12 loaded anew without a line it goes on with the next number, and tells both', async () => {
	const first = page();
	const end = first.offline.start();
	await clock.advance(5000);
	await cut();
	expect(first.block.give(ASK)?.number).toBe('A001');
	end();
	hall.broken = false;
	const second = page();
	const stop = second.offline.start();
	await clock.advance(1000);
	expect(second.offline.cause).toBe('network');
	expect(second.block.give(ASK)?.number).toBe('A002');
	expect(second.block.give(ASK)).toBeNull();
	await mend();
	const [report] = hall.reports as { used: { token: string }[]; ended: boolean }[];
	expect([report?.used.map(({ token }) => token), report?.ended]).toEqual([['token-1', 'token-2'], true]);
	stop();
});

test('T-01 two pages of one browser share its block: none gives what the other gave, and either tells it', async () => {
	const [one, other] = [page(), page()];
	const ends = [one.offline.start(), other.offline.start()];
	await clock.advance(5000);
	await cut();
	expect(one.block.give(ASK)?.number).toBe('A001');
	await other.block.settle(true);
	expect(other.block.give(ASK)?.number).toBe('A002');
	await mend();
	const told = hall.reports as { holder: string; used: { token: string }[] }[];
	expect(told[0]?.used.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
	expect(new Set(told.map(({ holder }) => holder)).size).toBe(1);
	expect(one.block.give(ASK)).toBeNull();
	ends.forEach((end) => end());
});

test('T-01 what is given while a page tells of other numbers is not forgotten when it is answered', async () => {
	const [one, other] = [page(), page()];
	await Promise.all([one, other].map(({ block }) => (block.begin(), block.settle(true))));
	one.block.give(ASK);
	const telling = one.block.settle(true);
	expect(other.block.give(ASK)?.number).toBe('A002');
	await telling;
	await other.block.settle(true);
	const told = hall.reports as { used: { token: string }[] }[];
	expect(told.map(({ used }) => used.map(({ token }) => token))).toEqual([['token-1'], ['token-2']]);
});

test('T-01 whose number came to nothing is told so while it is shown, and not that it waits', async () => {
	const { offline, block } = page();
	const end = offline.start();
	await clock.advance(5000);
	await cut();
	const given = block.give(ASK);
	expect(block.fate(given?.token ?? '')).toBe('untold');
	hall.outcome = 'void';
	await mend();
	expect(block.fate(given?.token ?? '')).toBe('void');
	end();
});

test('T-01 a kiosk lets go of its block when the day is ended by hand, and has another when it is opened again', async () => {
	const { offline, block } = page();
	const end = offline.start();
	await clock.advance(5000);
	expect(block.offer('social')).toMatchObject({ number: 'A001' });
	hall.over = true;
	await clock.advance(70_000);
	expect(block.offer('social')).toBe('none');
	hall.over = false;
	await clock.advance(70_000);
	expect(block.offer('social')).toMatchObject({ number: 'A001' });
	end();
});

test('K-07 no number without a line where it is checked who somebody is', async () => {
	const { offline, reading } = page();
	const end = offline.start();
	await clock.advance(5000);
	await cut();
	reading.chooseZone('east');
	await clock.advance(500);
	reading.chooseItem('sale');
	await clock.advance(500);
	reading.take();
	expect([reading.page, reading.given]).toEqual(['item', null]);
	end();
});

test('who walks away leaves nothing: the pages return to the first, and the number is gone from the screen', async () => {
	const { offline, reading } = page();
	const ends = [offline.start(), reading.presence.start()];
	await clock.advance(5000);
	await cut();
	reading.chooseZone('east');
	await clock.advance(500);
	reading.chooseItem('enrol');
	await clock.advance(500);
	reading.take();
	await clock.advance(59_000);
	expect(reading.presence.leavingIn).toBeNull();
	await clock.advance(3000);
	expect(reading.presence.leavingIn).toBeGreaterThan(15);
	await clock.advance(20_000);
	expect([reading.page, reading.given, forgotten]).toEqual(['start', null, 1]);
	ends.forEach((end) => end());
});
