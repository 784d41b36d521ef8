import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

test('A-03 the examples of RFC 8785 come out as it prints them', () => {
	// 3.2.2: numbers, escapes, literals; 3.2.3: the order of names.
	const sample = JSON.parse(String.raw`{
		"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
		"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
		"literals": [null, true, false]
	}`) as unknown;
	expect(canonical(sample)).toBe(
		String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
	);
	const names = {
		'\u20ac': 'Euro Sign',
		'\r': 'Carriage Return',
		'\ufb33': 'Hebrew Letter Dalet With Dagesh',
		'1': 'One',
		'\ud83d\ude00': 'Emoji: Grinning Face',
		'\u0080': 'Control',
		'\u00f6': 'Latin Small Letter O With Diaeresis'
	};
	const order = [...canonical(names).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
	expect(order).toEqual([
		'Carriage Return',
		'One',
		'Control',
		'Latin Small Letter O With Diaeresis',
		'Euro Sign',
		'Emoji: Grinning Face',
		'Hebrew Letter Dalet With Dagesh'
	]);
});

/** Appendix B: IEEE 754 bits, and the number as it must be written. */
const NUMBERS: [bits: string, written: string][] = [
	['0000000000000000', '0'],
	['8000000000000000', '0'],
	['0000000000000001', '5e-324'],
	['7fefffffffffffff', '1.7976931348623157e+308'],
	['4340000000000000', '9007199254740992'],
	['c340000000000000', '-9007199254740992'],
	['4430000000000000', '295147905179352830000'],
	['44b52d02c7e14af5', '9.999999999999997e+22'],
	['44b52d02c7e14af6', '1e+23'],
	['444b1ae4d6e2ef4e', '999999999999999700000'],
	['444b1ae4d6e2ef50', '1e+21'],
	['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
	['3eb0c6f7a0b5ed8d', '0.000001'],
	['41b3de4355555553', '333333333.3333332'],
	['becbf647612f3696', '-0.0000033333333333333333']
];

test.each(NUMBERS)('A-03 the number of the bits %s is written %s', (bits, written) => {
	expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(written);
});

test('A-03 what JSON has no word for is refused, what is undefined left out', () => {
	for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonical(none)).toThrow(RangeError);
	for (const none of [undefined, Symbol('x'), 1n, canonical]) expect(() => canonical([none])).toThrow(TypeError);
	expect(canonical({ b: undefined, a: null })).toBe('{"a":null}');
});

test('A-03 half a surrogate pair is written as the mark for what is no character', () => {
	expect(canonical({ reason: 'a\ud800b' })).toBe('{"reason":"a\ufffdb"}');
});

test('A-03 it says what JSON says, whatever the order of names, and says it once and for all', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const said = canonical(value);
			expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(value)));
			expect(canonical(JSON.parse(said))).toBe(said);
			expect(canonical(turned(value))).toBe(said);
		})
	);
});

/** The same with the names of every object in the other order. */
function turned(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(turned);
	return Object.fromEntries(
		Object.entries(value)
			.toReversed()
			.map(([name, one]) => [name, turned(one)])
	);
}
