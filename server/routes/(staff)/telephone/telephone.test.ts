import { describe, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { PhoneCallView, TelephoneView } from '#server/views.ts';
import { sentenceOf, situationOf } from './say.ts';
import { TelephoneWork } from './telephone.svelte.ts';

const T0 = Date.UTC(2026, 10, 23, 1);
const CALL: PhoneCallView = {
	...{ id: 5, line: null, caller: '139****0000', state: 'talking', rangAt: T0 - 12_000, answeredAt: T0, endedAt: null },
	...{ talker: '8001', system: 'hand', late: true, holds: 0, heldMs: 0, heldSince: null, checked: false, acts: [] },
	earlier: []
};
const VIEW: TelephoneView = {
	...{ seq: 1, hall: { zh: '小厅', en: 'Small hall' }, timeZone: 'Asia/Shanghai', byHand: true, lines: [] },
	staff: { no: '8001', role: 'guide', oversees: false },
	...{
		lateMs: 10_000,
		holdMs: 30_000,
		recorded: false,
		seat: { state: 'talking', reason: null, since: T0 },
		seats: []
	},
	...{
		targets: [{ staff: '8002', state: null }],
		ringing: [],
		current: CALL,
		unwrapped: [],
		missed: [],
		callBacks: []
	},
	...{ messages: [], nuisance: null, reasons: [{ code: 'break', name: { zh: '休息', en: 'Break' } }], media: null },
	classes: Array.from({ length: 11 }, (_, i) => ({
		code: `c${String(i)}`,
		name: { zh: '类', en: 'Class' },
		leads: 'nothing'
	})),
	...{ sends: false, takes: [] },
	today: { calls: 1, late: 1, times: { ready: 0, 'not-ready': 0, talking: 0, 'wrap-up': 0, 'signed-off': 0 } }
};

function working(view = VIEW): { work: TelephoneWork; asked: [string, unknown][] } {
	const asked: [string, unknown][] = [];
	const ask = <T>(_: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> => {
		asked.push([path, body]);
		return Promise.resolve({ ok: false, problem: { code: 'call-over', title: '', detail: '', status: 409 } });
	};
	return { work: new TelephoneWork(view, { ask, newIntent: () => 'intent-1' }), asked };
}

const key = (work: TelephoneWork, code: string): boolean => work.press({ code, repeat: false, typing: false });

describe('P-02 the telephone by keys', () => {
	test('the key of what cannot be done now does nothing', () => {
		const { work, asked } = working();
		expect(work.verbs).toEqual(['hold', 'end', 'check', 'transfer', 'call-back', 'answer', 'nuisance', 'search']);
		expect([key(work, 'KeyR'), key(work, 'KeyG')]).toEqual([false, false]);
		key(work, 'KeyH');
		expect(asked).toEqual([['/telephone/calls/5/hold', {}]]);
	});

	test('a sheet takes the keys, is sent by Enter, and what is refused is told with the sheet still there', async () => {
		const { work, asked } = working();
		key(work, 'KeyT');
		expect(key(work, 'KeyH')).toBe(false);
		if (work.sheet) work.sheet.consent = true;
		key(work, 'Enter');
		await Promise.resolve();
		await Promise.resolve();
		expect(asked).toEqual([['/telephone/calls/5/transfer', { to: '8002', consent: true }]]);
		expect(work.told).toMatchObject({ kind: 'refused', code: 'call-over' });
		work.failed();
		expect(work.sheet?.of.verb).toBe('call-back');
		expect(work.sheet?.failed).toBe('8002');
		key(work, 'Escape');
		expect(work.sheet).toBeNull();
	});

	test('without a gateway the answer is printed', () => {
		const { work } = working();
		key(work, 'KeyD');
		expect(work.sheet?.path).toBe('/telephone/calls/5/print');
	});

	test('after the call figures choose the class, and another call begins anew', () => {
		const { work, asked } = working({ ...VIEW, current: { ...CALL, state: 'ended', endedAt: T0 + 60_000 } });
		for (const [code, chosen] of [
			['Digit1', 'c0'],
			['Digit0', 'c9'],
			['Minus', 'c10']
		] as const) {
			key(work, code);
			expect(work.summary.class).toBe(chosen);
		}
		key(work, 'Enter');
		expect(asked).toEqual([['/telephone/calls/5/summary', { class: 'c10', text: '' }]]);
		work.receive({ ...VIEW, seq: 2, current: { ...CALL, id: 6 } });
		expect(work.summary.class).toBe('');
		work.receive({ ...VIEW, seq: 1 });
		expect(work.view.current?.id).toBe(6);
	});
});

describe('P-01 what fits to be said', () => {
	const said = (call: Partial<PhoneCallView>, seconds: number): string | null =>
		situationOf({ view: { ...VIEW, current: { ...CALL, ...call } }, sheet: null, now: T0 + seconds * 1000 });

	test('an apology when it rang too long, then the greeting; nudged when somebody waits over half a minute', () => {
		expect([said({}, 2), said({ late: false }, 2), said({}, 60)]).toEqual(['late-answer', 'greet', 'done']);
		const held = { state: 'held', heldSince: T0 } as const;
		expect([said(held, 20), said(held, 31)]).toEqual([null, 'looking-up']);
	});

	test('with the name of the office and the staff number', () => {
		const sentence = sentenceOf({ view: VIEW, sheet: null, now: T0 }, 'late-answer', 'zh-CN');
		expect(sentence).toContain('小厅');
		expect(sentence).toContain('工号 8001');
	});
});
