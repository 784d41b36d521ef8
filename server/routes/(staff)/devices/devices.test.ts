import { expect, test, vi } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { DeviceLine, WatchView } from '#server/views.ts';
import { DevicesWork, lookOf } from './devices.svelte.ts';
import { eventAside, eventSaid, paperShort } from './said.ts';
import { spanOf, stamp } from './times.ts';

const PRINTER: NonNullable<DeviceLine['printer']> = {
	...{ group: 'main', movedFrom: null, queued: 0, rollAt: null, slips: 0, cuts: 0, errors: 0, metres: 0, since: 0 },
	...{ left: { metres: 12, slips: 100, endsAt: null, soon: false }, touch: null }
};
const line = (code: string, change: Partial<DeviceLine> = {}): DeviceLine => ({
	...{ kind: 'printer', code, name: { zh: code, en: code }, zone: 'east', about: '', state: 'ready', health: 'good' },
	...{ reason: null, since: 0, heardAt: 0, off: null, tests: true, printer: PRINTER },
	...change
});
const view = (...devices: DeviceLine[]): WatchView => ({
	...{
		hall: { zh: '小厅', en: 'Small hall' },
		timeZone: 'Asia/Shanghai',
		at: 0,
		acts: true,
		groups: ['main', 'spare']
	},
	zones: [{ code: 'east', name: { zh: '东厅', en: 'East' } }],
	devices
});
const key = (code: string, typing = false, repeat = false) => ({ code, repeat, typing });

/** A server that grants or refuses, and remembers what it was asked. */
function server(refuse = false) {
	const asked: string[] = [];
	const detail = { device: line('a'), events: [], months: [], slips: [] };
	const ask = <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
		asked.push([method, path, body === undefined ? '' : JSON.stringify(body)].join(' ').trim());
		const problem = { code: 'device-off', title: '', detail: '', status: 409 } as const;
		return Promise.resolve(refuse && method === 'POST' ? { ok: false, problem } : { ok: true, value: detail as T });
	};
	return { asked, ask };
}

test('what needs a hand comes first, wherever it stands; the rest by zone and kind', () => {
	const bus = line('bus', { kind: 'bus', zone: null, printer: null });
	const low = line('low', { printer: { ...PRINTER, left: { ...PRINTER.left, soon: true } } });
	const gone = line('gone', { kind: 'screen', health: 'down', state: 'gone', printer: null });
	const off = line('off', { health: 'down', off: { reason: 'parts', by: '8001', at: 0 } });
	const work = new DevicesWork(view(bus, gone, line('a'), low, off), server());
	expect(work.shelves.map((shelf) => [shelf.key, shelf.lines.map(({ code }) => code)])).toEqual([
		['#sick', ['low', 'gone']],
		['east', ['a', 'off']],
		['#house', ['bus']]
	]);
	expect([line('a'), low, gone, off].map(lookOf)).toEqual(['good', 'warn', 'down', 'off']);
});

test('one is chosen, acted on and asked for again when it has changed; not when it was only heard', async () => {
	const { asked, ask } = server();
	const work = new DevicesWork(view(line('a'), line('b')), { ask });
	expect(work.press(key('ArrowDown'))).toBe(true);
	expect(work.press(key('ArrowDown'))).toBe(true);
	expect(work.chosen).toBe('printer/b');
	await work.act('disable', { reason: 'repair' });
	expect(work.told).toEqual({ kind: 'done', deed: 'disable' });
	work.receive(view(line('a'), line('b', { heardAt: 5 })));
	work.receive(view(line('a'), line('b', { heardAt: 5, state: 'paper-out', health: 'down' })));
	await work.reprint(7);
	expect(asked).toEqual([
		'GET /devices/printer/a',
		'GET /devices/printer/b',
		'POST /devices/printer/b/disable {"reason":"repair"}',
		'GET /devices/printer/b',
		'POST /slips/7/reprint {}'
	]);
});

test('what is refused is told and stays asked; Escape goes back step by step; keys that are typed are not ours', async () => {
	const work = new DevicesWork(view(line('a')), server(true));
	await work.show('printer/a');
	work.asking = 'disable';
	await work.act('disable', { reason: 'repair' });
	expect([work.told, work.asking]).toEqual([{ kind: 'refused', code: 'device-off' }, 'disable']);
	expect(work.press(key('KeyT', true))).toBe(false);
	expect([work.press(key('Escape')), work.asking, work.chosen]).toEqual([true, null, 'printer/a']);
	expect([work.press(key('Escape')), work.chosen]).toEqual([true, null]);
	expect(work.press(key('Escape'))).toBe(false);
});

test('a key that is held down tests once, and not while a question is open', async () => {
	const { asked, ask } = server();
	const work = new DevicesWork(view(line('a')), { ask });
	await work.show('printer/a');
	expect(work.press(key('KeyT'))).toBe(true);
	await vi.waitFor(() => {
		expect(work.busy).toBe(false);
	});
	expect(work.press(key('KeyT', false, true))).toBe(true);
	work.asking = 'replace';
	expect(work.press(key('KeyT'))).toBe(false);
	expect(asked).toEqual(['GET /devices/printer/a', 'POST /devices/printer/a/test {}']);
});

test('what comes of one device is not said beside another', async () => {
	const { ask } = server();
	let answer: () => void = () => undefined;
	const slow: typeof ask = async (method, ...rest) => {
		if (method === 'POST') await new Promise<void>((resolve) => (answer = resolve));
		return ask(method, ...rest);
	};
	const work = new DevicesWork(view(line('a'), line('b')), { ask: slow });
	await work.show('printer/a');
	const acted = work.act('disable', { reason: 'repair' });
	await work.show('printer/b');
	work.asking = 'replace';
	answer();
	await acted;
	expect([work.told, work.asking, work.busy]).toEqual([null, 'replace', false]);
});

test('a history that no answer came for is asked for again with the next news', async () => {
	const { ask, asked } = server();
	let down = true;
	const offline = { code: 'offline', title: '', detail: '', status: 0 } as const;
	const flaky: typeof ask = (...wish) => (down ? Promise.resolve({ ok: false, problem: offline }) : ask(...wish));
	const work = new DevicesWork(view(line('a')), { ask: flaky });
	await work.show('printer/a');
	expect([work.unread, work.told, work.detail]).toEqual([true, null, null]);
	down = false;
	work.receive(view(line('a', { heardAt: 5 })));
	await vi.waitFor(() => {
		expect(work.detail).not.toBeNull();
	});
	expect([work.unread, asked]).toEqual([false, ['GET /devices/printer/a']]);
});

test('history, paper and times in words', () => {
	const event = { at: 0, act: 'replaced', from: null, to: null, reason: '5 0.6 1', by: '8001' } as const;
	expect(eventSaid(event, 'zh-CN')).toContain('5 张');
	expect(eventSaid({ ...event, reason: null }, 'en')).toBe('Device replaced');
	expect(eventSaid({ ...event, act: 'state', from: 'ready', to: 'gone' }, 'en')).toBe('Well → Gone');
	expect(eventAside({ ...event, act: 'roll-changed', reason: 'by-hand' }, 'en')).toBe('told by hand');
	expect(paperShort(PRINTER, 'en')).toBe('about 12 m of paper, 100 slips');
	expect(paperShort({ ...PRINTER, left: { ...PRINTER.left, metres: null } }, 'en')).toBeNull();
	expect([-1, 59_999, 60_000, 3_600_000, 172_800_000].map((ms) => spanOf(ms, 'en'))).toEqual([
		'0 s',
		'59 s',
		'1 min',
		'1 h',
		'2 d'
	]);
	expect(stamp(Date.UTC(2026, 10, 25, 23, 40, 5), 'Asia/Shanghai')).toBe('11-26 07:40:05');
});

test('one whose history could not be fetched is asked for at the next news, and then only when it has changed', async () => {
	const { asked, ask } = server();
	let offline = true;
	const problem = { code: 'offline', title: '', detail: '', status: 0 } as const;
	const work = new DevicesWork(view(line('a')), {
		ask: (...question) => {
			const answer = ask<never>(...question);
			return offline ? Promise.resolve({ ok: false, problem }) : answer;
		}
	});
	work.press(key('ArrowDown'));
	await vi.waitFor(() => expect(work.unread).toBe(true));
	expect([work.detail, work.told]).toEqual([null, null]);
	offline = false;
	work.receive(view(line('a', { heardAt: 1 })));
	await vi.waitFor(() => expect(work.detail).not.toBeNull());
	work.receive(view(line('a', { heardAt: 2 })));
	expect([work.unread, asked]).toEqual([false, ['GET /devices/printer/a', 'GET /devices/printer/a']]);
});

test('one wish at a time: nothing is sent while another is on its way', async () => {
	const sent: string[] = [];
	const held = Promise.withResolvers<Answer<never>>();
	const work = new DevicesWork(view(line('a')), {
		ask: (method, path) => {
			if (method === 'POST') sent.push(path);
			return method === 'POST' ? held.promise : server().ask(method, path);
		}
	});
	work.press(key('ArrowDown'));
	const first = work.act('test');
	expect(work.busy).toBe(true);
	await work.act('test');
	held.resolve({ ok: true, value: null as never });
	await first;
	expect([sent, work.busy]).toEqual([['/devices/printer/a/test'], false]);
});
