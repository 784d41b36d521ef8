import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { CaseView, IncidentsView } from '#server/views.ts';
import { FIRE } from '#test/fixtures/incidents.ts';
import { text } from '#test/fixtures/screens.ts';
import { IncidentsWork } from './incidents.svelte.ts';

const VIEW: IncidentsView = {
	...{ seq: 1, hall: text('小厅', 'Small hall'), staff: { no: '8001', role: 'supervisor', reports: true } },
	...{ kinds: [], zones: [], incidents: [FIRE], contacts: [], live: null, reached: null, texts: [], recent: [] },
	...{ timeZone: 'Asia/Shanghai', starts: false }
};
const withAct = (act: string): Partial<CaseView> => ({
	...{ id: 7, acts: [{ act, text: 'none', days: null, closes: false, read: false }] }
});

/** What was asked and has no answer yet, in its order. */
const waiting: { path: string; answer: (value: unknown) => Promise<void> }[] = [];
const posts: { path: string; body: unknown }[] = [];
let work: IncidentsWork;

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const press = (code: string): boolean => work.press({ code, repeat: false, typing: false });
/** Answers the oldest question. */
async function answer(value: unknown): Promise<string> {
	const asked = waiting.shift();
	await asked?.answer(value);
	return asked?.path ?? 'nothing was asked';
}

beforeEach(async () => {
	waiting.length = posts.length = 0;
	work = new IncidentsWork(VIEW, {
		intent: () => 'intent-1',
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
			if (method === 'POST') posts.push({ path, body });
			return new Promise((resolve) => {
				waiting.push({
					path,
					answer: (value) => {
						resolve({ ok: true, value } as Answer<T>);
						return settle();
					}
				});
			});
		}
	});
	const shown = work.show(7);
	await answer(withAct('acknowledge'));
	await shown;
});

test('G-04 a second fast key does not do the same once more: what can be done next is read first', async () => {
	press('Digit1');
	await answer(null);
	press('Digit1');
	expect(posts).toEqual([{ path: '/cases/7/act', body: { act: 'acknowledge' } }]);
	expect(await answer(withAct('arrive'))).toBe('/cases/7');
	press('Digit1');
	expect(posts.at(-1)).toEqual({ path: '/cases/7/act', body: { act: 'arrive' } });
});

test('news that comes while an act is answered is not lost: the incident is read once more', async () => {
	press('Digit1');
	await answer(null);
	work.receive({ ...VIEW, seq: 2 });
	await answer(withAct('arrive'));
	await answer(withAct('close'));
	expect(work.acts.map(({ act }) => act)).toEqual(['close']);
});

test('what is closed while its act is answered stays closed, and the next one can be opened', async () => {
	press('Digit1');
	press('Escape');
	await answer(null);
	await answer(withAct('arrive'));
	expect([work.open, work.busy]).toEqual([null, false]);
});

test('what the line tells is read again, unless it was closed meanwhile', async () => {
	work.receive({ ...VIEW, seq: 2 });
	await answer(withAct('arrive'));
	expect(work.acts.map(({ act }) => act)).toEqual(['arrive']);
	work.receive({ ...VIEW, seq: 3 });
	press('Escape');
	await answer(withAct('close'));
	expect(work.open).toBeNull();
});
