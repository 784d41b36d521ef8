import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { CHROMIUM_ARGS, findChromium } from '#test/chromium.ts';
const SLOWER = Number(process.env['SLOWER'] ?? 6);
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const K = process.env['KIOSK'] ?? 'http://127.0.0.1:4571';
const B = process.env['BARE'] ?? 'http://127.0.0.1:4572';
const T: Record<string, { url: string; first: string; next: string }> = {
	bare: { url: `${B}/page`, first: '[data-testid=first]', next: '[data-testid=next]' },
	zone: { url: `${K}/kiosk?kiosk=kiosk-1`, first: '[data-testid^="zone-"]', next: '[data-testid^="item-"]' },
	find: { url: `${K}/kiosk?kiosk=kiosk-1`, first: '[data-testid=find]', next: '[data-testid=back]' },
	checkin: { url: `${K}/kiosk?kiosk=kiosk-1`, first: '[data-testid=check-in]', next: '[data-testid=back]' },
	en: { url: `${K}/kiosk?kiosk=kiosk-1`, first: '[data-testid=lang-en]', next: '.kiosk[lang=en]' },
	elder: { url: `${K}/kiosk?kiosk=kiosk-1`, first: '[data-testid=elder]', next: '.kiosk[data-elder]' },
	comforts: { url: `${K}/kiosk?kiosk=kiosk-1`, first: '[data-testid=comforts]', next: 'dialog[open]' }
};
const which = (process.env['WHICH'] ?? 'bare,zone').split(',');
function touch({ first, next }: { first: string; next: string }): void {
	const told = (globalThis as any).benchTold;
	const tell = (what: string, ms: number, x?: unknown): void => told?.(JSON.stringify({ what, ms, x }));
	if (location.protocol === 'http:') tell('began', performance.timeOrigin);
	let leaving = false;
	addEventListener('submit', (event) => (leaving = !event.defaultPrevented));
	addEventListener('submit', (event) => { if(!event.defaultPrevented) tell('submit', performance.timeOrigin+performance.now()) });
	const tap = setInterval(() => {
		if (document.querySelector(next)) {
			clearInterval(tap);
			tell('found', performance.timeOrigin+performance.now());
			requestAnimationFrame(() => setTimeout(() => tell('answered', performance.timeOrigin + performance.now(), performance.getEntriesByType('resource').length)));
		} else if (!leaving) document.querySelector<HTMLElement>(first)?.click();
	}, 10);
}
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
async function one(context: any, name: string, trace: string | null) {
	const t = T[name]!;
	const page = await context.newPage();
	const glass = await context.newCDPSession(page);
	await glass.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	await glass.send('Page.enable'); await glass.send('Runtime.enable');
	await glass.send('Runtime.addBinding', { name: 'benchTold' });
	await glass.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(touch)})(${JSON.stringify(t)})` });
	let began = 0; const log: any[] = [];
	const at = new Promise<number>((resolve) => glass.on('Runtime.bindingCalled', ({ payload }: any) => {
		const { what, ms, x } = JSON.parse(payload);
		log.push([what, Math.round(ms - (began || ms)), x]);
		if (what === 'answered') resolve(ms); else if (what === 'began' && !began) began = ms;
	}));
	const bs = await browser.newBrowserCDPSession();
	const events: any[] = [];
	bs.on('Tracing.dataCollected', (e: any) => events.push(...e.value));
	await bs.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: trace ? ['toplevel','devtools.timeline','loading','v8','blink.user_timing','disabled-by-default-v8.compile'] : ['toplevel','__metadata'] } } as any);
	await glass.send('Page.navigate', { url: t.url });
	const ms = (await at) - began;
	const done = new Promise((r) => bs.once('Tracing.tracingComplete', r));
	await bs.send('Tracing.end'); await done; await bs.detach();
	await page.close();
	const mains = events.filter((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain');
	let cpu = 0;
	for (const m of mains) {
		const mine = events.filter((e) => e.pid === m.pid && e.tid === m.tid && e.ph === 'X' && /RunTask/.test(e.name) && e.tdur);
		const sum = mine.reduce((s, e) => s + e.tdur, 0) / 1000; cpu = Math.max(cpu, sum);
	}
	if (trace) writeFileSync(trace, JSON.stringify(events));
	return { ms, cpu, log };
}
const got: Record<string, { cold: number[]; warm: number[]; coldCpu: number[]; warmCpu: number[] }> = {};
for (let r = -1; r < ROUNDS; r++) for (const name of which) {
	const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
	const cold = await one(context, name, r === ROUNDS - 1 && process.env['TRACE'] ? `${process.env['TRACE']}-${name}.json` : null);
	const warm = await one(context, name, r === ROUNDS - 1 && process.env['TRACE'] ? `${process.env['TRACE']}-${name}-warm.json` : null);
	await context.close();
	if (r < 0) continue;
	const g = (got[name] ??= { cold: [], warm: [], coldCpu: [], warmCpu: [] });
	g.cold.push(cold.ms); g.warm.push(warm.ms); g.coldCpu.push(cold.cpu); g.warmCpu.push(warm.cpu);
	if (process.env['LOG']) console.log(name, JSON.stringify(cold.log), JSON.stringify(warm.log), Math.round(cold.cpu), Math.round(warm.cpu));
}
await browser.close();
const med = (a: number[]) => [...a].sort((x, y) => x - y)[Math.floor(a.length / 2)]!;
const base = got[which[0]!]!;
for (const [name, g] of Object.entries(got)) {
	const rat = (k: 'cold' | 'warm' | 'coldCpu' | 'warmCpu') => med(g[k].map((x, i) => x / base[k][i]!)).toFixed(2);
	console.log(name.padEnd(9), `cold ${med(g.cold).toFixed(0)} (${rat('cold')}×)  warm ${med(g.warm).toFixed(0)} (${rat('warm')}×)   cpu cold ${med(g.coldCpu).toFixed(0)} (${rat('coldCpu')}×) warm ${med(g.warmCpu).toFixed(0)} (${rat('warmCpu')}×)`);
}
