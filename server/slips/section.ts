/** The part `slips:` of a hall file, written anew within its text. Pure. */
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import type { SlipKind } from '#printer/slips/layout.ts';
import type { Text } from '../views.ts';
import type { HallBlock } from './view.ts';

/** What the page of slips changes at once: the sign of the hall, and one kind of slip. */
export interface SlipChange {
	kind: SlipKind;
	/** null: the built-in layout */
	blocks: readonly HallBlock[] | null;
	note: Text | null;
	/** the name of a file in `DATA_DIR/slips` */
	logo: string | null;
}

/**
 * The text of a hall file with that change. Every other line stays as it is, byte for byte; within the section, comments
 * and what it says of other kinds of slips stay.
 */
export function withSlips(text: string, change: SlipChange): string {
	const { before, section, after } = split(text);
	const written = changed(section, change);
	const end = text.includes('\r\n') ? '\r\n' : '\n';
	const lead = section === '' && written !== '' ? `${before.replace(/\s*$/, '')}${end}${end}` : before;
	return lead + written.replaceAll('\n', end) + after;
}

/** A section goes from its key to the next line that begins with a word; comments above that word belong to the word. */
function split(text: string): { before: string; section: string; after: string } {
	const lines = text.split(/(?<=\n)/);
	const first = lines.findIndex((line) => /^slips\s*:/.test(line));
	if (first < 0) return { before: text, section: '', after: '' };
	const following = lines.findIndex((line, i) => i > first && /^[^\s#]/.test(line));
	let last = following < 0 ? lines.length : following;
	while (following >= 0 && last > first + 1 && /^(#|\s*$)/.test(lines[last - 1] ?? '')) last -= 1;
	const part = (from: number, to: number): string => lines.slice(from, to).join('');
	return { before: part(0, first), section: part(first, last), after: part(last, lines.length) };
}

function changed(section: string, { kind, blocks, note, logo }: SlipChange): string {
	const document = parseDocument(section);
	put(document, ['slips', 'logo'], logo);
	put(document, ['slips', 'notes', kind], note);
	put(document, ['slips', 'layouts', kind], blocks);
	for (const path of [['slips', 'notes'], ['slips', 'layouts'], ['slips']]) {
		const left = document.getIn(path, true);
		if (isMap(left) && left.items.length === 0) document.deleteIn(path);
	}
	return isMap(document.contents) && document.contents.items.length > 0 ? document.toString({ lineWidth: 0 }) : '';
}

/** Puts a value there, or takes away what is there; what stands empty on the way becomes a map. */
function put(document: Document, path: readonly string[], value: unknown): void {
	if (value === null) {
		if (document.hasIn(path)) document.deleteIn(path);
		return;
	}
	for (const depth of path.keys()) {
		const above = path.slice(0, depth);
		if (!isMap(depth === 0 ? document.contents : document.getIn(above, true))) setNode(document, above, {});
	}
	setNode(document, path, value);
}

function setNode(document: Document, path: readonly string[], value: unknown): void {
	const node = document.createNode(value);
	// A block and a text stand on one line each, as a hand would write them.
	if (isSeq(node)) for (const item of node.items) if (isMap(item)) item.flow = true;
	if (isMap(node) && node.items.length > 0) node.flow = true;
	if (path.length === 0) document.contents = node;
	else document.setIn(path, node);
}
