import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { alarmViews } from '../alarms/view.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import { addDays } from '../rules/day.ts';
import { askedFigures, countQuestion } from './asked.ts';
import { forgetAsked, watchKnowledge } from './expire.ts';
import { approveVersion, discardVersion, retireVersion, returnVersion, submitDraft } from './publish.ts';
import { knowledgeDesk, knowledgeView, searchKnowledge } from './view.ts';
import { draftEntry, rewriteDraft, type DraftWish } from './write.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const TITLE = { zh: '停车场入口', en: 'Car park' };
const BLANK: Omit<DraftWish, 'intent'> = {
	...{ kind: 'way', title: TITLE, body: { zh: '从北口进入，前两小时免费。', en: 'By the north gate.' } },
	...{ keywords: ['车位'], department: null, authorised: true, ask: { zh: '', en: '' } },
	...{ items: [], agreed: false, public: false, validUntil: null, entry: null }
};

describe.each(ENGINES)('%s: the knowledge base', (engine) => {
	let here: TestHall;
	let intents = 0;
	let seen = 0;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
		await here.hall.knowledge.load(here.hall);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const draft = (wish: Partial<DraftWish> = {}, who = GUIDE): Promise<Result<KnowledgeRow>> => {
		intents += 1;
		return draftEntry(here.hall, who, { ...BLANK, intent: `knowledge-intent-${String(intents)}`, ...wish });
	};
	const submit = ({ entry, version }: KnowledgeRow, override = false): Promise<Result<KnowledgeRow>> =>
		submitDraft(here.hall, GUIDE, { entry, version, override });
	const approve = ({ entry, version }: KnowledgeRow, who = SUPERVISOR): Promise<Result<KnowledgeRow>> =>
		approveVersion(here.hall, who, { entry, version });
	const published = async (wish: Partial<DraftWish> = {}): Promise<KnowledgeRow> => {
		granted(await submit(granted(await draft(wish))));
		const [version] = (await knowledgeDesk(here.hall, GUIDE)).open.filter(({ state }) => state === 'review');
		const row = granted(
			await approveVersion(here.hall, SUPERVISOR, { entry: version?.entry ?? 0, version: version?.version ?? 0 })
		);
		await follow();
		return row;
	};
	/** as the follower of a running server does */
	const follow = async (): Promise<void> => {
		const lines = await linesAfter(here.hall.read, here.hall.id, seen);
		seen = lines.at(-1)?.seq ?? seen;
		here.hall.knowledge.take(here.hall, lines, false);
	};
	const found = async (question: string, who: Who = CLERK): Promise<string[]> =>
		(await searchKnowledge(here.hall, who, question)).hits.map(({ title }) => title.zh);
	const gone = async ({ entry, version }: KnowledgeRow): Promise<void> => {
		granted(await retireVersion(here.hall, SUPERVISOR, { entry, version, reason: '不再适用' }));
		await follow();
	};

	test('Q-04 is found once another person has published it, and not before; taken back, no more', async () => {
		const row = granted(await draft());
		expect(await found('停车场')).toEqual([]);
		expect(refusal(await approve(row))).toBe('knowledge-moved');
		granted(await submit(row));
		expect(refusal(await approve(row, { ...GUIDE, role: 'supervisor' }))).toBe('knowledge-own');
		expect(await found('停车场')).toEqual([]);
		granted(await approve(row));
		await follow();
		for (const question of ['停车场', 'tingchechang', 'tcc', '停車場', '停车厂', 'car park', '车位', 'ｔｃｃ']) {
			expect([question, (await found(question))[0]]).toEqual([question, '停车场入口']);
		}
		await gone({ ...row, version: 1 });
		expect(await found('停车场')).toEqual([]);
	});

	test('Q-04 the ledger tells who did what, without the words; the database keeps two persons apart', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		const row = await published();
		const lines = await linesAfter(here.hall.read, here.hall.id, before);
		expect(lines.map((line) => [line.act, line.actor])).toEqual([
			['knowledge.drafted', 'staff:8001'],
			['knowledge.submitted', 'staff:8001'],
			['knowledge.published', 'staff:9001']
		]);
		expect(JSON.stringify(lines)).not.toContain('北口');
		const same = here.hall.write(({ k }) =>
			sql`update knowledge set reviewed_by = written_by where entry = ${row.entry}`.execute(k)
		);
		await expect(same).rejects.toThrow(/knowledge_two|CHECK/);
		await gone(row);
	});

	test('Q-04 a new version takes the place of the old one when it is published; sent back, it says why', async () => {
		const first = await published();
		const next = granted(await draft({ entry: first.entry, body: { zh: '改从南口进入。', en: '' } }));
		expect([next.entry, next.version]).toEqual([first.entry, 2]);
		expect(refusal(await draft({ entry: first.entry }))).toBe('knowledge-open');
		granted(await submit(next));
		const back = { entry: next.entry, version: 2, reason: ' ' };
		expect(refusal(await returnVersion(here.hall, SUPERVISOR, back))).toBe('text-needed');
		granted(await returnVersion(here.hall, SUPERVISOR, { ...back, reason: '请写明楼层' }));
		const text = { ...BLANK, body: { zh: '改从南口进入，负一层。', en: '' } };
		expect(refusal(await rewriteDraft(here.hall, SUPERVISOR, { ...text, ...back }))).toBe('knowledge-not-yours');
		granted(await rewriteDraft(here.hall, GUIDE, { ...text, entry: next.entry, version: 2 }));
		expect((await knowledgeView(here.hall, CLERK, `entry:${String(first.entry)}`))?.body?.zh).toContain('北口');
		granted(await submit(next));
		granted(await approve(next));
		const view = await knowledgeView(here.hall, GUIDE, `entry:${String(first.entry)}`);
		expect(view?.body?.zh).toContain('负一层');
		expect(view?.versions.map(({ version, state }) => [version, state])).toEqual([
			[2, 'published'],
			[1, 'replaced']
		]);
		await gone(next);
	});

	test('Q-07 a number of a person or a mark of secrecy is refused with its place, and never with its words', async () => {
		const row = granted(await draft({ body: { zh: '请联系 13800001234。', en: '' } }));
		const result = await submit(row);
		expect(result).toEqual({ ok: false, refusal: 'knowledge-sensitive', detail: 'body_zh 5-15: mobile' });
		granted(await discardVersion(here.hall, GUIDE, row));
	});

	test('W-09 Q-05 forbidden wording is refused until somebody says that it stays', async () => {
		const row = granted(await draft({ body: { zh: '急什么，明天再来。', en: '' } }));
		expect(refusal(await submit(row))).toBe('wording');
		granted(await submit(row, true));
		granted(await discardVersion(here.hall, SUPERVISOR, row));
	});

	test('Q-02 what the desk may not answer says whom to ask, and not what it says', async () => {
		const row = await published({
			title: { zh: '稳岗返还', en: '' },
			authorised: false,
			ask: { zh: '3号窗口', en: '' }
		});
		const key = `entry:${String(row.entry)}`;
		for (const who of [CLERK, KIOSK, GUIDE]) {
			const [hit] = (await searchKnowledge(here.hall, who, '稳岗')).hits;
			expect(hit).toMatchObject({ authorised: false, ask: { zh: '3号窗口', en: '3号窗口' }, extract: { zh: '' } });
			expect((await knowledgeView(here.hall, who, key))?.body).toBeNull();
		}
		expect((await knowledgeView(here.hall, SUPERVISOR, key))?.body?.zh).toContain('北口');
		expect((await knowledgeView(here.hall, KIOSK, key))?.versions).toEqual([]);
		await gone(row);
	});

	test('Q-04 calls before its last day and after it; expired, it is flagged for staff and hidden from visitors', async () => {
		const until = addDays(today(here.hall), 14);
		const row = await published({ validUntil: until });
		const calls = async (): Promise<string[]> => (await alarmViews(here.hall, SUPERVISOR)).map(({ kind }) => kind);
		await watchKnowledge(here.hall);
		expect(await calls()).toEqual([]);
		await tomorrow(here);
		await watchKnowledge(here.hall);
		await watchKnowledge(here.hall);
		expect(await calls()).toEqual(['knowledge-ending']);
		for (let days = 0; days < 14; days += 1) await tomorrow(here);
		await watchKnowledge(here.hall);
		await watchKnowledge(here.hall);
		expect(await calls()).toEqual(['knowledge-expired']);
		await follow();
		expect((await searchKnowledge(here.hall, CLERK, '停车场')).hits).toMatchObject([{ expired: true }]);
		expect(await found('停车场', KIOSK)).toEqual([]);
		const next = granted(await draft({ entry: row.entry }));
		granted(await submit(next));
		granted(await approve(next));
		expect(await calls()).toEqual([]);
		await gone(next);
	});

	test('Q-06 what several have asked is told with its misses; what may name a person is neither told nor kept', async () => {
		for (let times = 0; times < 3; times += 1) expect(await countQuestion(here.hall, '天文馆 门票')).toBe(false);
		for (const once of ['王小明', '999999199001011234', '13800001234']) await countQuestion(here.hall, once);
		for (let times = 0; times < 4; times += 1) expect(await countQuestion(here.hall, 'ENROL')).toBe(true);
		const day = today(here.hall);
		const range = { from: day, to: day, fromAt: 0, untilAt: 0 };
		expect((await askedFigures(here.hall, range)).rows).toMatchObject([
			['enrol', 4, { en: 'yes' }],
			['天文馆 门票', 3, { en: 'no' }]
		]);
		const kept = async (): Promise<string[]> =>
			(await here.hall.read.selectFrom('knowledge_asked').select('words').orderBy('words').execute()).map(
				({ words }) => words
			);
		expect(await kept()).toEqual(['enrol', '天文馆 门票', '王小明']);
		for (let days = 0; days < 32; days += 1) await tomorrow(here);
		await forgetAsked(here.hall);
		expect(await kept()).toEqual(['enrol', '天文馆 门票']);
	});

	test('the same wish is taken once, and what does not exist is named', async () => {
		const intent = 'knowledge-once';
		const one = granted(await draft({ intent }));
		expect(granted(await draft({ intent, title: { zh: '别的', en: '' } }))).toEqual(one);
		expect(refusal(await draft({ items: ['nothing'] }))).toBe('item-unknown');
		expect(refusal(await draft({ title: { zh: ' ', en: 'x' } }))).toBe('text-needed');
		expect(refusal(await draft({ validUntil: '2026-02-30' }))).toBe('due-day-invalid');
		expect(refusal(await draft({ entry: 999_999 }))).toBe('knowledge-unknown');
		granted(await discardVersion(here.hall, GUIDE, one));
		expect(await knowledgeView(here.hall, CLERK, 'item:nothing')).toBeUndefined();
		expect((await knowledgeView(here.hall, CLERK, 'item:enrol'))?.body?.zh).toContain('材料：');
	});
});
