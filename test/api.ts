/** A program that talks to the API of a real server. */
export interface Api {
	ask<T = Record<string, unknown>>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>>;
}

export interface Answer<T> {
	status: number;
	body: T;
}

/** @param key a bearer key; none for a visitor */
export function api(url: string, key?: string): Api {
	return {
		async ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> {
			// A line that is kept would be picked up just when the server ends it, which it does after five seconds.
			const headers: Record<string, string> = { 'content-type': 'application/json', connection: 'close' };
			if (key !== undefined) headers['authorization'] = `Bearer ${key}`;
			const sent = body === undefined ? null : JSON.stringify(body);
			const response = await fetch(`${url}/api/v1${path}`, { method, headers, body: sent });
			const text = await response.text();
			return { status: response.status, body: JSON.parse(text) as T };
		}
	};
}
