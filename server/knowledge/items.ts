import { Finder } from '../rules/search/finder.ts';
import type { Setup } from '../setup/hall.ts';
import { findablesOf } from './hall-file.ts';

/** Made once for each hall file that is applied. */
const finders = new WeakMap<Setup, Finder>();

/** The codes of the items that a question is near to, nearest first: for lists that hold nothing but items (K-02). */
export function itemsNear(setup: Setup, question: string): string[] {
	return finderOf(setup)
		.find(question, setup.items.size)
		.map(({ key }) => key.slice(ITEM.length));
}

const ITEM = 'item:';

function finderOf(setup: Setup): Finder {
	const known = finders.get(setup);
	if (known) return known;
	const finder = new Finder();
	for (const one of findablesOf(setup)) if (one.key.startsWith(ITEM)) finder.add(one);
	finders.set(setup, finder);
	return finder;
}
