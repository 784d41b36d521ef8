import type { Document } from 'yaml';
import { dayOf } from '#server/rules/day.ts';
import { jpeg } from '../fixtures/jpeg.ts';
import { newIntent } from '../running.ts';

type Answer = Record<string, unknown>;
type Ask = (operation: string, values?: Record<string, string>, body?: object) => Promise<Answer>;

/** A hall with one round of one area a day. */
export function withRounds(file: Document): void {
	file.setIn(['policies', 'inspection'], {
		areas: [{ code: 'hall', zone: 'east', name: { zh: '大厅', en: 'Hall' }, owner: '8001' }],
		criteria: [{ code: 'floor', name: { zh: '地面', en: 'Floor' } }],
		rounds: [{ code: 'evening', name: { zh: '晚巡查', en: 'Evening round' }, by: '23:59' }]
	});
}

/** Orders of the hotline, tasks, notes to staff and a round; a program reads no notes. */
export async function house(ask: Ask, used: (name: string) => void, timeZone: string): Promise<void> {
	const day = dayOf(Date.now(), timeZone);
	const order = { number: newIntent(), receivedAt: new Date(Date.now() - 60_000).toISOString(), content: '坡道被堵' };
	await ask('POST /orders', {}, { orders: [order, { ...order, number: '' }] });
	await ask('POST /orders', {}, { csv: `number,receivedAt,content\n${order.number},${order.receivedAt},again` });
	await ask('GET /orders/list/{list}', { list: 'open' });
	await ask('GET /orders/results/{from}/{to}', { from: day, to: day });
	await ask('POST /tasks', {}, { title: '更新指南', staff: ['1001'], desks: ['main'], day, intent: newIntent() });
	await ask('GET /tasks/list/{list}', { list: 'open' });
	const untilAt = Date.now() + 3_600_000;
	const note = {
		title: '演练',
		text: '三点开始',
		mustRead: true,
		to: { roles: ['clerk'] },
		untilAt,
		intent: newIntent()
	};
	const { note: id } = await ask('POST /staff-notes', {}, note);
	await ask('GET /staff-notes');
	used('POST /staff-notes/{id}/read');
	await ask('POST /staff-notes/{id}/withdraw', { id: String(id) });
	const marks = [{ criterion: 'floor', score: 2, remark: '积水', rectify: {} }];
	const area = { round: 'evening', day, area: 'hall', marks, scoredAt: Date.now(), intent: newIntent() };
	const { inspection } = await ask('POST /inspections', {}, area);
	const photo = { area: 'hall', criterion: 'floor', jpeg: Buffer.from(jpeg()).toString('base64') };
	await ask('POST /inspections/{id}/photos', { id: String(inspection) }, photo);
	await ask('GET /inspections/{day}', { day: 'today' });
}
