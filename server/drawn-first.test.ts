import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { drawnFirst } from './drawn-first.ts';

/** What the framework writes, without what it asks for. */
const BEGIN = `Promise.all([
	import("./a.js"),
	import("./b.js")
]).then(([kit, app]) => {
	kit.start(app);
});`;

/** Runs what the page runs. @returns what is still to be drawn, and how often the framework has been begun */
function opened({ hidden }: { hidden: boolean }) {
	const frames: (() => void)[] = [];
	const start = vi.fn();
	const source = drawnFirst(BEGIN).replace(/import\([^()]*\)/g, '{ start }');
	runInNewContext(source, {
		document: { hidden },
		requestAnimationFrame: (act: () => void) => frames.push(act),
		setTimeout: (act: () => void) => frames.push(act),
		start
	});
	return { frames, start };
}

/** What is promised already. */
const soon = () => new Promise((done) => setImmediate(done));

test('K-01 a page that is seen is drawn before its script is asked for', async () => {
	const { frames, start } = opened({ hidden: false });
	await soon();
	expect(start).not.toHaveBeenCalled();
	frames.shift()?.();
	await soon();
	expect(start).not.toHaveBeenCalled();
	frames.shift()?.();
	await soon();
	expect(start).toHaveBeenCalledOnce();
});

test('a page that nobody sees does not wait for a frame', async () => {
	const { start } = opened({ hidden: true });
	await soon();
	expect(start).toHaveBeenCalledOnce();
});

test('what begins otherwise stays as it is', () => {
	for (const html of ['<p>Promise.all([a, b]).then(c)</p>', '<p lang="%lang%">$1</p>'])
		expect(drawnFirst(html)).toBe(html);
});
