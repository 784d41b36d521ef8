import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { noonHall } from './fixtures/live-hall.ts';
import { runHall, type Running } from './running.ts';
import { guidedesk } from './server.ts';
import { rowsOf } from './tables.ts';
import { ask, line } from './watcher.ts';

/* The browser of a kiosk: let in by its key, and then that kiosk and no other. */

const [OWN, OTHER] = ['kiosk-1', 'kiosk-2'];

describe('a kiosk with a key of its own', { timeout: 60_000 }, () => {
	let hall: Running<'administrator'>;
	let key: string;
	let cookie = '';
	beforeAll(async () => {
		const file = noonHall((draft) => {
			draft.setIn(['policies', 'access'], { kiosk: 'enrolled', display: 'enrolled' });
			draft.setIn(['hall', 'languages'], ['zh', 'en']);
			draft.addIn(['devices', 'kiosks'], { code: OTHER, name: { zh: '二号机', en: 'Kiosk 2' }, printerGroup: 'main' });
		});
		hall = await runHall('sqlite', file, ['administrator']);
		const create = ['key', 'create', '--role', 'kiosk', '--device', OWN];
		const typed = await guidedesk(hall.database, create, { hallFile: hall.hallFile });
		key = typed.out.trim();
		const first = await open(`/kiosk?kiosk=${OWN}&key=${key}`);
		expect([first.status, first.headers.get('location')]).toEqual([303, `/kiosk?kiosk=${OWN}`]);
		cookie = first.headers.get('set-cookie') ?? '';
	});
	afterAll(() => hall.end());

	function open(path: string, body?: object): Promise<Response> {
		const headers = { cookie, 'content-type': 'application/json', accept: 'application/json' };
		const asked = body && { method: 'POST', body: JSON.stringify(body) };
		return fetch(hall.server.url + path, { headers, redirect: 'manual', ...asked });
	}
	const statuses = (asked: (device: string) => [string, object?], device: string): Promise<number> =>
		open(...asked(device)).then(({ status }) => status);

	test('W-01 keeps it where no script of a page can read it', () => {
		expect(cookie).toMatch(/^gd_device=gd_/);
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
	});

	const ASKED: [string, number, (device: string) => [string, object?]][] = [
		['its first page', 200, (device) => [`/kiosk?kiosk=${device}`]],
		['what it keeps', 200, (device) => [`/kiosk/directory?kiosk=${device}`]],
		['what it searches', 200, (device) => [`/kiosk/find?kiosk=${device}`]],
		['how it is installed', 200, (device) => [`/kiosk/manifest.webmanifest?kiosk=${device}`]],
		['its voice', 200, (device) => [`/speech?kiosk=${device}`]],
		['a card at its reader', 200, (device) => ['/kiosk/card', { kiosk: device }]],
		['a number', 201, (device) => ['/api/v1/tickets', { item: 'enrol', intent: 'device-key-ticket', device }]],
		['help', 201, (device) => ['/api/v1/help', { device }]]
	];
	test.each(ASKED)('W-01 gets %s, and not that of another', async (_, own, asked) => {
		expect([await statuses(asked, OWN), await statuses(asked, OTHER)]).toEqual([own, 403]);
	});

	test('K-12 is heard on the line as itself, and as no other', async () => {
		const socket = await line(hall.server.url, key);
		expect(await ask(socket, 'kiosk', OTHER)).toEqual({ ok: false, code: 'not-allowed' });
		for (const device of [OTHER, OWN]) socket.emit('kiosk:reported', device);
		const seen = (): Promise<unknown[]> => rowsOf(hall.database, 'select device from kiosk_seen');
		await vi.waitFor(async () => expect(await seen()).toEqual([{ device: OWN }]), { timeout: 15_000, interval: 50 });
		socket.disconnect();
	});

	test('K-02 offers the languages of the hall file, and nobody sees another, whatever is asked for', async () => {
		const kiosk = await (await open('/kiosk?lang=ar')).text();
		const phone = await fetch(`${hall.server.url}/say`, { headers: { 'accept-language': 'ar, en;q=0.5' } });
		for (const [page, lang] of [[kiosk, 'zh-CN'] as const, [await phone.text(), 'en'] as const]) {
			expect([...page.matchAll(/data-testid="lang-([\w-]+)"/g)].map(([, one]) => one)).toEqual(['zh-CN', 'en']);
			expect(page).toMatch(new RegExp(`<html[^>]* lang="${lang}"`));
			expect(page).not.toContain('dir="rtl"');
		}
	});

	test('W-01 without it a browser is none, whatever its address says; a key of staff lets none in', async () => {
		const stranger = await fetch(`${hall.server.url}/kiosk?kiosk=${OWN}`);
		expect(stranger.status).toBe(403);
		for (const wrong of ['gd_guess', hall.keys.administrator]) {
			const answer = await fetch(`${hall.server.url}/kiosk?kiosk=${OWN}&key=${wrong}`, { redirect: 'manual' });
			expect([answer.status, answer.headers.get('set-cookie')]).toEqual([303, null]);
		}
		const aimed = { cookie: `gd_device=${hall.keys.administrator}` };
		expect((await fetch(`${hall.server.url}/kiosk`, { headers: aimed })).status).toBe(403);
	});
});
