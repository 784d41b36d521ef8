import { expect, test } from 'vitest';
import { Bench } from './bench.svelte.ts';

const FAULT = {
	device: 'east-1',
	path: '/dev/devices/fault',
	body: { device: 'east-1', fault: 'paper-out', on: true }
};

/** A server that answers when the test says so. */
function server(): { asked: string[]; send: typeof fetch; answer: (response: Response | Error) => void } {
	const asked: string[] = [];
	const waiting: ((response: Response | Error) => void)[] = [];
	return {
		asked,
		send: (address, init) => {
			asked.push(JSON.stringify([address, init?.body]));
			return new Promise((resolve, reject) => {
				waiting.push((response) => {
					if (response instanceof Error) reject(response);
					else resolve(response);
				});
			});
		},
		answer: (response) => waiting.shift()?.(response)
	};
}

test('a fault is asked for once while the answer is on its way', async () => {
	const { asked, send, answer } = server();
	const bench = new Bench(send);
	const turned = bench.turn(FAULT);
	await bench.turn(FAULT);
	expect(asked).toEqual([JSON.stringify([FAULT.path, JSON.stringify(FAULT.body)])]);
	expect(bench.busy.has('east-1')).toBe(true);
	answer(new Response('{}'));
	await turned;
	expect([bench.busy.size, bench.problem]).toEqual([0, null]);
});

test.each([
	[new Response('{"code":"not-allowed"}', { status: 403 }), 'not-allowed'],
	[new Response('<html>', { status: 502 }), 'offline'],
	[new TypeError('network'), 'offline']
])('what was refused stands beside its device', async (response, code) => {
	const { send, answer } = server();
	const bench = new Bench(send);
	const turned = bench.turn(FAULT);
	answer(response);
	await turned;
	expect(bench.problem).toEqual({ device: 'east-1', code });
});
