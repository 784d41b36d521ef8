import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';
import {
	ORDER_FIELDS,
	readMoment,
	readOrderList,
	readOrderSheet,
	type OrderColumns,
	type ReadingOrders
} from './read.ts';

const NOW = Date.parse('2026-11-25T10:00:00+08:00');
const COLUMNS = Object.fromEntries(ORDER_FIELDS.map((field) => [field, []])) as unknown as OrderColumns;
const BY: ReadingOrders = {
	columns: {
		...COLUMNS,
		number: ['工单编号'],
		receivedAt: ['派单时间'],
		content: ['诉求内容'],
		phone: ['联系电话'],
		urgent: ['紧急程度']
	},
	timeZone: 'Asia/Shanghai',
	now: NOW
};
const HEAD = '工单编号,派单时间,诉求内容,联系电话,紧急程度';

describe('a table as text', () => {
	test('C-07 quotes, commas and line breaks stand inside a cell; lines are counted by the file', () => {
		const rows = readCsv('\uFEFFa,b\r\n"x, ""y""\r\nz",2\r\n\r\n,,\nlast');
		expect(rows).toEqual([
			{ line: 1, cells: ['a', 'b'] },
			{ line: 2, cells: ['x, "y"\nz', '2'] },
			{ line: 6, cells: ['last'] }
		]);
	});

	test('C-07 what is written is read again', () => {
		const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((one) => `x${one.replaceAll(/\r\n?/g, '\n')}`);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
				expect(readCsv(writeCsv(rows)).map(({ cells }) => cells)).toEqual(rows);
			}),
			{ numRuns: 40 }
		);
	});

	test('T-01 no cell begins a formula', () => {
		expect(readCsv(writeCsv([['=1+1', '-2', '@x', '+3', '＝1']]))[0]?.cells).toEqual([
			...[' =1+1', ' -2', ' @x', ' +3', ' ＝1']
		]);
	});
});

describe('a moment', () => {
	test.each([
		['2026-11-25 09:30', '2026-11-25T09:30:00+08:00'],
		['2026/11/5 9:30:07', '2026-11-05T09:30:07+08:00'],
		['2026年11月25日', '2026-11-25T00:00:00+08:00'],
		['2026年11月25日 9时5分', '2026-11-25T09:05:00+08:00'],
		['2026-11-25T01:30:00Z', '2026-11-25T09:30:00+08:00'],
		['2026-11-25T09:30', '2026-11-25T09:30:00+08:00'],
		['２０２６-１１-２５ ０９：３０', '2026-11-25T09:30:00+08:00']
	])('C-07 %s', (written, meant) => {
		expect(readMoment(written, 'Asia/Shanghai')).toBe(Date.parse(meant));
	});

	test.each(['', 'yesterday', '2026-02-30 08:00', '2026-11-25 24:10', '45987.4'])('C-07 %s is none', (written) => {
		expect(readMoment(written, 'Asia/Shanghai')).toBeUndefined();
	});
});

describe('orders of a 12345 platform', () => {
	test('C-07 a sheet with its own headings', () => {
		const text = `${HEAD}\n20261125001,2026-11-25 09:30,"门口的坡道\n被堵住了",139-0000-0000,特急`;
		expect(readOrderSheet(text, BY)).toMatchObject({
			orders: [
				{
					line: 2,
					number: '20261125001',
					receivedAt: Date.parse('2026-11-25T09:30:00+08:00'),
					title: '门口的坡道 被堵住了',
					urgent: true,
					person: { phone: '13900000000' }
				}
			],
			faults: []
		});
	});

	test('C-07 each line that is none is told with its line, its field and what is wrong', () => {
		const lines = [
			',2026-11-25 09:30,没有编号,,',
			'2,昨天,时间不对,,',
			'3,2026-11-26 09:30,时间还没到,,',
			'4,2026-11-25 09:30,电话不对,很长,',
			'5,2026-11-25 09:30,对的,,',
			`6,2026-11-25 09:30,${'长'.repeat(4001)},,`
		];
		const { orders, faults } = readOrderSheet([HEAD, ...lines].join('\n'), BY);
		expect(orders.map(({ number }) => number)).toEqual(['5']);
		expect(faults).toEqual([
			{ line: 2, field: 'number', code: 'missing' },
			{ line: 3, field: 'receivedAt', code: 'not-a-time' },
			{ line: 4, field: 'receivedAt', code: 'in-the-future' },
			{ line: 5, field: 'phone', code: 'not-a-phone' },
			{ line: 7, field: 'content', code: 'too-long' }
		]);
	});

	test.each(['2.02611E+13', '2E13', 'GD 7 王小明', '王小明', '=1+1', '<b>1'])(
		'C-07 %s is no number of an order',
		(number) => {
			const text = `${HEAD}\n${number},2026-11-25 09:30,x,,`;
			expect(readOrderSheet(text, BY).faults).toEqual([{ line: 2, field: 'number', code: 'not-a-number' }]);
		}
	);

	test.each(['20261125001', 'GD-2026/7', '深府〔2026〕7号', '7'])('C-07 %s is one', (number) => {
		expect(readOrderSheet(`${HEAD}\n${number},2026-11-25 09:30,x,,`, BY).faults).toEqual([]);
	});

	test('C-07 a sheet without a heading that is needed has no order in it', () => {
		expect(readOrderSheet('工单编号,诉求内容\n1,x', BY)).toEqual({
			orders: [],
			faults: [{ line: 1, field: 'receivedAt', code: 'missing' }]
		});
	});

	test('C-07 a list of objects, by the own names and by the headings', () => {
		const list = [
			{ number: 7, receivedAt: '2026-11-25 09:30', content: 'x', urgent: true },
			{ 工单编号: '8', 派单时间: '2026-11-25 09:30', 诉求内容: 'y' },
			'nonsense'
		];
		const { orders, faults } = readOrderList(list, BY);
		expect(orders.map(({ number, urgent }) => [number, urgent])).toEqual([
			['7', true],
			['8', false]
		]);
		expect(faults).toEqual([{ line: 3, field: null, code: 'not-an-order' }]);
	});

	test('C-07 whatever comes, nothing is thrown, and every line is an order or a fault', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const sheet = `${HEAD}\n${text}`;
				const { orders, faults } = readOrderSheet(sheet, BY);
				expect(orders.length + faults.length).toBe(readCsv(sheet).length - 1);
			})
		);
		fc.assert(
			fc.property(fc.array(fc.anything()), (list) => {
				const { orders, faults } = readOrderList(list, BY);
				expect(orders.length + faults.length).toBe(list.length);
			})
		);
	});
});
