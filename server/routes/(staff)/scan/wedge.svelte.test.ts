import { afterEach, beforeEach, expect, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { Wedge } from './wedge.ts';

let clock: VirtualClock;
let wedge: Wedge;
let scanned: string[];
/** keys that the page has had, as `t`; a `*` marks one whose default was prevented before */
let had: string[];

beforeEach(() => {
	clock = virtualClock();
	scanned = [];
	had = [];
	wedge = new Wedge({ timers: clock, scanned: (text) => void scanned.push(text) });
	document.body.innerHTML = '<input value="half a note" /><button>x</button>';
	window.addEventListener('keydown', wedge.key, true);
	window.addEventListener('keydown', page);
});

afterEach(() => {
	wedge.stop();
	window.removeEventListener('keydown', wedge.key, true);
	window.removeEventListener('keydown', page);
});

function page(event: KeyboardEvent): void {
	had.push(event.key + (event.defaultPrevented ? '*' : ''));
}

interface Typed {
	/** milliseconds between two keys */
	apart?: number;
	on?: Element;
	repeat?: boolean;
}

async function type(
	keys: readonly string[],
	{ apart = 5, on = document.body, repeat = false }: Typed = {}
): Promise<void> {
	for (const key of keys) {
		await clock.advance(apart);
		const event = new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true });
		Object.defineProperty(event, 'timeStamp', { value: clock.now() });
		const goesOn = on.dispatchEvent(event);
		if (goesOn && key.length === 1 && on instanceof HTMLInputElement) on.value += key;
	}
}

const LINK = 'http://10.0.0.5:3000/t/3f.aB-_aB-_aB-_aB-_aB-_xy';
const input = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement;

test('K-06 the keys of a code are no commands, and its end presses nothing', async () => {
	await type([...LINK, 'Enter']);
	await clock.advance(1000);
	expect([scanned, had]).toEqual([[LINK], []]);
});

test.each([60, 120])(
	'a hand types commands as ever, %i ms apart, in their order, each after an instant',
	async (apart) => {
		await type(['n', 's', 'f'], { apart });
		expect(had).not.toContain('f');
		await clock.advance(100);
		expect([scanned, had]).toEqual([[], ['n', 's', 'f']]);
	}
);

test('two keys of one stroke are two commands; what is no sign goes behind them', async () => {
	await type(['1', '2'], { apart: 20 });
	await type(['Escape'], { apart: 20 });
	expect([scanned, had]).toEqual([[], ['1', '2', 'Escape']]);
});

test('a key held down, a chord and a space alone are told at once', async () => {
	await type([' ']);
	await type(['x', 'x', 'x', 'x', 'x'], { apart: 30, repeat: true });
	expect(had).toEqual([' ', 'x', 'x', 'x', 'x', 'x']);
	await type(['Enter']);
	expect(scanned).toEqual([]);
});

test('a code without an end, with Tab as its end, with a key that has no name in it', async () => {
	await type([...'A001']);
	await clock.advance(100);
	await type([...'A002', 'Tab']);
	await type([...'A00', '3', 'F13', 'Enter']);
	await clock.advance(100);
	expect([scanned, had]).toEqual([['A001', 'A002', 'A003'], []]);
});

test('what a scanner types into a field is taken out of it again, and the page is told', async () => {
	const told: string[] = [];
	input().addEventListener('input', () => told.push(input().value));
	input().focus();
	await type([...LINK, 'Enter'], { on: input() });
	expect([scanned, input().value, told.at(-1)]).toEqual([[LINK], 'half a note', 'half a note']);
	expect(document.activeElement).toBe(input());
});

test('a hand writes into a field as ever, and its Enter is its own', async () => {
	await type([...' more', 'Enter'], { apart: 80, on: input() });
	expect([scanned, input().value, had.at(-1)]).toEqual([[], 'half a note more', 'Enter']);
});
