import type { Hall } from '../hall.ts';

/** Where a phone reads the guide of an item, without an account. */
export function guideLink(hall: Hall, item: string): string {
	return `${hall.origin}/i/${item}`;
}
