import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const ELSEWHERE = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** For a browser without a screen, maybe run by root, which asks nobody outside for anything. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	// A container has little shared memory.
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
	'--autoplay-policy=no-user-gesture-required'
];

/**
 * Finds a Chromium: the one that the variable CHROMIUM names, an installed one, or the one that Playwright has fetched.
 *
 * @returns the path of the program, undefined when there is none
 */
export function findChromium(): string | undefined {
	const installed = (process.env['PATH'] ?? '')
		.split(delimiter)
		.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	const candidates = [process.env['CHROMIUM'] ?? '', ...installed, ...ELSEWHERE, chromium.executablePath()];
	return candidates.find((path) => path !== '' && existsSync(path));
}
