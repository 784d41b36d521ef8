import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { CASE } from '#test/fixtures/rows.ts';
import { addCase } from './cases.ts';
import { openDatabase, type Database } from './open.ts';
import { addQuestion, addReferral } from './questions.ts';
import type { QuestionRow, ReferralRow, Tables } from './schema.ts';

const QUESTION: QuestionRow = { hall: 1, case: CASE.id, channel: 'desk', words: '', lang: 'zh-CN', entry: null };
const REFERRAL: ReferralRow = {
	...{ hall: 1, id: 7, day: '2026-11-23', at: 1, staff: '1001', case: null, subject: null },
	...{ place: '海棠路9号', way: '乘3路', body: '{}', lang: 'zh-CN', token: '7.s', intent: 'r1' }
};

type K = Kysely<Tables>;
const NONSENSE: [what: string, write: (k: K) => Promise<unknown>][] = [
	['a question that is no case', (k) => addQuestion(k, { ...QUESTION, case: 99 })],
	['a question by no known way', (k) => addQuestion(k, { ...QUESTION, channel: 'fax' as never })],
	['a referral to nowhere', (k) => addReferral(k, { ...REFERRAL, place: '' })],
	['a referral without a way', (k) => addReferral(k, { ...REFERRAL, way: '' })],
	['a referral of no case', (k) => addReferral(k, { ...REFERRAL, case: 99 })],
	[
		'the same wish twice',
		async (k) => {
			await addReferral(k, REFERRAL);
			await addReferral(k, { ...REFERRAL, id: 8 });
		}
	]
];

describe.each(ENGINES)('T-01 G-03 %s: questions and referrals refuse nonsense by themselves', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		const k = database.write;
		await sql`insert into hall (id, code, name, time_zone, seq) values (1, 'small', '小厅', 'Asia/Shanghai', 9)`.execute(
			k
		);
		await sql`insert into staff (hall, no, name, role, active) values (1, '1001', '一号岗', 'clerk', 1)`.execute(k);
		await addCase(k, {
			...CASE,
			hall: 1,
			kind: 'question',
			owner: '1001',
			first_owner: '1001',
			ticket: null,
			leg: null
		});
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	/** Tries a write and takes it back. */
	const tried = (write: (k: K) => Promise<unknown>): Promise<unknown> =>
		database.write.transaction().execute(async (tx) => {
			await write(tx);
			throw new Error('accepted');
		});

	test('a sound question and a sound referral are accepted', async () => {
		await expect(tried((k) => addQuestion(k, QUESTION))).rejects.toThrow('accepted');
		await expect(tried((k) => addReferral(k, { ...REFERRAL, case: CASE.id }))).rejects.toThrow('accepted');
	});

	test.each(NONSENSE)('%s is refused', async (_, write) => {
		await expect(tried(write)).rejects.not.toThrow('accepted');
	});
});
