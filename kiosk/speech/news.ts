import { shownIn, type Manner } from './shown.ts';
import { isShown } from './stops.ts';
import type { Part } from './parts.ts';

const REGIONS = '[role=alert], [role=status], [aria-live=polite], [aria-live=assertive]';
const URGENT = '[role=alert], [aria-live=assertive]';

export interface News {
	/** said at once, before all else */
	alerts: Part[];
	/** said after what is being said */
	statuses: Part[];
}

/** Knows what the live regions of a page said last, and tells what is new in them. */
export class Regions {
	readonly #said = new WeakMap<Element, string>();

	/** What has come since it was last asked. A region inside another one is told by the outer one. */
	news(scope: ParentNode, manner: Manner): News {
		const news: News = { alerts: [], statuses: [] };
		for (const region of scope.querySelectorAll(REGIONS)) {
			if (region.parentElement?.closest(REGIONS) || !isShown(region)) continue;
			const parts = shownIn(region, manner);
			const text = parts.map((part) => part.text).join(' ');
			if ((this.#said.get(region) ?? '') === text) continue;
			this.#said.set(region, text);
			news[region.matches(URGENT) || region.querySelector(URGENT) ? 'alerts' : 'statuses'].push(...parts);
		}
		return news;
	}
}
