import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import { balanceView, superviseView } from '#test/fixtures/desk.ts';
import { Supervise, type Asking } from './supervise.svelte.ts';

const asked: string[] = [];
const refresh = vi.fn();
let answers: Record<string, Answer<unknown>> = {};

const ok = (value: unknown): Answer<unknown> => ({ ok: true, value });
const no = (code: Problem['code']): Answer<never> => ({
	ok: false,
	problem: { code, title: '', detail: '', status: 409 }
});

function open(view = superviseView()): Supervise {
	return new Supervise(view, balanceView(), {
		refresh,
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => {
			asked.push(`${method} ${path}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`);
			return Promise.resolve((answers[path] ?? no('internal')) as Answer<T>);
		}
	});
}

const WINDOW: Asking = { act: 'release', window: superviseView().windows[0] as never };

beforeEach(() => {
	asked.length = 0;
	answers = { '/days/today/balance': ok(balanceView({ open: [] })) };
	refresh.mockClear();
});

describe('T-04 what cannot be taken back is confirmed first', () => {
	test('a window is released with its reason, and the day is counted anew', async () => {
		answers['/windows/3/release'] = ok({});
		const hall = open();
		await hall.confirm(WINDOW);
		expect(asked).toEqual([]);
		await hall.act('离岗未签退');
		expect(asked).toEqual(['POST /windows/3/release {"reason":"离岗未签退"}', 'GET /days/today/balance']);
		expect([hall.asking, hall.told?.kind]).toEqual([null, 'released']);
	});

	test('before the day is ended it is counted, so that the question knows who is still there', async () => {
		answers['/days/today/end'] = ok({ closed: 7 });
		const hall = open();
		await hall.confirm({ act: 'end' });
		expect([asked, hall.balance.open]).toEqual([['GET /days/today/balance'], []]);
		await hall.act();
		expect(hall.told).toEqual({ kind: 'ended', closed: 7 });
	});

	test('gone back from, nothing is done', async () => {
		const hall = open();
		await hall.confirm(WINDOW);
		hall.back();
		await hall.act('x');
		expect(asked).toEqual([]);
	});

	test('an auditor is asked nothing, because nothing is allowed', async () => {
		const hall = open(superviseView({ allowed: [] }));
		await hall.confirm(WINDOW);
		await hall.confirm({ act: 'end' });
		expect([hall.asking, asked]).toEqual([null, []]);
	});

	test.each([
		['window-not-open', 'refused', 0],
		['offline', 'unconfirmed', 1]
	] as const)('answered with %s it is %s', async (code, kind, times) => {
		answers['/windows/3/release'] = no(code);
		const hall = open();
		await hall.confirm(WINDOW);
		await hall.act('x');
		expect(hall.told?.kind).toBe(kind);
		expect(refresh).toHaveBeenCalledTimes(times);
	});
});

describe('T-05 the history of a number', () => {
	test('is read by the number as it is typed', async () => {
		answers['/numbers/a26'] = ok({ id: 812 });
		answers['/tickets/812/history'] = ok({ number: 'A026', lines: [] });
		const hall = open();
		hall.typed = 'a26';
		await hall.find();
		expect([hall.tab, hall.history?.number, hall.typed]).toEqual(['history', 'A026', 'A026']);
	});

	test('of a number that nobody has is refused in words', async () => {
		answers['/numbers/A999'] = no('ticket-unknown');
		const hall = open();
		await hall.find('A999');
		expect(hall.told).toEqual({ kind: 'refused', act: 'find', code: 'ticket-unknown' });
	});
});

test('keys: figures turn the tabs, Q asks for a number, G counts; a question takes none of them', async () => {
	const hall = open();
	const tap = (code: string): boolean => hall.press({ code, repeat: false, typing: false });
	tap('Digit2');
	expect(hall.tab).toBe('history');
	tap('KeyG');
	expect([hall.tab, asked]).toEqual(['balance', ['GET /days/today/balance']]);
	tap('KeyQ');
	expect(hall.tab).toBe('history');
	await hall.confirm(WINDOW);
	expect([tap('Digit1'), tap('Escape')]).toEqual([false, false]);
});

test('an older view is dropped', () => {
	const hall = open();
	hall.receive(superviseView({ seq: 1, windows: [] }));
	expect(hall.view.windows).toHaveLength(2);
});
