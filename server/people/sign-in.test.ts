import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { getStaff } from '#db/people.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { openWindow } from '../windows/state.ts';
import { SYSTEM } from './access.ts';
import { hashOf } from './secrets.ts';
import { sessionOf } from './sessions.ts';
import { createLink, signIn, signInByLink, staffOfLink } from './sign-in.ts';

const PASSWORD = '导询台 correct horse';
const WEEK_MIN = 7 * 24 * 60;

describe.each(ENGINES)('%s: signing in', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
		for (const staff of ['1001', '1002', '8001']) {
			const link = await createLink(here.hall, SYSTEM, staff);
			granted(await signInByLink(here.hall, { link, password: PASSWORD, window: null }));
		}
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const byLink = (link: string, password = PASSWORD, window: string | null = null): ReturnType<typeof signIn> =>
		signInByLink(here.hall, { link, password, window });
	const byPassword = (password: string, staff = '1001', window: string | null = null): ReturnType<typeof signIn> =>
		signIn(here.hall, { staff, password, window });
	const whose = async (token: string): Promise<unknown> => (await sessionOf(here.hall, token))?.who;
	const acts = async (since: number): Promise<string[]> =>
		(await linesAfter(here.hall.read, here.hall.id, since)).map((line) => `${line.act} ${line.actor}`);
	const now = (): Promise<number> => newestLine(here.hall.read, here.hall.id);

	describe('by a link', () => {
		test('W-01 sets a password and begins a session; from then on the password will do', async () => {
			const link = await createLink(here.hall, SYSTEM, '9101');
			expect(await staffOfLink(here.hall, link)).toBe('9101');
			expect(refusal(await byPassword(PASSWORD, '9101'))).toBe('wrong-credentials');
			expect(await whose(granted(await byLink(link)))).toEqual({
				role: 'administrator',
				name: 'staff:9101',
				staff: '9101'
			});
			granted(await byPassword(PASSWORD, '9101'));
		});

		test('W-01 works once, also when it is used twice at the same moment', async () => {
			const link = await createLink(here.hall, SYSTEM, '8001');
			const both = await Promise.all([byLink(link, 'first password'), byLink(link, 'other password')]);
			expect(both.filter((one) => one.ok)).toHaveLength(1);
			expect(both.filter((one) => !one.ok).map(refusal)).toEqual(['link-used']);
			expect(await staffOfLink(here.hall, link)).toBeUndefined();
			expect(refusal(await byLink(link))).toBe('link-used');
			const password = both[0].ok ? 'first password' : 'other password';
			granted(await byPassword(password, '8001'));
		});

		test('W-01 ends after seven days; one that nobody made is none', async () => {
			const link = await createLink(here.hall, SYSTEM, '8001');
			await minutes(here, WEEK_MIN - 1);
			expect(await staffOfLink(here.hall, link)).toBe('8001');
			await minutes(here, 1);
			expect(refusal(await byLink(link))).toBe('link-used');
			expect(refusal(await byLink('made-up'))).toBe('link-used');
		});

		test('W-01 wants a password of 8 to 128 characters, and can be used again when it was none', async () => {
			const link = await createLink(here.hall, SYSTEM, '8001');
			for (const password of ['', '1234567', 'x'.repeat(129)]) {
				expect(refusal(await byLink(link, password))).toBe('bad-request');
			}
			granted(await byLink(link, 'x'.repeat(128)));
		});

		test('W-01 is of no use to who is no more on the staff', async () => {
			const link = await createLink(here.hall, SYSTEM, '1003');
			await here.hall.write(({ k }) => k.updateTable('staff').set({ active: 0 }).where('no', '=', '1003').execute());
			expect(refusal(await byLink(link))).toBe('link-used');
			expect(await getStaff(here.hall.read, here.hall.id, '1003')).toMatchObject({ password_hash: null });
		});

		test('S-01 who made it is in the ledger; the secret itself is stored nowhere', async () => {
			const since = await now();
			const link = await createLink(here.hall, SYSTEM, '1002');
			expect(await acts(since)).toEqual(['staff.link-created system']);
			const links = await here.hall.read.selectFrom('sign_in_link').selectAll().execute();
			expect(links.map((one) => one.hash)).toContain(hashOf(link));
			expect(JSON.stringify(links)).not.toContain(link);
		});
	});

	describe('by password', () => {
		test('W-01 a wrong one, an unknown number and one without a password say the same', async () => {
			expect(refusal(await byPassword('wrong password'))).toBe('wrong-credentials');
			expect(refusal(await byPassword(PASSWORD, '4711'))).toBe('wrong-credentials');
			expect(refusal(await byPassword('', '1003'))).toBe('wrong-credentials');
			granted(await byPassword(PASSWORD));
		});

		test('W-01 the fifth wrong one locks the number for five minutes, the right one too', async () => {
			const since = await now();
			for (let i = 0; i < 5; i += 1) expect(refusal(await byPassword('guess'))).toBe('wrong-credentials');
			expect(refusal(await byPassword('guess'))).toBe('locked');
			expect(refusal(await byPassword(PASSWORD))).toBe('locked');
			expect(refusal(await byPassword(PASSWORD, '1002'))).toBe('not refused');
			await minutes(here, 5);
			granted(await byPassword(PASSWORD));
			expect((await acts(since)).filter((act) => act.endsWith('1001'))).toEqual([
				...Array<string>(4).fill('staff.sign-in-failed staff:1001'),
				'staff.locked staff:1001',
				'staff.signed-in staff:1001'
			]);
		});

		test('W-01 a right one forgives the wrong ones before it', async () => {
			for (const round of [1, 2]) {
				for (let i = 0; i < 4; i += 1) expect(refusal(await byPassword('guess'))).toBe('wrong-credentials');
				expect(refusal(await byPassword(PASSWORD)), `round ${round}`).toBe('not refused');
			}
		});

		test('W-01 guesses sent all at once are counted each', async () => {
			const guesses = await Promise.all(Array.from({ length: 5 }, () => byPassword('guess', '1002')));
			expect(guesses.map(refusal)).toEqual(Array(5).fill('wrong-credentials'));
			expect(refusal(await byPassword(PASSWORD, '1002'))).toBe('locked');
			await minutes(here, 5);
			granted(await byPassword(PASSWORD, '1002'));
		});

		test('W-01 the right one among a dozen sent at once comes too late', async () => {
			const wrong = Array.from({ length: 12 }, () => byPassword('guess', '1002'));
			expect(refusal(await byPassword(PASSWORD, '1002'))).toBe('locked');
			await Promise.all(wrong);
			await minutes(here, 5);
		});

		test('W-01 a new link opens a locked number', async () => {
			for (let i = 0; i < 5; i += 1) await byPassword('guess', '1002');
			granted(await byLink(await createLink(here.hall, SYSTEM, '1002')));
			granted(await byPassword(PASSWORD, '1002'));
		});
	});

	describe('to a window', () => {
		test('W-01 the session knows it', async () => {
			const token = granted(await byPassword(PASSWORD, '1001', '2'));
			expect(await whose(token)).toEqual({ role: 'clerk', name: 'staff:1001', staff: '1001', window: '2' });
		});

		test('W-01 only to one that is there, is the own, and where nobody else sits', async () => {
			expect(refusal(await byPassword(PASSWORD, '1001', '99'))).toBe('window-unknown');
			expect(refusal(await byPassword(PASSWORD, '1001', '3'))).toBe('not-allowed');
			granted(await openWindow(here.hall, CLERK, '1', '1002'));
			await here.look();
			expect(await byPassword(PASSWORD, '1001', '1')).toMatchObject({ refusal: 'window-taken', detail: '1002' });
			granted(await byPassword(PASSWORD, '1002', '1'));
		});

		test('W-01 a guide sits at no window', async () => {
			const link = await createLink(here.hall, SYSTEM, '8001');
			expect(refusal(await byLink(link, PASSWORD, '3'))).toBe('not-allowed');
			granted(await byLink(link));
		});

		test('W-01 a link that asks for a wrong window is not used up', async () => {
			const link = await createLink(here.hall, SYSTEM, '1001');
			expect(refusal(await byLink(link, PASSWORD, '3'))).toBe('not-allowed');
			granted(await byLink(link, PASSWORD, '1'));
		});
	});
});
