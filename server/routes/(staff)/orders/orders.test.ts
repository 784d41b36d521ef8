import { describe, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { OrderReport } from '#server/views.ts';
import { clockOf, Orders } from './orders.svelte.ts';

const REPORT: OrderReport = { taken: [], known: [], faults: [] };

function page(answer: Answer<OrderReport>): { orders: Orders; sent: unknown[] } {
	const sent: unknown[] = [];
	const ask = <T>(_: string, __: string, body?: unknown): Promise<Answer<T>> => {
		sent.push(body);
		return Promise.resolve(answer as Answer<T>);
	};
	return { orders: new Orders({ ask }), sent };
}

const file = (name: string, bytes: number[]): Pick<File, 'name' | 'arrayBuffer'> => ({
	name,
	arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer)
});

describe('C-07 the page of 12345 orders', () => {
	test('a file goes as it is, bytes and all; its report is told', async () => {
		const { orders, sent } = page({ ok: true, value: REPORT });
		await orders.take(file('a.csv', [0xcb, 0xdf, 0xff, 0x00]));
		await orders.take(file('b.JSON', []));
		expect(sent).toEqual([
			{ file: 'y9//AA==', json: false },
			{ file: '', json: true }
		]);
		expect(orders.told).toEqual({ kind: 'report', report: REPORT });
	});

	test('the clock of 24 hours ends when the case says so, as the rule and the hall file have it', () => {
		const dueAt = 24 * 3_600_000;
		expect(clockOf({ dueAt }, 90 * 60_000)).toEqual({ hours: 22, minutes: 30 });
		expect(clockOf({ dueAt }, dueAt)).toEqual({ hours: 0, minutes: 0 });
		expect(clockOf({ dueAt }, dueAt + 1)).toBeNull();
	});
});
