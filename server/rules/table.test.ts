import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsIn } from './table.ts';

test('quotes, commas and line breaks within a cell, a mark at the beginning, and lines by their number', () => {
	const text = '\uFEFFtitle,body\r\n停车场,"从北口进，\r\n前两小时""免费"""\r\n\r\n厕所, 一楼 \n';
	expect(rowsIn(text)).toEqual([
		{ line: 2, values: { title: '停车场', body: '从北口进，\r\n前两小时"免费"' } },
		{ line: 5, values: { title: '厕所', body: '一楼' } }
	]);
	expect(rowsIn('')).toEqual([]);
	expect(rowsIn('title,body\n短')).toEqual([{ line: 2, values: { title: '短', body: '' } }]);
});

test('whatever a cell holds comes back', () => {
	const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '中') }).map((text) => `x${text}x`);
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (pairs) => {
			const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
			const text = ['a,b', ...pairs.map((pair) => pair.map(quoted).join(','))].join('\n');
			expect(rowsIn(text).map(({ values }) => [values['a'], values['b']])).toEqual(pairs);
		})
	);
});
