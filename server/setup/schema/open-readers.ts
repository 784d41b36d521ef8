/** Readers of identity cards that any browser in the house could ask, because any may be their kiosk. */
import { quoted, type Finding } from './faults.ts';
import { valueAt } from './issues.ts';

/** Every such fault, in the data as it was written. Virtual readers read invented cards, and a demonstration is none of the public. */
export function openReaders(raw: unknown): Finding[] {
	const readers = valueAt(raw, ['devices', 'idReaders']);
	const isOpen = valueAt(raw, ['policies', 'access', 'kiosk']) === 'open';
	if (!isOpen || !Array.isArray(readers) || valueAt(raw, ['policies', 'demo']) === 'always-open') return [];
	return readers.flatMap((reader: unknown, i): Finding[] => {
		const path = ['devices', 'idReaders', i, 'wire'];
		const isReal = ['tcp', 'serial'].includes(quoted(valueAt(reader, ['wire', 'kind'])));
		return isReal ? [{ code: 'open-reader', path, detail: { value: quoted(valueAt(reader, ['code'])) } }] : [];
	});
}
