/** Zod's issues as findings of ours. */
import { z } from 'zod';
import { isFormatFault, nearest, quoted, type Finding, type Path } from './faults.ts';
import { hallFile } from '../schema.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of `raw`, as the schema of the file found it. */
export function findingsOf(issues: readonly Issue[], raw: unknown, schema: z.ZodType = hallFile): Finding[] {
	return issues.flatMap((issue) => {
		const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
		if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, schema));
		const value = valueAt(raw, path);
		// A key without a value is null in YAML.
		if (value === undefined || value === null) return [missing(path)];
		return [finding(issue, path, value)];
	});
}

/** The value at a path of plain data; undefined when there is none. */
export function valueAt(raw: unknown, path: Path): unknown {
	return path.reduce<unknown>((here, step) => {
		if (typeof here !== 'object' || here === null) return undefined;
		return Object.entries(here).find(([key]) => key === String(step))?.[1];
	}, raw);
}

function missing(path: Path): Finding {
	return { code: 'missing', path, detail: { value: String(path.at(-1) ?? '') } };
}

function unknownKey(path: Path, key: string, schema: z.ZodType): Finding {
	const allowed = keysAt(path, schema);
	return {
		code: 'unknown-key',
		path: [...path, key],
		atKey: true,
		detail: { value: key, allowed, near: nearest(key, allowed) }
	};
}

function finding(issue: Issue, path: Path, value: unknown): Finding {
	if (isFormatFault(issue.message)) return { code: issue.message, path, detail: { value: quoted(value) } };
	if (issue.code === 'invalid_value') return notOneOf(path, value, issue.values.map(String));
	if (issue.code === 'invalid_union') return union(issue, path, value);
	if (issue.code === 'too_big') return outside('too-big', path, value, issue.maximum);
	if (issue.code === 'too_small')
		return outside(issue.origin === 'array' ? 'too-few' : 'too-small', path, value, issue.minimum);
	return wrongType(path, value, [issue.code === 'invalid_type' ? issue.expected : 'string']);
}

function outside(
	code: 'too-few' | 'too-small' | 'too-big',
	path: Path,
	value: unknown,
	bound: number | bigint
): Finding {
	return { code, path, detail: { value: quoted(value), allowed: [String(bound)] } };
}

function notOneOf(path: Path, value: unknown, allowed: string[]): Finding {
	return { code: 'not-one-of', path, detail: { value: quoted(value), allowed, near: nearest(quoted(value), allowed) } };
}

function union(issue: z.core.$ZodIssueInvalidUnion, path: Path, value: unknown): Finding {
	if ('options' in issue) return notOneOf(path, value, issue.options.map(String));
	const inner = issue.errors.flat();
	const values = inner.flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : []));
	if (values.length > 0) return notOneOf(path, value, values);
	const format = inner.find((one) => isFormatFault(one.message));
	if (format && isFormatFault(format.message)) return { code: format.message, path, detail: { value: quoted(value) } };
	return wrongType(
		path,
		value,
		inner.flatMap((one) => (one.code === 'invalid_type' ? [one.expected] : []))
	);
}

function wrongType(path: Path, value: unknown, allowed: string[]): Finding {
	if (typeof value === 'string' && /^\w+：/.test(value)) return { code: 'fullwidth-colon', path };
	return { code: 'wrong-type', path, detail: { value: quoted(value), allowed: [...new Set(allowed)] } };
}

type Shape = z.core.JSONSchema.BaseSchema;

/** The keys that may stand at a path. */
function keysAt(path: Path, schema: z.ZodType): string[] {
	let shapes: Shape[] = [z.toJSONSchema(schema, { io: 'input', reused: 'inline' })];
	for (const step of path) shapes = shapes.flatMap(branches).flatMap((shape) => inside(shape, step));
	return [...new Set(shapes.flatMap(branches).flatMap((shape) => Object.keys(shape.properties ?? {})))];
}

function branches(shape: Shape): Shape[] {
	const choices = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
	return choices.length > 0 ? choices.flatMap((choice) => branches(choice)) : [shape];
}

function inside(shape: Shape, step: string | number): Shape[] {
	const next = typeof step === 'number' ? shape.items : shape.properties?.[step];
	return typeof next === 'object' && !Array.isArray(next) ? [next] : [];
}
