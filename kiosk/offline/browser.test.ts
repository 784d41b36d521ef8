import { afterEach, expect, test, vi } from 'vitest';
import { fetchDirectory } from './browser.ts';

afterEach(() => vi.unstubAllGlobals());

test('K-12 the kept directory is there though its letters cannot be fetched', async () => {
	const load = vi.fn(() => Promise.reject(new Error('a network error')));
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ hall: 'kept' })));
	vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
	vi.stubGlobal('document', { fonts: { load } });
	expect(await fetchDirectory('kiosk-1')).toEqual({ hall: 'kept' });
	expect(load).toHaveBeenCalledOnce();
});
