import { existsSync, readFileSync } from 'node:fs';
import { step } from '#server/boot/steps.js';
import { findChromium } from '#test/chromium.ts';
import { TOOLS } from '#test/tools.ts';
import { runChild } from './child.ts';

const APT_ENV = { DEBIAN_FRONTEND: 'noninteractive' };

/** Gets what the tests need of the machine: referee programs, and a Chromium if asked for. Root of a Debian installs both. */
export async function equip(wanted: { browser: boolean }): Promise<void> {
	const missing = Object.values(TOOLS).filter((tool) => !tool.installed());
	const packages = missing.flatMap((tool) => tool.debian);
	const noBrowser = wanted.browser && !findChromium();
	if (noBrowser && distribution() === 'debian') packages.push('chromium');
	if (packages.length > 0 && mayInstall()) await step(`installing ${packages.join(', ')}`, () => aptInstall(packages));
	if (wanted.browser && !findChromium()) await step('fetching a Chromium', fetchChromium);
}

/** Says which referees are missing; the tests that need them are skipped by name. */
export function missingTools(): string[] {
	return Object.entries(TOOLS).flatMap(([name, tool]) => (tool.installed() ? [] : [name]));
}

/** Ubuntu's `chromium` is a link to its own store, so the name matters. */
function distribution(): string | undefined {
	if (!existsSync('/etc/os-release')) return undefined;
	return /^ID="?(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
}

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** All at once, and where that fails one by one, so that one missing package costs only itself. */
async function aptInstall(packages: string[]): Promise<void> {
	const apt = (...args: string[]): ReturnType<typeof runChild> =>
		runChild(['apt-get', '-qq', '-y', '-o', 'Dpkg::Use-Pty=0', ...args], { env: APT_ENV });
	await apt('update');
	const together = await apt('install', '--no-install-recommends', ...packages);
	if (together.code === 0) return;
	for (const name of packages) await apt('install', '--no-install-recommends', name);
}

/** Playwright's own Chromium; root also gets the libraries it needs. */
async function fetchChromium(): Promise<void> {
	const libraries = mayInstall() ? ['--with-deps'] : [];
	const { code, output } = await runChild(['npx', 'playwright', 'install', ...libraries, 'chromium']);
	if (code !== 0)
		console.log(`${output}\nNo Chromium could be fetched: install one, or name it with CHROMIUM=/path/to/it.`);
}
