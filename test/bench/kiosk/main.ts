/**
 * How soon the first page of the kiosk answers a touch, against an empty SvelteKit page on the same machine, both with the
 * processor slowed six times: `npm run bench:kiosk`. Turn by turn, so that a slow minute slows both.
 */
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_ARGS, findChromium } from '#test/chromium.ts';
import { ownPort } from '#test/ports.ts';
import { ROOT } from '#test/server.ts';
import { startBare } from '../bare-server.ts';
import { SCRATCH } from '../hall.ts';
import { startNode } from '../process.ts';
import { median } from '../rounds.ts';

const SLOWER = 6;
const ROUNDS = Number(process.env['ROUNDS'] ?? 9);
const MUST = 1.5;

/** A page: its address, what on it is touched first, and what then stands there. */
interface Tried {
	url: string;
	first: string;
	next: string;
}

/** What the page tells: when its navigation began, and when the touch was answered; ms since 1970. */
const TOLD = 'benchTold';

/** Opens a page and touches until it acts. @returns ms from the navigation until what the touch leads to is painted */
async function answered(context: BrowserContext, { url, first, next }: Tried): Promise<number> {
	const page = await context.newPage();
	const glass = await context.newCDPSession(page);
	await glass.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	await glass.send('Page.enable');
	await glass.send('Runtime.enable');
	// Playwright's own ways of waiting would put a script into the page that costs more than an empty page itself.
	await glass.send('Runtime.addBinding', { name: TOLD });
	await glass.send('Page.addScriptToEvaluateOnNewDocument', {
		source: `(${String(touch)})(${JSON.stringify({ first, next, TOLD })})`
	});
	let began = 0;
	const at = new Promise<number>((resolve) => {
		glass.on('Runtime.bindingCalled', ({ payload }) => {
			const { what, ms } = JSON.parse(payload) as { what: 'began' | 'answered'; ms: number };
			if (what === 'answered') resolve(ms);
			else if (began === 0) began = ms;
		});
	});
	await glass.send('Page.navigate', { url });
	const ms = (await at) - began;
	await page.close();
	return ms;
}

/** In the page: touches until what the touch leads to stands there, and tells it once it is painted. */
function touch({ first, next, TOLD }: { first: string; next: string; TOLD: string }): void {
	const told = (globalThis as unknown as Record<string, (payload: string) => void>)[TOLD];
	const tell = (what: 'began' | 'answered', ms: number): void => told?.(JSON.stringify({ what, ms }));
	if (location.protocol === 'http:') tell('began', performance.timeOrigin);
	let leaving = false;
	// A touch that opens another document is not repeated: it would be opened anew.
	addEventListener('submit', (event) => (leaving = !event.defaultPrevented));
	const tap = setInterval(() => {
		// Asked for in this way it costs no layout.
		if (document.querySelector(next)) {
			clearInterval(tap);
			requestAnimationFrame(() => setTimeout(() => tell('answered', performance.timeOrigin + performance.now())));
		} else if (!leaving) document.querySelector<HTMLElement>(first)?.click();
	}, 10);
}

/** A first visit with nothing kept, and the next one, as after a reload of a kiosk that has been open. */
async function visits(browser: Browser, tried: Tried): Promise<{ cold: number; warm: number }> {
	const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
	const cold = await answered(context, tried);
	const warm = await answered(context, tried);
	await context.close();
	return { cold, warm };
}

mkdirSync(SCRATCH, { recursive: true });
const folder = mkdtempSync(join(SCRATCH, 'kiosk-'));
copyFileSync(join(ROOT, 'hall.yaml'), join(folder, 'hall.yaml'));
const port = await ownPort();
const hall = await startNode(join(ROOT, 'server/main.js'), port, {
	...{ DATABASE_URL: `sqlite:${join(folder, 'hall.db')}`, DATA_DIR: folder, HALL_FILE: join(folder, 'hall.yaml') },
	LOG_LEVEL: 'error'
});
const { port: own, bare } = await startBare();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });

const OURS = {
	url: `http://127.0.0.1:${String(port)}/kiosk?kiosk=kiosk-1`,
	// The items of a zone may stand in the page before they are shown.
	...{ first: '[data-testid^="zone-"]', next: '.kiosk:is(:popover-open, :not([popover])) [data-testid^="item-"]' }
};
const EMPTY = {
	url: `http://127.0.0.1:${String(own)}/page`,
	...{ first: '[data-testid=first]', next: '[data-testid=next]' }
};
const ratios: { cold: number; warm: number }[] = [];
try {
	await visits(browser, EMPTY);
	await visits(browser, OURS);
	for (let round = 0; round < ROUNDS; round += 1) {
		const [empty, ours] = [await visits(browser, EMPTY), await visits(browser, OURS)];
		ratios.push({ cold: ours.cold / empty.cold, warm: ours.warm / empty.warm });
		const ms = (one: number): string => `${one.toFixed(0)} ms`;
		console.log(`empty ${ms(empty.cold)}, again ${ms(empty.warm)}   kiosk ${ms(ours.cold)}, again ${ms(ours.warm)}`);
	}
} finally {
	await browser.close();
	await hall.stop();
	await bare.stop();
	rmSync(folder, { recursive: true, force: true });
}
const [cold, warm] = [median(ratios.map((one) => one.cold)), median(ratios.map((one) => one.warm))];
console.log(
	`first touch answered: ${cold.toFixed(2)} × an empty page, ${warm.toFixed(2)} × when opened again (must: ${MUST} ×)`
);
process.exitCode = cold <= MUST ? 0 : 1;
