import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesAfter } from '#db/ledger.ts';
import type { KnowledgeRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, refusal } from '#test/fixtures/days.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { countQuestion } from '../knowledge/asked.ts';
import { approveVersion, submitDraft } from '../knowledge/publish.ts';
import { askedWeeks, silentFigures, topics } from '../knowledge/topics.ts';
import { searchKnowledge } from '../knowledge/view.ts';
import { draftEntry, type DraftWish } from '../knowledge/write.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import { faqView } from './faq.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const HALL = LONG_HALL.replace('policies:\n', 'policies:\n  questions: { keptBack: [拆迁补偿方案] }\n').replace(
	'timeZone: Asia/Shanghai',
	"timeZone: Asia/Shanghai\n  phone: '0518-85801234'"
);
const BLANK: Omit<DraftWish, 'intent' | 'title' | 'body'> = {
	...{ kind: 'question', keywords: [], department: null, authorised: true, ask: { zh: '', en: '' }, items: [] },
	...{ agreed: false, public: true, validUntil: null, entry: null }
};

describe.each(ENGINES)('%s: public questions', (engine) => {
	let here: TestHall;
	let intents = 0;
	let seen = 0;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
		await here.hall.knowledge.load(here.hall);
	});
	afterAll(() => here.close());

	const draft = (title: string, body: string, wish: Partial<DraftWish> = {}): Promise<Result<KnowledgeRow>> =>
		draftEntry(here.hall, GUIDE, {
			...BLANK,
			...{ title: { zh: title, en: '' }, body: { zh: body, en: '' }, intent: `faq-intent-${String(++intents)}` },
			...wish
		});
	const submit = async (title: string, body: string, wish: Partial<DraftWish> = {}): Promise<Result<KnowledgeRow>> => {
		const { entry } = granted(await draft(title, body, wish));
		return submitDraft(here.hall, GUIDE, { entry, version: 1, override: false });
	};
	const published = async (title: string, body: string, wish: Partial<DraftWish> = {}): Promise<void> => {
		const { entry } = granted(await submit(title, body, wish));
		granted(await approveVersion(here.hall, SUPERVISOR, { entry, version: 1 }));
		const lines = await linesAfter(here.hall.read, here.hall.id, seen);
		seen = lines.at(-1)?.seq ?? seen;
		here.hall.knowledge.take(here.hall, lines, false);
	};
	const shown = async (question = ''): Promise<string[]> =>
		(await faqView(here.hall, question)).entries.map((entry) => entry.question.zh);

	test('Q-07 what was reviewed and is marked public stands there, newest first; nothing else does, searched or not', async () => {
		await published('灵活就业怎么参保', '带身份证到1号窗口。');
		await published('灵活就业内部口径', '先核对台账。', { public: false });
		granted(await submit('灵活就业能补缴吗', '可以。'));
		await published('退休证丢了怎么办', '可在窗口补办，电话 0518-85801234。');
		expect(await shown()).toEqual(['退休证丢了怎么办', '灵活就业怎么参保']);
		expect(await shown('灵活就业')).toEqual(['灵活就业怎么参保']);
		expect(await shown('天文馆门票')).toEqual([]);
	});

	test.each([
		['请打 0512-66667777 找老张', 'telephone'],
		['3号窗口工作人员李小明态度恶劣', 'named'],
		['拆迁补偿方案下月公布', 'word'],
		['证件号 999999199001011234', 'identity']
	])('Q-07 %s is refused with its place', async (body, kind) => {
		const result = await submit('怎么办', body);
		expect([refusal(result), JSON.stringify(result)]).toEqual(['knowledge-sensitive', expect.stringContaining(kind)]);
	});

	test('Q-02 Q-07 what the desk may not answer, or is no question, is never public', async () => {
		expect(refusal(await draft('稳岗返还', '见文件', { authorised: false }))).toBe('knowledge-not-public');
		expect(refusal(await draft('停车场', '北口', { kind: 'way' }))).toBe('knowledge-not-public');
	});

	test('Q-05 the agreed answer to a difficult question comes before others that are as near', async () => {
		await published('异地就医怎么备案', '到9号窗口。', { public: false });
		await published('异地就医备案', '先备案，再就医。', { public: false, agreed: true });
		const { hits } = await searchKnowledge(here.hall, CLERK, '异地就医怎么备案');
		expect(hits.slice(0, 2).map(({ title, agreed }) => [title.zh, agreed])).toEqual([
			['异地就医备案', true],
			['异地就医怎么备案', false]
		]);
	});

	test('Q-06 what is asked most and where the base is silent, by week and month', async () => {
		for (let times = 0; times < 3; times += 1) await countQuestion(here.hall, '天文馆门票');
		for (let times = 0; times < 4; times += 1) await countQuestion(here.hall, '退休证丢了怎么办');
		await countQuestion(here.hall, '只有一个人问');
		const week = await topics(here.hall, 'week');
		expect(week.asked.map(({ times }) => times)).toEqual([4, 3]);
		expect(week.silent.map(({ words }) => words)).toEqual(['天文馆门票']);
		const range = { from: week.from, to: week.to, fromAt: 0, untilAt: 0 };
		expect((await silentFigures(here.hall, range)).rows).toEqual([['天文馆门票', 3]]);
		const [row] = (await askedWeeks(here.hall, range)).rows;
		expect(row?.slice(1)).toEqual([8, 4, 0.5]);
	});
});
