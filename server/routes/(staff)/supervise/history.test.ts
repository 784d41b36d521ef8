import { expect, test } from 'vitest';
import { words } from '#display/words/index.ts';
import type { HistoryLine } from '#server/views.ts';
import { superviseView } from '#test/fixtures/desk.ts';
import { NOW } from '#test/fixtures/screens.ts';
import { actName, actorName, detailsOf } from './history.ts';

const { queues, classes } = superviseView();
const names = { lang: 'zh-CN', time: (at: number) => String((at - NOW) / 60_000), queues, classes } as const;

function line(over: Partial<HistoryLine>): HistoryLine {
	const nothing = { why: null, reason: null, to: null, claim: null };
	return { seq: 1, at: NOW, act: 'ticket.called', actor: 'system', window: null, queue: null, ...nothing, ...over };
}

test('T-05 a call tells in what order the first candidates stood, and why', () => {
	const why = {
		rule: 'head-start',
		candidates: [
			{ number: 'A026', queue: 'queue-a', rankAt: NOW - 30 * 60_000, headStartMinutes: 25, preferenceMinutes: 0 },
			{ number: 'A020', queue: 'queue-a', rankAt: NOW - 20 * 60_000, headStartMinutes: 0, preferenceMinutes: 5 }
		]
	} as const;
	expect(detailsOf(line({ why: { ...why, candidates: [...why.candidates] } }), names)).toEqual([
		'依次为：A026 计为 -30 取号（先行 25 分钟）；A020 计为 -25 取号（先行 5 分钟）'
	]);
});

test('T-05 whom a chosen one has passed is named with the reason', () => {
	const why = { reason: '孕妇不适', passed: ['A001', 'A002'] };
	expect(detailsOf(line({ why, reason: why.reason }), names)).toEqual(['被越过的号码：A001 A002', '原因: 孕妇不适']);
});

test('W-10 a transfer tells where to, by names', () => {
	const to = { queue: 'queue-b', window: '4', staff: '1024' };
	expect(detailsOf(line({ act: 'ticket.transferred', to }), names)).toEqual(['转到：养老待遇 · 窗口 4 · 工号 1024']);
	expect(detailsOf(line({ act: 'ticket.undone', to }), names)).toEqual([]);
});

test('T-05 a claim tells its class and what became of it; an ordinary number says nothing', () => {
	const claim = { class: 'elder', claim: 'confirmed' } as const;
	expect(detailsOf(line({ claim }), names)).toEqual(['优先: 老年人 · 已确认']);
	expect(detailsOf(line({ claim: { class: 'ordinary', claim: 'none' } }), names)).toEqual([]);
	expect(detailsOf(line({ claim: { class: 'ordinary', claim: 'refused' } }), names)).toEqual(['优先: 普通 · 未出示']);
});

test('acts and who did them are words, and an unknown one is not hidden', () => {
	const w = words('zh-CN');
	expect(['ticket.called-out', 'slip.printed', 'appointment.booked'].map((act) => actName(act, w))).toEqual([
		'口头呼叫',
		'小票已打印',
		'appointment.booked'
	]);
	expect(['staff:1023', 'key:k3f9', 'visitor', 'device:kiosk-1'].map((actor) => actorName(actor, w))).toEqual([
		'工号 1023',
		'程序 k3f9',
		'来宾本人',
		'device:kiosk-1'
	]);
});
