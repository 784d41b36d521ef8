import { expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { consoleView } from '#test/fixtures/console.ts';
import type { ConsoleView } from '#server/views.ts';
import { Console } from '../console.svelte.ts';
import { Say } from './say.svelte.ts';

interface Asked {
	path: string;
	body: unknown;
}

/** A sheet whose clock is turned by hand; `answers` says whether the screen takes what is written. */
function open(answers = true): { say: Say; asked: Asked[]; tick: () => void } {
	const asked: Asked[] = [];
	let waiting: (() => void) | null = null;
	const desk = new Console(consoleView({ text: '您好' }), {
		send: () => Promise.reject(new Error('not asked')),
		ask: <T>(_: string, path: string, body?: unknown) => {
			asked.push({ path, body });
			const view: { console: ConsoleView } = {
				console: consoleView({ seq: 900, text: (body as { text: string }).text })
			};
			// The sheet asks for nothing else.
			const answer = answers
				? { ok: true, value: view }
				: { ok: false, problem: { code: 'offline', title: '', detail: '', status: 0 } };
			return Promise.resolve(answer as Answer<T>);
		},
		after: (_, act) => {
			waiting = act;
			return () => {
				waiting = null;
			};
		}
	});
	return { say: new Say(desk), asked, tick: () => waiting?.() };
}

test('D-05 what is typed goes out a moment after the last letter, once', async () => {
	const { say, asked, tick } = open();
	expect([say.typed, say.shown]).toEqual(['您好', '您好']);
	say.type('请');
	say.type('请坐');
	expect(asked).toEqual([]);
	tick();
	await Promise.resolve();
	expect(asked).toEqual([{ path: '/windows/3/text', body: { text: '请坐', override: false } }]);
	await new Promise(setImmediate);
	expect([say.shown, say.failed]).toEqual(['请坐', false]);
});

test('D-05 Enter sends at once, and wiping empties field and screen', async () => {
	const { say, asked } = open();
	say.type('谢谢');
	expect(say.press({ code: 'Enter', repeat: false, typing: true })).toBe(true);
	say.clear();
	await new Promise(setImmediate);
	expect(asked.map(({ body }) => body)).toEqual([
		{ text: '谢谢', override: false },
		{ text: '', override: false }
	]);
	expect(say.typed).toBe('');
	expect(say.press({ code: 'KeyF', repeat: false, typing: true })).toBe(false);
});

test('what did not reach the screen is said', async () => {
	const { say, tick } = open(false);
	say.type('请坐');
	tick();
	await new Promise(setImmediate);
	expect(say.failed).toBe(true);
});

test('W-09 forbidden wording is held back until it is mended, or said to go out as it is', async () => {
	const { say, asked, tick } = open();
	say.type('急什么');
	tick();
	await say.send();
	expect([say.isHeld, asked]).toEqual([true, []]);
	say.type('请您慢慢来');
	tick();
	await new Promise(setImmediate);
	expect(asked).toHaveLength(1);
	say.type('急什么');
	say.decide(true);
	await new Promise(setImmediate);
	expect(asked.at(-1)).toMatchObject({ body: { text: '急什么', override: true } });
});
