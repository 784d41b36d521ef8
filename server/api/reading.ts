import { z } from 'zod';
import { boardNow, queueLines } from '../calls/board.ts';
import { done, refused } from '../result.ts';
import { itemView, waitingByQueue } from '../tickets/kiosk.ts';
import { board as boardShape } from './board-shape.ts';
import { operation, type AnyOperation } from './operation.ts';
import { item } from './item-shapes.ts';
import * as shape from './shapes.ts';

const board = operation({
	method: 'GET',
	path: '/zones/{code}/board',
	right: 'screen:watch',
	summary: 'What the hall screen of a zone shows',
	body: null,
	answer: boardShape,
	status: 200,
	async run({ hall, params }) {
		const view = await boardNow(hall, params['code'] ?? '');
		return view ? done(view) : refused('not-found', params['code']);
	}
});

const queues = operation({
	method: 'GET',
	path: '/queues',
	right: 'queue:read',
	summary: 'All queues: who waits, how long, who is next',
	body: null,
	answer: z.array(shape.queue.extend({ zone: z.string() }).meta({ id: 'QueueOfZone' })),
	status: 200,
	async run({ hall }) {
		const codes = hall.setup.file.queues.map((queue) => queue.code);
		const lines = await queueLines(hall, codes);
		return done(lines.map((line) => ({ ...line, zone: hall.setup.queues.get(line.code)?.zone ?? '' })));
	}
});

const items = operation({
	method: 'GET',
	path: '/items',
	right: null,
	summary: 'All items: materials, fee, days, windows, and whether a number can be taken now',
	body: null,
	answer: z.array(item),
	status: 200,
	async run({ hall }) {
		const waiting = await waitingByQueue(hall);
		const views = hall.setup.file.items.map((one) => itemView(hall, one, waiting.get(one.queue) ?? 0));
		return done(await Promise.all(views));
	}
});

export const READING: AnyOperation[] = [board, queues, items];
