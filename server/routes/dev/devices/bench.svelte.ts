import { SvelteSet } from 'svelte/reactivity';
import type { RefusalCode } from '#server/rules/refusal.ts';

/** What a button of the bench asks for: the path on this server, and its body. */
export interface Handle {
	/** which device, so that the answer stands beside it */
	device: string;
	path: string;
	body: Record<string, string | number | boolean | null>;
}

/** The hands of the bench: one request a device at a time, and what was refused last. */
export class Bench {
	/** devices whose button waits for an answer */
	readonly busy = new SvelteSet<string>();
	problem: { device: string; code: RefusalCode | 'offline' } | null = $state.raw(null);
	#fetch: typeof fetch;

	constructor(send: typeof fetch = fetch) {
		this.#fetch = (...asked) => send(...asked);
	}

	/** Presses a button of the bench; the devices' new state comes by the live line. */
	async turn({ device, path, body }: Handle): Promise<void> {
		if (this.busy.has(device)) return;
		this.busy.add(device);
		this.problem = null;
		const code = await this.#post(path, body);
		if (code !== null) this.problem = { device, code };
		this.busy.delete(device);
	}

	async #post(path: string, body: Handle['body']): Promise<RefusalCode | 'offline' | null> {
		try {
			const response = await this.#fetch(path, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(8000)
			});
			if (response.ok) return null;
			const { code } = (await response.json()) as { code?: RefusalCode };
			return code ?? 'internal';
		} catch {
			return 'offline';
		}
	}
}
