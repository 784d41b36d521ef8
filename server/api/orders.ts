import { sheetIn } from '../orders/files.ts';
import { importOrders } from '../orders/import.ts';
import { orderResults } from '../orders/results.ts';
import { isOrderList, ordersView } from '../orders/view.ts';
import { done, refused } from '../result.ts';
import { isSpanOfDays } from '../rules/day.ts';
import { operation, type AnyOperation } from './operation.ts';
import * as shape from './order-shapes.ts';

const list = operation({
	method: 'GET',
	path: '/orders/list/{list}',
	right: 'case:see',
	summary: '12345 orders: `mine`, `received`, `open`, `overdue` or `closed`, at most two hundred; worked on as cases',
	body: null,
	answer: shape.orderList,
	status: 200,
	async run({ hall, who, params }) {
		const asked = params['list'] ?? '';
		return isOrderList(asked) ? done(await ordersView(hall, who, asked)) : refused('bad-request', asked);
	}
});

const take = operation({
	method: 'POST',
	path: '/orders',
	right: 'order:import',
	summary:
		'Take in what the 12345 platform sent; a line that is no order changes nothing, a known number is the same order',
	body: shape.orderSheet,
	largest: 4_000_000,
	answer: shape.orderReport,
	status: 200,
	async run({ hall, who, body }) {
		const sheet = 'file' in body ? sheetIn(Buffer.from(body.file, 'base64'), body.json) : body;
		return sheet ? done(await importOrders(hall, who, sheet)) : refused('bad-request', 'file');
	}
});

const results = operation({
	method: 'GET',
	path: '/orders/results/{from}/{to}',
	right: 'case:read-any',
	summary: 'What became of the orders taken in on these days, for the platform; nothing of their callers',
	body: null,
	answer: shape.orderResults,
	status: 200,
	async run({ hall, params }) {
		const { from = '', to = '' } = params;
		return isSpanOfDays(from, to) ? done(await orderResults(hall, { from, to })) : refused('bad-request', 'from, to');
	}
});

export const ORDERS: AnyOperation[] = [list, take, results];
