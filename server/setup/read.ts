/** The text of a hall file → the hall, or every fault in it at once. Pure. */
import { crossFindings } from './schema/cross.ts';
import { hallFile, type HallFile } from './schema.ts';
import { readDocument } from './schema/document.ts';
import { faultOf, type Fault } from './schema/faults.ts';
import { findingsOf } from './schema/issues.ts';
import { openReaders } from './schema/open-readers.ts';

export type { Fault } from './schema/faults.ts';

export type Read = { ok: true; file: HallFile } | { ok: false; faults: Fault[] };

/**
 * Checks a hall file: YAML, shape, unknown keys, and what its entries say about each other.
 * @returns the hall, or all faults in the order of their lines, each with the way to mend it
 */
export function readHall(text: string): Read {
	const document = readDocument(text);
	if (document.value === undefined) return { ok: false, faults: inOrder(document.faults) };
	const parsed = hallFile.safeParse(document.value);
	const findings = [
		...findingsOf(parsed.success ? [] : parsed.error.issues, document.value),
		...crossFindings(document.value),
		...openReaders(document.value)
	];
	const faults = findings.map(({ code, path, atKey, otherPath, detail }) => {
		const other = otherPath ? document.place(otherPath).line : 0;
		return faultOf(code, document.place(path, atKey), path, { ...detail, other });
	});
	const all = inOrder([...document.faults, ...faults]);
	return parsed.success && all.length === 0 ? { ok: true, file: parsed.data } : { ok: false, faults: all };
}

/** By line; what several aliases repeat from one place is told once. */
function inOrder(faults: Fault[]): Fault[] {
	const told = new Map(faults.toReversed().map((fault) => [JSON.stringify({ ...fault, path: '' }), fault]));
	return [...told.values()].toReversed().toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** A fault as one line for a terminal or a log: `12:5 windows[3].zone: … — …`. */
export function faultLine(fault: Fault, lang: 'zh' | 'en'): string {
	const where = `${String(fault.line)}:${String(fault.column)}`;
	return `${where} ${fault.path === '' ? '' : `${fault.path}: `}${fault.what[lang]} — ${fault.mend[lang]}`;
}
