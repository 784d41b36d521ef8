// npm run bench:search: how long a search takes in a base of many entries, on both engines. See docs/bench.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { liveOf } from '#db/knowledge.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import type { Engine } from '#db/dialect.ts';
import { searchKnowledge } from '#server/knowledge/view.ts';
import { QUERIES, SAMPLE_ENTRIES } from '../../fixtures/search/base.ts';
import { CLERK, testHall, type TestHall } from '../../hall.ts';
import { startPostgres } from '../../postgres.ts';

const ENTRIES = 20_000;
const MOST_MS = 50;
const ROUNDS = 2;
const AT_ONCE = 500;
/** Places that make many entries of few, as the branches and districts of a large city do. */
const PLACES =
	'东城 西城 海陵 云门 朝阳 新华 和平 南山 北关 临江 高新 滨海 安宁 长乐 永福 青山 红旗 白云 金水 石桥'.split(' ');

const postgres = await startPostgres();
process.env['TEST_DATABASE_URL'] = postgres.url;
let slow = false;
try {
	for (const engine of ['sqlite', 'postgres'] as const) slow = (await measure(engine)) || slow;
} finally {
	await postgres.stop();
}
process.exit(slow ? 1 : 0);

/** @returns whether it took too long */
async function measure(engine: Engine): Promise<boolean> {
	const here = await testHall(engine, readFileSync(join(import.meta.dirname, '../../../hall.yaml'), 'utf8'));
	try {
		await fill(here);
		const began = performance.now();
		await here.hall.knowledge.load(here.hall);
		const loaded = (performance.now() - began) / 1000;
		const took = await searchAll(here);
		const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
		const figures = [at(0.5), at(0.95), at(0.99), at(1)].map((ms) => ms.toFixed(1)).join(' / ');
		const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
		console.info(
			`${engine}: ${String(ENTRIES)} entries, ${String(took.length)} searches, p50 / p95 / p99 / max ${figures} ms;`
		);
		console.info(`  read in ${loaded.toFixed(1)} s, ${memory} MB resident; p95 must be under ${String(MOST_MS)} ms`);
		return at(0.95) >= MOST_MS;
	} finally {
		await here.close();
	}
}

async function fill(here: TestHall): Promise<void> {
	const { id } = here.hall;
	for (let from = 1; from <= ENTRIES; from += AT_ONCE) {
		const rows = Array.from({ length: AT_ONCE }, (_, n) => rowOf(id, from + n));
		await here.hall.write((tx) => tx.k.insertInto('knowledge').values(rows).execute());
	}
	if ((await liveOf(here.hall.read, id, [ENTRIES])).length !== 1) throw new Error('the entries are not there');
}

function rowOf(hall: number, entry: number): KnowledgeRow {
	const sample = SAMPLE_ENTRIES[entry % SAMPLE_ENTRIES.length];
	if (!sample) throw new Error('there are no sample entries');
	const { title, body, keywords } = sample;
	const round = Math.floor(entry / SAMPLE_ENTRIES.length);
	const place = `${PLACES[round % PLACES.length] ?? ''}${PLACES[(round * 7 + Math.floor(round / 20)) % PLACES.length] ?? ''}`;
	return {
		...{ hall, entry, version: 1, kind: 'question', state: 'published', agreed: 0, public: 0 },
		...{ title_zh: `${place}${title.zh}`, title_en: title.en, keywords: JSON.stringify(keywords) },
		...{ body_zh: `${body.zh}${place}区${body.zh}`, body_en: body.en, department: null, authorised: 1 },
		...{ ask_zh: '', ask_en: '', items: '[]', valid_until: null, written_by: '8001', written_at: 1 },
		...{
			submitted_at: 1,
			reviewed_by: '9001',
			reviewed_at: 1,
			remark: '',
			changed_at: 1,
			intent: `bench-${String(entry)}`
		}
	};
}

/** Every labelled question, one after the other, as a page asks it: from the words to the hits. */
async function searchAll(here: TestHall): Promise<number[]> {
	const took: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const { asked } of QUERIES) {
			const began = performance.now();
			await searchKnowledge(here.hall, CLERK, asked);
			took.push(performance.now() - began);
		}
	}
	return took.toSorted((one, other) => one - other);
}
