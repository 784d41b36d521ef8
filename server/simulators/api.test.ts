import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openApi } from './api.ts';
import { KINDS } from './kinds.ts';
import { virtualClock } from '#test/fakes/clock.ts';

test('a program that hangs up in the middle of its question ends nothing', async () => {
	const devices = KINDS['printer']?.typed({}, virtualClock()).devices ?? [];
	const api = await openApi(0, devices, {});
	onTestFinished(() => api.close());
	const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
	await once(socket, 'connect');
	socket.write('PUT /printer/faults HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
	// The answer to a whole question behind it shows that the half one has been heard.
	const faults = async (): Promise<unknown> => (await fetch(`${api.url}printer`)).json();
	expect(await faults()).toMatchObject({ faults: [] });
	socket.resetAndDestroy();
	await once(socket, 'close');
	expect(await faults()).toMatchObject({ faults: [] });
});
