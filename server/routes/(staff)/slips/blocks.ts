import type { HallBlock, SlipKindView } from '#server/slips/view.ts';
import type { Text } from '#server/views.ts';

/** A kind of slip while it is being changed; the note as two fields, so that one may be empty for a moment. */
export interface SlipDraft {
	blocks: HallBlock[];
	/** as built in: a saved one has no layout of its own */
	builtIn: boolean;
	note: Text;
}

/** The layout with one block a place higher or lower. */
export function moved(blocks: readonly HallBlock[], index: number, by: -1 | 1): HallBlock[] {
	const [one] = blocks.slice(index, index + 1);
	const to = index + by;
	if (!one || to < 0 || to >= blocks.length) return [...blocks];
	return blocks.toSpliced(index, 1).toSpliced(to, 0, one);
}

/** What must be there and is not: one of each list is enough. */
export function lackingIn(blocks: readonly HallBlock[], must: readonly string[][]): string[][] {
	const there = new Set(blocks.map(({ block }) => block));
	return must.filter((choice) => !choice.some((name) => there.has(name)));
}

/** A picture file in base64. */
export async function base64Of(file: Blob): Promise<string> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let letters = '';
	for (const byte of bytes) letters += String.fromCharCode(byte);
	return btoa(letters);
}

/** A kind as it is in force, to be changed. */
export function draftOf({ blocks, builtIn, note }: SlipKindView): SlipDraft {
	const blank = { zh: '', en: '' };
	return { blocks: [...(blocks ?? builtIn)], builtIn: blocks === null, note: { ...blank, ...note } };
}

/** Whether it is written in both languages. */
export function isWhole(text: Text | undefined): boolean {
	return text !== undefined && text.zh.trim() !== '' && text.en.trim() !== '';
}
