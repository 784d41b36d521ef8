import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '#display/ask.ts';
import type { BroadcastPart, KeptService, LoanView } from '#server/views.ts';
import { deskTicket, deskView } from '#test/fixtures/desk.ts';
import { FIRE } from '#test/fixtures/incidents.ts';
import { NOW, text } from '#test/fixtures/screens.ts';
import { DeskWork } from '../desk.svelte.ts';
import { LoansSheet } from '../loans/loans.svelte.ts';
import { ServicesSheet } from '../services/services.svelte.ts';
import { IncidentSheet } from './incident.svelte.ts';

const sent: { path: string; body?: unknown }[] = [];
let desk: DeskWork;

const tap = async (...codes: string[]): Promise<void> => {
	for (const code of codes) {
		desk.press({ code, repeat: false, typing: false });
		await new Promise((resolve) => setTimeout(resolve));
	}
};

const loan: LoanView = {
	...{ id: 9, good: 'glasses', name: text('老花镜', 'Glasses'), desk: 'main', state: 'out', number: null, tag: 'T1' },
	...{ lentAt: NOW, lentBy: '8001', dueAt: NOW, overdue: false, phone: null }
};
const copying: KeptService = {
	...{ code: 'copying', name: text('复印', 'Copies'), kind: 'copying', zone: 'east', place: null, places: 1 },
	...{ state: 'working', waiting: 3, counted: false, since: null, by: null, crowded: false }
};
const part: BroadcastPart = {
	reached: null,
	texts: [{ code: 'evacuate', name: text('疏散', 'Evacuate'), text: text('请离开', 'Leave'), calm: false }],
	...{ live: null, recent: [], starts: true, timeZone: 'Asia/Shanghai' }
};

function open(live: BroadcastPart['live'] = null): void {
	sent.length = 0;
	const view = deskView({
		incidents: { kinds: [{ code: 'fire', name: text('火情', 'Fire'), severity: 1 }], open: [FIRE], ...part, live },
		loans: {
			goods: [{ code: 'glasses', name: loan.name, desk: 'main', count: 2, left: 1, contents: [] }],
			out: [loan]
		},
		services: [copying]
	});
	desk = new DeskWork(view, {
		today: () => '2026-11-23',
		intent: () => 'intent-1',
		ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => {
			if (method === 'POST') sent.push({ path, body });
			return Promise.resolve({ ok: true, value: path === '/incidents' ? { id: 7 } : deskTicket({}) } as Answer<T>);
		}
	});
}

beforeEach(() => {
	open();
});

test('G-04 S and a figure record an incident; then a figure grades it, and A goes', async () => {
	await tap('KeyS', 'Digit1');
	expect(sent).toEqual([{ path: '/incidents', body: { what: 'fire', intent: 'intent-1' } }]);
	await tap('Digit2', 'KeyA');
	expect(sent.slice(1)).toEqual([
		{ path: '/incidents/7/severity', body: { severity: 2 } },
		{ path: '/cases/7/act', body: { act: 'acknowledge' } }
	]);
	await tap('Escape', 'Escape');
	expect(desk.panel).toBeNull();
});

test('G-04 a broadcast wants a second key, Y; any other tells nobody anything', async () => {
	await tap('KeyS', 'KeyB', 'Digit1', 'Enter', 'Digit1');
	expect(sent).toEqual([]);
	await tap('KeyD', 'KeyY');
	const body = { code: 'evacuate', drill: true, incident: null, confirmed: true, intent: 'intent-1' };
	expect(sent).toEqual([{ path: '/broadcasts', body }]);
	expect(desk.panel).toBeInstanceOf(IncidentSheet);
});

test('G-04 E asks for the end, or confirms what another has asked for, as the server allows', async () => {
	const live = {
		...{ id: 5, code: 'evacuate', text: text('请离开', 'Leave'), short: text('走', 'GO'), drill: false, calm: false },
		...{ startedAt: NOW, startedBy: '8001', asked: null }
	};
	open({ ...live, allowed: ['ask'] });
	await tap('KeyS', 'KeyE', 'KeyK');
	expect(sent).toEqual([{ path: '/broadcasts/5/ask-end', body: {} }]);
	open({ ...live, asked: { by: '8002', until: NOW }, allowed: ['confirm', 'keep'] });
	await tap('KeyS', 'KeyE', 'KeyK');
	expect(sent.map(({ path }) => path)).toEqual(['/broadcasts/5/confirm-end', '/broadcasts/5/keep']);
});

test('G-06 L and a figure lend to the number on the desk; without one a tag is asked for', async () => {
	await tap('KeyL', 'Digit1');
	expect([sent, desk.panel instanceof LoansSheet && desk.panel.step]).toEqual([[], 'whom']);
	await tap('Escape', 'Escape');
	await desk.find('A026');
	await tap('KeyL', 'Digit1');
	const of = { good: 'glasses', desk: 'main', ticket: deskTicket({}).id, intent: 'intent-1' };
	expect(sent).toEqual([{ path: '/loans', body: of }]);
	await tap('KeyR', 'Digit1', 'Digit2');
	expect(sent[1]).toEqual({ path: '/loans/9/end', body: { as: 'damaged' } });
});

test('G-09 F, a state by its letter, and who waits by plus and minus', async () => {
	await tap('KeyF', 'KeyX', 'Equal', 'Minus');
	expect(desk.panel).toBeInstanceOf(ServicesSheet);
	expect(sent).toEqual([
		{ path: '/services/copying', body: { state: 'out-of-order' } },
		{ path: '/services/copying', body: { waiting: 4 } },
		{ path: '/services/copying', body: { waiting: 2 } }
	]);
});
