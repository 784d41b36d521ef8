import type { Kept, Keeping } from './rounds.svelte.ts';

const NAME = 'guidedesk-rounds';
const STORE = 'kept';

/** What a phone keeps until the server has it, over a reload too. Where a browser keeps nothing, the page itself does. */
export function browserKeeping(owner: string): Keeping {
	return {
		async load() {
			const kept = await ask<Kept | undefined>('readonly', (store) => store.get(owner) as IDBRequest<Kept | undefined>);
			return kept ?? null;
		},
		async save(kept) {
			await ask('readwrite', (store) => store.put(kept, owner));
		}
	};
}

async function ask<T>(
	mode: IDBTransactionMode,
	what: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T | undefined> {
	try {
		const database = await asked(opening());
		try {
			return await asked(what(database.transaction(STORE, mode).objectStore(STORE)));
		} finally {
			database.close();
		}
	} catch {
		return undefined;
	}
}

function opening(): IDBOpenDBRequest {
	const request = indexedDB.open(NAME, 1);
	request.onupgradeneeded = () => request.result.createObjectStore(STORE);
	return request;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => {
			resolve(request.result);
		};
		request.onerror = () => {
			reject(request.error ?? new Error('nothing is kept'));
		};
	});
}
