import { beforeEach, expect, test, vi } from 'vitest';
import { Ease } from './ease.svelte.ts';
import { lengths, pixelsPerMm, reachPx } from './lengths.ts';

const SCREEN = { widthMm: 398, heightMm: 708, lowerEdgeMm: 850 };
const GLASS = { width: 1080, height: 1920, screen: SCREEN };

beforeEach(() => {
	const shelf = new Map<string, string>();
	vi.stubGlobal('sessionStorage', {
		getItem: (name: string) => shelf.get(name) ?? null,
		setItem: (name: string, text: string) => shelf.set(name, text),
		removeItem: (name: string) => shelf.delete(name)
	});
});

test('K-11 what a visitor wished is there on the next page of the kiosk, and gone with the visitor', () => {
	const ease = new Ease();
	ease.set({ contrast: 'high', low: true, spoken: true });
	ease.turnVolume(1);
	const next = new Ease();
	next.restore();
	expect({ ...pick(next), volume: next.volume }).toEqual({ contrast: 'high', low: true, spoken: true, volume: 3 });
	expect(next.untouched).toBe(false);
	next.reset();
	const other = new Ease();
	other.restore();
	expect(other.untouched).toBe(true);
});

test('K-12 where it is chosen is left with the visitor, also when nothing was', () => {
	const ease = new Ease();
	ease.choosing = true;
	ease.set({ low: true });
	ease.plain();
	expect([ease.choosing, ease.usual, ease.untouched]).toEqual([true, true, false]);
	ease.reset();
	expect(ease.untouched).toBe(true);
});

test('K-11 what lies in the storage and is none of ours is not taken up', () => {
	for (const text of [
		'null',
		'{}',
		'{"size":"2"}',
		'no json',
		'[1]',
		'{"size":9,"contrast":"x","elder":false,"low":false,"spoken":false,"volume":2,"silent":false,"greeted":false}'
	]) {
		sessionStorage.setItem('guidedesk:ease', text);
		const ease = new Ease();
		ease.restore();
		expect(ease.untouched, text).toBe(true);
	}
});

test('K-11 the elder mode of an early touch joins what was wished before, and is kept', () => {
	new Ease().set({ contrast: 'high', size: 2 });
	const ease = new Ease();
	ease.begin(true);
	expect([ease.elder, ease.size]).toEqual([true, 1]);
	ease.restore();
	const next = new Ease();
	next.restore();
	for (const one of [ease, next]) expect([one.elder, one.size, one.contrast]).toEqual([true, 2, 'high']);
	// Turned off before the script had come, while an older page was still keeping it.
	const off = new Ease();
	off.begin(false);
	off.restore();
	const last = new Ease();
	last.restore();
	for (const one of [off, last]) expect([one.elder, one.size, one.contrast]).toEqual([false, 0, 'high']);
});

test('K-11 the elder mode of an early touch is kept where the storage held nothing of ours', () => {
	sessionStorage.setItem('guidedesk:ease', 'no json');
	const ease = new Ease();
	ease.begin(true);
	ease.restore();
	const next = new Ease();
	next.restore();
	expect([ease.elder, next.elder]).toEqual([true, true]);
});

test('K-11 the elder mode begins large, never goes below it, and guides by voice', () => {
	const ease = new Ease();
	ease.turnElder();
	expect([ease.size, ease.speech]).toEqual([1, 'guide']);
	ease.resize(-1);
	expect(ease.size).toBe(1);
	for (let times = 0; times < 5; times++) ease.resize(1);
	expect(ease.size).toBe(3);
	ease.set({ spoken: true });
	expect(ease.speech).toBe('all');
	ease.turnElder();
	expect([ease.size, ease.elder]).toEqual([0, false]);
});

test('K-11 without a storage the wishes last as long as the page', () => {
	vi.stubGlobal('sessionStorage', undefined);
	const ease = new Ease();
	ease.restore();
	ease.set({ contrast: 'high' });
	expect(ease.contrast).toBe('high');
	ease.reset();
	expect(ease.untouched).toBe(true);
});

test('K-11 a measured screen has true millimetres; a seated person reaches 1220 mm above the floor', () => {
	expect(pixelsPerMm(GLASS)).toBeCloseTo(2.7136, 3);
	expect(reachPx(GLASS)).toBeCloseTo((1220 - 850) * 2.7136, 0);
	// Never so low that a page is of no use, never more than the screen.
	expect(reachPx({ ...GLASS, screen: { ...SCREEN, lowerEdgeMm: 1100 } })).toBeCloseTo(1920 * 0.45, 0);
	expect(reachPx({ ...GLASS, screen: { ...SCREEN, lowerEdgeMm: 300 } })).toBe(1920);
	// Nobody has measured it: 96 pixels an inch, and the lower half.
	expect(pixelsPerMm({ width: 1080, screen: null })).toBeCloseTo(3.7795, 3);
	expect(reachPx({ ...GLASS, screen: null })).toBe(960);
});

test('K-11 the lengths of the frame, in pixels', () => {
	expect(lengths(GLASS, 2)).toBe(
		'--scale: 1.5; --mm: 2.71px; --reach: 1004.02px; --least-text: 17.77px; --least-target: 54.27px'
	);
	expect(lengths({ ...GLASS, screen: null }, 0)).toContain('--least-text: 0.00px; --least-target: 0.00px');
});

function pick({ contrast, low, spoken }: Ease): Pick<Ease, 'contrast' | 'low' | 'spoken'> {
	return { contrast, low, spoken };
}
