import { expect, test } from 'vitest';
import { masked, readPhone } from './mask.ts';

test.each([
	['name', '王小明', '王**'],
	['name', '王', '王*'],
	['phone', '13800001234', '138****1234'],
	['phone', '87654321', '********'],
	['address', '某某市某某区某某路12号3单元401室', '某某市某某区****'],
	['address', '某某村', '某****']
] as const)('T-01 a %s is shown so that it is recognised and of no use', (field, value, shown) => {
	expect(masked(field, value)).toBe(shown);
});

test.each([
	['138 0000 1234', '13800001234'],
	['（0999）8765-4321', '099987654321'],
	['１３８００００１２３４', '13800001234'],
	['12345', undefined],
	['call me', undefined]
])('W-14 the telephone %s', (written, read) => {
	expect(readPhone(written)).toBe(read);
});
