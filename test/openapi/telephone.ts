import { expect } from 'vitest';
import type { Document } from 'yaml';
import { OPERATIONS } from '#server/api/list.ts';
import { signIn } from '../form.ts';
import { newIntent, type Running } from '../running.ts';
import { linkOf } from '../server.ts';

/** A line, the guide's telephone, and a gateway that nobody answers at. */
export function withTelephone(file: Document): void {
	file.setIn(
		['telephone'],
		file.createNode({
			lines: [{ code: 'main', name: { zh: '总机', en: 'Main line' }, number: '88300000' }],
			extensions: [{ extension: '8001', staff: '8001' }],
			messages: { kind: 'webhook', url: 'http://127.0.0.1:9/send' }
		})
	);
	file.setIn(['policies', 'telephone'], file.createNode({ retryMinutes: [], nuisance: { leastCalls: 1 } }));
	file.setIn(['departments', 0, 'phone'], '0500-8830021');
}

/** Whose keys are needed. */
type Keys = 'telephone' | 'administrator';

type Body = Record<string, unknown>;
type Ask = (name: string, id?: number, body?: object) => Promise<Body>;

/** Asks as somebody who is signed in, and fails the test when it is refused or says a word that is not described. */
async function asker(hall: Running<Keys>, role: string, used: Set<string>): Promise<Ask> {
	const { url } = hall.server;
	const link = new URL(linkOf(hall.server, role), url).searchParams.get('link') ?? '';
	const { cookie } = await signIn(url, { link, password: 'correct horse' });
	return async (name, id = 0, body = {}) => {
		const operation = OPERATIONS.find(({ method, path }) => `${method} ${path}` === name);
		if (!operation) throw new Error(`no operation ${name}`);
		used.add(name);
		const path = operation.path.replace('{id}', String(id)).replace('{question}', encodeURIComponent('人社局'));
		const sent = operation.method === 'POST' ? JSON.stringify(body) : null;
		const headers = { 'content-type': 'application/json', cookie };
		const response = await fetch(`${url}/api/v1${path}`, { method: operation.method, headers, body: sent });
		const answer = (await response.json()) as Body;
		expect([name, response.status, response.status === operation.status ? '' : answer]).toEqual([
			...[name, operation.status, '']
		]);
		expect(operation.answer.parse(answer)).toEqual(answer);
		return answer;
	};
}

/** Everything that is done at the telephone: by the exchange, by a guide, by a supervisor. */
export async function telephone(hall: Running<Keys>, used: Set<string>): Promise<void> {
	const guide = await asker(hall, 'guide', used);
	const boss = await asker(hall, 'supervisor', used);
	const exchange = hall.as('telephone');
	const call = newIntent();
	const tell = async (event: string, more: object = {}): Promise<number> => {
		used.add('POST /telephone/events');
		const told = { call, event, at: Date.now(), line: '88300000', caller: '13900000031', ...more };
		const { status, body } = await exchange.ask<{ calls: { id: number }[] }>('POST', '/telephone/events', {
			events: [told]
		});
		expect([status, body.calls.length]).toEqual([200, 1]);
		return body.calls[0]?.id ?? 0;
	};
	await guide('POST /telephone/seat', 0, { state: 'ready' });
	await tell('ringing');
	const id = await tell('answered', { extension: '8001' });
	const inCall = (name: string, body: object = {}): Promise<Body> =>
		guide(`POST /telephone/calls/{id}/${name}`, id, body);
	await guide('GET /telephone/directory/{question}');
	await inCall('refer', { key: 'department:hrss', number: '0500-8830021' });
	await inCall('check', { checked: ['name', 'code'], agrees: true });
	await inCall('transfer', { to: '1001', consent: true });
	await inCall('number');
	const answer = { way: 'phone', text: '请带身份证原件。', consent: true, intent: newIntent() };
	const sent = await inCall('answer', answer);
	await inCall('print', { text: '请带身份证原件。' });
	await inCall('call-back', { about: '转接未成', ownNumber: true, consent: true, failed: '1001' });
	await inCall('nuisance', { text: '反复来电' });
	await tell('ended');
	await record(hall, { guide, id });
	const kinds = sent['takes'] as string[];
	const wish = { about: '想了解进度', text: '请回电', kind: kinds[0] ?? '', intent: newIntent() };
	if (kinds.length > 0) await inCall('case', wish);
	else used.add('POST /telephone/calls/{id}/case');
	await inCall('summary', { class: 'consult', text: '问参保' });
	await byHand(guide);
	await blocks(hall, boss, used);
	// The round that sends may not have come yet: then there is nothing to be sent again.
	used.add('POST /telephone/messages/{id}/again');
	expect((sent['messages'] as { state: string }[])[0]?.state).toBe('queued');
}

/** How a matter of the caller stands. */
async function record(hall: Running<Keys>, { guide, id }: { guide: Ask; id: number }): Promise<void> {
	const { body } = await hall
		.as('administrator')
		.ask<{ cases: { number: string; kind: string }[] }>('GET', '/cases/list/all');
	const matter = body.cases.find(({ kind }) => kind === 'matter');
	await guide('POST /telephone/calls/{id}/record', id, { code: matter?.number ?? '' });
}

async function byHand(guide: Ask): Promise<void> {
	const begun = await guide('POST /telephone/calls', 0, { line: 'main', rangSeconds: 3, intent: newIntent() });
	const { id } = begun['current'] as { id: number };
	for (const act of ['hold', 'resume', 'end']) await guide(`POST /telephone/calls/{id}/${act}`, id);
	await guide('POST /telephone/calls/{id}/summary', id, { class: 'other' });
}

/** Confirmed by a supervisor, asked by the exchange, and lifted. */
async function blocks(hall: Running<Keys>, boss: Ask, used: Set<string>): Promise<void> {
	const { nuisance } = await boss('GET /telephone');
	const [{ id } = { id: 0 }] = nuisance as { id: number }[];
	await boss('POST /cases/{id}/act', id, { act: 'confirm' });
	used.add('POST /telephone/blocked');
	const { body } = await hall.as('telephone').ask('POST', '/telephone/blocked', { number: '13900000031' });
	expect(body).toMatchObject({ blocked: true });
	await boss('POST /telephone/blocks/{id}/lift', id);
}
