import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { ratingOf } from '#db/ratings.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import type { Given } from './give.ts';
import { enterPaper } from './paper.ts';
import { paperTicket, papersView } from './paper-view.ts';
import { rate } from './rate.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const SUPERVISOR: Who = { role: 'supervisor', name: 'staff:9001', staff: '9001' };
const RATED: Who = { role: 'guide', name: 'staff:1001', staff: '1001' };
const FORM: Given = {
	grade: 2,
	indicators: { efficiency: 2 },
	reasons: ['slow', 'unclear'],
	remark: null,
	phone: null
};

describe.each(ENGINES)('%s: W-12 a paper form is entered by two', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, CHAIN_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		for (const window of ['1', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
	});
	afterAll(() => here.close());

	const served = async (window = '1', item = 'enrol'): Promise<{ leg: number; token: string; number: string }> => {
		await here.take(item);
		const { ticket, leg } = granted(await callNext(here.hall, clerkAt(window), window));
		granted(await start(here.hall, clerkAt(window), ticket.id));
		await minutes(here, 5);
		granted(await finish(here.hall, clerkAt(window), ticket.id, 'done'));
		return { leg: leg.id, token: ticket.token, number: ticket.number };
	};
	const enter = (who: Who, leg: number, form: Partial<Given> = {}): ReturnType<typeof enterPaper> =>
		enterPaper(here.hall, who, leg, { ...FORM, ...form });
	const rating = (leg: number): ReturnType<typeof ratingOf> => ratingOf(here.hall.read, here.hall.id, leg);

	test('both read the same: the service is rated, as if by its visitor, a bad one with its case', async () => {
		const { leg } = await served();
		expect(granted(await enter(GUIDE, leg, { remark: '讲不清' })).state).toBe('entered');
		expect(await rating(leg)).toBeUndefined();
		const reasons = FORM.reasons.toReversed();
		expect(granted(await enter(SUPERVISOR, leg, { reasons })).state).toBe('agreed');
		expect(await rating(leg)).toMatchObject({
			grade: 2,
			efficiency: 2,
			origin: 'paper',
			staff: '1001',
			remark: '讲不清'
		});
		expect((await rating(leg))?.case_id).not.toBeNull();
	});

	test.each([
		['another grade', { grade: 1 }],
		['another indicator', { indicators: { efficiency: 3 } }],
		['another reason', { reasons: ['slow'] }],
		['a telephone more', { phone: '13900000000' }]
	] as [string, Partial<Given>][])('%s: nothing is rated, and it begins anew with whoever comes', async (_, other) => {
		const { leg } = await served();
		granted(await enter(GUIDE, leg));
		expect(granted(await enter(SUPERVISOR, leg, other)).state).toBe('differs');
		expect(await rating(leg)).toBeUndefined();
		expect(granted(await enter(SUPERVISOR, leg)).state).toBe('entered');
		expect(granted(await enter(GUIDE, leg)).state).toBe('agreed');
	});

	test('a telephone that both have read is kept with the case', async () => {
		const { leg } = await served();
		const phone = '13900000000';
		granted(await enter(GUIDE, leg, { phone }));
		const stored = await here.hall.read.selectFrom('rating_paper').select('form').where('leg', '=', leg).execute();
		expect(JSON.stringify(stored)).not.toContain(phone);
		expect(granted(await enter(SUPERVISOR, leg, { phone })).state).toBe('agreed');
		const done = await here.hall.read.selectFrom('rating_paper').select('form').where('leg', '=', leg).execute();
		expect(done).toEqual([{ form: '{}' }]);
	});

	test('one person is not two, and who is rated is neither of them', async () => {
		const { leg } = await served();
		expect(refusal(await enter(RATED, leg))).toBe('own-service');
		granted(await enter(GUIDE, leg));
		expect(refusal(await enter(GUIDE, leg))).toBe('same-person');
		expect(refusal(await enter(RATED, leg))).toBe('own-service');
	});

	test('one rating a service, whichever way it comes first', async () => {
		const { leg, token } = await served();
		granted(await enter(GUIDE, leg));
		granted(await rate(here.hall, VISITOR, token, { ...FORM, leg }));
		expect(refusal(await enter(SUPERVISOR, leg))).toBe('rated-already');
		expect(refusal(await enter(SUPERVISOR, 999_999))).toBe('not-served-yet');
	});

	test('nobody is shown what stands on a form: not the second person, not the list, not the ledger', async () => {
		const { leg, number } = await served();
		const seq = await newestLine(here.hall.read, here.hall.id);
		granted(await enter(GUIDE, leg));
		const [line] = await linesAfter(here.hall.read, here.hall.id, seq);
		expect([line?.act, line?.window, line?.body]).toEqual(['paper.entered', null, JSON.stringify({ leg })]);
		const view = await papersView(here.hall, SUPERVISOR);
		const mine = view.waiting.filter((one) => one.leg === leg);
		expect(mine).toMatchObject([{ number, day: today(here.hall), barred: false }]);
		expect(Object.keys(mine[0] ?? {}).toSorted()).toEqual(['barred', 'day', 'enteredAt', 'leg', 'number', 'window']);
		expect((await papersView(here.hall, GUIDE)).waiting.find((one) => one.leg === leg)?.barred).toBe(true);
	});

	test('a number of a day is found with its services, and why one cannot be entered', async () => {
		const day = today(here.hall);
		await served('3', 'sale');
		const second = granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await start(here.hall, clerkAt('1'), second.ticket.id));
		granted(await finish(here.hall, clerkAt('1'), second.ticket.id, 'done'));
		const found = granted(await paperTicket(here.hall, GUIDE, { day, number: 'h1' }));
		expect(found).toMatchObject({
			number: 'H001',
			services: [{ barred: null, second: false }, { leg: second.leg.id }]
		});
		granted(await enter(GUIDE, second.leg.id));
		const again = granted(await paperTicket(here.hall, GUIDE, { day, number: 'H001' }));
		expect(again.services[1]).toMatchObject({ barred: 'same-person', second: true });
		const other = granted(await paperTicket(here.hall, RATED, { day, number: 'H001' }));
		expect(other.services[1]?.barred).toBe('own-service');
		for (const number of ['H999', 'Z1', '', '!']) {
			expect(refusal(await paperTicket(here.hall, GUIDE, { day, number }))).toBe('ticket-unknown');
		}
	});
});
