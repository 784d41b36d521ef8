import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATIONS } from '#server/api/list.ts';
import { problem } from '#server/api/shapes.ts';
import { dayOf } from '#server/rules/day.ts';
import { noonZone } from './fixtures/booking.ts';
import { keeping } from './fixtures/keeping.ts';
import { liveHall } from './fixtures/live-hall.ts';
import { house, withRounds } from './openapi/house.ts';
import { complaints } from './openapi/complaints.ts';
import { questions } from './openapi/questions.ts';
import { incidents } from './openapi/incidents.ts';
import { leases } from './openapi/leases.ts';
import { guides } from './openapi/guides.ts';
import { said } from './openapi/say.ts';
import { devices } from './openapi/devices.ts';
import { slips } from './openapi/slips.ts';
import { ask as watch, line } from './watcher.ts';
import { telephone, withTelephone } from './openapi/telephone.ts';
import { newIntent, runOnAll, type OnAll, type Running } from './running.ts';

/* The API is what its description says: judged by the specification's own schema, and by every answer it gives. */

/** Taken once: what is noon somewhere changes with the hour, and at midnight the day with it. */
const ZONE = noonZone();

type Keys = 'administrator' | 'guide' | 'display' | 'supervisor' | 'telephone';
let halls: OnAll<Keys>;
beforeAll(async () => {
	const bookable = liveHall((file) => {
		file.setIn(['hall', 'timeZone'], ZONE);
		file.setIn(['items', 0, 'appointments'], { slotMinutes: 5, perSlot: 50, daysAhead: 1 });
		file.setIn(['policies', 'appointments'], { earlyMinutes: 1440 });
		file.setIn(['policies', 'offline'], { lease: { numbers: 2 } });
		file.setIn(['items', 0, 'trueWill'], true);
		file.addIn(['staff'], { no: '8101', name: '联络岗', role: 'liaison', department: 'hrss' });
		keeping(file);
		withRounds(file);
		withTelephone(file);
	});
	halls = await runOnAll(bookable, ['administrator', 'guide', 'display', 'supervisor', 'telephone']);
});
afterAll(() => halls.end());

test('the served description is valid OpenAPI 3.1, names every operation and tells every word of an answer', () =>
	halls.each(async (hall) => {
		const response = await fetch(`${hall.server.url}/api/v1/openapi.json`);
		expect(response.headers.get('content-type')).toBe('application/json');
		const document = (await response.json()) as { openapi: string; paths: Record<string, object> };
		const validator = new Validator();
		expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
		expect([validator.version, document.openapi]).toEqual(['3.1', '3.1.0']);
		const described = Object.entries(document.paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
		);
		expect(described.toSorted()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted());
	}));

test('every operation answers in its shape, word for word, and a refusal in its own', { timeout: 120_000 }, () =>
	halls.each(async (hall) => {
		const used = new Set<string>();
		const ask = (operation: string, values: Record<string, string> = {}, body: object = {}): Promise<Answer> => {
			used.add(operation);
			return answered(hall, operation, { values, body, by: 'administrator' });
		};
		const issue = (): Promise<Answer> => ask('POST /tickets', {}, { item: 'enrol', intent: newIntent() });
		const at = { code: '1' };
		await ask('POST /windows/{code}/open', at);
		const first = await issue();
		const id = String(first['id']);
		const token = String(first['token']);
		await ask('GET /tickets/{token}', { token });
		await ask('GET /tickets/{token}/proof', { token });
		await ask('GET /tickets/{token}/proof/{seq}', { token, seq: '1' });
		await ask('POST /windows/{code}/next', at);
		await ask('POST /tickets/{id}/recall', { id });
		await ask('POST /tickets/{id}/called-out', { id });
		await ask('POST /tickets/{id}/miss', { id });
		await ask('POST /tickets/{id}/undo', { id });
		await ask('POST /tickets/{id}/start', { id });
		await ask('POST /tickets/{id}/park', { id });
		await ask('POST /tickets/{id}/return', { id });
		await ask('POST /tickets/{id}/escort', { id }, { staff: '8001' });
		await ask('POST /tickets/{id}/reached', { id });
		await help(hall, { ask, used }, token);
		await ask('POST /tickets/{id}/class', { id }, { class: 'service', seen: true, reason: 'shown' });
		await ask('POST /windows/{code}/next', at);
		await ask('POST /tickets/{id}/start', { id });
		await ask('POST /tickets/{id}/park', { id });
		await ask('GET /numbers/{number}', { number: String(first['number']) });
		await ask('POST /tickets/{id}/resume', { id });
		for (const [path, values] of [
			['/windows', {}],
			['/windows/{code}', at],
			['/zones/{code}/board', { code: 'east' }],
			['/queues', {}],
			['/items', {}]
		] as const) {
			await ask(`GET ${path}`, values);
		}
		await ask('POST /tickets/{id}/transfer', { id }, { queue: 'homes' });
		await ask('GET /numbers/{number}', { number: String(first['number']) });
		await ask('POST /tickets/{id}/void', { id }, { reason: 'torn' });
		const next = await issue();
		const second = String(next['id']);
		const own = { token: String(next['token']) };
		await ask('POST /slips/{id}/reprint', { id: second });
		await ask('POST /windows/{code}/next', at);
		await ask('POST /tickets/{id}/start', { id: second });
		await ask('POST /tickets/{id}/greet', { id: second }, { mark: 'welcomed' });
		await talk(hall, Number(second), { ask, used });
		await ask('POST /tickets/{id}/finish', { id: second });
		await ratings(hall, { ask, used });
		await ask('GET /tickets/{token}', own);
		await ask('POST /tickets/{id}/cancel', { id: String((await issue())['id']) }, { reason: 'left' });
		await ask('POST /windows/{code}/pause', at, { reason: 'lunch', minutes: 20 });
		await ask('POST /windows/{code}/wrap-up', at);
		await ask('POST /windows/{code}/offer', at, { to: '1002' });
		await ask('POST /windows/{code}/text', at, { text: '请在这里签字' });
		await ask('GET /alarms');
		await ask('GET /figures/{from}/{to}', { from: '2026-11-01', to: '2026-11-30' });
		await ask('GET /zones/{code}/board', { code: 'east' });
		await ask('POST /windows/{code}/close', at);
		await ask('POST /windows/{code}/open', at);
		await ask('POST /windows/{code}/release', at, { reason: 'gone home' });
		await ask('GET /tickets/{id}/history', { id });
		await issue();
		await ask('GET /days/{day}/balance', { day: 'today' });
		await appointments(hall, ask);
		await matters(hall, ask, (name) => used.add(name));
		await notices(ask);
		await complaints(ask);
		await knowledge(hall, ask, (name) => used.add(name));
		await questions(ask);
		await incidents(hall.as('administrator'), ask, (name) => used.add(name));
		await house(ask, (name) => used.add(name), ZONE);
		await telephone(hall, used);
		await said(ask);
		await leases(ask);
		await guides(ask);
		await devices(ask);
		await slips(ask);
		await ask('POST /days/today/end');
		await ask('POST /days/today/open');
		used.add('POST /alarms/{id}/seen');
		expect([...used].toSorted()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted());
		const unknown = await hall.as('administrator').ask('POST', '/alarms/1/seen', {});
		expect([unknown.status, problem.parse(unknown.body).code]).toEqual([404, 'alarm-unknown']);
		const refused = await hall.as().ask('POST', '/windows/1/next', {});
		expect(problem.parse(refused.body)).toEqual(refused.body);
	})
);

/** A matter accepted, handed over, decided and sent home; by a program, which is nobody to accept a hand-over. */
async function matters(hall: Running<Keys>, ask: Ask, used: (name: string) => void): Promise<void> {
	const at = { code: '1' };
	await ask('POST /windows/{code}/open', at, { staff: '1001' });
	const home = { name: '王小明', phone: '13800001234', address: '某某市某某区某某路12号', consent: true };
	const accepted = async (delivery: object | null): Promise<string> => {
		const { id, token } = await ask('POST /tickets', {}, { item: 'enrol', intent: newIntent() });
		for (let called = 0; called !== id;) {
			called = Number((await ask('POST /windows/{code}/next', at))['id']);
			await ask('POST /tickets/{id}/start', { id: String(called) });
			if (called !== id) await ask('POST /tickets/{id}/finish', { id: String(called) });
		}
		await ask('POST /tickets/{id}/accept', { id: String(id) }, { delivery });
		await ask('GET /tickets/{token}', { token: String(token) });
		const list = await ask('GET /cases/list/{list}', { list: 'all' });
		return String((list['cases'] as { id: number }[]).at(-1)?.id);
	};
	const one = { id: await accepted(null) };
	await ask('POST /cases/{id}/offer', one, { to: '1002' });
	await ask('POST /cases/{id}/withdraw', one);
	for (const name of ['accept', 'decline', 'take']) {
		used(`POST /cases/{id}/${name}`);
		expect((await hall.as('administrator').ask('POST', `/cases/${one.id}/${name}`, {})).status).toBeGreaterThan(400);
	}
	const sent = { id: String((await ask('POST /matters/{id}/delivery', one, home))['id']) };
	await ask('POST /deliveries/{id}/sent', sent, { carrier: 'EMS', waybill: 'EZ1' });
	await ask('POST /deliveries/{id}/returned', sent);
	const again = { id: String((await ask('POST /matters/{id}/delivery', one, home))['id']) };
	await ask('POST /deliveries/{id}/cancel', again);
	const other = { id: await accepted(home) };
	const view = await ask('GET /cases/{id}', other);
	const { delivery } = view['matter'] as { delivery: { id: number } };
	const post = { id: String(delivery.id) };
	await ask('POST /deliveries/{id}/sent', post, { waybill: 'EZ2' });
	await ask('POST /deliveries/{id}/delivered', post);
	await ask('POST /cases/{id}/act', other, { act: 'grant' });
	await ask('POST /cases/{id}/act', other, { act: 'tell-by-courier' });
	// Names are opened by people, not by programs of the administration.
	used('POST /deliveries/{id}/open');
	used('POST /cases/{id}/open');
	const opened = await hall.as('administrator').ask('POST', `/deliveries/${post.id}/open`, { reason: 'call' });
	expect([opened.status, problem.parse(opened.body).code]).toEqual([403, 'not-allowed']);
}

/** An entry written by one, reviewed by another, found, renewed and taken back. */
async function knowledge(hall: Running<Keys>, ask: Ask, used: (name: string) => void): Promise<void> {
	const title = { zh: '停车场入口', en: 'Car park' };
	const text = { kind: 'way', title, body: { zh: '从北口进入', en: 'By the north gate' } };
	const own = async (name: string, values: Record<string, string>, body: object): Promise<Answer> => {
		used(name);
		return answered(hall, name, { values, body, by: 'guide' });
	};
	const drafted = async (): Promise<{ entry: string; version: string }> => {
		const made = await own('POST /knowledge', {}, { ...text, intent: newIntent() });
		return { entry: String(made['entry']), version: String(made['version']) };
	};
	const one = await drafted();
	await own('POST /knowledge/{entry}/{version}/rewrite', one, { ...text, keywords: ['车位'] });
	await own('POST /knowledge/{entry}/{version}/submit', one, {});
	await ask('GET /knowledge/open');
	await ask('POST /knowledge/{entry}/{version}/return', one, { reason: '请写明楼层' });
	await own('POST /knowledge/{entry}/{version}/submit', one, {});
	await ask('POST /knowledge/{entry}/{version}/approve', one);
	await ask('GET /knowledge/search/{question}', { question: 'enrol' });
	await ask('POST /knowledge/asked', {}, { question: '停车' });
	await ask('GET /knowledge/{key}', { key: `entry:${one.entry}` });
	await ask('GET /knowledge/{key}', { key: 'item:enrol' });
	await ask('POST /knowledge/{entry}/{version}/retire', one, { reason: '不再适用' });
	await ask('POST /knowledge/{entry}/{version}/discard', await drafted());
}

/** What is missing is told, brought and told again; a refusal, another no; papers taken in and given back. */
async function notices(ask: Ask): Promise<void> {
	const serve = async (ticket: Answer | null): Promise<{ id: string }> => {
		const mine = ticket ?? (await ask('POST /tickets', {}, { item: 'enrol', intent: newIntent() }));
		for (let called = 0; called !== mine['id'];) {
			called = Number((await ask('POST /windows/{code}/next', { code: '1' }))['id']);
			await ask('POST /tickets/{id}/start', { id: String(called) });
			if (called !== mine['id']) await ask('POST /tickets/{id}/finish', { id: String(called) });
		}
		return { id: String(mine['id']) };
	};
	const first = await serve(null);
	await ask('POST /tickets/{id}/receive', first);
	await ask('POST /tickets/{id}/true-will', first, { mark: 'own' });
	await ask('GET /tickets/{id}/papers', first);
	const free = [{ text: '授权委托书', basis: '民法典第一百六十五条' }];
	const told = await ask('POST /tickets/{id}/notice', first, { intent: newIntent(), materials: [0, 1], free });
	const code = { code: (told['notice'] as { code: string }).code };
	await ask('GET /notices/{code}', code);
	const back = await serve(await ask('POST /notices/{code}/return', code, { intent: newIntent() }));
	await ask('POST /tickets/{id}/papers', back, { came: [0] });
	await ask('GET /tickets/{id}/papers', back);
	const refused = await ask('POST /tickets/{id}/refuse', back, { intent: newIntent(), free });
	await ask('GET /notices/{code}', { code: (refused['notice'] as { code: string }).code });
	await negative(ask, await serve(null));
}

async function negative(ask: Ask, other: { id: string }): Promise<void> {
	await ask('POST /tickets/{id}/receive', other);
	const [kept] = (await ask('GET /intakes')) as unknown as { id: number }[];
	await ask('POST /intakes/{id}/withdraw', { id: String(kept?.id) }, { reason: '申请人取回' });
	const way = { kind: 'office', words: '市公安局' };
	const no = { intent: newIntent(), what: '此事由公安窗口办理', basis: '进驻事项目录', way };
	const answer = await ask('POST /tickets/{id}/negative', other, no);
	await ask('GET /notices/{code}', { code: (answer['notice'] as { code: string }).code });
}

/** Ratings are given by visitors and by the tablet at a window; a paper form is entered by staff. */
async function ratings(hall: Running<Keys>, { ask, used }: { ask: Ask; used: Set<string> }): Promise<void> {
	const by = (operation: string, who: Keys | undefined, values: Record<string, string>, body = {}): Promise<Answer> => {
		used.add(operation);
		return answered(hall, operation, { values, body, by: who });
	};
	const served = async (): Promise<Answer> => {
		const ticket = await ask('POST /tickets', {}, { item: 'enrol', intent: newIntent() });
		const id = String(ticket['id']);
		await ask('POST /windows/{code}/next', { code: '1' });
		for (const act of ['start', 'finish']) await ask(`POST /tickets/{id}/${act}`, { id });
		return ticket;
	};
	const first = await served();
	const token = String(first['token']);
	const day = dayOf(Date.now(), ZONE);
	const found = await by('GET /ratings/papers/{day}/{number}', 'guide', { day, number: String(first['number']) });
	const leg = (found['services'] as { leg: number }[])[0]?.leg;
	await by('POST /tickets/{token}/rating/shown', undefined, { token }, { leg });
	await by('POST /ratings/papers', 'guide', {}, { leg, grade: 2 });
	await by('GET /ratings/papers', 'guide', {});
	await by('POST /tickets/{token}/rating', undefined, { token }, { grade: 2, reasons: ['slow'], phone: '13900000000' });
	const { cases } = await ask('GET /cases/list/{list}', { list: 'all' });
	const bad = (cases as { id: number; kind: string }[]).find(({ kind }) => kind === 'rating');
	await by('POST /cases/{id}/open', 'supervisor', { id: String(bad?.id) }, { reason: 'call' });
	await served();
	const tablet = await line(hall.server.url, hall.keys.display);
	const watched = await watch(tablet, 'rate', '1');
	tablet.disconnect();
	const once = watched.ok ? (watched.view.ask?.token ?? '') : '';
	await by('POST /ratings/asks/{token}/shown', 'display', { token: once });
	await by('POST /ratings/asks/{token}', 'display', { token: once }, { grade: 5, indicators: { attitude: 4 } });
	await by('GET /ratings/summary', undefined, {});
	await by('GET /ratings/summary/{month}', undefined, { month: day.slice(0, 7) });
}

type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Answer>;

/** What a visitor says is taken down, and read by who supervises; whom it is from is opened by people only. */
async function talk(
	hall: Running<Keys>,
	ticket: number,
	{ ask, used }: { ask: Ask; used: Set<string> }
): Promise<void> {
	const wish = { kind: 'praise', text: '办得很好', ticket, name: '王小明', intent: newIntent() };
	const { id } = await ask('POST /opinions', {}, wish);
	const day = dayOf(Date.now(), ZONE);
	expect(await ask('GET /opinions/{from}/{to}', { from: day, to: day })).toHaveLength(1);
	used.add('POST /opinions/{id}/open');
	const opened = await hall.as('administrator').ask('POST', `/opinions/${String(id)}/open`, { reason: 'call' });
	expect(opened.status).toBe(403);
}

/** Everything that is done with appointments, on the last two slots of a day of which half is left. */
async function appointments(hall: Running<Keys>, ask: Ask): Promise<void> {
	const now = dayOf(Date.now(), ZONE);
	const offered = await ask('GET /items/{code}/slots/{day}', { code: 'enrol', day: now });
	const [slot, later] = (offered['slots'] as { at: number }[]).slice(-2);
	if (!slot || !later) throw new Error('no slot is left today');
	const book = (): Promise<Answer> =>
		ask('POST /appointments', {}, { item: 'enrol', slot: slot.at, intent: newIntent() });
	const of = (one: Answer): Record<string, string> => ({
		token: String(one['token']),
		code: String(one['code']),
		day: now
	});
	const first = of(await book());
	await ask('GET /appointments/{token}', first);
	await ask('POST /appointments/{token}/move', first, { slot: later.at });
	await ask('POST /appointments/{token}/cancel', first);
	const second = of(await book());
	await ask('POST /appointments/day/{day}/{code}/move', second, { slot: later.at, reason: 'asked at the desk' });
	await ask('POST /appointments/day/{day}/{code}/cancel', second, { reason: 'asked at the desk' });
	await ask('POST /check-ins', {}, { code: of(await book())['code'], intent: newIntent() });
	await ask('POST /appointments/{token}/check-in', of(await book()), { intent: newIntent() });
	await ask('GET /appointments/day/{day}', { day: now });
	await ask('GET /desk/hoarding');
	expect((await hall.as().ask('GET', '/desk/hoarding')).status).toBe(401);
}

/** Somebody calls for help with a number; whoever goes is a person, not a program. */
async function help(hall: Running<Keys>, { ask, used }: { ask: Ask; used: Set<string> }, token: string): Promise<void> {
	const call = { token: String((await ask('POST /help', {}, { token }))['token']) };
	await ask('GET /help/{token}', call);
	for (const act of ['come', 'there']) {
		used.add(`POST /help-calls/{id}/${act}`);
		expect((await hall.as('guide').ask('POST', `/help-calls/1/${act}`, {})).status).toBe(404);
	}
	await ask('POST /help/{token}/call-off', call);
}

type Answer = Record<string, unknown>;

/** Asks one operation of the list, and fails the test when it is refused or says a word that is not described. */
async function answered(
	hall: Running<Keys>,
	name: string,
	{ values, body, by }: { values: Record<string, string>; body: object; by: Keys | undefined }
): Promise<Answer> {
	const operation = OPERATIONS.find(({ method, path }) => `${method} ${path}` === name);
	if (!operation) throw new Error(`no operation ${name}`);
	const path = operation.path.replace(/\{(\w+)\}/g, (_, word: string) => values[word] ?? '');
	const answer = await hall.as(by).ask<Answer>(operation.method, path, operation.method === 'POST' ? body : undefined);
	expect([name, answer.status, answer.status === operation.status ? '' : answer.body]).toEqual([
		name,
		operation.status,
		''
	]);
	// What a shape does not know it leaves out: equal means that every word is described.
	expect(operation.answer.parse(answer.body)).toEqual(answer.body);
	return answer.body;
}
