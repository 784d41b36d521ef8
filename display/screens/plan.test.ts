import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURE_EM, inchesNeeded, mmPerPx, neededEm, neededMm, readableMetres, type Room } from './physics.ts';
import { plan, type Content, type Plan } from './plan.ts';

const content: Content = {
	row: { wide: 6.4, lean: 5.4, stacked: 2.75 },
	calls: 12,
	queues: 7,
	windows: 12,
	media: false,
	quiet: false
};

/** The middle of a screen of so many pixels, and its unit. */
function middle(width: number, height: number): { room: Room; s: number } {
	const s = height > width ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080);
	return { room: { width: width - 80 * s, height: height - 220 * s }, s };
}

/** @param hung diagonal in inches and farthest seat in metres; null where nobody has said */
function planned(
	width: number,
	height: number,
	hung: readonly [inches: number, metres: number] | null,
	over: Partial<Content> = {}
): Plan {
	const { room, s } = middle(width, height);
	const sight = hung && { mmPerPx: mmPerPx({ inches: hung[0] }, { width, height }), metres: hung[1] };
	return plan(room, s, { ...content, ...over }, sight);
}

describe('D-01 the height that 0.7° of sight needs', () => {
	test.each([
		[3, 36.7],
		[5, 61],
		[8, 98],
		[10, 122],
		[15, 183]
	])('at %d m is %d mm', (metres, mm) => {
		expect(neededMm(metres)).toBeCloseTo(mm, mm < 50 ? 0 : -0.5);
		expect(Math.abs(neededMm(metres) / mm - 1)).toBeLessThan(0.005);
	});

	test('a 55 inch screen of 1920 × 1080 has pixels of 0.634 mm, and so has one that was measured', () => {
		const glass = { width: 1920, height: 1080 };
		expect(mmPerPx({ inches: 55 }, glass)).toBeCloseTo(0.634, 3);
		expect(mmPerPx({ widthMm: 1218, heightMm: 685 }, glass)).toBeCloseTo(0.634, 3);
	});

	test('needed and readable are each other’s inverse', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0.05, max: 3, noNaN: true }),
				fc.double({ min: 0.5, max: 60, noNaN: true }),
				(mm, metres) => {
					expect(readableMetres(neededEm({ mmPerPx: mm, metres }), mm)).toBeCloseTo(metres, 6);
				}
			)
		);
		expect(neededEm(null)).toBe(0);
		expect(neededEm({ mmPerPx: 0.634, metres: 5 }) * FIGURE_EM * 0.634).toBeCloseTo(61.1, 1);
		expect(inchesNeeded(55, 6.4, 10)).toBe(86);
	});
});

describe('D-01 the division of a hall screen', () => {
	test('without a distance is the usual one: three calls, four before, queues and windows', () => {
		expect(planned(1920, 1080, null)).toMatchObject({
			now: { rows: 3, columns: 1 },
			list: { rows: 2, columns: 2 },
			side: { scale: 1, queues: 7, windows: 12, columns: 3 },
			fits: true
		});
	});

	test('shows less, and larger, from farther away', () => {
		const near = planned(1920, 1080, [55, 3]);
		const far = planned(1920, 1080, [55, 10]);
		expect([near.side === null, far.side === null]).toEqual([false, true]);
		expect(far.em).toBeGreaterThan(near.em);
		expect([near.fits, far.fits]).toEqual([true, true]);
	});

	test('sets a narrow screen in two lines rather than say that it cannot', () => {
		expect(planned(1080, 1920, [55, 10])).toMatchObject({ form: 'stacked', fits: true });
	});

	test('is one call as large as it goes where the screen is too small, and says so', () => {
		const poor = planned(1920, 1080, [32, 30]);
		expect(poor.fits).toBe(false);
		expect(poor.em).toBeGreaterThan(planned(1920, 1080, [32, 15]).em * 0.99);
	});

	test('gives the room of a list that would be empty to the calls', () => {
		expect(planned(1920, 1080, [55, 3], { calls: 2 }).list).toBeNull();
		expect(planned(1920, 1080, [55, 3], { calls: 2 }).em).toBeGreaterThan(planned(1920, 1080, [55, 3]).em);
	});

	test('pictures stand with the queues where those have room; else they yield to every call', () => {
		expect(planned(1920, 1080, [55, 3], { media: true })).toMatchObject({ media: true, side: { media: true } });
		expect(planned(1920, 1080, [55, 8], { media: true })).toMatchObject({ media: false, side: null, fits: true });
		const quiet = planned(1920, 1080, [55, 5], { media: true, quiet: true });
		expect(quiet).toMatchObject({ media: true, side: null, fits: true });
		expect(quiet.template).toContain('media');
	});

	const sizes = fc.constantFrom(
		[1280, 720],
		[1920, 1080],
		[3840, 2160],
		[1080, 1920],
		[1920, 960],
		[2560, 1080],
		[800, 1280]
	);
	const any = fc.record({
		size: sizes,
		inches: fc.double({ min: 7, max: 200, noNaN: true }),
		metres: fc.double({ min: 0.5, max: 40, noNaN: true }),
		calls: fc.integer({ min: 0, max: 50 }),
		media: fc.boolean(),
		quiet: fc.boolean()
	});

	test('what it says fits is as large as the farthest seat needs, and what stands there is within the room', () => {
		fc.assert(
			fc.property(any, ({ size: [width = 1, height = 1], inches, metres, ...over }) => {
				const made = planned(width, height, [inches, metres], over);
				const needed = neededEm({ mmPerPx: mmPerPx({ inches }, { width, height }), metres });
				// Nobody is called while pictures stand alone beside the last call.
				const called = made.media && !made.side ? needed / 2 : needed;
				expect(made.fits).toBe(made.em >= called && made.listEm >= needed / 2);
				const { room } = middle(width, height);
				expect(made.em * made.now.rows).toBeLessThan(room.height);
				expect(made.em * content.row[made.form]).toBeLessThanOrEqual(room.width + 1);
				if (made.side) expect(made.side.scale * 30 * middle(width, height).s).toBeGreaterThanOrEqual(needed / 2 - 1e-6);
			})
		);
	});

	test('who comes nearer never loses: what fits from afar fits from near', () => {
		fc.assert(
			fc.property(any, ({ size: [width = 1, height = 1], inches, metres, ...over }) => {
				if (planned(width, height, [inches, metres], over).fits)
					expect(planned(width, height, [inches, metres / 2], over).fits).toBe(true);
			})
		);
	});
});
