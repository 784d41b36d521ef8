import { expect } from 'vitest';
import type { Api } from '../api.ts';
import { newIntent } from '../running.ts';

type Answer = Record<string, unknown>;
type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Answer>;

/** Incidents and a broadcast, loans and free services; by a program, which is nobody to end an alert or to open a telephone. */
export async function incidents(api: Api, ask: Ask, used: (name: string) => void): Promise<void> {
	const { id } = await ask('POST /incidents', {}, { what: 'equipment', zone: 'east', intent: newIntent() });
	const one = { id: String(id) };
	await ask('POST /incidents/{id}/severity', one, { severity: 2 });
	await ask('POST /incidents/{id}/told', one, { contact: 'clinic' });
	await ask('POST /windows/{code}/silent-call', { code: '1' }, { intent: newIntent() });
	await ask('GET /broadcasts/now');
	const told = { code: 'stay', drill: true, incident: id, confirmed: true, intent: newIntent() };
	const live = { id: String((await ask('POST /broadcasts', {}, told))['id']) };
	await ask('GET /broadcasts/now');
	await ask('GET /incidents');
	for (const name of ['ask-end', 'confirm-end', 'keep']) {
		used(`POST /broadcasts/{id}/${name}`);
		const answer = await api.ask<{ code: string }>('POST', `/broadcasts/${live.id}/${name}`, {});
		expect([answer.status, answer.body.code]).toEqual([403, 'broadcast-person']);
	}
	await loans(api, ask, used);
}

async function loans(api: Api, ask: Ask, used: (name: string) => void): Promise<void> {
	const lend = { good: 'glasses', desk: 'main', tag: 'T7', phone: '13900000000', intent: newIntent() };
	const loan = { id: String((await ask('POST /loans', {}, lend))['id']) };
	await ask('GET /loans');
	await ask('POST /loans/{id}/end', loan, { as: 'damaged' });
	await ask('POST /stock', {}, { good: 'glasses', desk: 'main', count: 3 });
	used('POST /loans/{id}/open');
	expect((await api.ask('POST', `/loans/${loan.id}/open`, { reason: 'call' })).status).toBe(403);
	await ask('POST /services/{code}', { code: 'terminals' }, { state: 'busy', waiting: 2 });
	await ask('GET /services');
}
