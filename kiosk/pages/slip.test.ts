import { describe, expect, it } from 'vitest';
import { SLIP_STATES } from '#db/schema.ts';
import { words } from '#display/words/index.ts';
import { slipWords } from './slip.ts';

const t = words('zh-CN');

describe('what the kiosk says of the slip', () => {
	it('K-12 without paper the number is kept and shown large', () => {
		expect(slipWords(t, 'queued', true)).toEqual({ kind: 'warn', said: '打印机缺纸，您的号码已保留', paperless: true });
	});

	it('a slip that came out is taken, whatever the printer says since', () => {
		expect(slipWords(t, 'printed', true)).toMatchObject({ kind: 'good', paperless: false });
	});

	it('tells every state apart from every other', () => {
		const said = [...SLIP_STATES, null].map((state) => slipWords(t, state, false).said);
		expect(new Set(said).size).toBe(said.length - 1); // queued and sent are the same to a visitor
	});

	it('never says that a slip came out when nobody knows', () => {
		for (const state of ['queued', 'sent', 'failed', 'unsure', null] as const) {
			expect(slipWords(t, state, false).said).not.toBe(t.kiosk.takeSlip);
		}
	});
});
