import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from '#display/words/index.ts';
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

test.each(PAGES)('what an alarm means in %s is told in the words that the pages use', (page) => {
	const text = readFileSync(join(ROOT, page), 'utf8');
	const [, section = ''] = text.split(/^## \d+\. (?:What an alarm means.*|报警与处理)$/m);
	const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| ([^|]+?) +\|/gm)]
		.slice(2)
		.map(([, cell = '']) => cell);
	expect(rows.length).toBeGreaterThan(10);
	const said = (lang: 'zh-CN' | 'en'): string[] => {
		const { watch, devices } = words(lang);
		const bus =
			lang === 'en'
				? `${watch.kind.bus} ${watch.state.unreachable.toLowerCase()}`
				: watch.kind.bus + watch.state.unreachable;
		return [...Object.values(watch.state), ...Object.values(watch.slipState), devices.quarantined, bus];
	};
	for (const row of rows) {
		const [zh = '', en] = row.split(' · ');
		expect(said('zh-CN'), row).toContain(zh);
		if (en !== undefined) expect(said('en'), row).toContain(en);
	}
});
