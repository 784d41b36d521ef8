import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ROOT } from '#test/server.ts';

/** How many windows can call at the same moment. */
export const WINDOWS = 32;

/**
 * The sample hall with one window for each of 32 callers, all of which serve every queue, so that a bench needs no
 * matching of windows and queues; everything else, devices too, is as it ships.
 */
export function benchHall(): string {
	const document = parseDocument(readFileSync(join(ROOT, 'hall.yaml'), 'utf8'));
	const file = document.toJS() as {
		windows: { zone: string }[];
		queues: { code: string }[];
		zones: { code: string }[];
	};
	const queues = file.queues.map((queue) => queue.code);
	for (let i = 0; i < WINDOWS; i += 1) {
		const zone = file.windows[i]?.zone ?? file.zones[0]?.code;
		document.setIn(['windows', i], document.createNode({ code: i + 1, zone, queues }));
	}
	file.queues.forEach((_, i) => document.deleteIn(['queues', i, 'cap']));
	const staff = Array.from({ length: WINDOWS }, (_, i) => ({
		no: 5001 + i,
		name: `${String(i + 1)}号岗`,
		role: 'clerk'
	}));
	for (const one of staff) document.addIn(['staff'], document.createNode(one));
	return document.toString();
}
