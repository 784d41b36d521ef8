/** Measures a page as it stands: what is too small to touch or to read, too pale, cut off, out of reach, or in the way. */
import type { Page } from '@playwright/test';

export interface Demand {
	/** CSS pixels: least side of what is touched, and least distance of two of them */
	target: number;
	gap: number;
	/** CSS pixels: least size of any text */
	text: number;
	/** of any text to what is behind it */
	contrast: number;
	/** of text that has more than one line, in its size */
	line: number;
	/** nothing is touched higher above the lower edge; null: no matter */
	reach: number | null;
}

/** What has just come is laid out with the next frames: rows for which there is no room are turned away then. Its letters may come later. */
export async function atRest(page: Page): Promise<void> {
	const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
	await page.evaluate(`${frames}.then(() => document.fonts.ready).then(() => ${frames})`);
}

/** What is wrong, one sentence each; nothing when all is well. */
export async function measure(page: Page, demand: Demand): Promise<string[]> {
	return page.evaluate<string[]>(`(() => { ${SCRIPT}; return measured(${JSON.stringify(demand)}); })()`);
}

const REST_MS = 5000;

/** The same of a page at rest. A busy machine takes its time until it is; what is really wrong stays so. */
export async function measureAtRest(page: Page, demand: Demand): Promise<string[]> {
	await atRest(page);
	let found = await measure(page, demand);
	for (let waited = 0; found.length > 0 && waited < REST_MS; waited += 250) {
		await page.waitForTimeout(250);
		found = await measure(page, demand);
	}
	return found;
}

/** What every one is named that the Tab key comes to, in its order, until it comes round. */
export async function tabStops(page: Page, most = 80): Promise<string[]> {
	const stops: string[] = [];
	await page.evaluate(`(() => { ${SCRIPT}; fromTheTop(); })()`);
	for (let tabs = 0; tabs < most; tabs++) {
		await page.keyboard.press('Tab');
		// A page that scrolls to what has the focus says so with its next frame.
		const stop = await page.evaluate<string | null>(
			`new Promise(requestAnimationFrame).then(() => { ${SCRIPT}; return stopped(); })`
		);
		if (stop === null || stops.includes(stop)) return stops;
		stops.push(stop);
	}
	return stops;
}

/** The same by reading the page from above: what the Tab key has to come to. */
export async function touchable(page: Page): Promise<string[]> {
	return page.evaluate<string[]>(`(() => { ${SCRIPT}; return targets().map((node) => named(node)); })()`);
}

// What follows runs in the page, each by its name: it may use nothing of this file but the others.

function named(node: Element): string {
	const words = (node.getAttribute('aria-label') ?? (node as HTMLElement).innerText).trim().slice(0, 40);
	return `${node.getAttribute('data-testid') ?? node.tagName.toLowerCase()} “${words}”`;
}

function shown(node: Element): boolean {
	const box = node.getBoundingClientRect();
	return node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
}

function targets(): HTMLElement[] {
	const all = document.querySelectorAll<HTMLElement>(
		'button, a[href], input:not([type=hidden]), select, textarea, summary'
	);
	const modal = document.querySelector('dialog:modal');
	return [...all].filter(
		(node) => shown(node) && !node.closest('[inert]') && (!modal || modal.contains(node)) && !node.matches(':disabled')
	);
}

/** The next Tab begins where the page does. */
function fromTheTop(): void {
	const mark = document.createElement('span');
	mark.tabIndex = -1;
	document.body.prepend(mark);
	mark.focus();
	mark.remove();
}

function stopped(): string | null {
	const node = document.activeElement;
	return node === null || node === document.body ? null : named(node);
}

/** What one touches to have it: of a hidden box its label. */
function areaOf(node: HTMLElement): DOMRect {
	const label = node.matches('[type=checkbox], [type=radio]') ? node.closest('label') : null;
	return (label ?? node).getBoundingClientRect();
}

function apart(a: DOMRect, b: DOMRect): number {
	const x = Math.max(a.left - b.right, b.left - a.right);
	const y = Math.max(a.top - b.bottom, b.top - a.bottom);
	return Math.max(x, y);
}

/** Whether some of it is scrolled out of its place: then it is not judged where it stands. */
function scrolledAway(node: Element): boolean {
	const place = node.closest('.scrolls');
	if (!place) return false;
	const [box, room] = [node.getBoundingClientRect(), place.getBoundingClientRect()];
	return box.top < room.top || box.bottom > room.bottom;
}

function badTargets(demand: Demand): string[] {
	const all = targets().filter((node) => !scrolledAway(node));
	return all.flatMap((node, at) => {
		const box = areaOf(node);
		const near = all.find(
			(other, index) =>
				index > at && !other.contains(node) && !node.contains(other) && apart(box, areaOf(other)) < demand.gap - 0.5
		);
		const faults = [
			Math.min(box.width, box.height) < demand.target - 0.5 &&
				`is only ${box.width.toFixed(0)}×${box.height.toFixed(0)}`,
			(box.left < 0 || box.top < 0 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5) &&
				'is out of the glass',
			near && `is only ${apart(box, areaOf(near)).toFixed(0)} from ${named(near)}`,
			demand.reach !== null &&
				innerHeight - box.top > demand.reach + 1 &&
				`stands ${(innerHeight - box.top).toFixed(0)} high`,
			covered(node) && 'is covered by something else'
		];
		return faults.filter((fault) => typeof fault === 'string').map((fault) => `${named(node)} ${fault}`);
	});
}

function covered(node: HTMLElement): boolean {
	const box = node.getBoundingClientRect();
	const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
	return top !== null && !node.contains(top) && !top.contains(node) && !top.closest('label')?.contains(node);
}

function rgba(colour: string): [number, number, number, number] {
	const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
	return [r, g, b, a];
}

function luminance(colour: string): number {
	const [r, g, b] = rgba(colour).map((c) =>
		c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4
	);
	return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function groundOf(node: Element | null): string {
	for (let at = node; at; at = at.parentElement) {
		const ground = getComputedStyle(at).backgroundColor;
		if (rgba(ground)[3] > 0.99) return ground;
	}
	return 'rgb(255 255 255)';
}

function contrastOf(node: Element): number {
	const [light = 1, dark = 0] = [luminance(getComputedStyle(node).color), luminance(groundOf(node))].sort(
		(a, b) => b - a
	);
	return (light + 0.05) / (dark + 0.05);
}

/** Elements that have words of their own which can be seen. */
function readers(): HTMLElement[] {
	const modal = document.querySelector('dialog:modal');
	return [...document.querySelectorAll<HTMLElement>('.kiosk *')].filter((node) => {
		const own = [...node.childNodes].some((child) => child.nodeType === 3 && (child.textContent ?? '').trim() !== '');
		return (
			own && shown(node) && !node.closest('.heard, [inert], script, svg, option') && (!modal || modal.contains(node))
		);
	});
}

function badTexts(demand: Demand): string[] {
	return readers().flatMap((node) => {
		const { fontSize, lineHeight } = getComputedStyle(node);
		const size = parseFloat(fontSize);
		const line = lineHeight === 'normal' ? 1.2 : parseFloat(lineHeight) / size;
		const rows = Math.round(node.getBoundingClientRect().height / (line * size));
		const faults = [
			size < demand.text - 0.05 && `is set in ${size.toFixed(1)}px`,
			contrastOf(node) < demand.contrast && `has a contrast of ${contrastOf(node).toFixed(2)}`,
			rows > 1 && line < demand.line - 0.01 && `has lines of ${line.toFixed(2)}`,
			cutOff(node) && 'is cut off'
		];
		return faults.filter((fault) => typeof fault === 'string').map((fault) => `text ${named(node)} ${fault}`);
	});
}

/** Words that end outside the glass, or outside a place that hides what is too much. */
function cutOff(node: HTMLElement): boolean {
	if (scrolledAway(node)) return false;
	const range = document.createRange();
	range.selectNodeContents(node);
	const box = range.getBoundingClientRect();
	if (exceeds(box, new DOMRect(0, 0, innerWidth, innerHeight), { x: 1, y: 1 })) return true;
	for (let at = node.parentElement; at; at = at.parentElement) {
		const { overflowX, overflowY } = getComputedStyle(at);
		const x = overflowX === 'visible' ? Infinity : 2;
		// A line is higher than its ink.
		const y = ['visible', 'auto'].includes(overflowY) ? Infinity : 14;
		if (exceeds(box, at.getBoundingClientRect(), { x, y })) return true;
	}
	return false;
}

function exceeds(box: DOMRect, room: DOMRect, by: { x: number; y: number }): boolean {
	const wide = box.left < room.left - by.x || box.right > room.right + by.x;
	return wide || box.top < room.top - by.y || box.bottom > room.bottom + by.y;
}

/** Where the ink of its words is, line by line: a line has room above and below that is empty. */
function inkOf(node: HTMLElement): DOMRect[] {
	const range = document.createRange();
	const air = 0.3 * parseFloat(getComputedStyle(node).fontSize);
	return [...node.childNodes]
		.filter((child) => child.nodeType === 3)
		.flatMap((child) => {
			range.selectNodeContents(child);
			return [...range.getClientRects()];
		})
		.map((box) => new DOMRect(box.x, box.y + air, box.width, box.height - 2 * air));
}

/** Words over words. */
function overlaps(): string[] {
	const all = readers()
		.filter((node) => !scrolledAway(node))
		.map((node) => ({ node, boxes: inkOf(node) }));
	const meet = (a: DOMRect[], b: DOMRect[]): boolean => a.some((one) => b.some((other) => apart(one, other) < -1));
	return all.flatMap(({ node, boxes }, at) =>
		all
			.slice(at + 1)
			.filter((other) => meet(boxes, other.boxes))
			.map((other) => `${named(node)} lies over ${named(other.node)}`)
	);
}

function measured(demand: Demand): string[] {
	return [...badTargets(demand), ...badTexts(demand), ...overlaps()];
}

const SCRIPT = [
	...[
		named,
		shown,
		targets,
		fromTheTop,
		stopped,
		areaOf,
		apart,
		scrolledAway,
		badTargets,
		covered,
		rgba,
		luminance,
		groundOf
	],
	...[contrastOf, readers, badTexts, cutOff, exceeds, inkOf, overlaps, measured]
]
	.map(String)
	.join('\n');
