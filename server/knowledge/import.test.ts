import { afterAll, beforeAll, expect, test } from 'vitest';
import { LONG_HALL } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { importEntries } from './import.ts';
import { openViews } from './view.ts';

let here: TestHall;
beforeAll(async () => {
	here = await testHall('sqlite', LONG_HALL);
});
afterAll(() => here.close());

const CSV = `kind,title,body,keywords,department,public
way,停车场,从北口进入,车位；车库,,
question,社保卡怎么补,"到1号窗口，带身份证",,hrss,是
way,,没有标题,,,
question,找谁,请打 139-0000-0000,,,是
nonsense,错类,内容,,,
`;

test('Q-01 Q-04 a spreadsheet becomes drafts to be reviewed; bad lines are told by their number, taken once only', async () => {
	const first = await importEntries(here.hall, { text: CSV, json: false });
	expect(first.taken).toBe(2);
	expect(first.faults.map(({ line, fault }) => [line, fault.split(':')[0]])).toEqual([
		[4, 'title'],
		[5, 'knowledge-sensitive'],
		[6, 'kind']
	]);
	const again = await importEntries(here.hall, { text: CSV, json: false });
	expect([again.taken, again.faults.length]).toEqual([2, 3]);
	const waiting = (await openViews(here.hall, SUPERVISOR)).filter(({ state }) => state === 'review');
	expect(waiting.map(({ title, keywords, public: shown }) => [title.zh, keywords, shown])).toEqual([
		['停车场', ['车位', '车库'], false],
		['社保卡怎么补', [], true]
	]);
});

test('the same as JSON, with lists and truth as they are', async () => {
	const text = JSON.stringify([{ kind: 'fee', title: '工本费', body: '20元', keywords: ['收费'], authorised: false }]);
	expect(await importEntries(here.hall, { text, json: true })).toEqual({ taken: 1, faults: [] });
});
