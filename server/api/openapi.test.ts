import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { OPERATIONS } from './list.ts';
import { openApi } from './openapi.ts';

interface Described {
	openapi: string;
	paths: Record<string, Record<string, { responses: Record<string, unknown>; parameters?: { name: string }[] }>>;
	components: { schemas: Record<string, unknown> };
}

// What a reader gets is what JSON keeps of it.
const document = JSON.parse(JSON.stringify(openApi())) as Described;

test('it is OpenAPI 3.1 and holds every operation, and nothing else', () => {
	expect(document.openapi).toBe('3.1.0');
	const described = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
	);
	expect(described.toSorted()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted());
});

test.each(OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))(
	'%s tells its parameters, its answer and its refusals',
	(_, { method, path, status }) => {
		const { responses, parameters = [] } = document.paths[path]?.[method.toLowerCase()] ?? { responses: {} };
		expect(Object.keys(responses).toSorted()).toEqual([String(status), 'default']);
		const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
		expect(parameters.map(({ name }) => name)).toEqual(names);
	}
);

test('a validator that nobody here wrote finds nothing wrong', async () => {
	const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
	expect(errors).toBeUndefined();
	expect(valid).toBe(true);
});

test('every reference leads somewhere', () => {
	const text = JSON.stringify(document);
	const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
	expect(named.length).toBeGreaterThan(5);
	for (const name of named) expect(document.components.schemas).toHaveProperty(name);
});
