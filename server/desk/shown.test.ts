import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { granted, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { shownTicket } from './shown.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };

describe.each(ENGINES)('%s: a slip that is held before a scanner', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine);
		await tomorrow(here);
	});
	afterAll(() => here.close());

	test('T-04 is the ticket of today, as its number finds it', async () => {
		const { ticket } = await here.take('enrol');
		const byToken = granted(await shownTicket(here.hall, GUIDE, ticket.token));
		expect(byToken).toEqual(granted(await shownTicket(here.hall, GUIDE, ticket.number.toLowerCase())));
		expect(byToken.id).toBe(ticket.id);
	});

	test('T-04 of another day finds nobody, least of all who has its number now', async () => {
		const old = await here.take('enrol');
		const day = today(here.hall);
		await tomorrow(here);
		while ((await here.take('enrol')).ticket.number < old.ticket.number);
		expect(await shownTicket(here.hall, GUIDE, old.ticket.token)).toMatchObject({
			ok: false,
			refusal: 'ticket-other-day',
			detail: day
		});
		const now = granted(await shownTicket(here.hall, GUIDE, old.ticket.number));
		expect(now.id).not.toBe(old.ticket.id);
	});

	test('T-04 with a secret of somebody’s own making is nobody’s', async () => {
		const { ticket } = await here.take('enrol');
		const forged = `${ticket.token.split('.')[0] ?? ''}.${'x'.repeat(22)}`;
		for (const shown of [forged, `zzz.${'x'.repeat(22)}`, 'Z999', ''])
			expect(refusal(await shownTicket(here.hall, GUIDE, shown))).toBe('ticket-unknown');
	});
});
