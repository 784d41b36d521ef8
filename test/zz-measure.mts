import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '#test/chromium.ts';
const [,, url] = process.argv;
const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath: findChromium() });
const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage();
const cdp = await page.context().newCDPSession(page);
await cdp.send('Network.enable');
const urls = new Map<string, string>(); const sizes: [string, number][] = [];
cdp.on('Network.requestWillBeSent', (e) => urls.set(e.requestId, e.request.url));
cdp.on('Network.loadingFinished', (e) => sizes.push([urls.get(e.requestId) ?? '', e.encodedDataLength]));
await page.goto(url, { waitUntil: 'networkidle' }); await page.waitForTimeout(1500);
const by: Record<string, [number, number]> = {};
for (const [u, n] of sizes) { const ext = new URL(u).pathname.startsWith('/t/') ? 'html' : (u.split('.').pop() ?? '').slice(0,6); by[ext] ??= [0, 0]; by[ext][0]++; by[ext][1] += n; }
console.log(by, 'requests', sizes.length, 'bytes', sizes.reduce((s, [, n]) => s + n, 0));
if (process.argv[3]) for (const s of sizes.sort((a,b)=>b[1]-a[1]).slice(0,30)) console.log(s[1], s[0].replace(/.*\/\/[^/]+/, ''));
await browser.close();
