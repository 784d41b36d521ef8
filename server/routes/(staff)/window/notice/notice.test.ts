import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import type { ConsoleView } from '#server/views.ts';
import { consoleView } from '#test/fixtures/console.ts';
import { earlier, papers, tellingView } from '#test/fixtures/papers.ts';
import { Console } from '../console.svelte.ts';
import { KeptSheet } from '../receive/kept.svelte.ts';
import { RefuseSheet } from '../refuse/refuse.svelte.ts';
import { NoticeSheet } from './notice.svelte.ts';

const sent: { path: string; body: Record<string, unknown> }[] = [];
let asked: Answer<unknown>;
let reply: Answer<{ console: ConsoleView }>;

function open(view: ConsoleView): Console {
	return new Console(view, {
		ask: <T>(method: string, path: string, body?: unknown) => {
			sent.push({ path: `${method} ${path}`, body: (body ?? {}) as Record<string, unknown> });
			return Promise.resolve(asked as Answer<T>);
		},
		after: () => () => undefined,
		send: (path, body) => {
			sent.push({ path, body });
			return Promise.resolve(reply);
		}
	});
}

const tap = (desk: Console, ...codes: string[]): void => {
	for (const code of codes) desk.press({ code, repeat: false, typing: false });
};
const enter = (desk: Console): boolean => desk.press({ code: 'Enter', repeat: false, typing: true });
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const sheetOf = (desk: Console): NoticeSheet => {
	if (!(desk.panel instanceof NoticeSheet)) throw new Error('no notice is open');
	return desk.panel;
};
const refused = (code: Problem['code']): { ok: false; problem: Problem } => {
	return { ok: false, problem: { code, title: '', detail: '', status: 409 } };
};

beforeEach(() => {
	sent.length = 0;
	reply = { ok: true, value: { console: consoleView({ seq: 901 }) } };
	asked = refused('notice-unknown');
});

describe('W-03 the one-time notice by keys', () => {
	test('three missing papers in five keys', async () => {
		const desk = open(tellingView());
		const keys = ['KeyQ', 'Digit1', 'Digit2', 'Digit3', 'Enter'];
		tap(desk, ...keys);
		expect(keys.length).toBeLessThanOrEqual(8);
		expect(sent).toMatchObject([
			{ path: '/tickets/812/notice', body: { materials: [0, 1, 2], free: [], dueDay: null, second: null } }
		]);
		await settled();
		expect(desk.panel).toBeNull();
	});

	test('a figure pressed again takes the tick away; with nothing ticked nothing is sent', () => {
		const desk = open(tellingView());
		tap(desk, 'KeyQ', 'Numpad2', 'Numpad2', 'Enter');
		expect([sent, sheetOf(desk).empty]).toEqual([[], true]);
	});

	test('more than nine papers are turned by pages; arrows and space reach every one', () => {
		const list = Array.from({ length: 12 }, () => papers().list[0]).flatMap((one) => one ?? []);
		const desk = open(tellingView(papers({ list })));
		tap(desk, 'KeyQ', 'ArrowRight', 'Digit3', 'ArrowLeft', 'ArrowDown', 'Space', 'Enter');
		expect(sent[0]?.body['materials']).toEqual([1, 11]);
	});

	test('another paper needs its law, and forbidden wording keeps it off the list', () => {
		const desk = open(tellingView());
		tap(desk, 'KeyQ', 'KeyF');
		const sheet = sheetOf(desk);
		sheet.other.text = '公证书';
		expect([enter(desk), sheet.mode]).toEqual([true, 'other']);
		sheet.other.basis = '公证法第三十六条';
		enter(desk);
		expect([sheet.mode, sheet.rows.at(-1)?.name.zh]).toEqual(['list', '公证书']);
		tap(desk, 'KeyF');
		sheet.other = { text: '不知道，别问我', basis: '法', override: false };
		enter(desk);
		expect(sheet.mode).toBe('other');
		sheet.other.override = true;
		enter(desk);
		tap(desk, 'Enter');
		expect(sent[0]?.body).toMatchObject({
			materials: [],
			free: [{ text: '公证书', basis: '公证法第三十六条' }, { text: '不知道，别问我' }],
			override: true
		});
	});

	test('Escape goes back one step at a time, and a refusal keeps the sheet', async () => {
		const desk = open(tellingView());
		tap(desk, 'KeyQ', 'KeyD', 'Escape');
		expect(sheetOf(desk).mode).toBe('list');
		reply = refused('notice-second');
		tap(desk, 'Digit1', 'Enter');
		await settled();
		expect(desk.refusal?.code).toBe('notice-second');
		expect(sheetOf(desk).ticked).toEqual([0]);
		tap(desk, 'Escape');
		expect(desk.panel).toBeNull();
	});
});

describe('W-04 W-05 what was told before', () => {
	test('back with a notice: what is still missing is ticked; what came is unticked, and the rest told again', () => {
		const desk = open(tellingView(papers({ earlier: earlier('return', [0, 3, 5], [3]) })));
		tap(desk, 'KeyQ');
		const sheet = sheetOf(desk);
		expect([sheet.ticked, sheet.anew]).toEqual([[0, 5], false]);
		tap(desk, 'Digit1', 'Enter');
		expect(sent[0]).toMatchObject({ path: '/tickets/812/notice', body: { materials: [5], second: null } });
	});

	test('back with everything: two keys more, and the list is complete', () => {
		const desk = open(tellingView(papers({ earlier: earlier('return', [0, 5]) })));
		tap(desk, 'KeyQ', 'Digit1', 'Digit6');
		expect(sheetOf(desk).allCame).toBe(true);
		tap(desk, 'Enter');
		expect(sent[0]).toMatchObject({ path: '/tickets/812/papers', body: { came: [0, 1] } });
	});

	test('something new in the matter asks for the reason before it is sent', () => {
		const desk = open(tellingView(papers({ earlier: earlier('visitor', [0]) })));
		tap(desk, 'KeyQ', 'Digit3', 'Enter');
		const sheet = sheetOf(desk);
		expect([sheet.anew, sheet.mode, sent]).toEqual([true, 'reason', []]);
		tap(desk, 'Digit3');
		sheet.words = '首次遗漏产权证书';
		enter(desk);
		expect(sent[0]?.body).toMatchObject({
			materials: [0, 2],
			second: { reason: 'our-mistake', words: '首次遗漏产权证书' }
		});
	});

	test('the code that a visitor shows is looked up', async () => {
		const shown = earlier('code', [0]);
		const desk = open(tellingView());
		tap(desk, 'KeyQ', 'KeyC');
		const sheet = sheetOf(desk);
		sheet.code = '0000 0000 5724';
		enter(desk);
		await settled();
		expect([sent[0]?.path, sheet.codeFault]).toEqual(['GET /notices/000000005724', 'unknown']);
		asked = { ok: true, value: { ...shown, kind: 'missing' } };
		enter(desk);
		await settled();
		expect([sheet.mode, sheet.earlier?.by, sheet.ticked]).toEqual(['list', 'code', [0]]);
		tap(desk, 'Enter');
		expect(sent.at(-1)?.body).toMatchObject({ earlier: '000000005724', second: null });
	});
});

describe('W-06 a refusal by keys', () => {
	test('reasons by figures, three keys in all', () => {
		const desk = open(tellingView());
		tap(desk, 'KeyJ', 'Digit2', 'Enter');
		expect(sent).toMatchObject([{ path: '/tickets/812/refuse', body: { grounds: ['false-papers'], free: [] } }]);
	});

	test('another no is sent only with its basis and a way onward', () => {
		const desk = open(tellingView());
		tap(desk, 'KeyJ', 'Enter', 'KeyG', 'Digit3', 'Enter');
		expect(sent).toEqual([]);
		if (!(desk.panel instanceof RefuseSheet)) throw new Error('no refusal is open');
		Object.assign(desk.panel.answer, { what: '车辆业务由交警窗口办理', basis: '进驻目录' });
		expect(desk.panel.ready).toBe(false);
		desk.panel.answer.office = '市公安局';
		tap(desk, 'Enter');
		const way = { kind: 'office', to: null, words: '市公安局' };
		expect(sent).toMatchObject([{ path: '/tickets/812/negative', body: { way } }]);
	});
});

describe('W-03 papers received', () => {
	const kept = [
		{
			...{ id: 5, ticket: 700, number: 'H007', item: { code: 'sale', name: { zh: '过户', en: 'Sale' } } },
			...{ day: '2026-11-20', dueDay: '2026-11-27', onSpot: false, soon: true, here: false }
		}
	];

	test('one key takes them in, once', () => {
		const desk = open(tellingView());
		tap(desk, 'KeyI');
		expect(sent).toEqual([{ path: '/tickets/812/receive', body: {} }]);
		const received = { at: 1, dueDay: '2026-12-02', onSpot: false, state: 'open' } as const;
		expect(open(tellingView(papers({ received }))).may('receive')).toBe(false);
	});

	test('with nobody at the window, those that were kept are told', async () => {
		const telling = { current: null, kept, grounds: [], unsolved: true, told: null };
		const desk = open(consoleView({ telling }));
		asked = { ok: true, value: papers() };
		tap(desk, 'KeyI', 'Digit1');
		await settled();
		tap(desk, 'Digit2', 'Enter');
		expect(sent.map((one) => one.path)).toEqual(['GET /tickets/700/papers', '/tickets/700/notice']);
		expect(open(consoleView()).may('receive')).toBe(false);
	});

	test('or accepted, when nothing is missing', async () => {
		const desk = open(consoleView({ telling: { current: null, kept, grounds: [], unsolved: true, told: null } }));
		asked = { ok: true, value: {} };
		tap(desk, 'KeyI', 'KeyA');
		await settled();
		expect(sent).toEqual([{ path: 'POST /tickets/700/accept', body: { delivery: null } }]);
	});

	test('or given back, with a reason', async () => {
		const desk = open(consoleView({ telling: { current: null, kept, grounds: [], unsolved: true, told: null } }));
		tap(desk, 'KeyI', 'KeyX');
		if (!(desk.panel instanceof KeptSheet)) throw new Error('nothing is open');
		enter(desk);
		desk.panel.reason = '申请人取回';
		asked = { ok: true, value: {} };
		enter(desk);
		await settled();
		expect(sent).toEqual([{ path: 'POST /intakes/5/withdraw', body: { reason: '申请人取回' } }]);
		expect(desk.panel).toBeNull();
	});

	test('老年人权益保障法 art. 55: asked in person, two keys', () => {
		const desk = open(tellingView(papers({ will: { state: 'ask', asks: true } })));
		tap(desk, 'KeyU', 'Digit1');
		expect(sent).toEqual([{ path: '/tickets/812/true-will', body: { mark: 'own' } }]);
	});
});
