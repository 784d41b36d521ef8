import type { AnyOperation } from './operation.ts';

export interface Found {
	operation: AnyOperation;
	params: Record<string, string>;
}

/** Finds operations by method and path. Made once from the list. */
export class Router {
	/** paths without names, found at once */
	readonly #exact = new Map<string, Found>();
	readonly #byShape = new Map<string, { operation: AnyOperation; names: (string | null)[] }[]>();

	constructor(operations: readonly AnyOperation[]) {
		for (const operation of operations) {
			const parts = operation.path.split('/').slice(1);
			const names = parts.map((part) => (part.startsWith('{') ? part.slice(1, -1) : null));
			if (names.every((name) => name === null)) {
				this.#exact.set(`${operation.method} ${operation.path.slice(1)}`, { operation, params: {} });
				continue;
			}
			const key = `${operation.method} ${String(parts.length)}`;
			this.#byShape.set(key, [...(this.#byShape.get(key) ?? []), { operation, names }]);
		}
	}

	/** @param path below /api/v1, without its leading slash, decoded part by part */
	find(method: string, path: string): Found | undefined {
		const exact = this.#exact.get(`${method} ${path}`);
		if (exact) return exact;
		const parts = path.split('/');
		const entries = this.#byShape.get(`${method} ${String(parts.length)}`) ?? [];
		for (const entry of entries) {
			const found = match(entry, parts);
			if (found) return found;
		}
		return undefined;
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
