/**
 * Simulated devices by HTTP, for tests and for programs of others; on the loopback address alone.
 *
 * `GET /` everything · `GET /printer/pictures/0.svg` a piece of paper, the newest last · `PUT /printer/faults`
 * `{"paper-out": true}` · `POST /reader/card` `{"what": "1"}`, `POST /evaluator-1/key` `{"what": 5}`, `POST /scanner/code`
 * `{"what": "A001"}`, `POST /printer/reboot`.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimulatedDevice } from './device.ts';

/** A question takes no more than this, bytes. */
const LONGEST = 10_000;

interface Answer {
	status: number;
	type: 'application/json' | 'image/svg+xml';
	body: string;
}

export interface Api {
	url: string;
	close(): Promise<void>;
}

/** Opens the door for programs. Rejects where the port is taken. */
export async function openApi(
	port: number,
	devices: readonly SimulatedDevice[],
	facts: Readonly<Record<string, string>>
): Promise<Api> {
	const server = createServer((request, response) => {
		void handle(request, devices, facts).then((answer) => {
			send(response, answer);
		});
	});
	await listen(server, port);
	return {
		url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => {
					resolve();
				});
			})
	};
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
	response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

const json = (status: number, value: unknown): Answer => ({
	status,
	type: 'application/json',
	body: `${JSON.stringify(value, null, '\t')}\n`
});
const wrong = (status: number, problem: string): Answer => json(status, { problem });

async function handle(
	request: IncomingMessage,
	devices: readonly SimulatedDevice[],
	facts: Readonly<Record<string, string>>
): Promise<Answer> {
	// A page of a browser must not play with what a hall under test hangs on.
	if (request.headers.origin !== undefined) return wrong(403, 'not from a page');
	const { method, url = '/' } = request;
	const [code = '', ...more] = url.slice(1).split('/');
	if (code === '' && method === 'GET') return json(200, { ...facts, devices: devices.map(stateOf) });
	const device = devices.find((one) => one.code === code);
	if (!device) return wrong(404, `no device ${code}; there are: ${devices.map((one) => one.code).join(', ')}`);
	return method === 'GET' ? look(device, more) : change(device, `${method ?? ''} ${more.join('/')}`, request);
}

function look(device: SimulatedDevice, [what, name = '']: string[]): Answer {
	return what === undefined || what === '' ? json(200, stateOf(device)) : picture(device, name);
}

async function change(device: SimulatedDevice, wish: string, request: IncomingMessage): Promise<Answer> {
	const body = await readBody(request);
	if (!body) return wrong(400, 'a JSON object is expected');
	return wish === 'PUT faults' ? turn(device, body) : useHand(device, wish.replace('POST ', ''), body);
}

function stateOf(device: SimulatedDevice): object {
	const { code, knows, hands } = device;
	const shows = device.shows();
	return { code, knows, faults: device.faults(), hands: Object.keys(hands), shows: shows.map(({ text }) => text) };
}

function picture(device: SimulatedDevice, name: string): Answer {
	const svg = device.shows().at(Number.parseInt(name, 10))?.svg;
	return svg ? { status: 200, type: 'image/svg+xml', body: svg } : wrong(404, 'no such picture');
}

/** All of the wanted faults, or none where one is not known. */
function turn(device: SimulatedDevice, body: Record<string, unknown>): Answer {
	const wanted = Object.entries(body);
	const bad = wanted.find(([fault, on]) => !device.knows.includes(fault) || typeof on !== 'boolean');
	if (bad) return wrong(400, `${bad[0]}: true or false for one of ${device.knows.join(', ')}`);
	for (const [fault, on] of wanted) device.setFault(fault, on === true);
	return json(200, stateOf(device));
}

function useHand(device: SimulatedDevice, name: string, body: Record<string, unknown>): Answer {
	const hand = Object.entries(device.hands).find(([one]) => one === name)?.[1];
	if (!hand) return wrong(404, `${device.code} has ${Object.keys(device.hands).join(', ') || 'nothing to do by hand'}`);
	const what = typeof body['what'] === 'string' || typeof body['what'] === 'number' ? String(body['what']) : '';
	return hand.act(what) ? json(200, stateOf(device)) : wrong(400, `${name} cannot be done with ${what}`);
}

/** The object that was sent; empty when nothing was, undefined when it is none. */
async function readBody(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
	let text = '';
	for await (const piece of request) {
		text += String(piece);
		if (text.length > LONGEST) return undefined;
	}
	if (text === '') return {};
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
