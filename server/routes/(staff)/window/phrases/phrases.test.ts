import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { consoleTicket, consoleView } from '#test/fixtures/console.ts';
import { NOW } from '#test/fixtures/screens.ts';
import { Console } from '../console.svelte.ts';
import { Phrases } from './phrases.svelte.ts';

const asked = vi.fn();
let desk: Console;
let sheet: Phrases;

const tap = (...codes: string[]): void => {
	for (const code of codes) desk.press({ code, repeat: false, typing: sheet.large === null });
};

beforeEach(() => {
	asked.mockReset();
	const ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
		asked(method, path, body);
		return Promise.resolve({ ok: true, value: { console: null } as T });
	};
	const view = consoleView({ current: consoleTicket({ step: 'serving', startedAt: NOW }) });
	desk = new Console(view, { ask, send: () => new Promise(() => undefined), after: () => () => undefined });
	desk.now = NOW;
	desk.press({ code: 'KeyH', repeat: false, typing: false });
	if (!(desk.panel instanceof Phrases)) throw new Error('H opens the phrases');
	sheet = desk.panel;
});

test('W-09 H opens the list at what fits, Enter reads it large, Enter is done with it', () => {
	expect(sheet.shown[sheet.at]).toBe('greet');
	tap('Enter');
	expect(sheet.large).toBe('greet');
	expect(sheet.read.zh).toContain('请坐');
	tap('Enter');
	expect(desk.panel).toBeNull();
	expect(desk.talk.fitting?.situation).toBe('greet');
});

test('W-09 found by the letters of its name; what was chosen stays the fitting phrase until the next act', () => {
	sheet.type('zzcx');
	tap('Enter', 'Enter');
	expect(desk.talk.fitting).toMatchObject({ situation: 'looking-up' });
	desk.now = NOW + 30_000;
	expect(desk.talk.fitting?.text.zh).toContain('谢谢您的耐心');
});

test('W-09 arrows go through the phrases of a situation, all of them, round and round', () => {
	sheet.type('done');
	tap('Enter');
	const seen = new Set<string>();
	for (let n = 0; n < sheet.phrases.length; n += 1) {
		seen.add(sheet.read.zh);
		tap('ArrowRight');
	}
	expect(seen.size).toBe(sheet.phrases.length);
	expect(sheet.n).toBe(0);
	tap('ArrowUp');
	expect(sheet.n).toBe(sheet.phrases.length - 1);
});

test('W-09 D-05 W sends the phrase to the screen that faces the visitor', async () => {
	sheet.type('录音');
	tap('Enter', 'KeyW');
	await vi.waitFor(() => {
		expect(sheet.sent).toBe(true);
	});
	expect(asked).toHaveBeenCalledWith('POST', '/windows/3/text', { text: sheet.read.zh, override: false });
});

test('W-13 Escape leads back to the list, and then out; nothing found is no choice', () => {
	tap('Enter', 'Escape');
	expect(sheet.large).toBeNull();
	sheet.type('qqqq');
	tap('Enter');
	expect(sheet.large).toBeNull();
	tap('Escape');
	expect(desk.panel).toBeNull();
});
