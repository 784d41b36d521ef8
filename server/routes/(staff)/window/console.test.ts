import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Problem } from '#display/ask.ts';
import type { ConsoleView } from '#server/views.ts';
import { CALLED, consoleTicket, consoleView, SERVING, talk } from '#test/fixtures/console.ts';
import { NOW, text } from '#test/fixtures/screens.ts';
import { Console } from './console.svelte.ts';
import { ticketWish } from '../options.ts';

type Reply = Answer<{ console: ConsoleView }>;

const granted = (view: ConsoleView): Reply => ({ ok: true, value: { console: view } });
const refused = (code: Problem['code']): Reply => ({
	ok: false,
	problem: { code, title: '', detail: '', status: 409 }
});
const called = (): ConsoleView => consoleView({ seq: 813, allowed: [], current: consoleTicket() });

const sent: { path: string; body: unknown }[] = [];
const refresh = vi.fn();
let reply: (answer: Reply) => void = () => undefined;

/** A console whose requests wait until the test answers. */
function open(view: ConsoleView): Console {
	return new Console(view, {
		refresh,
		ask: () => Promise.resolve({ ok: false, problem: { code: 'internal', title: '', detail: '', status: 500 } }),
		after: () => () => undefined,
		send: (path, body) => {
			sent.push({ path, body });
			return new Promise((resolve) => {
				reply = resolve;
			});
		}
	});
}

const tap = (desk: Console, ...codes: string[]): void => {
	for (const code of codes) desk.press({ code, repeat: false, typing: false });
};

async function answer(what: Reply): Promise<void> {
	reply(what);
	await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
	sent.length = 0;
	refresh.mockClear();
});

describe('W-13 every action has a key', () => {
	test.each([
		['Space', '/windows/3/next', {}],
		['KeyN', '/windows/3/next', {}],
		['KeyC', '/windows/3/close', {}]
	])('%s at a free window', (code, path, body) => {
		tap(open(consoleView()), code);
		expect(sent).toEqual([{ path, body }]);
	});

	test.each([
		['KeyR', '/tickets/812/recall'],
		['KeyS', '/tickets/812/start'],
		['KeyM', '/tickets/812/miss'],
		['KeyZ', '/tickets/812/undo'],
		['Backspace', '/tickets/812/undo']
	])('%s for a called visitor', (code, path) => {
		const desk = open({ ...called(), undo: { ticket: 812, until: NOW + 10_000 } });
		desk.now = NOW;
		tap(desk, code);
		expect(sent).toEqual([{ path, body: {} }]);
	});

	test.each([
		[['KeyP', 'Digit2'], '/tickets/812/park', { kind: 'papers-kept' }],
		[['KeyP', 'Numpad1'], '/tickets/812/park', { kind: 'papers-missing' }],
		[['KeyP', 'ArrowDown', 'ArrowDown', 'Enter'], '/tickets/812/park', { kind: 'other-step' }],
		[['KeyX', 'Digit1'], '/tickets/812/cancel', { reason: '来宾放弃办理' }]
	])('%j asks one thing more', (codes, path, body) => {
		tap(open(called()), ...codes);
		expect(sent).toEqual([{ path, body }]);
	});

	test('a pause names its reason by its figure', () => {
		tap(open(consoleView()), 'KeyB', 'Digit2');
		expect(sent).toEqual([{ path: '/windows/3/pause', body: { reason: 'break' } }]);
	});

	test('a parked ticket is taken up and a missed one put back by figure', () => {
		tap(open(consoleView()), 'KeyE', 'Digit2');
		tap(open(consoleView()), 'KeyK', 'Digit1');
		expect(sent.map(({ path }) => path)).toEqual(['/tickets/701/resume', '/tickets/690/return']);
	});

	test('a transfer is found by typing, and keys typed are not commands', () => {
		const desk = open(called());
		tap(desk, 'KeyT');
		expect(desk.press({ code: 'KeyN', repeat: false, typing: true })).toBe(false);
		expect(desk.press({ code: 'Digit1', repeat: false, typing: true })).toBe(false);
		desk.type('不动产');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		expect(sent).toEqual([{ path: '/tickets/812/transfer', body: { queue: 'queue-r' } }]);
	});

	test('a transfer never offers the queue the visitor comes from', () => {
		const desk = open(called());
		tap(desk, 'KeyT');
		expect(desk.menu?.shown.map(({ id }) => id)).toEqual([
			'queue queue-b',
			'queue queue-r',
			'window 4',
			'window 12',
			'staff 1024'
		]);
	});

	test('Escape goes back without doing anything', () => {
		const desk = open(called());
		tap(desk, 'KeyP', 'Escape', 'Digit1');
		expect(desk.menu).toBeNull();
		expect(sent).toEqual([]);
		expect(desk.press({ code: 'Escape', repeat: false, typing: false })).toBe(false);
	});

	test('a key held down acts once', () => {
		const desk = open(consoleView());
		desk.press({ code: 'Space', repeat: true, typing: false });
		expect(sent).toEqual([]);
	});

	test('the question mark opens and closes the list of keys', () => {
		const desk = open(consoleView());
		tap(desk, 'Slash');
		expect(desk.help).toBe(true);
		tap(desk, 'Slash');
		expect(desk.help).toBe(false);
	});
});

describe('T-04 a no-show waits for its calls', () => {
	const noShow = (over: object): ConsoleView =>
		consoleView({
			allowed: [],
			current: consoleTicket({
				noShow: { from: null, callsLeft: 2, undelivered: 0, nextFrom: NOW, look: false, ...over }
			})
		});

	test.each([
		[{}, false],
		[{ from: NOW + 1 }, false],
		[{ from: NOW }, true]
	])('%j: pressed %s', (over, isSent) => {
		const desk = open(noShow(over));
		desk.now = NOW;
		tap(desk, 'KeyM');
		expect(sent).toHaveLength(isSent ? 1 : 0);
	});

	test('who needs help is looked for first, and that is said', () => {
		const desk = open(noShow({ from: NOW, look: true }));
		desk.now = NOW;
		tap(desk, 'KeyM');
		expect([desk.menu?.action, sent]).toEqual(['miss', []]);
		tap(desk, 'Digit1');
		expect(sent).toEqual([{ path: '/tickets/812/miss', body: { looked: true } }]);
	});
});

describe('T-05 a claim to priority is settled at the window', () => {
	const ELDER = { code: 'elder', name: text('老年人', 'Elderly'), policy: 'self', confirms: true, proofs: [] } as const;
	const FRAIL = { code: 'frail', name: text('体弱者', 'Frail'), policy: 'desk', confirms: false, proofs: [] } as const;
	const claiming = (over: object): ConsoleView =>
		consoleView({ current: consoleTicket({ class: 'elder', claim: 'open', ...over }), classes: [ELDER, FRAIL] });

	test.each([
		[['Digit1'], { class: 'elder', seen: true }],
		[['Digit2', 'Digit1'], { class: 'ordinary', seen: false, reason: '没有带证件或证明' }],
		[['Digit3', 'Digit1'], { class: 'frail', seen: false, reason: '取号时选错，来宾更正' }]
	])('%j', (codes, body) => {
		tap(open(claiming({})), 'KeyV', ...codes);
		expect(sent).toEqual([{ path: '/tickets/812/class', body }]);
	});

	test('what the desk must see is not confirmed here', () => {
		const desk = open(claiming({ class: 'frail' }));
		tap(desk, 'KeyV');
		expect(desk.menu?.shown.map(({ id }) => id)).toEqual(['ordinary', 'elder']);
	});

	test('an ordinary number is given a class with a reason, one menu after the other', () => {
		const desk = open(claiming({ class: 'ordinary', claim: 'none' }));
		tap(desk, 'KeyV', 'Digit1');
		expect(desk.menu?.after).toEqual(ELDER.name);
		tap(desk, 'Escape');
		expect(desk.menu?.after).toBeNull();
		tap(desk, 'Digit1', 'Digit1');
		expect(sent).toEqual([
			{ path: '/tickets/812/class', body: { class: 'elder', seen: true, reason: '已出示证件或证明' } }
		]);
	});

	test('a hall without classes has nothing to ask', () => {
		const desk = open(consoleView({ current: consoleTicket(), classes: [] }));
		expect(desk.may('class')).toBe(false);
	});
});

describe('W-10 a transfer goes to a queue, a window or a person', () => {
	test('to a person by staff number', () => {
		const desk = open(called());
		tap(desk, 'KeyT');
		desk.type('1024');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		expect(sent).toEqual([{ path: '/tickets/812/transfer', body: { staff: '1024' } }]);
	});

	test('and back to this window, switched by a key that is no letter', () => {
		const desk = open(called());
		tap(desk, 'KeyT');
		desk.press({ code: 'F2', repeat: false, typing: true });
		desk.type('12');
		desk.press({ code: 'Enter', repeat: false, typing: true });
		expect(sent).toEqual([{ path: '/tickets/812/transfer', body: { window: '12', back: true } }]);
	});

	test('no other menu asks for the way back', () => {
		const desk = open(called());
		tap(desk, 'KeyP', 'F2', 'Digit1');
		expect(sent).toEqual([{ path: '/tickets/812/park', body: { kind: 'papers-missing' } }]);
	});
});

test('T-04 a parked ticket that may go back to the order is offered with the missed ones', () => {
	const parked = consoleTicket({ id: 700, step: 'parked', park: 'papers-missing', allowed: ['resume', 'return'] });
	const desk = open(consoleView({ parked: [parked] }));
	tap(desk, 'KeyK', 'Digit2');
	expect(sent).toEqual([{ path: '/tickets/700/return', body: {} }]);
});

describe('what may be done comes from the server', () => {
	test('an action that is not allowed sends nothing', () => {
		const desk = open(consoleView({ allowed: ['open'] }));
		tap(desk, 'Space', 'KeyF', 'KeyB');
		expect(sent).toEqual([]);
	});

	test.each([
		[consoleView({ allowed: ['open'], parked: [], missed: [] }), 'open'],
		[consoleView(), 'next'],
		[called(), 'start'],
		[consoleView({ allowed: [], current: consoleTicket({ step: 'serving', allowed: SERVING }) }), 'finish']
	])('the likely next action is suggested', (view, action) => {
		expect(open(view).suggested).toBe(action);
	});

	test('a menu keeps the ticket it was opened for', async () => {
		const desk = open(called());
		tap(desk, 'KeyP');
		desk.receive(consoleView({ seq: 814, current: consoleTicket({ id: 900, number: 'A027', allowed: CALLED }) }));
		tap(desk, 'Digit1');
		expect(sent[0]?.path).toBe('/tickets/812/park');
		await answer(refused('not-your-ticket'));
	});
});

describe('one action in flight', () => {
	test('two presses of one moment are one call', async () => {
		const desk = open(consoleView());
		tap(desk, 'Space', 'Space', 'KeyC');
		expect(sent).toHaveLength(1);
		expect(desk.busy).toBe('next');
		await answer(granted(called()));
		expect(desk.busy).toBeNull();
		expect(desk.view.current?.number).toBe('A026');
	});

	test('while an answer is awaited no menu opens, no row of a list acts, and nothing changes its look', () => {
		const desk = open(consoleView());
		tap(desk, 'Space', 'KeyB');
		void desk.act(ticketWish(700, 'resume'));
		expect(sent).toHaveLength(1);
		expect([desk.menu, desk.may('next'), desk.suggested]).toEqual([null, true, 'next']);
	});

	test('a refusal is kept with its action until the next one', async () => {
		const desk = open(consoleView());
		tap(desk, 'Space');
		await answer(refused('nobody-waiting'));
		expect(desk.refusal).toEqual({ action: 'next', code: 'nobody-waiting' });
		tap(desk, 'Space');
		expect(desk.refusal).toBeNull();
	});

	test('without an answer nothing is sent again, and the state is asked for', async () => {
		const desk = open(consoleView());
		tap(desk, 'Space');
		await answer(refused('offline'));
		expect(sent).toHaveLength(1);
		expect(refresh).toHaveBeenCalledOnce();
		expect(desk.unconfirmed).toEqual({ action: 'next', seen: false });
		desk.receive(called());
		expect(desk.unconfirmed).toEqual({ action: 'next', seen: true });
	});
});

describe('what arrives', () => {
	test('an older view is dropped', () => {
		const desk = open(called());
		desk.receive(consoleView({ seq: 800 }));
		expect(desk.view.seq).toBe(813);
	});

	test('the lists stand still while they are pointed at', () => {
		const desk = open(consoleView());
		desk.hold();
		desk.receive(consoleView({ seq: 820, parked: [], missed: [] }));
		expect(desk.lists.parked).toHaveLength(2);
		desk.release();
		expect(desk.lists.parked).toHaveLength(0);
	});

	test('what the server says can be undone is undone, in time, also when no list has it any more', () => {
		const desk = open(consoleView({ undo: { ticket: 805, until: 10_000 } }));
		desk.now = 9_000;
		tap(desk, 'KeyZ');
		expect(sent.at(-1)?.path).toBe('/tickets/805/undo');
		sent.length = 0;
		desk.now = 11_000;
		expect(desk.may('undo')).toBe(false);
	});
});

describe('W-01 the seat', () => {
	test('is offered to a colleague from a menu, and the offer can be taken back', () => {
		const desk = open(consoleView({ handTo: '1024', successors: ['1024', '1031'] }));
		tap(desk, 'KeyD');
		expect(desk.menu?.shown.map(({ id }) => id)).toEqual(['keep', '1024', '1031']);
		tap(desk, 'Digit3');
		expect(sent).toEqual([{ path: '/windows/3/offer', body: { to: '1031' } }]);
	});

	test('wraps up by one key', () => {
		tap(open(consoleView()), 'KeyG');
		expect(sent).toEqual([{ path: '/windows/3/wrap-up', body: {} }]);
	});
});

describe('D-05 writing to the visitor', () => {
	test('opens a sheet that takes the keys; Escape leaves it, and a command does nothing meanwhile', () => {
		const desk = open(consoleView());
		tap(desk, 'KeyW');
		expect(desk.panel?.action).toBe('say');
		tap(desk, 'Space');
		expect(sent).toEqual([]);
		tap(desk, 'Escape');
		expect(desk.panel).toBeNull();
		tap(desk, 'Space');
		expect(sent).toHaveLength(1);
	});
});

describe('W-02 the three marks have a key each', () => {
	const mark = { ticket: 812, at: null, until: null };
	const marks = { welcomed: mark, answered: mark, 'seen-off': { ...mark, until: NOW + 1000 } };
	const view = consoleView({ current: consoleTicket({ step: 'serving' }), talk: talk({ marks }) });

	test.each([
		['Digit1', 'welcomed'],
		['Numpad2', 'answered'],
		['Digit3', 'seen-off']
	])('%s sets %s', (code, name) => {
		const desk = open(view);
		desk.now = NOW;
		tap(desk, code);
		expect(sent).toEqual([{ path: '/tickets/812/greet', body: { mark: name } }]);
	});

	test('a figure in a menu is none, nor is the farewell when its time is over', () => {
		const desk = open(view);
		desk.now = NOW + 1000;
		tap(desk, 'Digit3');
		tap(desk, 'KeyB', 'Digit9');
		expect(sent).toEqual([]);
	});
});
