import { pictureOf } from './legible.ts';

/**
 * Whether this machine draws all Chinese characters alike, as empty boxes, because it has no typeface for them. A
 * browser that writes each one's code into its box (Firefox) is taken for one that can.
 */
export function lacksChinese(): boolean {
	const [one, other] = ['国', '一'].map(pictureOf);
	return one !== undefined && one === other;
}
