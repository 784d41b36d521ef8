import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { OPERATIONS } from './list.ts';
import type { AnyOperation } from './operation.ts';
import * as shape from './shapes.ts';

let document: object | undefined;

/** The API as an OpenAPI 3.1 document, made from the list of operations. */
export function openApi(): object {
	return (document ??= createDocument({
		openapi: '3.1.0',
		info: {
			title: 'guidedesk',
			version: '1',
			license: { name: 'Apache-2.0' },
			description: 'Every refusal is a problem document (RFC 9457) with a stable `code`. Nothing has changed then.'
		},
		servers: [{ url: '/api/v1' }],
		components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
		paths: paths()
	}));
}

function paths(): ZodOpenApiPathsObject {
	const all: ZodOpenApiPathsObject = {};
	for (const operation of OPERATIONS) {
		const method = operation.method === 'GET' ? 'get' : 'post';
		all[operation.path] = { ...all[operation.path], [method]: described(operation) };
	}
	return all;
}

function described({ path, right, summary, body, answer, status }: AnyOperation): object {
	const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
	return {
		summary,
		description: right === null ? 'Open to everybody.' : `Needs the right \`${right}\`.`,
		security: right === null ? [] : [{ key: [] }],
		parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
		...(body && { requestBody: { content: { 'application/json': { schema: body } } } }),
		responses: {
			[String(status)]: { description: 'granted', content: { 'application/json': { schema: answer } } },
			default: { description: 'refused', content: { 'application/problem+json': { schema: shape.problem } } }
		}
	};
}
