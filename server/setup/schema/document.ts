/** The text of a hall file as a YAML document, with the line of everything in it. */
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, YAMLError, YAMLMap } from 'yaml';
import { faultOf, type Fault, type FaultCode, type Path } from './faults.ts';

export interface Place {
	line: number;
	column: number;
}

/** A document; `value` is undefined when its syntax is too broken to go on. */
export interface HallDocument {
	value: unknown;
	faults: Fault[];
	/** Where the value stands, or its key; for what is missing, the entry it is missing from. */
	place(path: Path, atKey?: boolean): Place;
}

const BY_YAML_CODE: Partial<Record<string, FaultCode>> = {
	DUPLICATE_KEY: 'yaml-duplicate-key',
	MISSING_CHAR: 'yaml-unclosed',
	BAD_INDENT: 'yaml-indent',
	BLOCK_AS_IMPLICIT_KEY: 'yaml-indent',
	UNEXPECTED_TOKEN: 'yaml-indent',
	MULTILINE_IMPLICIT_KEY: 'yaml-unclosed'
};

/** Reads the text; never throws. */
export function readDocument(text: string): HallDocument {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const at = (offset: number): Place => placeAt(lines, offset);
	const source = text.split(/\r?\n/);
	const faults = [...damagedText(text, at), ...syntaxFaults(document, at, source), ...treacherous(document, at)];
	const readable = document.errors.every((error) => error.code === 'DUPLICATE_KEY');
	const value = readable ? valueOf(document, faults) : undefined;
	if (faults.length === 0 && value === null) faults.push(faultOf('empty-file', at(0), []));
	return { value: value ?? undefined, faults, place: (path, atKey) => at(offsetOf(document, path, atKey === true)) };
}

function placeAt(lines: LineCounter, offset: number): Place {
	const { line, col } = lines.linePos(offset);
	return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function valueOf(document: Document, faults: Fault[]): unknown {
	try {
		return document.toJS();
	} catch {
		// An alias without its anchor is told with its own line; what remains is one that grows too large.
		if (faults.length === 0) faults.push(faultOf('yaml-alias', { line: 1, column: 1 }, []));
		return undefined;
	}
}

function damagedText(text: string, at: (offset: number) => Place): Fault[] {
	// U+FFFD stands for bytes that were not UTF-8; NUL is what UTF-16 leaves between letters.
	const offset = text.search(/[\uFFFD\0]/);
	return offset < 0 ? [] : [faultOf('not-utf8', at(offset), [])];
}

/** One slip makes the parser stumble over the same line, and after a tab over the lines that follow. */
function syntaxFaults(document: Document, at: (offset: number) => Place, source: string[]): Fault[] {
	if (document.errors.some((error) => error.code === 'TAB_AS_INDENT')) {
		return source.flatMap((line, i) =>
			/^ *\t/.test(line) ? [faultOf('yaml-tab', { line: i + 1, column: 1 }, [])] : []
		);
	}
	const faults = document.errors.map((error) => syntaxFault(error, at(error.pos[0]), source));
	return faults.filter((fault, i) => faults.findIndex((other) => other.line === fault.line) === i);
}

function syntaxFault(error: YAMLError, place: Place, source: string[]): Fault {
	const line = source[place.line - 1] ?? '';
	if (/^\s*(- )?\s*\w+：/.test(line)) return faultOf('fullwidth-colon', place, []);
	const code = BY_YAML_CODE[error.code] ?? 'yaml-syntax';
	const key = /^\s*(?:- )?([^:]*):/.exec(line)?.[1]?.trim() ?? '';
	return faultOf(code, place, [], { value: code === 'yaml-duplicate-key' ? key : error.message });
}

/** Aliases without an anchor, and numbers such as `007`, which would become 7. */
function treacherous(document: Document, at: (offset: number) => Place): Fault[] {
	const faults: Fault[] = [];
	// An alias names what stands before it. `alias.resolve` would walk the whole document for each of them.
	const anchors = new Set<string | undefined>();
	visit(document, {
		Alias(_, alias) {
			if (!anchors.has(alias.source)) faults.push(faultOf('yaml-alias', at(alias.range?.[0] ?? 0), []));
		},
		Collection(_, collection) {
			anchors.add(collection.anchor);
		},
		Scalar(_, scalar) {
			anchors.add(scalar.anchor);
			if (typeof scalar.value !== 'number' || !/^0\d+$/.test(scalar.source ?? '')) return;
			faults.push(faultOf('leading-zero', at(scalar.range?.[0] ?? 0), [], { value: scalar.source ?? '' }));
		}
	});
	return faults;
}

type Found = { node: Node | null; offset: number };

/** Walks as far as the document goes; what is missing is placed at the last thing that is there. */
function offsetOf(document: Document, path: Path, atKey: boolean): number {
	let here: Found = { node: document.contents, offset: document.contents?.range?.[0] ?? 0 };
	for (const [depth, step] of path.entries()) {
		const next = child(document, here.node, step, atKey && depth === path.length - 1);
		if (!next) break;
		here = next;
	}
	return here.offset;
}

function child(document: Document, from: Node | null, step: string | number, atKey: boolean): Found | undefined {
	const node = isAlias(from) ? from.resolve(document) : from;
	if (isSeq<Node>(node)) {
		const item = node.items[Number(step)];
		return item && { node: item, offset: offsetOfNode(item) };
	}
	const pair = isMap<Node, Node | null>(node) ? pairOf(node, String(step)) : undefined;
	if (!pair) return undefined;
	return { node: pair.value, offset: offsetOfNode(atKey ? pair.key : (pair.value ?? pair.key)) };
}

function offsetOfNode(node: Node): number {
	return node.range?.[0] ?? 0;
}

function pairOf(map: YAMLMap<Node, Node | null>, key: string): Pair<Node, Node | null> | undefined {
	return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}
