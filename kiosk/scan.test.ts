import { describe, expect, it } from 'vitest';
import { PAUSE_MS, readScan, Scanner, type ScannedKey } from './scan.ts';

const TOKEN = `3f.${'aB-_'.repeat(5)}xy`;

describe('K-06 what a scanner types', () => {
	it.each([
		['the token', TOKEN],
		['its address', `http://10.0.0.5:3000/a/${TOKEN}`],
		['its address with a language', `https://hall.example.cn/a/${TOKEN}?lang=en`]
	])('%s is the token', (_, text) => {
		expect(readScan(text)).toEqual({ token: TOKEN });
	});

	it('eight digits are the code, also with blanks', () => {
		expect(readScan('12345678')).toEqual({ code: '12345678' });
		expect(readScan('1234 5678')).toEqual({ code: '12345678' });
	});

	it('W-05 twelve digits, or the address of its page, are a notice', () => {
		for (const typed of [
			'000000005724',
			'0000 0000 5724',
			'http://10.0.0.5:3000/n/000000005724?lang=en',
			'https://hall.example.cn/c/000000005724'
		])
			expect(readScan(typed)).toEqual({ notice: '000000005724' });
	});

	it.each([
		...['', '123', '1234567', '123456789', '6901234567892', 'javascript:alert(1)', `${TOKEN}x`, 'ABC001', 'A01'],
		...[
			'http://10.0.0.5/t/',
			`http://10.0.0.5/t/${TOKEN}x`,
			'https://a.cn/i/../kiosk',
			'https://a.cn/i/Card',
			'https://a.cn/x/card'
		]
	])('%s is nothing', (text) => {
		expect(readScan(text)).toBeNull();
	});

	it.each(['http://10.0.0.5:3000/i/card-new', 'https://hall.example.cn/i/card-new/?lang=en'])(
		'K-13 %s is an item',
		(text) => {
			expect(readScan(text)).toEqual({ item: 'card-new' });
		}
	);

	it('a number is itself, as it is called', () => {
		for (const typed of ['A001', 'a001', 'A 001', ' A001\t']) expect(readScan(typed)).toEqual({ number: 'A001' });
		expect(readScan('AB1234')).toEqual({ number: 'AB1234' });
	});
});

describe('K-05 K-08 the code on a slip', () => {
	it.each([`http://10.0.0.5:3000/t/${TOKEN}`, `https://hall.example.cn/t/${TOKEN}/?lang=en`])(
		'%s is a ticket',
		(text) => {
			expect(readScan(text)).toEqual({ ticket: TOKEN });
		}
	);
});

describe('a scanner as a keyboard', () => {
	const plain = (key: string): ScannedKey => ({ key, code: '', shiftKey: false });
	const type = (scanner: Scanner, keys: string[], apart: number): (string | null)[] =>
		keys.map((key, i) => scanner.key(plain(key), i * apart));

	it('ends with Enter, and capital letters come with Shift', () => {
		const heard = type(new Scanner(), ['Shift', ...TOKEN, 'Enter'], 5);
		expect(heard.at(-1)).toBe(TOKEN);
		expect(heard.slice(0, -1).every((one) => one === null)).toBe(true);
	});

	it('a hand is no scanner, however fast it types', () => {
		for (const apart of [60, 120, 600]) expect(type(new Scanner(), [...TOKEN, 'Enter'], apart).at(-1)).toBeNull();
		expect(type(new Scanner(), ['Tab', 'Tab', 'Enter'], 50).at(-1)).toBeNull();
	});

	it('a number is the shortest code there is: four signs', () => {
		expect(type(new Scanner(), [...'A001', 'Enter'], 5).at(-1)).toBe('A001');
		expect(type(new Scanner(), [...'A01', 'Enter'], 5).at(-1)).toBeNull();
	});

	it('a key that is held down is no scanner, however fast it repeats', () => {
		const scanner = new Scanner();
		for (let i = 0; i < 20; i += 1) scanner.key({ ...plain('x'), repeat: i > 0 }, i * 30);
		expect([scanner.key(plain('Enter'), 600), scanner.length]).toEqual([null, 0]);
	});

	it('one that ends with nothing has ended once it is silent', () => {
		const scanner = new Scanner();
		type(scanner, [...TOKEN], PAUSE_MS);
		expect([scanner.length, scanner.silence(), scanner.silence()]).toEqual([TOKEN.length, TOKEN, null]);
	});

	it('what a hand typed before is no part of a code', () => {
		const scanner = new Scanner();
		type(scanner, ['x', 'y'], 200);
		const heard = [...TOKEN, 'Enter'].map((key, i) => scanner.key(plain(key), 500 + i * 20));
		expect(heard.at(-1)).toBe(TOKEN);
	});

	it('an input method that has the keys for itself changes nothing of a code', () => {
		const signs = { '-': 'Minus', _: 'Minus', '.': 'Period', '/': 'Slash', ':': 'Semicolon' };
		const codeOf = (sign: string): string => {
			if (/\d/.test(sign)) return `Digit${sign}`;
			return /[a-z]/i.test(sign)
				? `Key${sign.toUpperCase()}`
				: (Object.entries(signs).find(([one]) => one === sign)?.[1] ?? '');
		};
		const scanner = new Scanner();
		const address = `http://10.0.0.5:3000/a/${TOKEN}`;
		[...address].forEach((sign, i) => {
			scanner.key({ key: 'Process', code: codeOf(sign), shiftKey: /[A-Z_:]/.test(sign) }, i * 8);
		});
		const text = scanner.key({ key: 'Process', code: 'Enter', shiftKey: false }, address.length * 8);
		expect(text).toBe(address);
		expect(readScan(text ?? '')).toEqual({ token: TOKEN });
	});

	it('what was scanned is forgotten with its end', () => {
		const scanner = new Scanner();
		type(scanner, [...TOKEN, 'Enter'], 5);
		expect(scanner.key(plain('Enter'), 1000)).toBeNull();
	});
});
