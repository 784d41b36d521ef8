import { describe, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { PaperService, PapersView, PaperTicket } from '#server/views.ts';
import { PaperWork } from './papers.svelte.ts';

const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });
const service = (leg: number, over: Partial<PaperService> = {}): PaperService => ({
	...{ leg, item: text('参保'), window: text('1号窗口'), endedAt: 1, barred: null, second: false },
	...over
});
const VIEW: PapersView = {
	...{ hall: text('厅'), staff: { no: '8001', role: 'guide' }, today: '2026-11-25', days: 5, waiting: [] }
};

function desk(
	services: PaperService[] = [service(7)],
	state = 'entered'
): { work: PaperWork; asked: unknown[][]; keys: (...codes: string[]) => Promise<void> } {
	const asked: unknown[][] = [];
	const ticket: PaperTicket = { day: '2026-11-25', number: 'A001', services };
	const answer = (method: string, path: string): unknown => {
		if (path === '/ratings/papers') return method === 'GET' ? VIEW : { leg: 7, state };
		return ticket;
	};
	const work = new PaperWork(VIEW, {
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
			asked.push([method, path, body]);
			return Promise.resolve({ ok: true, value: answer(method, path) as T });
		}
	});
	const keys = async (...codes: string[]): Promise<void> => {
		for (const code of codes) {
			work.press({ code, repeat: false, typing: false });
			await Promise.resolve();
			await Promise.resolve();
		}
	};
	return { work, asked, keys };
}

describe('W-12 W-13 paper forms by keys', () => {
	test('a number, four figures and Enter enter a form', async () => {
		const { work, asked, keys } = desk();
		work.number = 'a1';
		expect(work.press({ code: 'Enter', repeat: false, typing: true })).toBe(true);
		await Promise.resolve();
		expect([work.found?.number, work.service?.leg]).toEqual(['A001', 7]);
		await keys('Digit1', 'Numpad2', 'Digit1', 'Digit3');
		await keys('Enter');
		const body = { grade: 5, indicators: { efficiency: 4, competence: 5, attitude: 3 }, reasons: [] };
		expect(asked).toContainEqual(['POST', '/ratings/papers', { ...body, remark: null, phone: null, leg: 7 }]);
		expect(work.told).toEqual({ kind: 'entered', number: 'A001' });
		expect([work.found, work.sheet.grade, work.number, work.wanted]).toEqual([null, null, '', 'number']);
	});

	test('a bad grade is followed by its reasons, each with a key', async () => {
		const { work, asked, keys } = desk();
		work.number = 'a1';
		await work.find();
		await keys('Digit5', 'ArrowDown', 'ArrowDown', 'ArrowDown');
		expect(work.row).toBe('reasons');
		await keys('Digit2', 'KeyC', 'Digit9', 'Digit9');
		await keys('Enter');
		expect(asked.at(-2)).toMatchObject(['POST', '/ratings/papers', { grade: 1, reasons: ['slow', 'other'] }]);
	});

	test('nothing is saved before a grade, and nothing is chosen beforehand', async () => {
		const { work, asked, keys } = desk();
		work.number = 'a1';
		await work.find();
		expect([work.ready, work.sheet.grade]).toEqual([false, null]);
		await keys('Enter');
		expect(asked.filter(([method]) => method === 'POST')).toEqual([]);
	});

	test('of two services one is chosen by its figure, and not one that is barred', async () => {
		const { work, keys } = desk([service(7, { barred: 'own-service' }), service(8), service(9)]);
		work.number = 'a1';
		await work.find();
		expect(work.service).toBeNull();
		await keys('Digit1');
		expect(work.service).toBeNull();
		await keys('Digit2');
		expect(work.service?.leg).toBe(8);
	});

	test('Escape begins the next form, with nothing of this one', async () => {
		const { work, keys } = desk();
		work.number = 'a1';
		await work.find();
		await keys('Digit4', 'Escape');
		expect([work.found, work.service, work.sheet.grade, work.row]).toEqual([null, null, null, 'grade']);
	});

	test('what a differing second entry comes to is said', async () => {
		const { work, keys } = desk([service(7, { second: true })], 'differs');
		work.number = 'a1';
		await work.find();
		await keys('Digit3', 'Enter');
		expect(work.told).toEqual({ kind: 'differs', number: 'A001' });
	});
});
