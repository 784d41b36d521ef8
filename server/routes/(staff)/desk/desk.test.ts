import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import { deskTicket, deskView } from '#test/fixtures/desk.ts';
import { DeskWork } from './desk.svelte.ts';

const asked: { method: string; path: string; body?: unknown }[] = [];
const refresh = vi.fn();
let answers: Record<string, Answer<unknown>> = {};

const ok = (value: unknown): Answer<unknown> => ({ ok: true, value });
const no = (code: Problem['code']): Answer<never> => ({
	ok: false,
	problem: { code, title: '', detail: '', status: 409 }
});

/** A desk whose questions are answered by path; what is not set is not there. */
function open(view = deskView()): DeskWork {
	let intents = 0;
	return new DeskWork(view, {
		refresh,
		intent: () => `intent-${String(++intents)}`,
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => {
			asked.push({ method, path, ...(body === undefined ? {} : { body }) });
			return Promise.resolve((answers[path] ?? no('ticket-unknown')) as Answer<T>);
		}
	});
}

const tap = (desk: DeskWork, ...codes: string[]): void => {
	for (const code of codes) desk.press({ code, repeat: false, typing: false });
};
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const posts = (): typeof asked => asked.filter(({ method }) => method === 'POST');

async function found(over = {}): Promise<DeskWork> {
	answers['/numbers/A026'] = ok(deskTicket(over));
	const desk = open();
	await desk.find('A026');
	return desk;
}

beforeEach(() => {
	asked.length = 0;
	answers = {};
	refresh.mockClear();
});

describe('a number is found', () => {
	test('as it was typed, and its own spelling stands in the field then', async () => {
		answers['/numbers/a26'] = ok(deskTicket());
		const desk = open();
		desk.typed = ' a26 ';
		await desk.find();
		expect([desk.found?.number, desk.typed]).toEqual(['A026', 'A026']);
	});

	test('or is not there, and then nothing can be done with it', async () => {
		const desk = await found();
		await desk.find('A999');
		expect([desk.found, desk.told]).toEqual([null, { kind: 'refused', verb: 'find', code: 'ticket-unknown' }]);
		tap(desk, 'KeyX');
		expect(desk.menu).toBeNull();
	});

	test('what is news in the hall is looked at again, without touching what is being typed', async () => {
		const desk = await found();
		answers['/numbers/A026'] = ok(deskTicket({ step: 'called', allowed: ['class'] }));
		desk.typed = 'B0';
		desk.receive(deskView({ seq: 900 }));
		await settle();
		expect([desk.found?.step, desk.typed]).toEqual(['called', 'B0']);
	});
});

describe('T-05 what a desk does with a number', () => {
	test.each([
		[['KeyX', 'Digit1'], '/tickets/812/cancel', { reason: '来宾放弃办理' }],
		[['KeyU', 'Digit2'], '/tickets/812/void', { reason: '取错事项' }],
		[['KeyD'], '/slips/900/reprint', {}],
		[['KeyV', 'Digit1', 'Digit2'], '/tickets/812/class', { class: 'elder', seen: true, reason: '当面看到，情况属实' }]
	])('%j', async (codes, path, body) => {
		tap(await found(), ...codes);
		expect(posts()).toEqual([{ method: 'POST', path, body }]);
	});

	test('a transfer is found by typing', async () => {
		const desk = await found();
		tap(desk, 'KeyT');
		desk.type('不动产');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		expect(posts()).toEqual([{ method: 'POST', path: '/tickets/812/transfer', body: { queue: 'queue-r' } }]);
	});

	test('one that came back is looked at again, and that is told', async () => {
		const desk = await found({ step: 'missed', allowed: ['return'] });
		answers['/tickets/812/return'] = ok({ number: 'A026' });
		answers['/numbers/A026'] = ok(deskTicket());
		tap(desk, 'KeyK');
		await settle();
		expect(desk.told).toEqual({ kind: 'done', verb: 'return', number: 'A026' });
		expect(desk.found?.step).toBe('waiting');
	});

	test('what the server does not allow has no key', async () => {
		tap(await found({ allowed: ['reprint'] }), 'KeyK', 'KeyX', 'KeyT', 'KeyU', 'KeyV');
		expect(posts()).toEqual([]);
	});

	test('a refusal stays until the next wish; without an answer nothing is sent again', async () => {
		const desk = await found({ allowed: ['return', 'reprint'] });
		answers['/tickets/812/return'] = no('return-too-late');
		tap(desk, 'KeyK');
		await settle();
		expect(desk.told).toEqual({ kind: 'refused', verb: 'return', code: 'return-too-late' });
		answers['/slips/900/reprint'] = no('offline');
		tap(desk, 'KeyD');
		await settle();
		expect([desk.told?.kind, posts().length]).toEqual(['unconfirmed', 2]);
		expect(refresh).toHaveBeenCalledOnce();
	});
});

describe('K-01 a number is taken for a visitor', () => {
	test.each([
		[['Digit1'], { item: 'enrol' }],
		[['Digit2'], { item: 'enrol', class: 'elder' }],
		[['Digit3', 'Digit1'], { item: 'enrol', class: 'service', seen: true }],
		[['Digit3', 'Digit2'], { item: 'enrol', class: 'service' }]
	])('with priority %j', (codes, body) => {
		const desk = open();
		tap(desk, 'KeyA');
		desk.type('参保');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		tap(desk, ...codes);
		expect(posts()).toEqual([{ method: 'POST', path: '/tickets', body: { intent: 'intent-1', ...body } }]);
	});

	test('and is shown; one without an answer is asked for again with the same intent', async () => {
		const desk = open();
		answers['/tickets'] = no('offline');
		tap(desk, 'KeyA', 'Enter', 'Digit1');
		await settle();
		if (desk.told?.kind !== 'unconfirmed') throw new Error('it was answered');
		answers['/tickets'] = ok({ number: 'A027' });
		answers['/numbers/A027'] = ok(deskTicket({ number: 'A027' }));
		await desk.act(desk.told.wish);
		expect(posts().map(({ body }) => (body as { intent: string }).intent)).toEqual(['intent-1', 'intent-1']);
		expect([desk.found?.number, desk.told]).toEqual(['A027', { kind: 'done', verb: 'take', number: 'A027' }]);
	});

	test('two visitors are two intents', () => {
		const desk = open();
		tap(desk, 'KeyA', 'Escape', 'KeyA');
		expect(JSON.stringify(desk.menu?.all)).toContain('intent-2');
	});

	test('what is closed says so before it is chosen', () => {
		const desk = open();
		tap(desk, 'KeyA');
		expect(desk.menu?.shown[1]?.note?.zh).toContain('现在不发号');
	});
});

test('figures turn the lists, a question mark opens the keys, Escape goes back', () => {
	const desk = open();
	tap(desk, 'Digit3');
	expect(desk.tab).toBe('claims');
	tap(desk, 'Slash');
	expect(desk.help).toBe(true);
	tap(desk, 'Escape');
	expect(desk.help).toBe(false);
	expect(desk.press({ code: 'KeyA', repeat: false, typing: true })).toBe(false);
});
