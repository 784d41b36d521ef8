// npm run bench:cases: how long the pages of cases take with many of them, on both engines. See docs/bench.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '#db/dialect.ts';
import type { CaseRow, ComplaintRow, QuestionRow } from '#db/schema.ts';
import { casesView } from '#server/cases/lists.ts';
import { complaintsAsked, complaintsView } from '#server/complaints/view.ts';
import { deskView } from '#server/desk/view.ts';
import { publicCase } from '#server/follow/view.ts';
import { questionsView } from '#server/questions/view.ts';
import { CASE } from '../../fixtures/rows.ts';
import { SUPERVISOR, testHall, type TestHall } from '../../hall.ts';
import { startPostgres } from '../../postgres.ts';

const CASES = 50_000;
/** One in so many is open; the others are over. */
const OPEN_EACH = 101;
const AT_ONCE = 500;
const ROUNDS = 20;
const DAY_MS = 86_400_000;
const CODE = '100000000017';

const postgres = await startPostgres();
process.env['TEST_DATABASE_URL'] = postgres.url;
try {
	for (const engine of ['sqlite', 'postgres'] as const) await measure(engine);
} finally {
	await postgres.stop();
}
process.exit(0);

/** Each page with no case but one, then with all of them: the ratio is what they cost. */
async function measure(engine: Engine): Promise<void> {
	const here = await testHall(engine, readFileSync(join(import.meta.dirname, '../../../hall.yaml'), 'utf8'));
	try {
		await add(here, 1, 1);
		const before = await timed(here);
		for (let from = 2; from <= CASES; from += AT_ONCE) await add(here, from, Math.min(AT_ONCE, CASES - from + 1));
		const after = await timed(here);
		console.info(
			`${engine}: ${String(CASES)} cases, ${String(Math.floor(CASES / OPEN_EACH))} of them open; median / slowest of ${String(ROUNDS)}, ms`
		);
		for (const [page, { median, slowest }] of after) {
			const one = before.get(page)?.median ?? Number.NaN;
			console.info(
				`  ${page.padEnd(22)} ${median.toFixed(1)} / ${slowest.toFixed(1)}; with one case ${one.toFixed(1)}`
			);
		}
	} finally {
		await here.close();
	}
}

type Took = Map<string, { median: number; slowest: number }>;

async function timed(here: TestHall): Promise<Took> {
	const complaints = (query: string) => (): Promise<unknown> =>
		complaintsView(here.hall, SUPERVISOR, complaintsAsked(query));
	const pages: Record<string, () => Promise<unknown>> = {
		'/cases mine': () => casesView(here.hall, SUPERVISOR, 'mine'),
		'/cases overdue': () => casesView(here.hall, SUPERVISOR, 'overdue'),
		'/cases all': () => casesView(here.hall, SUPERVISOR, 'all'),
		'/complaints open': complaints('list=open'),
		'/complaints closed': complaints('list=closed'),
		'/complaints one class': complaints('list=all&class=conduct'),
		'/questions': () => questionsView(here.hall, SUPERVISOR),
		'/desk': () => deskView(here.hall, SUPERVISOR, ''),
		'/c/<code>': () => publicCase(here.hall, CODE)
	};
	const took: Took = new Map();
	for (const [page, draw] of Object.entries(pages)) {
		const times: number[] = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			const began = performance.now();
			await draw();
			times.push(performance.now() - began);
		}
		times.sort((a, b) => a - b);
		took.set(page, { median: times[ROUNDS / 2] ?? 0, slowest: times.at(-1) ?? 0 });
	}
	return took;
}

/** So many cases, every second one a complaint and every second one a question, spread over the last year. */
async function add(here: TestHall, from: number, count: number): Promise<void> {
	const { id: hall, clock } = here.hall;
	const rows = Array.from({ length: count }, (_, n) => caseOf(hall, from + n, clock.now()));
	const complaints = rows.filter(({ kind }) => kind === 'complaint').map(complaintOf);
	const questions = rows.filter(({ kind }) => kind === 'question').map(questionOf);
	await here.hall.write(async (tx) => {
		await tx.k.insertInto('case').values(rows).execute();
		if (complaints.length > 0) await tx.k.insertInto('complaint').values(complaints).execute();
		if (questions.length > 0) await tx.k.insertInto('question').values(questions).execute();
	});
}

function caseOf(hall: number, n: number, now: number): CaseRow {
	const open = n === 1 || n % OPEN_EACH === 0;
	const at = now - ((CASES - n) / CASES) * 365 * DAY_MS;
	const id = 1_000_000 + n;
	const kind = n % 2 === 1 ? 'complaint' : 'question';
	const stage = kind === 'complaint' ? 'taken' : 'asked';
	const end = open
		? ({ state: 'open', outcome: null, closed_at: null } as const)
		: ({ state: 'closed', outcome: 'satisfied', closed_at: at } as const);
	return {
		...CASE,
		...{ hall, id, kind, stage, day: new Date(at).toISOString().slice(0, 10), ...end },
		...{ owner: '9001', first_owner: '9001', window: null, ticket: null, leg: null, item: null },
		...{ opened_at: at, staged_at: at, due_at: now + DAY_MS, next_at: open ? now + DAY_MS : null },
		...{ about: `第 ${String(n)} 件`, code: n === 1 ? CODE : String(200_000_000_000 + n), intent: `bench-${String(n)}` }
	};
}

function complaintOf({ hall, id, day }: CaseRow): ComplaintRow {
	return {
		...{
			hall,
			id,
			kind: 'complaint',
			day,
			class: 'conduct',
			against: 'hall',
			route: 'hall',
			origin: 'desk',
			taken_by: 'x'
		},
		...{ department: null, staff: null, window: null, item: null, ticket: null, phone_hash: null, opinion: null },
		...{ notice: null, cause: null, from_case: null }
	};
}

function questionOf({ hall, id }: CaseRow): QuestionRow {
	return { hall, case: id, channel: 'desk', words: '', lang: 'zh-CN', entry: null };
}
