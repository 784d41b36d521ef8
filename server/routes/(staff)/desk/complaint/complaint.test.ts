import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { SameComplaint } from '#server/views.ts';
import { deskTicket, deskView } from '#test/fixtures/desk.ts';
import { DeskWork } from '../desk.svelte.ts';
import { ComplaintSheet } from './complaint.svelte.ts';

const sent: { path: string; body?: unknown }[] = [];
const SAME: SameComplaint = {
	...{ id: 7, number: 'T20261120-7', class: 'conduct', day: '2026-11-20', state: 'open', stage: 'looking' },
	...{ outcome: null, about: null, because: ['phone'] }
};
const TAKEN = { id: 9, number: 'T20261123-9', code: '1234 5678 9012' };
let desk: DeskWork;
let sheet: ComplaintSheet;
let answers: Record<string, Answer<unknown>>;

const tap = (...codes: string[]): void => {
	for (const code of codes) desk.press({ code, repeat: false, typing: false });
};
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
	sent.length = 0;
	answers = {
		'GET /numbers/a26': { ok: true, value: deskTicket() },
		'POST /complaints/same': { ok: true, value: [SAME] },
		'POST /complaints': { ok: true, value: TAKEN }
	};
	desk = new DeskWork(deskView(), {
		today: () => '2026-11-23',
		intent: () => 'intent-1',
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => {
			if (method === 'POST') sent.push({ path, body });
			return Promise.resolve(
				(answers[`${method} ${path}`] ?? { ok: false, problem: { code: 'ticket-unknown' } }) as Answer<T>
			);
		}
	});
	tap('KeyC');
	if (!(desk.panel instanceof ComplaintSheet)) throw new Error('C opens the sheet');
	sheet = desk.panel;
});

test('C-01 C-02 three figures say what it is; it is taken with what was said and told', async () => {
	tap('Digit1', 'Digit3', 'Digit1');
	expect([sheet.step, sheet.kind, sheet.class, sheet.against]).toEqual(['words', 'complaint', 'slowness', 'staff']);
	sheet.text = '等了两个小时';
	tap('Enter');
	expect(sent).toEqual([]);
	tap('KeyU', 'KeyT', 'Enter');
	await settle();
	expect(sent).toHaveLength(1);
	expect(sent[0]?.body).toMatchObject({
		...{ kind: 'complaint', class: 'slowness', against: 'staff', text: '等了两个小时', urgent: true, told: true },
		...{ ticket: null, staff: null, same: null, contact: 'page', intent: 'intent-1' }
	});
	expect(sheet.taken).toEqual(TAKEN);
	tap('Escape');
	expect(desk.panel).toBeNull();
});

test('C-02 what could not be done needs neither class nor whom; ten classes have ten figures', () => {
	tap('Digit2');
	expect([sheet.step, sheet.kind]).toEqual(['words', 'unsolved']);
	tap('Escape');
	expect(sheet.step).toBe('kind');
	tap('Digit1', 'Digit0');
	expect(sheet.class).toBe('other');
});

test('C-03 a number binds it to its service; one that nobody has keeps it from being taken', async () => {
	tap('Digit1', 'Digit1', 'Digit1');
	sheet.text = '态度不好';
	sheet.told = true;
	sheet.number = 'z99';
	await sheet.find();
	expect([sheet.unknownNumber, sheet.filled]).toEqual([true, false]);
	sheet.number = 'a26';
	await sheet.find();
	expect([sheet.number, sheet.filled]).toEqual(['A026', true]);
	await sheet.take();
	expect(sent.at(-1)?.body).toMatchObject({ ticket: 812 });
});

test('C-03 Enter in the number itself does not lose it: it is looked up first', async () => {
	tap('Digit1', 'Digit1', 'Digit1');
	sheet.text = '态度不好';
	sheet.told = true;
	sheet.number = 'z99';
	await sheet.take();
	expect([sheet.unknownNumber, sent.filter(({ path }) => path === '/complaints')]).toEqual([true, []]);
	sheet.number = 'a26';
	sheet.unknownNumber = false;
	await sheet.take();
	expect(sent.at(-1)?.body).toMatchObject({ ticket: 812 });
});

test('C-04 what may be the same is shown, and taken up by a key', async () => {
	tap('Digit1', 'Digit1', 'Digit1');
	sheet.text = '态度不好';
	sheet.phone = '13900000000';
	await sheet.look();
	expect(sheet.same).toEqual([SAME]);
	tap('KeyM', 'KeyT', 'KeyR');
	expect([sheet.linked?.id, sheet.contact]).toEqual([7, 'call']);
	await sheet.take();
	expect(sent.at(-1)?.body).toMatchObject({ same: 7 });
	sheet.link({ ...SAME, state: 'closed' });
	expect(sheet.linked).toBeNull();
});

test('what was refused says so, and nothing that was written is lost', async () => {
	answers['POST /complaints'] = { ok: false, problem: { code: 'phone-invalid' } } as Answer<unknown>;
	tap('Digit3');
	sheet.text = '反映一件信访事项';
	tap('KeyT', 'Enter');
	await settle();
	expect([sheet.problem, sheet.taken, sheet.text]).toEqual(['phone-invalid', null, '反映一件信访事项']);
});

test('keys of the desk rest while the sheet is open', () => {
	tap('KeyA', 'KeyY', 'Digit9');
	expect([desk.menu, desk.panel, sheet.step]).toEqual([null, sheet, 'kind']);
});
