import { expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { ConsoleView } from '#server/views.ts';
import { consoleTicket, consoleView, SERVING } from '#test/fixtures/console.ts';
import { casesNote } from '../cases-note.ts';
import { Console } from '../console.svelte.ts';
import { Accept } from './accept.svelte.ts';

const promise = {
	item: 'reimburse',
	promisedDays: 5,
	legalDays: 20,
	promisedDay: '2026-12-02',
	legalDay: '2026-12-23'
};
const current = consoleTicket({ step: 'serving', promise, allowed: [...SERVING, 'accept'] });

function opened(): { desk: Console; panel: Accept; sent: { path: string; body: unknown }[] } {
	const sent: { path: string; body: unknown }[] = [];
	const desk = new Console(consoleView({ current }), {
		ask: () => Promise.resolve({ ok: false, problem: { code: 'internal', title: '', detail: '', status: 500 } }),
		after: () => () => undefined,
		send: (path, body) => {
			sent.push({ path, body });
			return Promise.resolve<Answer<{ console: ConsoleView }>>({ ok: true, value: { console: consoleView() } });
		}
	});
	desk.press({ code: 'KeyA', repeat: false, typing: false });
	if (!(desk.panel instanceof Accept)) throw new Error('no sheet');
	return { desk, panel: desk.panel, sent };
}

const key = (desk: Console, code: string, typing = false): boolean => desk.press({ code, repeat: false, typing });

test('W-07 W-13 two keys accept: A shows what is promised, Enter promises it', async () => {
	const { desk, panel, sent } = opened();
	expect(panel.offer).toEqual(promise);
	expect(key(desk, 'Enter')).toBe(true);
	await new Promise((resolve) => setImmediate(resolve));
	expect(sent).toEqual([{ path: '/tickets/812/accept', body: { delivery: null } }]);
	expect(desk.panel).toBeNull();
});

test('W-14 D asks where the result goes; it is accepted only with consent', () => {
	const { desk, panel, sent } = opened();
	key(desk, 'KeyD');
	panel.fill({ name: '王小明', phone: '13800001234', address: '某某市' });
	key(desk, 'Enter', true);
	expect([panel.ready, sent]).toEqual([false, []]);
	expect(key(desk, 'KeyD', true)).toBe(false);
	panel.fill({ consent: true });
	key(desk, 'Enter', true);
	expect(sent[0]?.body).toEqual({
		delivery: { name: '王小明', phone: '13800001234', address: '某某市', consent: true }
	});
});

test('W-13 a key that is held down accepts nothing, and Escape leaves all as it was', () => {
	const { desk, sent } = opened();
	desk.press({ code: 'Enter', repeat: true, typing: false });
	expect(key(desk, 'Escape')).toBe(true);
	expect([desk.panel, sent]).toEqual([null, []]);
});

test('W-08 key 0 leads to the cases, whatever goes on at the window', () => {
	const pages: string[] = [];
	const desk = new Console(consoleView({ current: null, allowed: ['open', 'my-cases'] }), {
		ask: () => Promise.resolve({ ok: false, problem: { code: 'internal', title: '', detail: '', status: 500 } }),
		after: () => () => undefined,
		send: () => Promise.reject(new Error('nothing is sent')),
		go: (page) => pages.push(page)
	});
	key(desk, 'Numpad0');
	expect(pages).toEqual(['cases']);
});

test('W-08 the key says what waits: own cases, those due today, those to be accepted', () => {
	expect(casesNote({ mine: 0, due: 0, offered: 0 }, 'zh-CN')).toBe('');
	expect(casesNote({ mine: 5, due: 1, offered: 2 }, 'zh-CN')).toBe(' 5 · 到期 1 · 待接收 2');
	expect(casesNote({ mine: 0, due: 0, offered: 1 }, 'en')).toBe(' 1 offered');
});
