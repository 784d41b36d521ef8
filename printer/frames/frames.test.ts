import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFrame, type FrameOptions } from './compile.ts';
import { encodeFrame } from './encode.ts';
import { FrameReader, whyUnreadable } from './reader.ts';
import type { FrameTemplate, FrameValues } from './template.ts';

function compiled(text: string, options: FrameOptions = {}): FrameTemplate {
	const result = compileFrame(text, options);
	if (!result.ok) throw new Error(`${result.fault.code} at ${String(result.fault.column)}`);
	return result.template;
}

const faultIn = (text: string, options: FrameOptions = {}): unknown => {
	const result = compileFrame(text, options);
	return result.ok ? null : [result.fault.column, result.fault.code, result.fault.found];
};

describe('D-04 a template that cannot be read says which column is wrong', () => {
	test.each([
		['', 1, 'empty', ''],
		['AA 5', 4, 'no-part', '5'],
		['AA 5G', 4, 'no-part', '5G'],
		['AA {addr', 4, 'unclosed', '{addr'],
		['AA {adr} 0D', 5, 'unknown-part', 'adr'],
		['AA {num:3} 0D', 9, 'bad-option', '3'],
		['AA {text} 0D', 5, 'bad-option', 'text'],
		['AA {text:utf8} 0D', 10, 'bad-option', 'utf8'],
		['AA {text:gbk:0} 0D', 14, 'bad-option', '0'],
		['AA {text:gbk:8:2} 0D', 16, 'bad-option', '2'],
		['AA {text:gbk:8:20:middle} 0D', 19, 'bad-option', 'middle'],
		['AA {sum8:addr..text}', 10, 'bad-span', 'addr..text'],
		['AA {addr} {sum8}', 12, 'bad-span', 'sum8'],
		['AA {addr} {sum8:1..3}', 17, 'bad-span', '1..3'],
		['AA {addr} {sum8:2..1}', 17, 'bad-span', '2..1'],
		['AA {addr} {len:addr..9}', 16, 'bad-span', 'addr..9'],
		['AA {len:text:ascii1} {text:gbk:..16}', 9, 'bad-span', 'text'],
		['AA {addr} {crc16-arc:1..-1:1}', 28, 'bad-option', '1'],
		['AA {addr} {addr}', 11, 'twice', '{addr}'],
		['AA {text:gbk} {rest}', 15, 'two-open', '{rest}'],
		['AA ( {addr} 0D', 4, 'bad-brackets', '(']
	])('%s', (text, column, code, found) => {
		expect(faultIn(text)).toEqual([column, code, found]);
	});

	test('and what may stand there', () => {
		const result = compileFrame('AA {num:9be}');
		expect(!result.ok && result.fault.allowed).toContain('2be');
	});

	test('escapes need brackets, and a byte before them that is itself escaped', () => {
		expect(faultIn('7E {addr} 7E', { escapes: { '7E': '7D 5E', '7D': '7D 5D' } })).toEqual([1, 'bad-brackets', '']);
		expect(faultIn('7E ( {addr} ) 7E', { escapes: { '7E': '7D 5E' } })).toEqual([1, 'bad-escape', expect.anything()]);
	});
});

describe('D-04 what a template sends', () => {
	test('text is filled up, cut between characters, and told of what it lacks', () => {
		const template = compiled('AA {addr} {len:text} {text:gb2312:8} {sum8:2..-1} 0D');
		const sent = encodeFrame(template, { numbers: { addr: 1 }, text: '王珺A\n号牌在此' });
		expect(sent).toMatchObject({ text: '王□A 号', replaced: ['珺'], cut: true });
		expect([...sent.bytes]).toEqual([0xaa, 1, 8, 0xcd, 0xf5, 0xa1, 0xf5, 0x41, 0x20, 0xba, 0xc5, ...tail(sent.bytes)]);
		expect(encodeFrame(template, { numbers: { addr: 1 }, text: 'A1' }).bytes.slice(3, 11)).toEqual(
			Uint8Array.from([0x41, 0x31, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20])
		);
		const right = compiled('{text:ascii:4:30:right} 0D');
		expect(Buffer.from(encodeFrame(right, { numbers: {}, text: '7' }).bytes).toString()).toBe('0007\r');
	});

	test('GBK has what GB2312 lacks', () => {
		const bytes = (set: string): string =>
			Buffer.from(encodeFrame(compiled(`{text:${set}:2} 0D`), { numbers: {}, text: '珺' }).bytes).toString('hex');
		expect([bytes('gbk'), bytes('gb2312')]).toEqual(['ac420d', 'a1f50d']);
	});

	test('a character that would end the frame is replaced', () => {
		const sent = encodeFrame(compiled('40 {addr} {text:ascii:..8} 23'), { numbers: { addr: 9 }, text: 'A#1@' });
		expect(sent).toMatchObject({ text: 'A?1?', replaced: ['#', '@'] });
	});

	test.each([
		['{num}', 'e7', 'c7'],
		['{num:2be}', '03e7', '04c7'],
		['{num:2le}', 'e703', 'c704'],
		['{num:bcd2}', '0999', '1223'],
		['{num:ascii3}', '393939', '323233'],
		['{num:hex4}', '30334537', '30344337']
	])('%s', (part, nines, more) => {
		const sent = (num: number): unknown => {
			const { bytes, cut } = encodeFrame(compiled(`AA ${part}`), { numbers: { num } });
			return [Buffer.from(bytes.subarray(1)).toString('hex'), cut];
		};
		if (part === '{num}')
			expect([sent(231), sent(999)]).toEqual([
				['e7', false],
				['63', true]
			]);
		else
			expect([sent(999), sent(1223)]).toEqual([
				[nines, false],
				[more, part === '{num:ascii3}']
			]);
	});

	test('escapes are for what stands in brackets, after lengths and sums', () => {
		const template = compiled('7E ( {len:addr..num} {addr} {num} {sum8:addr..num} ) 7E', ESCAPES);
		const { bytes } = encodeFrame(template, { numbers: { addr: 0x7e, num: 0x7d } });
		expect(Buffer.from(bytes).toString('hex')).toBe('7e027d5e7d5dfb7e');
	});
});

const ESCAPES = { escapes: { '7E': '7D 5E', '7D': '7D 5D' } };
const tail = (bytes: Uint8Array): number[] => [...bytes.slice(-2)];

const TEMPLATES = [
	compiled('AA 55 {addr} {len:text} {text:gb2312:..12} {sum8:addr..text} 0D'),
	compiled('AA {addr} {text:ascii:6} {num:2be} {crc16-modbus:1..-1}'),
	compiled('40 {addr} {key} {text:gb2312:..12} {xor8:addr..text} 0D'),
	compiled('7E ( {addr} {num:bcd2} {text:gbk:..12} {lrc:addr..text} ) 7E', ESCAPES),
	compiled('68 {len:addr..rest} {len:addr..rest} 68 {addr} {cmd} {key} {rest} {sum8:addr..rest} 16'),
	compiled('{addr} {num:2be} {sum8:addr..num}')
];

const values = fc.record({
	numbers: fc.record({ addr: fc.nat(255), num: fc.nat(9999), key: fc.nat(255), cmd: fc.nat(255) }),
	text: fc.stringMatching(/^[A-Z0-9请到窗口号珺]{0,6}$/)
});
const whole = fc
	.constantFrom(...TEMPLATES)
	.chain((template) => fc.array(values, { minLength: 1, maxLength: 5 }).map((list) => ({ template, list })));

/** What a reader must find of values that were sent. */
function expected(template: FrameTemplate, sent: FrameValues): FrameValues {
	const names = template.parts.flatMap((part) => (part.kind === 'number' ? [part.name] : []));
	const numbers = Object.fromEntries(names.map((name) => [name, sent.numbers[name] ?? 0]));
	const hasText = template.parts.some(({ kind }) => kind === 'text');
	return hasText ? { numbers, text: encodeFrame(template, sent).text.trimEnd() } : { numbers };
}

const chunked = (bytes: readonly number[], sizes: readonly number[]): number[][] => {
	const chunks: number[][] = [];
	let at = 0;
	for (const size of [...sizes, bytes.length]) {
		chunks.push(bytes.slice(at, at + size));
		at += size;
	}
	return chunks;
};

describe('D-04 W-13 what a template reads', () => {
	test('is what it sent, split and glued at any place', () => {
		fc.assert(
			fc.property(whole, fc.array(fc.integer({ min: 1, max: 9 })), ({ template, list }, sizes) => {
				const bytes = list.flatMap((one) => [...encodeFrame(template, one).bytes]);
				const reader = new FrameReader(template);
				const found = chunked(bytes, sizes).flatMap((chunk) => reader.take(chunk));
				expect(found).toEqual(list.map((one) => expected(template, one)));
				// The 7E at the end of a frame may begin the next one.
				if (template !== TEMPLATES[3]) expect([reader.garbage, reader.waits]).toEqual([0, false]);
			}),
			{ numRuns: 300 }
		);
	});

	test('a broken frame never swallows the whole one behind it', () => {
		// The last template has no mark of its own: where it begins after noise is a matter of luck.
		const marked = fc.constantFrom(...TEMPLATES.slice(0, -1));
		fc.assert(
			fc.property(marked, values, values, fc.nat(), (template, first, second, at) => {
				const bytes = [...encodeFrame(template, first).bytes];
				const cut = bytes.slice(0, at % bytes.length);
				const reader = new FrameReader(template);
				const found = [...reader.take([...cut, ...encodeFrame(template, second).bytes]), ...reader.silence()];
				expect(found).toContainEqual(expected(template, second));
			}),
			{ numRuns: 500 }
		);
	});

	test('any bytes are survived, in less memory than one frame', () => {
		fc.assert(
			fc.property(fc.constantFrom(...TEMPLATES), fc.array(fc.uint8Array({ maxLength: 40 })), (template, chunks) => {
				const reader = new FrameReader(template);
				const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
				let found = 0;
				for (const chunk of chunks) found += reader.take(chunk).length;
				found += reader.silence().length;
				expect(reader.garbage).toBeLessThanOrEqual(bytes);
				expect(reader.waits).toBe(false);
				expect(found).toBeLessThanOrEqual(bytes / 3);
			})
		);
	});

	test('a changed bit is noticed by the checksum', () => {
		const [template] = TEMPLATES;
		if (!template) throw new Error('no template');
		fc.assert(
			fc.property(values, fc.nat(), fc.nat(7), (one, at, bit) => {
				const bytes = [...encodeFrame(template, one).bytes];
				const place = at % bytes.length;
				bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
				const reader = new FrameReader(template);
				expect([...reader.take(bytes), ...reader.silence()]).not.toContainEqual(expected(template, one));
			})
		);
	});

	test('is refused for receiving where its end cannot be told', () => {
		expect(whyUnreadable(compiled('AA {addr} {text:gbk}'))?.allowed).toContain('0D');
		expect(whyUnreadable(compiled('{addr} {key}'))?.allowed).toContain('AA');
		expect(whyUnreadable(compiled('{text:gbk} {addr}'))?.allowed).toContain('0D');
		expect(whyUnreadable(compiled('AA {text:gbk} {addr}'))?.allowed).toContain('0D');
		expect(whyUnreadable(compiled('AA {len:addr} {addr} {text:gbk}'))?.allowed).toContain('0D');
		expect(whyUnreadable(compiled('AA {len:text} {text:gbk}'))).toBeNull();
		expect(whyUnreadable(compiled('AA {len:text..addr} {text:gbk} {addr}'))).toBeNull();
		expect(TEMPLATES.map(whyUnreadable)).toEqual(TEMPLATES.map(() => null));
	});
});
