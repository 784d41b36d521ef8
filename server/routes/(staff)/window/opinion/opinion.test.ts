import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { consoleTicket, consoleView, talk } from '#test/fixtures/console.ts';
import { Console } from '../console.svelte.ts';
import { Opinion } from './opinion.svelte.ts';

const sent: unknown[] = [];
let reply: (answer: Answer<unknown>) => void = () => undefined;
let desk: Console;
let sheet: Opinion;

const tap = (...codes: string[]): void => {
	for (const code of codes) desk.press({ code, repeat: false, typing: false });
};
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const down = { ok: false, problem: { code: 'offline', title: '', detail: '', status: 0 } } as const;

beforeEach(() => {
	sent.length = 0;
	const ask = <T>(_method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
		sent.push({ path, body });
		return new Promise((resolve) => {
			reply = resolve as typeof reply;
		});
	};
	const view = consoleView({
		current: consoleTicket({ step: 'serving' }),
		talk: talk({ opinionOf: { ticket: 812, number: 'A026' } })
	});
	desk = new Console(view, { ask, send: () => new Promise(() => undefined), after: () => () => undefined });
	tap('KeyY');
	if (!(desk.panel instanceof Opinion)) throw new Error('Y opens the sheet');
	sheet = desk.panel;
});

test('W-11 Y, a figure, the words, Enter: it is kept, and told by when and how to ask', async () => {
	tap('Digit3');
	expect(desk.talk.fitting?.situation).toBe('praised');
	sheet.text = '办得很快，谢谢';
	tap('Enter');
	expect(sent).toMatchObject([
		{ path: '/opinions', body: { kind: 'praise', text: '办得很快，谢谢', ticket: 812, name: '', phone: '' } }
	]);
	reply({ ok: true, value: { id: 125, kind: 'praise', due: '2026-12-02', case: null, console: null } });
	await settle();
	expect(sheet.taken).toMatchObject({ id: 125, due: '2026-12-02' });
	tap('Enter');
	expect(desk.panel).toBeNull();
});

test('C-01 a complaint is told with the code and the day of its case', async () => {
	tap('Digit4');
	sheet.text = '态度生硬';
	tap('Enter');
	const one = { code: '1234 5678 9012', day: '2026-12-01' };
	reply({ ok: true, value: { id: 126, kind: 'complaint', due: '2026-12-02', case: one, console: null } });
	await settle();
	expect(sheet.taken?.case).toEqual(one);
});

test('C-01 what no window could solve is registered at the window, with its code and day', async () => {
	tap('Digit5');
	sheet.text = '三个窗口都说不能办';
	tap('Enter');
	expect(sent).toMatchObject([{ path: '/complaints', body: { kind: 'unsolved', ticket: 812, origin: 'window' } }]);
	reply({ ok: true, value: { id: 9, number: 'B20261126-9', code: '1234 5678 9012', answerDay: '2026-12-03' } });
	await settle();
	expect(sheet.taken).toMatchObject({ id: 'B20261126-9', case: { code: '1234 5678 9012', day: '2026-12-03' } });
});

test('W-11 nothing is sent without a kind and words', () => {
	tap('Enter');
	sheet.text = '太慢';
	tap('Enter');
	expect(sent).toEqual([]);
});

test('W-11 without an answer it is sent again as the same wish', async () => {
	tap('Digit2');
	sheet.text = '太慢';
	tap('Enter');
	reply(down);
	await settle();
	expect(sheet.problem).toBe('offline');
	tap('Enter');
	const intents = sent.map((one) => (one as { body: { intent: string } }).body.intent);
	expect(intents).toHaveLength(2);
	expect(new Set(intents).size).toBe(1);
});

test('W-11 it stays with the service for which it was opened, whoever comes next', () => {
	desk.receive(consoleView({ seq: 999, talk: talk({ opinionOf: { ticket: 900, number: 'A027' } }) }));
	tap('Digit1');
	sheet.text = '请多开一个窗口';
	tap('Enter');
	expect(sent).toMatchObject([{ body: { ticket: 812 } }]);
});

test('W-11 without anybody there is nothing to open', () => {
	desk.back();
	desk.receive(consoleView({ seq: 999 }));
	tap('KeyY');
	expect(desk.panel).toBeNull();
});
