import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './test/chromium.ts';

const executablePath = findChromium();

// Tests start their own halls (test/e2e/people.ts), each with its own port, database and devices.
export default defineConfig({
	testDir: 'test/e2e',
	// Two cores, and each test runs a server and a browser.
	workers: 1,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	// A test that passes only the second time has found something.
	retries: 0,
	forbidOnly: process.env['CI'] !== undefined,
	outputDir: 'test-results/e2e',
	reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
	use: {
		browserName: 'chromium',
		headless: true,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		// Pictures of a whole screen, twice a second, would cost more than the tests.
		trace: { mode: 'retain-on-failure', screenshots: false },
		launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) }
	}
});
