import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PAGES, withTable } from '../pictures/models-table.ts';
import { ROOT } from '../server.ts';

/** Without the widths that the formatter gives its cells. */
const plain = (text: string): string => text.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---');

test.each(PAGES)('%s knows the printers that the driver knows: node test/pictures/devices.ts writes it', (page) => {
	expect(plain(readFileSync(join(ROOT, page), 'utf8'))).toBe(plain(withTable(page)));
});

test.each(PAGES)('the files and pictures that %s points to are there', (page) => {
	const text = readFileSync(join(ROOT, page), 'utf8');
	const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
	expect(links.length).toBeGreaterThan(2);
	for (const link of links) expect(() => readFileSync(join(ROOT, 'docs', link)), link).not.toThrow();
});
