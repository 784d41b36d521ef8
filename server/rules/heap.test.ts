import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from './heap.ts';

test('what goes in comes out by the order, whatever is added between', () => {
	const acts = fc.array(fc.oneof(fc.integer(), fc.constant(null)), { maxLength: 200 });
	fc.assert(
		fc.property(acts, (list) => {
			const heap = new Heap<number>((a, b) => a < b);
			let known: number[] = [];
			for (const one of list) {
				if (one === null) {
					known = known.toSorted((a, b) => a - b);
					expect(heap.peek()).toBe(known[0]);
					expect(heap.pop()).toBe(known.shift());
				} else {
					heap.push(one);
					known.push(one);
				}
				expect(heap.size).toBe(known.length);
			}
			expect(heap.items.toSorted((a, b) => a - b)).toEqual(known.toSorted((a, b) => a - b));
		})
	);
});
