import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findableEntry, QUERIES, SAMPLE_ENTRIES, type Query } from '#test/fixtures/search/base.ts';
import { findablesOf } from '#server/knowledge/hall-file.ts';
import { Setup } from '#server/setup/hall.ts';
import { readHall } from '#server/setup/read.ts';
import { Finder } from './finder.ts';

/** The base that the queries are asked of: the sample hall, and a knowledge base as its departments would write it. */
function sample(): Finder {
	const read = readHall(readFileSync('hall.yaml', 'utf8'));
	if (!read.ok) throw new Error('the sample hall has faults');
	const finder = new Finder();
	for (const one of [...findablesOf(new Setup(read.file)), ...SAMPLE_ENTRIES.map(findableEntry)]) finder.add(one);
	return finder;
}

const finder = sample();

function missed(queries: readonly Query[]): string[] {
	return queries.flatMap(({ asked, wanted }) => {
		const found = finder.find(asked, 3);
		if (found.some(({ key }) => wanted.includes(key))) return [];
		return [
			`${asked} → ${found.map(({ key, score }) => `${key} ${score.toFixed(2)}`).join(', ')} (${wanted.join(' ')})`
		];
	});
}

const share = (queries: readonly Query[], missing: readonly string[]): number => 1 - missing.length / queries.length;

test('Q-01 K-02 what people ask is among the first three, 95 of 100 times and more, also where nothing was tuned', () => {
	expect(QUERIES.length).toBeGreaterThan(200);
	const known = new Set(SAMPLE_ENTRIES.map(({ slug }) => `entry:${slug}`));
	for (const key of QUERIES.flatMap((one) => one.wanted)) {
		expect(known.has(key) || !key.startsWith('entry:'), key).toBe(true);
	}
	const tuned = QUERIES.filter((one) => !one.heldOut);
	const heldOut = QUERIES.filter((one) => one.heldOut);
	const [ofTuned, ofHeldOut] = [missed(tuned), missed(heldOut)];
	const told = (queries: readonly Query[], missing: readonly string[]): string =>
		`${share(queries, missing).toFixed(3)} of ${String(queries.length)}`;
	const all = [...ofTuned, ...ofHeldOut];
	console.info(`top 3: tuned ${told(tuned, ofTuned)}, held out ${told(heldOut, ofHeldOut)}, all ${told(QUERIES, all)}`);
	console.info(ofTuned.join('\n'));
	expect(share(tuned, ofTuned)).toBeGreaterThanOrEqual(0.95);
	expect(share(heldOut, ofHeldOut)).toBeGreaterThanOrEqual(0.95);
});
