import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import { Look } from '#display/look.svelte.ts';
import type { ConsoleView } from '#server/views.ts';
import { consoleTicket, consoleView } from '#test/fixtures/console.ts';
import { NOW, text } from '#test/fixtures/screens.ts';
import Desk from './Desk.svelte';
import { Console } from './console.svelte.ts';

// jsdom has no layout, so nothing can be scrolled.
beforeAll(() => {
	Element.prototype.scrollIntoView = vi.fn();
});

type Reply = Answer<{ console: ConsoleView }>;

const refused = (code: Problem['code']): Reply => ({
	ok: false,
	problem: { code, title: '', detail: '', status: 409 }
});

function open(view: ConsoleView, reply: Reply = refused('internal')): { sent: string[]; desk: Console } {
	const sent: string[] = [];
	const desk = new Console(view, {
		ask: () => Promise.resolve({ ok: false, problem: { code: 'internal', title: '', detail: '', status: 500 } }),
		after: () => () => undefined,
		send: (path) => {
			sent.push(path);
			return Promise.resolve(reply);
		}
	});
	render(Desk, {
		desk,
		look: new Look(),
		now: NOW,
		skew: 0,
		timeZone: 'Asia/Shanghai',
		stale: false,
		signedOut: false,
		signIn: '',
		signOut: '',
		history: '/supervise'
	});
	return { sent, desk };
}

const active = (): string[] =>
	[...screen.getByTestId('actions').querySelectorAll('button:not(:disabled)')].map(
		(button) => button.getAttribute('data-testid') ?? ''
	);
const keydown = (code: string, on: Element = document.body): Promise<boolean> => fireEvent.keyDown(on, { code });

test('W-13 only what the server allows is active, and every action stands in its place', () => {
	open(consoleView());
	expect(active()).toEqual(['next', 'resume', 'return', 'phrases', 'say', 'pause', 'wrap-up', 'close', 'hand-over']);
	expect(screen.getByTestId('actions').querySelectorAll('button')).toHaveLength(30);
});

test('W-01 the visitor, the time since the call and the receipts are shown', () => {
	open(consoleView({ current: consoleTicket(), allowed: [] }));
	expect(screen.getByTestId('since-call').textContent).toBe('0:40');
	expect(screen.getByTestId('receipts').textContent).toContain('屏幕 2，语音 1，LED 1');
});

test('T-04 what a no-show still needs stands below its button', () => {
	const noShow = { from: null, callsLeft: 2, undelivered: 0, nextFrom: NOW + 12_000, look: false };
	open(consoleView({ current: consoleTicket({ noShow }) }));
	expect(screen.getByTestId('no-show').textContent).toBe('还需 2 次有效呼叫才可记过号，12 秒后重呼有效');
	expect(active()).not.toContain('miss');
});

test('T-04 a call that reached nobody says how to reach the visitor', () => {
	const noShow = { from: null, callsLeft: 3, undelivered: 1, nextFrom: NOW, look: false };
	open(consoleView({ current: consoleTicket({ noShow }) }));
	expect(screen.getByTestId('no-show').textContent).toContain('口头呼叫后按 L');
});

test('T-05 an open claim is asked for, with its key; what follows by itself is told', () => {
	const elder = { priority: text('老年人', 'Elderly'), class: 'elder', claim: 'open', unverified: true } as const;
	open(consoleView({ current: consoleTicket({ ...elder, steps: [text('缴税', 'Tax'), text('登记', 'Register')] }) }));
	expect(screen.getByTestId('priority').textContent).toContain('待确认：请查看后按 V');
	expect(screen.getByTestId('steps').textContent).toContain('缴税 → 登记');
});

const links = (): (string | null)[] => screen.getAllByRole('link').map((one) => one.getAttribute('href'));

test('T-04 who is parked too long is marked in words; only supervisors find the history', () => {
	const late = consoleTicket({ id: 700, step: 'parked', park: 'papers-missing', backBy: NOW - 1, allowed: ['resume'] });
	open(consoleView({ parked: [late], current: consoleTicket() }));
	expect(screen.getByTestId('parked').textContent).toContain('已超时');
	expect(links()).toEqual(['/knowledge', '/telephone']);
});

test('T-05 a supervisor at a window finds what was done to the number', () => {
	open(consoleView({ staff: { no: '9001', role: 'supervisor', audits: true }, current: consoleTicket() }));
	expect(links()).toEqual(['/knowledge', '/telephone', '/supervise?ticket=A026']);
});

test('a call that nobody has shown or said yet is marked', () => {
	open(consoleView({ current: consoleTicket({ receipts: { shown: 0, spoken: 0, boards: 0 } }) }));
	expect(screen.getByTestId('receipts').textContent).toContain('还没有屏幕显示');
});

test('W-13 a refusal stands above the actions in words that say what to do', async () => {
	open(consoleView(), refused('nobody-waiting'));
	await keydown('Space');
	expect((await screen.findByTestId('refusal')).textContent).toContain('叫下一位');
});

test('without an answer the console says that it does not know', async () => {
	open(consoleView(), refused('offline'));
	await keydown('KeyN');
	expect((await screen.findByTestId('unconfirmed')).textContent).toContain('没有得到答复');
});

test('W-13 the search of a transfer takes the keys that are typed', async () => {
	const { sent } = open(consoleView({ current: consoleTicket() }));
	await keydown('KeyT');
	const field = screen.getByRole('textbox');
	expect(document.activeElement).toBe(field);
	await keydown('KeyM', field);
	await fireEvent.input(field, { target: { value: '12' } });
	expect(screen.getAllByTestId('option').map((option) => option.textContent.trim())).toEqual([
		expect.stringContaining('12 号窗口')
	]);
	await keydown('Enter', field);
	expect(sent).toEqual(['/tickets/812/transfer']);
});

test('Enter presses the button that has the focus, also in a menu', async () => {
	const { sent } = open(consoleView({ current: consoleTicket() }));
	await keydown('KeyP');
	await keydown('Enter', screen.getByRole('button', { name: /返回/ }));
	expect(sent).toEqual([]);
});

test('keys with Ctrl belong to the browser', async () => {
	const { sent } = open(consoleView());
	await fireEvent.keyDown(document.body, { code: 'KeyN', ctrlKey: true });
	expect(sent).toEqual([]);
});

test('the lists stand still under the pointer', async () => {
	const { desk } = open(consoleView());
	await fireEvent.pointerEnter(screen.getByTestId('parked'));
	desk.receive(consoleView({ seq: 900, parked: [] }));
	expect(screen.getByTestId('parked').textContent).toContain('B007');
	await fireEvent.pointerLeave(screen.getByTestId('parked'));
	expect(screen.getByTestId('parked').textContent).not.toContain('B007');
});
