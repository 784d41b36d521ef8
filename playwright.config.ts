import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './test/chromium.ts';

const executablePath = findChromium();

// Tests start their own halls (test/e2e/people.ts), each with its own port, database and devices.
export default defineConfig({
	testDir: 'test/e2e',
	// A test mostly waits, for a page, a server, a person's pace: another one works meanwhile.
	workers: 4,
	// Many times what each needs alone: only one that fails waits so long. A page that was left by its server tries again some
	// seconds apart, and a busy machine lets it wait more; what it asks for without a line it asks for once a minute.
	timeout: 240_000,
	expect: { timeout: 45_000 },
	// A test that passes only the second time has found something.
	retries: 0,
	forbidOnly: process.env['CI'] !== undefined,
	outputDir: 'test-results/e2e',
	snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
	reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
	use: {
		browserName: 'chromium',
		headless: true,
		locale: 'zh-CN',
		// A kiosk's worker fetches the whole build once; where it is not what is proven, that only takes time.
		serviceWorkers: 'block',
		timezoneId: 'Asia/Shanghai',
		// What was done, asked and written is kept of a test that fails, and its page in words. Pictures and copies of every
		// page would cost a quarter of the whole: `--trace on` makes them for one test.
		trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
		launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) }
	}
});
