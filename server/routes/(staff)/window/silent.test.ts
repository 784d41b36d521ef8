import { expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { consoleView } from '#test/fixtures/console.ts';
import { Console } from './console.svelte.ts';

test('G-04 the silent key works whatever is typed, is one call however often it has to be made, and says only "noted"', async () => {
	const sent: { path: string; body: unknown }[] = [];
	const later: (() => void)[] = [];
	let online = false;
	const desk = new Console(consoleView(), {
		send: () => Promise.reject(new Error('no act')),
		ask: <T>(_: 'GET' | 'POST', path: string, body?: unknown) => {
			sent.push({ path, body });
			return Promise.resolve(
				(online ? { ok: true, value: {} } : { ok: false, problem: { code: 'offline' } }) as Answer<T>
			);
		},
		after: (_, act) => {
			later.push(act);
			return () => undefined;
		}
	});
	const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
	expect(desk.press({ code: 'F9', repeat: false, typing: true })).toBe(true);
	desk.press({ code: 'F9', repeat: true, typing: true });
	await settle();
	expect([sent.length, desk.silent.noted]).toEqual([1, false]);
	online = true;
	later.shift()?.();
	await settle();
	expect(sent[1]).toEqual(sent[0]);
	expect([sent[0]?.path.endsWith('/silent-call'), desk.silent.noted, desk.refusal]).toEqual([true, true, null]);
	later.shift()?.();
	expect(desk.silent.noted).toBe(false);
});
