import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../server.ts';

/* `docs/faults.md` names a test in every row, and each of them is there. */

const page = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8');
const rows = page
	.split('\n')
	.filter((line) => line.startsWith('|') && !/^\| (-|fault|sign|what is sent)/.test(line))
	.map((line) =>
		line
			.split('|')
			.map((cell) => cell.trim())
			.slice(1, -1)
	);
const files = new Map(
	rows.flatMap(([sign = '', file = '']) => (/^[A-Z]{1,2}$/.test(sign) ? [[sign, file.replaceAll('`', '')]] : []))
);
const cells = rows.filter(([first = '']) => !files.has(first));

test('every sign is a file', () => {
	expect(files.size).toBeGreaterThan(10);
	for (const file of files.values()) expect(existsSync(join(ROOT, file)), file).toBe(true);
});

test.each(cells)('%s', (fault, _outcome, named = '') => {
	const tests = named.split('; ');
	expect(tests.length, fault).toBeGreaterThan(0);
	for (const one of tests) {
		const [, sign = '', name = ''] = /^([A-Z]{1,2}) ?(.+)$/.exec(one) ?? [];
		// `F4 …` is a test of F whose name begins with its number.
		const wanted = /^\d/.test(name) ? `${sign}${name}` : name;
		const text = readFileSync(join(ROOT, files.get(sign) ?? ''), 'utf8').replaceAll(/\s+/g, ' ');
		expect(text.includes(wanted), `${files.get(sign) ?? sign}: ${wanted}`).toBe(true);
	}
});
