import { describe, expect, it } from 'vitest';
import { readScan, readTicket, Scanner } from './scan.ts';

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

	it.each(['', '1234567', '123456789', `http://10.0.0.5:3000/t/${TOKEN}`, 'javascript:alert(1)', `${TOKEN}x`])(
		'%s is nothing',
		(text) => {
			expect(readScan(text)).toBeNull();
		}
	);
});

describe('K-05 K-08 the code on a slip', () => {
	it.each([`http://10.0.0.5:3000/t/${TOKEN}`, `https://hall.example.cn/t/${TOKEN}/?lang=en`])(
		'%s is a ticket',
		(text) => {
			expect(readTicket(text)).toBe(TOKEN);
		}
	);

	it.each([TOKEN, `http://10.0.0.5/a/${TOKEN}`, `http://10.0.0.5/t/${TOKEN}x`, 'http://10.0.0.5/t/'])(
		'%s is none',
		(text) => {
			expect(readTicket(text)).toBeNull();
		}
	);
});

describe('a scanner as a keyboard', () => {
	const type = (scanner: Scanner, keys: string[], apart: number): (string | null)[] =>
		keys.map((key, i) => scanner.key(key, i * apart));

	it('ends with Enter, and capital letters come with Shift', () => {
		const heard = type(new Scanner(), ['Shift', ...TOKEN, 'Enter'], 5);
		expect(heard.at(-1)).toBe(TOKEN);
		expect(heard.slice(0, -1).every((one) => one === null)).toBe(true);
	});

	it('a hand that presses keys now and then is no scanner', () => {
		expect(type(new Scanner(), [...TOKEN, 'Enter'], 600).at(-1)).toBeNull();
		expect(type(new Scanner(), ['Tab', 'Tab', 'Enter'], 50).at(-1)).toBeNull();
	});

	it('what was scanned is forgotten with its end', () => {
		const scanner = new Scanner();
		type(scanner, [...TOKEN, 'Enter'], 5);
		expect(scanner.key('Enter', 1000)).toBeNull();
	});
});
