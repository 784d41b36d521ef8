import { describe, expect, it } from 'vitest';
import { linesOf, partsOf, type Line } from './rows.ts';

/** Lines of given heights one below the other; a negative height is a heading. */
function sheet(...heights: number[]): Line[] {
	let top = 0;
	return heights.map((height) => {
		const line = { top, bottom: top + Math.abs(height), heading: height < 0 };
		top = line.bottom;
		return line;
	});
}

describe('a sheet of rows', () => {
	it('is one part when everything fits, without room for the buttons', () => {
		expect(partsOf(sheet(100, 100, 100), 300, 104)).toEqual([{ from: 0, to: 300 }]);
	});

	it('is cut between rows, with room for the buttons', () => {
		expect(partsOf(sheet(100, 100, 100, 100), 350, 104)).toEqual([
			{ from: 0, to: 200 },
			{ from: 200, to: 400 }
		]);
	});

	it('never leaves a heading at the foot', () => {
		expect(partsOf(sheet(-40, 100, -40, 100, 100), 300, 100)).toEqual([
			{ from: 0, to: 140 },
			{ from: 140, to: 280 },
			{ from: 280, to: 380 }
		]);
	});

	it('shows a row that is higher than the room by itself', () => {
		expect(partsOf(sheet(100, 500, 100), 300, 100)).toEqual([
			{ from: 0, to: 100 },
			{ from: 100, to: 600 },
			{ from: 600, to: 700 }
		]);
	});

	it('comes to an end when only headings are left, or there is no room at all', () => {
		expect(partsOf(sheet(-40, -40, 100), 50, 20)).toHaveLength(3);
		expect(partsOf(sheet(10, 10), 0, 0)).toHaveLength(2);
		expect(partsOf([], 300, 100)).toHaveLength(1);
	});

	it('shows every row once, in any room', () => {
		const lines = sheet(-40, 90, 120, 90, -40, 300, 90, 90, -40, 90);
		for (let room = 0; room <= 1100; room += 50) {
			const parts = partsOf(lines, room, 104);
			expect(parts[0]?.from).toBe(0);
			expect(parts.at(-1)?.to).toBe(lines.at(-1)?.bottom);
			for (const [index, part] of parts.slice(1).entries()) expect(part.from).toBe(parts[index]?.to);
		}
	});
});

it('rows side by side are one line', () => {
	const row = (offsetTop: number, offsetHeight: number, kind = '') => ({
		offsetTop,
		offsetHeight,
		dataset: { row: kind }
	});
	expect(linesOf([row(0, 40, 'heading'), row(40, 90), row(40, 120), row(160, 90)])).toEqual([
		{ top: 0, bottom: 40, heading: true },
		{ top: 40, bottom: 160, heading: false },
		{ top: 160, bottom: 250, heading: false }
	]);
});
