import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import { consoleTicket, consoleView } from '#test/fixtures/console.ts';
import { deskTicket } from '#test/fixtures/desk.ts';
import { Console } from './console.svelte.ts';

const TOKEN = `3f.${'aB-_'.repeat(5)}xy`;
const NOTICE = '000000005724';
const asked: string[] = [];
const sent: string[] = [];
let answers: Record<string, unknown> = {};

function open(over: Parameters<typeof consoleView>[0] = {}): Console {
	const problem = { code: 'ticket-unknown' as Problem['code'], title: '', detail: '', status: 404 };
	return new Console(consoleView({ current: consoleTicket({ id: 811 }), ...over }), {
		after: () => () => undefined,
		send: (path) => {
			sent.push(path);
			return Promise.resolve({ ok: false, problem });
		},
		ask: <T>(method: string, path: string): Promise<Answer<T>> => {
			asked.push(`${method} ${path}`);
			const value = answers[path];
			return Promise.resolve(value === undefined ? { ok: false, problem } : { ok: true, value: value as T });
		}
	});
}

beforeEach(() => {
	asked.length = sent.length = 0;
	answers = { [`/numbers/${TOKEN}`]: deskTicket({ id: 812 }), '/numbers/A026': deskTicket({ id: 812 }) };
});

describe('a code before the scanner of a window', () => {
	test.each([`http://10.0.0.5:3000/t/${TOKEN}`, 'A026'])(
		'T-04 %s: which number it is and where it belongs',
		async (text) => {
			const desk = open();
			await desk.codes.scan(text);
			expect(desk.codes.told).toMatchObject({ kind: 'ticket', here: false, action: null, ticket: { number: 'A026' } });
		}
	);

	test('T-04 that it is the visitor who stands before the window', async () => {
		const desk = open({ current: consoleTicket({ id: 812 }) });
		await desk.codes.scan('A026');
		expect(desk.codes.told).toMatchObject({ kind: 'ticket', here: true });
	});

	test.each([
		['parked', 'resume', ['resume', 'return']],
		['missed', 'return', ['return']]
	] as const)('T-04 one that is %s here can go on at once', async (list, action, allowed) => {
		const desk = open({ current: null, [list]: [consoleTicket({ id: 812, allowed: [...allowed] })] });
		await desk.codes.scan('A026');
		expect(desk.codes.told).toMatchObject({ kind: 'ticket', action });
		desk.codes.act(812, action);
		expect([sent, desk.codes.told]).toEqual([[`/tickets/812/${action}`], null]);
	});

	test('W-05 with the code of a notice its visitor is back, with a number', async () => {
		answers[`/codes/${NOTICE}`] = { code: NOTICE, of: 'notice' };
		answers[`/notices/${NOTICE}/return`] = { number: 'A027' };
		const desk = open();
		await desk.codes.scan(`http://10.0.0.5:3000/n/${NOTICE}`);
		expect(desk.codes.told).toEqual({ kind: 'back', number: 'A027' });
		expect(asked).toEqual([`GET /codes/${NOTICE}`, `POST /notices/${NOTICE}/return`]);
	});

	test('whatever else it is, it is told what, and nothing is done', async () => {
		answers[`/codes/${NOTICE}`] = { code: NOTICE, of: 'case' };
		const desk = open();
		const told = async (text: string): Promise<unknown> => {
			await desk.codes.scan(text);
			return desk.codes.told;
		};
		expect(await told(NOTICE)).toEqual({ kind: 'case', code: NOTICE });
		expect(await told('12345678')).toEqual({ kind: 'appointment' });
		expect(await told('http://10.0.0.5:3000/i/card-new')).toEqual({ kind: 'item', item: 'card-new' });
		expect(await told('6901234567892')).toEqual({ kind: 'unknown' });
		expect(await told('Z999')).toEqual({ kind: 'refused', code: 'ticket-unknown' });
		expect([sent, asked]).toEqual([[], [`GET /codes/${NOTICE}`, 'GET /numbers/Z999']]);
	});
});
