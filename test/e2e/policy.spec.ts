/** The browser's own doors (docs/kiosk): what is shipped is what the browser understands. */
import { chromium, expect, test, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHROMIUM_ARGS, findChromium } from '../chromium.ts';
import { ROOT } from '../server.ts';

const CHROMIUM = findChromium() ?? '';
/** Whether there is Debian's Chromium, and this machine lets a folder be laid over another for one program alone. */
const CAN_BIND =
	CHROMIUM.endsWith('/chromium') && spawnSync('unshare', ['-m', 'mount', '--bind', '/etc', '/etc']).status === 0;

/**
 * Debian's Chromium under the shipped policy, in a view of the files of its own: nobody else's browser is told anything.
 * @returns the program to start, and where it keeps its profile
 */
function underPolicy(port: number): { program: string; folder: string } {
	const folder = mkdtempSync(join(tmpdir(), 'policy-'));
	const managed = join(folder, 'etc', 'policies', 'managed');
	mkdirSync(managed, { recursive: true });
	const shipped = readFileSync(join(ROOT, 'docs/kiosk/chromium-policy.json'), 'utf8');
	const policy = JSON.parse(shipped.replaceAll('hall.example:3000', `hall.example:${port}`)) as {
		URLAllowlist: string[];
	};
	// The page on which the browser says what it has understood is shut by the policy itself; and it is asked by its tools.
	policy.URLAllowlist.push('chrome://policy');
	writeFileSync(join(managed, 'kiosk.json'), JSON.stringify({ ...policy, DeveloperToolsAvailability: 1 }));
	writeFileSync(join(folder, 'hosts'), '127.0.0.1 localhost hall.example elsewhere.example\n');
	const program = join(folder, 'chromium');
	const bind = `mount --bind ${folder}/etc /etc/chromium && mount --bind ${folder}/hosts /etc/hosts`;
	writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c '${bind} && exec ${CHROMIUM} "$@"' sh "$@"\n`);
	chmodSync(program, 0o755);
	return { program, folder };
}

/** What the browser says of each policy that is set: its name, and whether it has understood it. */
function understood(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const walk = (root: Document | ShadowRoot): void => {
			for (const node of root.querySelectorAll('*')) {
				const own = node.shadowRoot;
				if (own && node.tagName === 'POLICY-ROW') {
					const said = (part: string): string =>
						own.querySelector<HTMLElement>(`.policy.row .${part}`)?.innerText.trim() ?? '';
					if (said('source') !== '') found.push(`${said('name')} ${said('messages')}`);
				}
				if (own) walk(own);
			}
		};
		walk(document);
		return found;
	});
}

test('K-12 the shipped policy: the browser knows every line of it, opens the hall and nothing else', async () => {
	test.info().skip(!CAN_BIND, 'needs Debian’s Chromium, and the right to lay a folder over its own');
	const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<h1>hall</h1>'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const { program, folder } = underPolicy(port);
	const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
		executablePath: program,
		args: CHROMIUM_ARGS
	});
	try {
		const page = await context.newPage();
		await page.goto('chrome://policy');
		const names = Object.keys(
			JSON.parse(readFileSync(join(ROOT, 'docs/kiosk/chromium-policy.json'), 'utf8')) as object
		);
		await expect.poll(() => understood(page)).toHaveLength(names.length);
		// What is deprecated is obeyed, and its successor is not known to the browsers of all the Debians that are kept.
		const obeyed = (await understood(page)).map((row) => row.replace(/ Deprecated$/, ' OK'));
		expect(obeyed.toSorted()).toEqual(names.map((name) => `${name} OK`).toSorted());
		await page.goto(`http://hall.example:${port}/kiosk?kiosk=kiosk-1`);
		// The service worker that keeps the kiosk useful without the server runs in a secure context only.
		expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([true, true]);
		for (const address of [
			`http://elsewhere.example:${port}/`,
			`http://hall.example:${port + 1}/`,
			'https://hall.example/',
			pathToFileURL('/etc/hostname').href,
			`view-source:http://hall.example:${port}/`
		])
			await expect(page.goto(address), address).rejects.toThrow('ERR_BLOCKED_BY_ADMINISTRATOR');
	} finally {
		await context.close();
		server.close();
		rmSync(folder, { recursive: true, force: true });
	}
});
