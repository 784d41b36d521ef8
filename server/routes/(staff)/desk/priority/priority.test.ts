import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { deskTicket, deskView } from '#test/fixtures/desk.ts';
import { text } from '#test/fixtures/screens.ts';
import { DeskWork } from '../desk.svelte.ts';
import { PrioritySheet } from './priority.svelte.ts';

const sent: { path: string; body?: unknown }[] = [];
let found = deskTicket();
let desk: DeskWork;
let sheet: PrioritySheet;

const tap = (...codes: string[]): void => {
	for (const code of codes) desk.press({ code, repeat: false, typing: false });
};
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const proofs = [{ code: 'aid', name: text('辅具', 'Aid') }];
const VIEW = deskView({
	classes: [
		{ code: 'elder', name: text('老年人', 'Elderly'), policy: 'self', confirms: true, proofs: [] },
		{ code: 'frail', name: text('体弱者', 'Frail'), policy: 'desk', confirms: true, proofs }
	]
});

function open(): void {
	sent.length = 0;
	desk = new DeskWork(VIEW, {
		today: () => '2026-11-23',
		intent: () => 'intent-1',
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => {
			if (method === 'POST') sent.push({ path, body });
			return Promise.resolve({ ok: true, value: found } as Answer<T>);
		}
	});
	tap('KeyY');
	if (!(desk.panel instanceof PrioritySheet)) throw new Error('Y opens the sheet');
	sheet = desk.panel;
}

beforeEach(() => {
	found = deskTicket({ allowed: ['class', 'escort'], accessible: [{ code: '2', name: text('2号窗口', 'Window 2') }] });
	open();
});

test('G-02 a claim that waits is chosen by its figure, granted by what was seen, with who comes along', async () => {
	tap('Digit1');
	await settle();
	expect(sheet.ticket?.number).toBe('A026');
	tap('Equal', 'Equal', 'Minus', 'Equal', 'Digit1', 'Digit2', 'Digit1');
	await settle();
	const reason = '当面看到，情况属实';
	const body = { class: 'frail', seen: true, reason, companions: 2, proof: 'aid' };
	expect(sent).toEqual([{ path: '/tickets/812/class', body }]);
	expect([sheet.told, sheet.step]).toEqual(['class', 'what']);
});

test('the class that is claimed stands first; it is not granted with its reason', async () => {
	found = deskTicket({ class: 'frail', claim: 'open', allowed: ['class'] });
	sheet.typed = 'a26';
	await sheet.find();
	tap('Digit1');
	expect(sheet.choices[0]?.label.zh).toBe('体弱者');
	tap('Escape', 'Digit2', 'Digit1');
	await settle();
	expect(sent).toEqual([
		{ path: '/tickets/812/class', body: { class: 'ordinary', seen: false, reason: '没有带证件或证明' } }
	]);
});

test('a visitor is accompanied to an accessible window, and noted as brought there', async () => {
	await sheet.find('A026');
	tap('Digit2', 'Digit1');
	await settle();
	expect(sent).toEqual([{ path: '/tickets/812/escort', body: { window: '2' } }]);
	found = deskTicket({ allowed: ['reached'] });
	await sheet.find('A026');
	tap('Digit1');
	await settle();
	expect(sent.at(-1)).toEqual({ path: '/tickets/812/reached', body: {} });
});

test('Escape goes one step back, and closes the sheet where it began', async () => {
	await sheet.find('A026');
	tap('Digit1', 'Digit2', 'Escape');
	expect(sheet.step).toBe('class');
	tap('Escape', 'Escape');
	expect(desk.panel).toBeNull();
});

test('a key that is no choice does nothing; keys of the desk rest while a sheet is open', async () => {
	await sheet.find('A026');
	tap('Digit9', 'KeyA');
	await settle();
	expect([sent, desk.menu, sheet.step]).toEqual([[], null, 'what']);
});
