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
		today: () => '2026-11-23',
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

	test('news that comes while it is looked at is not lost: it is looked at once more', async () => {
		const desk = await found();
		answers['/tickets/26/class'] = ok({});
		const acted = desk.act({ action: 'class', path: '/tickets/26/class', body: {} });
		const looks = (): number => asked.filter(({ path }) => path === '/numbers/A026').length;
		while (looks() < 2) await Promise.resolve();
		desk.receive(deskView({ seq: 900 }));
		answers['/numbers/A026'] = ok(deskTicket({ step: 'called' }));
		await acted;
		await settle();
		expect([looks(), desk.found?.step]).toEqual([4, 'called']);
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

	test('for an item that asks who comes, whose document is typed last', () => {
		const desk = open();
		tap(desk, 'KeyA');
		desk.type('过户');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		tap(desk, 'Digit2');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		expect(posts()).toEqual([]);
		desk.type(' 999999199001010018 ');
		desk.press({ code: 'Digit1', repeat: false, typing: true });
		desk.press({ code: 'Enter', repeat: false, typing: true });
		const body = { item: 'sale', class: 'elder', intent: 'intent-1', person: '999999199001010018' };
		expect(posts()).toEqual([{ method: 'POST', path: '/tickets', body }]);
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

describe('K-06 appointments at the desk', () => {
	const line = { slotAt: 0, queue: 'queue-a', number: null, reason: null };
	const item = { code: 'enrol', name: { zh: '参保登记', en: 'Enrolment' } };
	const day = {
		day: '2026-11-23',
		balance: { booked: 1, arrived: 1, cancelled: 0, missed: 1 },
		appointments: [
			{ ...line, code: '12345678', state: 'booked', time: '09:30', item },
			{ ...line, code: '22345678', state: 'missed', time: '09:00', item },
			{ ...line, code: '32345678', state: 'arrived', time: '08:30', item }
		]
	} as const;
	const look = async (): Promise<DeskWork> => {
		answers['/appointments/day/2026-11-23'] = ok(day);
		const desk = open();
		tap(desk, 'KeyJ');
		await settle();
		return desk;
	};

	test('one is found by its code and checked in; its number is shown', async () => {
		const desk = await look();
		expect(desk.menu?.shown).toHaveLength(2);
		desk.type('1234');
		answers['/check-ins'] = ok({ number: 'A026' });
		answers['/numbers/A026'] = ok(deskTicket());
		desk.press({ code: 'Enter', repeat: false, typing: true });
		tap(desk, 'Digit1');
		await settle();
		expect(posts()).toEqual([{ method: 'POST', path: '/check-ins', body: { code: '12345678', intent: 'intent-1' } }]);
		expect([desk.told, desk.found?.number]).toEqual([{ kind: 'done', verb: 'arrive', number: 'A026' }, 'A026']);
	});

	test('one that has lapsed is offered an ordinary number only', async () => {
		const desk = await look();
		desk.type('09:00');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		tap(desk, 'Digit1');
		expect(posts()[0]?.body).toEqual({ code: '22345678', intent: 'intent-2', ordinary: true });
	});

	test('one is cancelled from the list with a reason', async () => {
		const desk = await look();
		tap(desk, 'Escape');
		answers['/appointments/day/2026-11-23/12345678/cancel'] = ok({ code: '12345678' });
		desk.deal({ ...day.appointments[0] });
		tap(desk, 'Digit3', 'Digit1');
		await settle();
		expect(posts()[0]?.body).toEqual({ reason: '来宾要求取消' });
		expect(desk.told).toEqual({ kind: 'done', verb: 'unbook', number: '12345678' });
	});
});

test('figures turn the lists, a question mark opens the keys, Escape goes back', () => {
	const desk = open();
	tap(desk, 'Digit3');
	expect(desk.lists.tab).toBe('claims');
	tap(desk, 'Slash');
	expect(desk.help).toBe(true);
	tap(desk, 'Escape');
	expect(desk.help).toBe(false);
	expect(desk.press({ code: 'KeyA', repeat: false, typing: true })).toBe(false);
});
