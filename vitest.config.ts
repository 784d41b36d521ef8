import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/** Tests of pages have all languages at once, as the server has. */
const catalogue = new URL('display/words/catalogue.ts', import.meta.url).pathname;
const production = ['kiosk', 'display', 'server', 'printer', 'db'];

export default defineConfig({
	test: {
		// Two cores are shared with a database and a browser: a test that needs longer than this hangs.
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// What is waited for comes when the machine has time for it.
		expect: { poll: { timeout: 15_000 } },
		// In this order, and ended in the other one.
		globalSetup: ['test/postgres.ts', 'test/templates.ts'],
		restoreMocks: true,
		unstubGlobals: true,
		// Many files mostly wait, for a device, a server, a clock: another one works meanwhile.
		maxWorkers: 3,
		projects: [
			{
				extends: true,
				// The plugin compiles runes, so that the classes of pages (`*.svelte.ts`) run without a browser.
				plugins: [svelte()],
				test: {
					name: 'node',
					environment: 'node',
					// Files share a process, so that the server is read once, not once for each: no test changes a module.
					isolate: false,
					include: [...production.map((room) => `${room}/**/*.test.ts`), 'test/**/*.test.ts'],
					exclude: ['**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				plugins: [svelte(), svelteTesting()],
				resolve: { alias: { '#catalogue': catalogue } },
				test: {
					name: 'page',
					environment: 'jsdom',
					setupFiles: ['test/page.ts'],
					include: production.map((room) => `${room}/**/*.svelte.test.ts`)
				}
			}
		]
	}
});
