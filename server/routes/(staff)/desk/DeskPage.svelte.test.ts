import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { Look } from '#display/look.svelte.ts';
import type { DeskTicket } from '#server/views.ts';
import { deskTicket, deskView } from '#test/fixtures/desk.ts';
import { NOW, text } from '#test/fixtures/screens.ts';
import DeskPage from './DeskPage.svelte';
import { DeskWork } from './desk.svelte.ts';

// jsdom has no layout, so nothing can be scrolled.
beforeAll(() => {
	Element.prototype.scrollIntoView = vi.fn();
});

async function open(over: Partial<DeskTicket> | null, view = deskView()): Promise<string[]> {
	const asked: string[] = [];
	const answer = over ? { ok: true, value: deskTicket(over) } : { ok: false, problem: { code: 'ticket-unknown' } };
	const desk = new DeskWork(view, {
		today: () => '2026-11-23',
		intent: () => 'intent-1',
		ask: <T>(method: 'GET' | 'POST', path: string) => {
			asked.push(`${method} ${path}`);
			return Promise.resolve(answer as Answer<T>);
		}
	});
	const addresses = {
		signIn: '',
		signOut: '',
		cases: '/cases',
		complaints: '/complaints',
		knowledge: '/knowledge',
		questions: '/questions',
		papers: '/ratings',
		supervise: '/supervise',
		book: '/book'
	};
	const times = { now: NOW, skew: 0, timeZone: 'Asia/Shanghai', typingScanners: true };
	render(DeskPage, { desk, devices: null, look: new Look(), stale: false, signedOut: false, ...times, ...addresses });
	if (over) await desk.find('A026');
	return asked;
}

const keydown = (code: string, on: Element = document.body): Promise<boolean> => fireEvent.keyDown(on, { code });
const active = (): (string | null)[] =>
	[...screen.getByTestId('verbs').querySelectorAll('button:not(:disabled)')].map((one) =>
		one.getAttribute('data-testid')
	);

test('T-05 only what the server allows is active', async () => {
	await open({ step: 'missed', allowed: ['return', 'cancel'] });
	expect((await screen.findByTestId('standing')).textContent).toContain('已过号');
	expect(active()).toEqual(['arrive', 'return', 'cancel']);
});

test('without a number only one can be taken, and it is said how to find one', async () => {
	await open(null);
	expect(active()).toEqual(['arrive']);
	expect(screen.getByTestId('take').hasAttribute('disabled')).toBe(false);
	expect(screen.getByTestId('found').textContent).toContain('按 Q 输入号码');
});

test('W-13 Q goes to the field, Enter finds, and what is typed there is no command', async () => {
	const asked = await open(null);
	await keydown('KeyQ');
	const field = screen.getByTestId('find');
	expect(document.activeElement).toBe(field);
	await keydown('KeyA', field);
	expect(screen.queryByTestId('menu')).toBeNull();
	await fireEvent.input(field, { target: { value: 'a999' } });
	await fireEvent.submit(screen.getByTestId('find').closest('form') as HTMLFormElement);
	expect(asked).toEqual(['GET /numbers/a999']);
	expect((await screen.findByTestId('refusal')).textContent).toContain('没有这个号码');
});

test('T-05 an open claim and time that is over stand out in words', async () => {
	const held = { kind: 'papers-missing', until: NOW - 1, behind: 0 } as const;
	await open({ step: 'parked', held, priority: text('军人', 'Military'), class: 'service', claim: 'open' });
	expect((await screen.findByTestId('held-until')).textContent).toContain('已超时');
	expect(screen.getByTestId('claim').textContent).toContain('待确认');
});

test('a line of a list finds its number; the history is only for those who may read it', async () => {
	const asked = await open(null);
	await fireEvent.click(screen.getByTestId('tab-held'));
	await fireEvent.click(screen.getByTestId('line'));
	expect(asked).toEqual(['GET /numbers/A015']);
	expect(screen.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual([
		'/knowledge',
		'/questions',
		'/cases',
		'/incidents',
		'/complaints',
		'/telephone',
		'/ratings',
		'/orders',
		'/tasks',
		'/notes',
		'/rounds',
		'/devices'
	]);
});

test('G-01 cases that were handed to this desk are named in its head, and stand first', async () => {
	await open({}, deskView({ offered: 2 }));
	expect((await screen.findByText('待办 · 待接收 2')).getAttribute('href')).toBe('/cases?list=offered');
});

test('T-05 a supervisor at the desk finds the history of the number', async () => {
	await open({}, deskView({ staff: { no: '9001', role: 'supervisor', audits: true } }));
	expect((await screen.findByText('这个号码的全部经过')).getAttribute('href')).toBe('/supervise?ticket=A026');
});

function scan(text: string): void {
	for (const [i, key] of [...Array.from(text), 'Enter'].entries()) {
		const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
		Object.defineProperty(event, 'timeStamp', { value: i });
		document.body.dispatchEvent(event);
	}
}

test('T-04 what was scanned is told beside the verbs, and above a sheet that is open', async () => {
	await open({});
	scan('6901234567892');
	expect((await screen.findByTestId('code-close')).closest('.do')).not.toBeNull();
	expect(screen.getByTestId('code-told').getAttribute('data-kind')).toBe('unknown');
	await fireEvent.click(screen.getByTestId('code-close'));
	await fireEvent.click(screen.getByTestId('open-services'));
	scan('A026');
	expect((await screen.findByTestId('code-close')).closest('.sheet')).not.toBeNull();
	expect(screen.getByTestId('code-told').getAttribute('data-kind')).toBe('sheet');
});
