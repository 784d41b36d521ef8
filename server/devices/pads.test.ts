import { createServer, type Server, type Socket } from 'node:net';
import { open as openFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { padFrame } from '#printer/input/pad-frames.ts';
import { getWindow } from '#db/windows.ts';
import { linesAfter } from '#db/ledger.ts';
import { ptyPair } from '#test/fakes/pty.ts';
import { LONG_HALL, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { systemClock } from '../clock.ts';
import type { Hall } from '../hall.ts';
import { KeyLines } from '../inputs/lines.ts';
import { act } from './pads.ts';

const withPads = (wire: string): string =>
	LONG_HALL.replace(
		'  buses:\n',
		`  padLines:\n    - { code: pads, wire: ${wire} }\n  pads:\n    - { code: pad-1, line: pads, address: 7, window: 1 }\n  buses:\n`
	);

const NEXT = 10;
const START = 12;
const SOON = { timeout: 15_000, interval: 20 };

let here: TestHall;
afterEach(() => here.close());

/** The hall's own rows with the time of the machine: bytes on a cable do not wait for a clock in a test. */
function live(): Hall {
	return { ...here.hall, clock: systemClock };
}

async function begin(wire: string): Promise<{ refusals: string[]; isUp: (up: boolean) => Promise<void> }> {
	here = await testHall('sqlite', withPads(wire));
	await tomorrow(here);
	const refusals: string[] = [];
	const pads = new KeyLines(live(), {
		onRefused: (window, action, code) => refusals.push(`${window} ${action} ${code}`),
		onTrouble: (error) => {
			throw error;
		}
	});
	onTestFinished(() => pads.close());
	await here.open('1');
	return { refusals, isUp: (up) => vi.waitFor(() => expect(pads.view()[0]?.up).toBe(up), SOON) };
}

const state = async (): Promise<string | undefined> => {
	const row = await getWindow(here.hall.read, here.hall.id, '1');
	const leg =
		row?.leg == null
			? undefined
			: await here.hall.read.selectFrom('leg').select('state').where('id', '=', row.leg).executeTakeFirst();
	return leg?.state;
};

describe('W-13 a serial call pad works the window', () => {
	test('over a serial line: next, start, and again after the cable was pulled', { timeout: 60_000 }, async () => {
		const pty = await ptyPair();
		onTestFinished(() => pty.close());
		const { refusals, isUp } = await begin(`{ kind: serial, path: '${pty.near}', baud: 9600 }`);
		await here.take('enrol');
		const press = async (key: number): Promise<void> => {
			const port = await openFile(pty.far, 'w');
			await port.write(padFrame({ address: 7, command: 1, key }));
			await port.close();
		};
		await isUp(true);
		await press(NEXT);
		await vi.waitFor(async () => expect(await state()).toBe('called'), SOON);
		await pty.unplug();
		await isUp(false);
		await pty.plug();
		await isUp(true);
		await press(START);
		await vi.waitFor(async () => expect(await state()).toBe('serving'), SOON);
		expect(refusals).toEqual([]);
		const lines = await linesAfter(here.hall.read, here.hall.id, 0);
		expect(lines.findLast(({ act: name }) => name === 'ticket.started')?.actor).toBe('device:pad-1');
	});

	test('over TCP: a key sent twice at once is one press, another pad is not ours, and a refusal is told', async () => {
		const { server, port, far } = await listening();
		onTestFinished(() => void server.close());
		const { refusals } = await begin(`{ kind: tcp, host: 127.0.0.1, port: ${String(port)} }`);
		await here.take('enrol');
		await here.take('enrol');
		const socket = await far;
		onTestFinished(() => void socket.destroy());
		const one = padFrame({ address: 7, command: 1, key: NEXT });
		const strange = padFrame({ address: 8, command: 1, key: START });
		const unknown = padFrame({ address: 7, command: 1, key: 99 });
		socket.write(Buffer.concat([one, one, strange, unknown]));
		await vi.waitFor(async () => {
			expect(await state()).toBe('called');
		}, SOON);
		socket.write(padFrame({ address: 7, command: 1, key: 15 }));
		await vi.waitFor(() => {
			expect(refusals).toEqual(['1 pause window-busy']);
		}, SOON);
	});
});

function listening(): Promise<{ server: Server; port: number; far: Promise<Socket> }> {
	return new Promise((resolve) => {
		const server = createServer();
		const far = new Promise<Socket>((found) => server.once('connection', found));
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve({ server, far, port: typeof address === 'object' && address ? address.port : 0 });
		});
	});
}

describe('each key of a pad', () => {
	beforeEach(async () => {
		here = await testHall('sqlite', LONG_HALL);
		await tomorrow(here);
	});

	test('does what the key of the console does, and is refused alike', async () => {
		const pad = { code: 'pad-1', window: '1' };
		const press = async (...actions: Parameters<typeof act>[2][]): Promise<string[]> => {
			const outcomes: string[] = [];
			for (const action of actions) {
				const outcome = await act(here.hall, pad, action);
				outcomes.push(outcome.ok ? 'ok' : outcome.refusal);
			}
			return outcomes;
		};
		await here.take('enrol');
		expect(await press('next', 'start')).toEqual(['window-not-open', 'wrong-state']);
		expect(
			await press('open', 'wrap-up', 'open', 'next', 'recall', 'called-out', 'start', 'welcomed', 'miss', 'finish')
		).toEqual([...['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'], 'wrong-state', 'ok']);
		expect(await press('seen-off', 'welcomed')).toEqual(['ok', 'wrong-state']);
		expect(await press('next', 'pause', 'close')).toEqual(['nobody-waiting', 'ok', 'ok']);
	});
});
