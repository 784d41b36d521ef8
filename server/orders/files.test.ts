import { expect, test } from 'vitest';
import { sheetIn } from './files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 诉求 in GB18030, as a table program saves it. */
const GB = Uint8Array.from([0xcb, 0xdf, 0xc7, 0xf3]);

test('C-07 a sheet in UTF-8 or GB18030, a JSON list alone or as orders', () => {
	expect(sheetIn(bytes('编号'), false)).toEqual({ csv: '编号' });
	expect(sheetIn(GB, false)).toEqual({ csv: '诉求' });
	expect(sheetIn(bytes('\uFEFF[{"number":"1"}]'), true)).toEqual({ orders: [{ number: '1' }] });
	expect(sheetIn(bytes('{"orders":[]}'), true)).toEqual({ orders: [] });
});

test('C-07 what can be read as neither is nothing', () => {
	expect(sheetIn(Uint8Array.from([0xff, 0xff, 0xff]), false)).toBeUndefined();
	expect(sheetIn(bytes('no list'), true)).toBeUndefined();
	expect(sheetIn(bytes('{"a":1}'), true)).toBeUndefined();
});
