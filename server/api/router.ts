import type { AnyOperation } from './operation.ts';

export interface Found {
	operation: AnyOperation;
	params: Record<string, string>;
}

/** Finds operations by method and path. Made once from the list. */
export class Router {
	readonly #byShape = new Map<string, { operation: AnyOperation; names: (string | null)[] }[]>();

	constructor(operations: readonly AnyOperation[]) {
		for (const operation of operations) {
			const parts = operation.path.split('/').slice(1);
			const names = parts.map((part) => (part.startsWith('{') ? part.slice(1, -1) : null));
			const key = `${operation.method} ${String(parts.length)}`;
			this.#byShape.set(key, [...(this.#byShape.get(key) ?? []), { operation, names }]);
		}
	}

	/** @param path below /api/v1, without its leading slash, decoded part by part */
	find(method: string, path: string): Found | undefined {
		const parts = path.split('/');
		const entries = this.#byShape.get(`${method} ${String(parts.length)}`) ?? [];
		// Fixed words come before names: /windows/list is not the window "list".
		return entries
			.map((entry) => match(entry, parts))
			.filter((found) => found !== undefined)
			.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
	}
}

function match(
	{ operation, names }: { operation: AnyOperation; names: (string | null)[] },
	parts: readonly string[]
): Found | undefined {
	const words = operation.path.split('/').slice(1);
	const params: Record<string, string> = {};
	for (const [i, part] of parts.entries()) {
		const name = names[i] ?? null;
		if (name !== null) params[name] = part;
		else if (words[i] !== part) return undefined;
	}
	return { operation, params };
}
