import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import { deskTicket, deskView } from '#test/fixtures/desk.ts';
import { AnswerSheet } from './answer/answer.svelte.ts';
import type { ComplaintSheet } from './complaint/complaint.svelte.ts';
import { DeskWork } from './desk.svelte.ts';
import type { PrioritySheet } from './priority/priority.svelte.ts';

const TOKEN = `3f.${'aB-_'.repeat(5)}xy`;
const SLIP = `http://10.0.0.5:3000/t/${TOKEN}`;
const NOTICE = '000000005724';
const asked: string[] = [];
const bodies: unknown[] = [];
let answers: Record<string, unknown> = {};
/** questions that are answered only by `release` */
let held: string[] = [];
const waiting: (() => void)[] = [];

function open(): DeskWork {
	return new DeskWork(deskView(), {
		today: () => '2026-11-23',
		intent: () => 'intent-1',
		ask: <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
			asked.push(`${method} ${path}`);
			if (body !== undefined) bodies.push(body);
			const problem = { code: 'ticket-unknown' as Problem['code'], title: '', detail: '', status: 404 };
			const value = answers[path];
			const answer: Answer<T> = value === undefined ? { ok: false, problem } : { ok: true, value: value as T };
			if (!held.includes(`${method} ${path}`)) return Promise.resolve(answer);
			return new Promise((resolve) => waiting.push(() => resolve(answer)));
		}
	});
}

async function release(): Promise<void> {
	for (const go of waiting.splice(0)) go();
	held = [];
	await new Promise((resolve) => setTimeout(resolve));
}

/** Holds a code before the scanner of a desk. */
async function scan(text: string, desk = open()): Promise<DeskWork> {
	desk.codes.scan(text);
	await new Promise((resolve) => setTimeout(resolve));
	return desk;
}

beforeEach(() => {
	asked.length = bodies.length = 0;
	answers = { [`/numbers/${TOKEN}`]: deskTicket(), '/numbers/A026': deskTicket() };
});

describe('a code before the scanner of a desk', () => {
	test.each([SLIP, 'A026'])('T-04 %s finds its number, as if it had been searched', async (text) => {
		const desk = await scan(text);
		expect([desk.found?.number, desk.typed, desk.codes.told]).toEqual(['A026', 'A026', null]);
	});

	test.each([{ code: '12345678' }, { token: TOKEN }])('K-06 of an appointment checks it in: %j', async (by) => {
		answers['/check-ins'] = { number: 'A026' };
		const desk = await scan(by.code ?? `http://10.0.0.5:3000/a/${TOKEN}`);
		expect([asked[0], bodies]).toEqual(['POST /check-ins', [{ ...by, intent: 'intent-1' }]]);
		expect([desk.told, desk.found?.number]).toEqual([{ kind: 'done', verb: 'arrive', number: 'A026' }, 'A026']);
	});

	test('W-05 of a notice gives a number with the place of the first visit', async () => {
		answers[`/codes/${NOTICE}`] = { code: NOTICE, of: 'notice' };
		answers[`/notices/${NOTICE}/return`] = { number: 'A026' };
		const desk = await scan(`http://10.0.0.5:3000/n/${NOTICE}`);
		expect(asked.slice(0, 2)).toEqual([`GET /codes/${NOTICE}`, `POST /notices/${NOTICE}/return`]);
		expect(desk.found?.number).toBe('A026');
	});

	test('C-01 of a case is told to be one, and takes no number', async () => {
		answers[`/codes/${NOTICE}`] = { code: NOTICE, of: 'case' };
		const desk = await scan(`https://hall.example.cn/c/${NOTICE}`);
		expect([desk.codes.told, asked]).toEqual([{ kind: 'case', code: NOTICE }, [`GET /codes/${NOTICE}`]]);
	});

	test('K-13 of an item opens the item, as the desk answers questions about it', async () => {
		answers['/knowledge/item%3Acard-new'] = { key: 'item:card-new', items: [] };
		const desk = await scan('http://10.0.0.5:3000/i/card-new');
		expect(desk.panel).toBeInstanceOf(AnswerSheet);
		expect([(desk.panel as AnswerSheet).step, (desk.panel as AnswerSheet).open?.key]).toEqual([
			'read',
			'item:card-new'
		]);
		// It is no question that somebody has asked in words.
		expect(asked).toEqual(['GET /knowledge/item%3Acard-new']);
	});

	test('that nobody knows is told, and changes nothing', async () => {
		const desk = await scan('A026');
		asked.length = 0;
		for (const text of ['6901234567892', 'https://example.com/', 'http://10.0.0.5/i/gone']) {
			await scan(text, desk);
			expect([desk.codes.told, desk.found?.number, desk.panel]).toEqual([{ kind: 'unknown' }, 'A026', null]);
		}
		expect(asked).toEqual(['GET /knowledge/item%3Agone']);
	});

	test.each(['incident', 'services'] as const)(
		'never takes away a sheet in which something is being written: %s',
		async (action) => {
			const desk = open();
			desk.open(action);
			const { panel } = desk;
			asked.length = 0;
			await scan(SLIP, desk);
			expect([desk.codes.told, asked]).toEqual([{ kind: 'sheet' }, []]);
			expect(desk.panel).toBe(panel);
		}
	);

	test.each([SLIP, 'A026'])('C-01 a complaint gets the number on it, and what may be the same: %s', async (text) => {
		answers['/complaints/same'] = [];
		const desk = open();
		desk.open('complaint');
		const sheet = desk.panel as ComplaintSheet;
		Object.assign(sheet, { number: 'Z999', text: '等了很久' });
		await sheet.find();
		expect(sheet.unknownNumber).toBe(true);
		await scan(text, desk);
		expect([sheet.number, sheet.ticket?.id, sheet.unknownNumber, sheet.text]).toEqual(['A026', 812, false, '等了很久']);
		expect(asked.at(-1)).toBe('POST /complaints/same');
		expect(desk.panel).toBe(sheet);
		sheet.taken = { id: 1, number: 'T-1', code: NOTICE };
		await scan(text, desk);
		expect(desk.codes.told).toEqual({ kind: 'sheet' });
	});

	test('G-02 priority is granted to the number on it, and to no other one once it is chosen', async () => {
		answers['/numbers/B002'] = deskTicket({ id: 813, number: 'B002' });
		const desk = open();
		desk.open('priority');
		const sheet = desk.panel as PrioritySheet;
		await scan(SLIP, desk);
		expect([sheet.step, sheet.ticket?.id, desk.codes.told]).toEqual(['what', 812, null]);
		await scan('B002', desk);
		expect([sheet.ticket?.id, desk.codes.told]).toEqual([812, { kind: 'sheet' }]);
	});

	test('G-02 a number that has ended is not chosen, and the right slip can still be', async () => {
		answers['/numbers/B002'] = deskTicket({ number: 'B002', state: 'ended', allowed: [] });
		const desk = open();
		desk.open('priority');
		const sheet = desk.panel as PrioritySheet;
		await scan('B002', desk);
		expect([sheet.step, desk.codes.told]).toEqual(['number', { kind: 'sheet' }]);
		await scan(SLIP, desk);
		expect([sheet.step, sheet.ticket?.id]).toEqual(['what', 812]);
	});

	test('C-01 of two slips the last one counts, whichever answer comes last; a sheet closed meanwhile is told of nothing', async () => {
		answers['/numbers/B002'] = deskTicket({ id: 813, number: 'B002' });
		answers['/complaints/same'] = [];
		const desk = open();
		desk.open('complaint');
		const sheet = desk.panel as ComplaintSheet;
		held = ['GET /numbers/A026'];
		await scan('A026', desk);
		await scan('B002', desk);
		await release();
		expect([sheet.number, sheet.ticket?.id, sheet.unknownNumber]).toEqual(['B002', 813, false]);
		held = ['GET /numbers/Z999'];
		sheet.number = 'Z999';
		const finding = sheet.find();
		await scan('A026', desk);
		await release();
		await finding;
		expect([sheet.number, sheet.ticket?.id, sheet.unknownNumber]).toEqual(['A026', 812, false]);
		held = ['GET /numbers/B002'];
		await scan('B002', desk);
		desk.back();
		desk.panel = null;
		await release();
		expect([desk.panel, desk.codes.told]).toEqual([null, null]);
	});

	test('a number that nobody knows leaves a sheet as it is; so does a code of something else', async () => {
		const desk = open();
		desk.open('priority');
		await scan('B999', desk);
		expect(desk.codes.told).toEqual({ kind: 'refused', code: 'ticket-unknown' });
		await scan(`http://10.0.0.5:3000/n/${NOTICE}`, desk);
		expect(desk.codes.told).toEqual({ kind: 'sheet' });
		expect((desk.panel as PrioritySheet).step).toBe('number');
	});

	test('typed into the field of numbers it does the same', async () => {
		answers['/check-ins'] = { number: 'A026' };
		const desk = open();
		desk.typed = ' 1234 5678 ';
		await desk.find();
		expect(bodies).toEqual([{ code: '12345678', intent: 'intent-1' }]);
	});
});
