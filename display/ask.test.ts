import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';

let server: Server | undefined;

async function farEnd(listener: RequestListener): Promise<string> {
	const opened = createServer(listener);
	server = opened;
	await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening));
	return `http://127.0.0.1:${String((opened.address() as AddressInfo).port)}`;
}

afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

describe('ask', () => {
	it('sends JSON to the API and hands back what it answers', async () => {
		const heard: unknown[] = [];
		const base = await farEnd((request, response) => {
			let body = '';
			request.on('data', (part) => (body += String(part)));
			request.on('end', () => {
				heard.push(request.method, request.url, request.headers['content-type'], JSON.parse(body));
				response.writeHead(201, { 'content-type': 'application/json' }).end('{"number":"A029"}');
			});
		});
		const answer = await ask<{ number: string }>('POST', '/tickets', { item: 'x', intent: 'i' }, { base });
		expect(answer).toEqual({ ok: true, value: { number: 'A029' } });
		expect(heard).toEqual(['POST', '/api/v1/tickets', 'application/json', { item: 'x', intent: 'i' }]);
	});

	it('tells a refusal by the code of its problem document', async () => {
		const problem = { type: 'about:blank', title: 'Full', status: 409, detail: 'No more today', code: 'queue-full' };
		const base = await farEnd((_, response) => {
			response.writeHead(409, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
		});
		const answer = await ask('POST', '/tickets', {}, { base });
		expect(answer).toEqual({
			ok: false,
			problem: { code: 'queue-full', title: 'Full', detail: 'No more today', status: 409 }
		});
	});

	it('is offline when nobody answers', async () => {
		const base = await farEnd(() => undefined);
		server?.close();
		const answer = await ask('GET', '/tickets/x', undefined, { base });
		expect(answer).toMatchObject({ ok: false, problem: { code: 'offline', status: 0 } });
	});

	it('is offline when the answer takes too long', async () => {
		const base = await farEnd(() => undefined);
		const answer = await ask('GET', '/tickets/x', undefined, { base, timeoutMs: 50 });
		expect(answer).toMatchObject({ ok: false, problem: { code: 'offline' } });
	});

	it('is offline when only a gateway answers, since a wish may or may not have arrived', async () => {
		const base = await farEnd((_, response) => {
			response.writeHead(502).end('<h1>Bad Gateway</h1>');
		});
		expect(await ask('GET', '/tickets/x', undefined, { base })).toMatchObject({ problem: { code: 'offline' } });
	});

	it('calls an answer without a code an internal fault', async () => {
		const base = await farEnd((_, response) => {
			response.writeHead(500).end('oops');
		});
		expect(await ask('GET', '/tickets/x', undefined, { base })).toMatchObject({
			problem: { code: 'internal', status: 500 }
		});
	});

	it('takes an empty answer for nothing', async () => {
		const base = await farEnd((_, response) => {
			response.writeHead(204).end();
		});
		expect(await ask('POST', '/tickets/1/cancel', {}, { base })).toEqual({ ok: true, value: undefined });
	});
});
