import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter } from '#db/ledger.ts';
import { getDelivery } from '#db/matters.ts';
import { personalOf } from '#db/personal.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { actOnCase } from '../cases/act.ts';
import { caseView } from '../cases/view.ts';
import { accept } from '../matters/accept.ts';
import { forgetPersonal } from '../personal/forget.ts';
import { maskedPerson } from '../personal/keep.ts';
import type { Result } from '../result.ts';
import { callNext } from '../tickets/call.ts';
import { start } from '../tickets/serve.ts';
import { ticketView } from '../tickets/view.ts';
import { openWindow } from '../windows/state.ts';
import type { DeliveryWish } from './ask.ts';
import { addDeliveryTo, endDelivery, openDelivery, sendDelivery } from './move.ts';

const HALL = LONG_HALL.replace('staff:\n', 'staff:\n  - { no: 9001, name: 值班长, role: supervisor }\n');
const ONE = clerkAt('1');
const HOME: DeliveryWish = {
	name: '王小明',
	phone: '138 0000 1234',
	address: '某某市某某区某某路12号3单元401室',
	consent: true
};
const DAY_MS = 86_400_000;

describe.each(ENGINES)('%s: the result sent home', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		granted(await openWindow(here.hall, ONE, '1', '1001'));
		await here.look();
	});
	afterAll(() => here.close());

	const serving = async (): Promise<{ id: number; token: string }> => {
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, ONE, '1'));
		granted(await start(here.hall, ONE, ticket.id));
		return { id: ticket.id, token: ticket.token };
	};
	const accepted = async (
		delivery: DeliveryWish | null = HOME
	): Promise<{ matter: number; token: string; id: number }> => {
		const { id, token } = await serving();
		const matter = granted(await accept(here.hall, ONE, id, { delivery })).matter.case;
		const of = (await caseView(here.hall, ONE, matter))?.matter?.delivery;
		return { matter, token, id: of?.id ?? 0 };
	};

	test.each<[string, string, Partial<DeliveryWish>]>([
		['without consent', 'consent-needed', { consent: false }],
		['to a telephone that is none', 'phone-invalid', { phone: '12ab' }],
		['to nowhere', 'text-needed', { address: ' ' }]
	])('W-14 nothing is accepted %s, and nothing is written', async (_, code, change) => {
		const { id, token } = await serving();
		const wish = { delivery: { ...HOME, ...change } };
		expect(refusal(await accept(here.hall, ONE, id, wish))).toBe(code);
		expect(await ticketView(here.hall, token)).toMatchObject({ step: 'serving', matters: [] });
		granted(await accept(here.hall, ONE, id, { delivery: null }));
	});

	test('W-14 asked, sent with its number, delivered; the visitor sees each step', async () => {
		const { id, token } = await accepted();
		const seen = async (): Promise<unknown> => (await ticketView(here.hall, token))?.matters[0]?.delivery;
		expect(await seen()).toEqual({ state: 'asked', carrier: null, waybill: null });
		expect(refusal(await endDelivery(here.hall, ONE, id, 'delivered'))).toBe('wrong-state');
		expect(refusal(await sendDelivery(here.hall, ONE, id, { carrier: 'EMS', waybill: ' ' }))).toBe('text-needed');
		granted(await sendDelivery(here.hall, ONE, id, { carrier: 'EMS', waybill: 'EZ0001' }));
		expect(await seen()).toEqual({ state: 'sent', carrier: 'EMS', waybill: 'EZ0001' });
		granted(await endDelivery(here.hall, ONE, id, 'delivered'));
		expect(await seen()).toMatchObject({ state: 'delivered' });
	});

	test('W-14 one that came back can be sent again, a second one at once cannot', async () => {
		const { id, matter } = await accepted();
		expect(refusal(await addDeliveryTo(here.hall, ONE, matter, HOME))).toBe('delivery-exists');
		granted(await sendDelivery(here.hall, ONE, id, { carrier: '', waybill: 'EZ0002' }));
		granted(await endDelivery(here.hall, ONE, id, 'returned'));
		const again = granted(await addDeliveryTo(here.hall, ONE, matter, HOME));
		expect(again).toMatchObject({ state: 'asked', case: matter });
		granted(await endDelivery(here.hall, ONE, again.id, 'cancel'));
	});

	test('T-01 name, telephone and address stand nowhere but sealed, and open only where they were kept', async () => {
		const { id } = await accepted();
		const other = (await accepted()).id;
		const rows = await personalOf(here.hall.read, { hall: here.hall.id, subject: 'delivery', of: id });
		expect(rows.map((row) => row.field)).toEqual(['address', 'name', 'phone']);
		expect(JSON.stringify(rows)).not.toMatch(/王小明|13800001234|某某/);
		const lines = await linesAfter(here.hall.read, here.hall.id, 0);
		expect(JSON.stringify(lines)).not.toMatch(/王小明|13800001234|某某路/);
		const key = join(here.hall.dataDir, 'keys', 'personal.key');
		expect([readFileSync(key).length, statSync(key).mode & 0o777]).toEqual([32, 0o600]);
		await here.hall.write(({ k }) =>
			sql`update personal set sealed = (select sealed from personal p where p."of" = ${id} and p.field = 'name')
				where "of" = ${other} and field = 'name'`.execute(k)
		);
		expect((await maskedPerson(here.hall, { subject: 'delivery', of: other }))?.name).toBeNull();
	});

	test('T-01 it is shown masked; opened for a reason, which the ledger keeps', async () => {
		const { id, matter } = await accepted();
		const view = await caseView(here.hall, ONE, matter);
		expect(view?.matter?.delivery?.person).toEqual({
			name: '王**',
			phone: '138****1234',
			address: '某某市某某区****',
			gone: false
		});
		expect(refusal(await openDelivery(here.hall, clerkAt('2'), id, 'call'))).toBe('delivery-unknown');
		const auditor = { role: 'auditor', name: 'staff:9201', staff: '9201' } as const;
		expect(refusal(await openDelivery(here.hall, auditor, id, 'call'))).toBe('not-allowed');
		const before = await lastSeq();
		expect(granted(await openDelivery(here.hall, ONE, id, 'call'))).toEqual({
			name: '王小明',
			phone: '13800001234',
			address: HOME.address
		});
		const [line] = await linesAfter(here.hall.read, here.hall.id, before);
		expect(line).toMatchObject({ act: 'personal.opened', actor: 'staff:1001' });
		expect(JSON.parse(line?.body ?? '')).toMatchObject({
			of: id,
			reason: 'call',
			fields: ['name', 'phone', 'address']
		});
	});

	test('T-01 it is deleted when its time is over: some days after the end, or at most a year', async () => {
		const { id } = await accepted();
		const lost = (await accepted()).id;
		granted(await sendDelivery(here.hall, ONE, id, { carrier: '', waybill: 'EZ0003' }));
		granted(await endDelivery(here.hall, ONE, id, 'delivered'));
		await here.clock.advance(29 * DAY_MS);
		await forgetPersonal(here.hall);
		expect(await maskedPerson(here.hall, { subject: 'delivery', of: id })).toMatchObject({ gone: false });
		await here.clock.advance(2 * DAY_MS);
		await forgetPersonal(here.hall);
		await forgetPersonal(here.hall);
		const gone = { name: null, phone: null, address: null, gone: true };
		expect(await maskedPerson(here.hall, { subject: 'delivery', of: id })).toEqual(gone);
		expect(refusal(await openDelivery(here.hall, SUPERVISOR, id, 'check'))).toBe('personal-gone');
		expect(await maskedPerson(here.hall, { subject: 'delivery', of: lost })).toMatchObject({ gone: false });
		await here.clock.advance(335 * DAY_MS);
		await forgetPersonal(here.hall);
		expect(await maskedPerson(here.hall, { subject: 'delivery', of: lost })).toEqual(gone);
		const lines = await linesAfter(here.hall.read, here.hall.id, (await lastSeq()) - 5);
		expect(lines.filter((line) => line.act === 'personal.deleted').length).toBeGreaterThan(0);
	});

	test('W-14 nothing is sent for a matter that is over, or of which one knows nothing', async () => {
		const { matter } = await accepted(null);
		expect(refusal(await addDeliveryTo(here.hall, clerkAt('2'), matter, HOME))).toBe('matter-unknown');
		granted(await actOnCase(here.hall, ONE, matter, { act: 'withdraw', text: '申请人撤回', days: null }));
		expect(refusal(await addDeliveryTo(here.hall, ONE, matter, HOME))).toBe('case-closed');
		expect(await getDelivery(here.hall.read, here.hall.id, 999_999)).toBeUndefined();
		const never: Result<unknown> = await endDelivery(here.hall, ONE, 999_999, 'cancel');
		expect(refusal(never)).toBe('delivery-unknown');
	});

	async function lastSeq(): Promise<number> {
		const row = await here.hall.read.selectFrom('hall').select('seq').executeTakeFirstOrThrow();
		return row.seq;
	}
});
