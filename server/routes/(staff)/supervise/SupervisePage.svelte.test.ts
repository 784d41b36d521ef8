import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Answer } from '#display/ask.ts';
import { Look } from '#display/look.svelte.ts';
import { balanceView, superviseView } from '#test/fixtures/desk.ts';
import type { BroadcastView } from '#server/views.ts';
import { NOW, text } from '#test/fixtures/screens.ts';
import SupervisePage from './SupervisePage.svelte';
import { Supervise } from './supervise.svelte.ts';

// jsdom has no modal dialogs.
beforeAll(() => {
	HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
		this.open = true;
	});
	HTMLDialogElement.prototype.close = vi.fn();
});

function open(
	view = superviseView(),
	balance = balanceView(),
	broadcast: BroadcastView | null = null,
	voices: string | null = null
): string[] {
	const asked: string[] = [];
	const hall = new Supervise(view, balance, {
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => {
			asked.push(`${method} ${path} ${JSON.stringify(body ?? '')}`);
			return Promise.resolve({ ok: true, value: method === 'GET' ? balance : {} } as Answer<T>);
		}
	});
	const addresses = {
		signIn: '',
		cases: '/cases',
		complaints: '/complaints',
		knowledge: '/knowledge',
		questions: '/questions',
		signOut: '',
		desk: '/desk',
		figures: '/supervise/figures',
		opinions: '/supervise/opinions',
		voices
	};
	const times = { now: NOW, skew: 0, timeZone: 'Asia/Shanghai' };
	render(SupervisePage, { hall, look: new Look(), broadcast, stale: false, signedOut: false, ...times, ...addresses });
	return asked;
}

test('D-02 who may look at the devices finds the recordings of the hall; an auditor does not', () => {
	open(undefined, undefined, null, '/voice');
	expect(screen.getByText('语音').closest('a')?.getAttribute('href')).toBe('/voice');
	document.body.replaceChildren();
	open();
	expect(screen.queryByText('语音')).toBeNull();
});

test('S-01 whom a window serves and for how long; a closed one says nothing', () => {
	open();
	const [serving, closed] = screen.getAllByTestId('window');
	expect(serving?.textContent).toMatch(/3 号窗口.*开放.*1023.*08:41.*A026.*办理中.*3:07.*14/s);
	expect(closed?.textContent).toMatch(/4 号窗口.*未开放/s);
	expect(screen.getAllByTestId('release')).toHaveLength(1);
});

test('T-04 the balance names every number that is not accounted for, in the order of the hall', () => {
	open();
	expect(screen.getByTestId('verdict').textContent).toContain('不平衡：1 个没有办结，1 个号码查无记录');
	const rows = [...screen.getByTestId('balance').querySelectorAll('[data-queue]')];
	expect(rows.map((row) => row.getAttribute('data-queue'))).toEqual(['queue-a', 'queue-b']);
	expect(screen.getByTestId('lost').textContent).toBe('A004');
	expect(screen.getByTestId('still-open').textContent).toContain('A026');
	expect(screen.getByTestId('claims').textContent).toMatch(/老年人\s*待确认\s*2/);
});

test('T-04 a window is released only with a reason; "other" must be explained', async () => {
	const asked = open();
	await fireEvent.click(screen.getByTestId('release'));
	const dialog = within(screen.getByRole('dialog'));
	expect(screen.getByRole('dialog').textContent).toContain('A026 回到原来的位置');
	const confirm = dialog.getByTestId<HTMLButtonElement>('confirm');
	expect(confirm.disabled).toBe(true);
	await fireEvent.click(dialog.getByLabelText('其他（请说明）'));
	expect(confirm.disabled).toBe(true);
	await fireEvent.input(dialog.getByTestId('note'), { target: { value: '急事外出' } });
	expect(confirm.disabled).toBe(false);
	await fireEvent.click(confirm);
	expect(asked[0]).toBe('POST /windows/3/release {"reason":"其他（请说明）：急事外出"}');
});

test('T-04 an auditor sees everything and is offered nothing', () => {
	open(superviseView({ allowed: [], staff: { no: '9201', role: 'auditor', guides: false } }));
	for (const id of ['release', 'end', 'open']) expect(screen.queryByTestId(id)).toBeNull();
	expect(screen.queryByRole('link', { name: '导询台' })).toBeNull();
	expect(screen.getAllByTestId('window')).toHaveLength(2);
});

test('T-04 a day that is ended says so and can be opened again', () => {
	open(superviseView({ day: { day: '2026-11-23', closedAt: NOW }, allowed: ['release', 'open'] }));
	expect(screen.getByTestId('day').textContent).toContain('已日终');
	expect(screen.queryByTestId('end')).toBeNull();
	expect(screen.getByTestId('open').textContent).toContain('撤销日终');
});

test('G-04 what is told to the hall is told at the seat too, as a bar that covers nothing', () => {
	const of = { id: 7, code: 'evacuate', startedAt: NOW, sound: null, calm: false };
	open(superviseView(), balanceView(), { ...of, text: text('请有序离开', ''), short: text('撤离', ''), drill: true });
	const bar = screen.getByTestId('on-air-bar');
	expect(bar.textContent).toMatch(/正在广播 · 演练.*请有序离开.*不叫号/s);
	expect(bar.closest('header')).not.toBeNull();
});
