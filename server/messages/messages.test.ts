import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { personalOf } from '#db/personal.ts';
import { linesAfter } from '#db/ledger.ts';
import { getMessage } from '#db/phone-messages.ts';
import type { PhoneMessageRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, minutes, refusal } from '#test/fixtures/days.ts';
import { phoneHall } from '#test/fixtures/telephone.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { slipLines } from '../devices/slip.ts';
import type { Who } from '../people/who.ts';
import { hearEvents } from '../telephone/events.ts';
import { forgetPhones } from '../telephone/forget.ts';
import { telephoneView } from '../telephone/view.ts';
import { printAnswer } from './print.ts';
import { sendAgain, sendAnswer, type MessageWish } from './queue.ts';
import { sendMessages } from './work.ts';

const SECRET = 'a secret of the gateway';
const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const CLERK: Who = { role: 'clerk', name: 'staff:1001', staff: '1001' };
const TEXT = '请带身份证原件到东厅1号窗口办理参保登记。';
const WISH: MessageWish = { way: 'phone', to: '', text: TEXT, consent: true, override: false, intent: 'm-0' };

describe.each(ENGINES)('%s: P-11 an answer too long to write down', (engine) => {
	let here: TestHall;
	let gateway: Server;
	let status = 200;
	let call = 0;
	const posted: { headers: IncomingHttpHeaders; body: string }[] = [];
	beforeAll(async () => {
		gateway = createServer((request, response) => {
			let body = '';
			request.on('data', (bytes: Buffer) => (body += bytes.toString()));
			request.on('end', () => {
				posted.push({ headers: request.headers, body });
				response.writeHead(status).end();
			});
		});
		await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', () => resolve()));
		const { port } = gateway.address() as AddressInfo;
		here = await testHall(engine, phoneHall({ url: `http://127.0.0.1:${String(port)}/send` }));
		const of = {
			call: 'm-1',
			at: here.clock.now(),
			line: 'main',
			caller: '13900000021',
			extension: '8001',
			staff: null
		};
		const events = (['ringing', 'answered'] as const).map((event) => ({ ...of, event }));
		const key: Who = { role: 'telephone', name: 'key:phone' };
		call = granted(await hearEvents(here.hall, key, 'api', events))[0]?.id ?? 0;
	});
	afterAll(async () => {
		await new Promise((resolve) => gateway.close(resolve));
		await here.close();
	});

	let intents = 0;
	const send = (more: Partial<MessageWish> = {}): ReturnType<typeof sendAnswer> => {
		intents += 1;
		return sendAnswer(here.hall, GUIDE, call, { ...WISH, intent: `m-${String(intents)}`, ...more });
	};
	const stored = async ({ id }: PhoneMessageRow): Promise<PhoneMessageRow | undefined> =>
		getMessage(here.hall.read, here.hall.id, id);

	test('without the secret nothing is sent, and it says so', async () => {
		const row = granted(await send());
		await sendMessages(here.hall);
		expect(await stored(row)).toMatchObject({ state: 'queued', attempts: 1, reason: 'no-secret' });
		mkdirSync(join(here.hall.dataDir, 'keys'), { recursive: true });
		writeFileSync(join(here.hall.dataDir, 'keys', 'messages.secret'), `${SECRET}\n`);
		await minutes(here, 1);
		await sendMessages(here.hall);
		expect(await stored(row)).toMatchObject({ state: 'sent', attempts: 2, next_at: null });
		const [{ headers, body } = { headers: {}, body: '' }] = posted;
		expect(JSON.parse(body)).toEqual({ id: String(row.id), way: 'phone', to: '13900000021', text: TEXT, from: '小厅' });
		const signed = `${String(headers['x-guidedesk-timestamp'])}.${body}`;
		const signature = `sha256=${createHmac('sha256', SECRET).update(signed).digest('hex')}`;
		expect(headers['x-guidedesk-signature']).toBe(signature);
	});

	test('who calls agrees, where to is an address, and no forbidden wording goes out', async () => {
		expect(refusal(await send({ consent: false }))).toBe('consent-needed');
		expect(refusal(await send({ way: 'email', to: 'nowhere' }))).toBe('email-invalid');
		expect(refusal(await send({ to: '12' }))).toBe('phone-invalid');
		expect(refusal(await send({ text: ' ' }))).toBe('text-needed');
		expect(refusal(await send({ text: '急什么，这不归我管。' }))).toBe('wording');
		expect(refusal(await sendAnswer(here.hall, CLERK, call, { ...WISH, intent: 'm-other' }))).toBe('not-your-call');
		const row = granted(await send({ way: 'email', to: 'someone@example.org', intent: 'm-same' }));
		expect(granted(await send({ intent: 'm-same' })).id).toBe(row.id);
		await sendMessages(here.hall);
		expect(JSON.parse(posted.at(-1)?.body ?? '')).toMatchObject({ way: 'email', to: 'someone@example.org' });
	});

	test('what fails is tried again with growing waits, then given up, shown, and sent once more by hand', async () => {
		status = 503;
		const row = granted(await send());
		for (const wait of [0, 1, 5, 30, 120]) {
			await minutes(here, wait);
			await sendMessages(here.hall);
			await sendMessages(here.hall);
		}
		expect(await stored(row)).toMatchObject({ state: 'failed', attempts: 5, reason: 'http-503' });
		const alarms = async (): Promise<string[]> =>
			(await liveAlarms(here.hall.read, here.hall.id))
				.filter(({ key }) => key === String(row.id))
				.map(({ kind }) => kind);
		expect(await alarms()).toEqual(['phone-message-failed']);
		const of = { hall: here.hall.id, subject: 'phone-message', of: row.id } as const;
		const [address] = await personalOf(here.hall.read, of);
		const { keepDaysAfter } = here.hall.setup.policies.personal;
		expect(address?.delete_at).toBe(here.clock.now() + keepDaysAfter * 86_400_000);
		const [shown] = (await telephoneView(here.hall, GUIDE)).messages;
		expect(shown).toMatchObject({ id: row.id, state: 'failed', to: '139****0021' });
		expect(refusal(await sendAgain(here.hall, CLERK, row.id))).toBe('message-unknown');
		status = 200;
		granted(await sendAgain(here.hall, GUIDE, row.id));
		expect(await alarms()).toEqual([]);
		await sendMessages(here.hall);
		expect(await stored(row)).toMatchObject({ state: 'sent' });
		status = 422;
		const wrong = granted(await send());
		await sendMessages(here.hall);
		expect(await stored(wrong)).toMatchObject({ state: 'failed', attempts: 1, reason: 'http-422' });
		status = 200;
	});

	test('as a slip it comes out beside the desk, gateway or none, and its wording is checked', async () => {
		const print = (text: string): ReturnType<typeof printAnswer> =>
			printAnswer(here.hall, GUIDE, call, { text, lang: 'zh-CN', override: false });
		expect([refusal(await print(' ')), refusal(await print('急什么，这不归我管。'))]).toEqual([
			'text-needed',
			'wording'
		]);
		const slip = granted(await print(TEXT));
		expect(slip).toMatchObject({ kind: 'answer', ticket: null, group: 'main', state: 'queued' });
		const lines = await slipLines(here.hall, slip, 48);
		expect(lines).toContainEqual({ type: 'text', text: TEXT });
		expect(lines).toContainEqual({ type: 'pair', left: '答复人工号', right: '8001' });
	});

	test('T-01 neither text nor address stands in the ledger, and the text is forgotten in time', async () => {
		const bodies = (await linesAfter(here.hall.read, here.hall.id, 0)).map((line) => line.body).join('\n');
		for (const secret of [TEXT, '13900000021', 'someone@example.org']) expect(bodies).not.toContain(secret);
		await here.clock.advance(31 * 86_400_000);
		await forgetPhones(here.hall);
		const [shown] = (await telephoneView(here.hall, GUIDE)).messages;
		expect((await getMessage(here.hall.read, here.hall.id, shown?.id ?? 0))?.text).toBe('');
	});
});
