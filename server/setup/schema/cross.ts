/**
 * What entries of a hall file say about each other. Works on the data as it was written, so that a fault of
 * form in one entry hides no fault between others.
 */
import { INPUT_PLACES } from './devices/inputs.ts';
import { frameFindings } from './frame-faults.ts';
import { nearest, quoted, type Finding, type Path } from './faults.ts';
import { valueAt } from './issues.ts';
import { slipFindings } from './slip-findings.ts';

interface Match {
	path: Path;
	value: unknown;
}

/** Everything a pattern such as `windows.*.zone` stands for. */
function matches(raw: unknown, pattern: string): Match[] {
	let found: Match[] = [{ path: [], value: raw }];
	for (const step of pattern.split('.')) found = found.flatMap((match) => below(match, step));
	return found;
}

function below({ path, value }: Match, step: string): Match[] {
	if (step !== '*') return [{ path: [...path, step], value: valueAt(value, [step]) }];
	return Array.isArray(value) ? value.map((item: unknown, i) => ({ path: [...path, i], value: item })) : [];
}

interface Word {
	path: Path;
	word: string;
}

/** The matches that are words or numbers; anything else is for the schema to refuse. */
function words(raw: unknown, patterns: readonly string[]): Word[] {
	return patterns.flatMap((pattern) =>
		matches(raw, pattern).flatMap(({ path, value }) =>
			typeof value === 'string' || typeof value === 'number' ? [{ path, word: String(value) }] : []
		)
	);
}

/** Which values must be defined where. */
const REFERENCES: [from: string, to: string, section: string][] = [
	['desks.*.zone', 'zones.*.code', 'zones'],
	['queues.*.zone', 'zones.*.code', 'zones'],
	['windows.*.zone', 'zones.*.code', 'zones'],
	['windows.*.standIn', 'windows.*.code', 'windows'],
	['windows.*.queues.*', 'queues.*.code', 'queues'],
	['windows.*.queues.*.queue', 'queues.*.code', 'queues'],
	['items.*.queue', 'queues.*.code', 'queues'],
	['items.*.chain.*', 'items.*.code', 'items'],
	['items.*.department', 'departments.*.code', 'departments'],
	['items.*.themes.*', 'themes.*.code', 'themes'],
	['items.*.materials.*.material', 'materials.*.code', 'materials'],
	['staff.*.windows.*', 'windows.*.code', 'windows'],
	['staff.*.department', 'departments.*.code', 'departments'],
	['staff.*.desk', 'desks.*.code', 'desks'],
	['notices.*.zone', 'zones.*.code', 'zones'],
	['queues.*.service', 'freeServices.*.code', 'freeServices'],
	['goods.*.stock.*.desk', 'desks.*.code', 'desks'],
	['freeServices.*.zone', 'zones.*.code', 'zones'],
	['policies.incidents.levels.*.contacts.*', 'policies.incidents.contacts.*.code', 'policies.incidents.contacts'],
	['policies.incidents.tell.contacts.*', 'policies.incidents.contacts.*.code', 'policies.incidents.contacts'],
	['policies.notice.unsolvedQueue', 'queues.*.code', 'queues'],
	['policies.orders.routes.*.department', 'departments.*.code', 'departments'],
	['policies.orders.routes.*.owner', 'staff.*.no', 'staff'],
	['policies.inspection.areas.*.zone', 'zones.*.code', 'zones'],
	['policies.inspection.areas.*.owner', 'staff.*.no', 'staff'],
	['policies.inspection.criteria.*.areas.*', 'policies.inspection.areas.*.code', 'policies.inspection.areas'],
	['policies.inspection.rounds.*.areas.*', 'policies.inspection.areas.*.code', 'policies.inspection.areas'],
	['policies.complaints.routes.*.department', 'departments.*.code', 'departments'],
	['policies.complaints.unsolved.department', 'departments.*.code', 'departments'],
	['policies.complaints.petition.department', 'departments.*.code', 'departments'],
	['devices.printers.*.zone', 'zones.*.code', 'zones'],
	['devices.printers.*.agent', 'devices.agents.*.code', 'devices.agents'],
	['devices.buses.*.agent', 'devices.agents.*.code', 'devices.agents'],
	['devices.padLines.*.agent', 'devices.agents.*.code', 'devices.agents'],
	['devices.idReaders.*.agent', 'devices.agents.*.code', 'devices.agents'],
	['devices.scanners.*.agent', 'devices.agents.*.code', 'devices.agents'],
	['devices.boards.*.bus', 'devices.buses.*.code', 'devices.buses'],
	['devices.boards.*.shows.zone', 'zones.*.code', 'zones'],
	['devices.boards.*.shows.window', 'windows.*.code', 'windows'],
	['devices.kiosks.*.zones.*', 'zones.*.code', 'zones'],
	['devices.kiosks.*.printerGroup', 'devices.printers.*.group', 'devices.printers'],
	['windows.*.printerGroup', 'devices.printers.*.group', 'devices.printers'],
	...INPUT_PLACES,
	['devices.screens.*.zone', 'zones.*.code', 'zones'],
	['devices.screens.*.window', 'windows.*.code', 'windows'],
	['devices.screens.*.alsoZones.*', 'zones.*.code', 'zones'],
	['devices.screens.*.queues.*', 'queues.*.code', 'queues'],
	['devices.screens.*.windows.*', 'windows.*.code', 'windows'],
	['devices.media.*.zones.*', 'zones.*.code', 'zones'],
	['devices.media.*.screens.*', 'devices.screens.*.code', 'devices.screens'],
	['telephone.extensions.*.staff', 'staff.*.no', 'staff']
];

/** Values that may be there only once among all of a group. */
const UNIQUE: string[][] = [
	['classes.*.code'],
	['telephone.lines.*.code'],
	['telephone.lines.*.number'],
	['telephone.extensions.*.extension'],
	['departments.*.code'],
	['zones.*.code'],
	['desks.*.code'],
	['queues.*.code'],
	['queues.*.prefix'],
	['windows.*.code'],
	['themes.*.code'],
	['materials.*.code'],
	['items.*.code'],
	['staff.*.no'],
	['pauseReasons.*.code'],
	['refusalGrounds.*.code'],
	['goods.*.code'],
	['freeServices.*.code'],
	['policies.incidents.kinds.*.code'],
	['policies.incidents.contacts.*.code'],
	['policies.incidents.broadcast.texts.*.code'],
	['policies.inspection.areas.*.code'],
	['policies.inspection.criteria.*.code'],
	['policies.inspection.rounds.*.code'],
	['holidays.*.date'],
	['workdays.*.date'],
	['devices.agents.*.code'],
	['devices.buses.*.code'],
	['devices.padLines.*.code'],
	['devices.idReaders.*.kiosk'],
	['devices.scanners.*.kiosk'],
	['devices.evaluators.*.window'],
	['printers', 'boards', 'kiosks', 'screens', 'pads', 'idReaders', 'evaluators', 'scanners'].map(
		(kind) => `devices.${kind}.*.code`
	)
];

/** Every fault between entries. */
export function crossFindings(raw: unknown): Finding[] {
	return [
		...REFERENCES.flatMap(([from, to, section]) => dangling(raw, from, to, section)),
		...UNIQUE.flatMap((patterns) => repeated(words(raw, patterns), 'duplicate')),
		...repeated(boardAddresses(raw), 'duplicate-address'),
		...repeated(ports(raw), 'shared-port'),
		...frameFindings(raw),
		...serialClashes(raw),
		...unserved(raw),
		...workedHolidays(raw),
		...missingRoles(raw),
		...slipFindings(raw)
	];
}

function dangling(raw: unknown, from: string, to: string, section: string): Finding[] {
	// A section that is missing is one fault, not one for every reference into it; a hall without agents has no section.
	if (section !== 'devices.agents' && !Array.isArray(valueAt(raw, section.split('.')))) return [];
	const defined = new Set(words(raw, [to]).map(({ word }) => word));
	return words(raw, [from])
		.filter(({ word }) => !defined.has(word))
		.map(({ path, word }) => ({
			code: 'unknown-reference',
			path,
			detail: { value: quoted(word), allowed: [section], near: nearest(word, defined) }
		}));
}

function repeated(all: Word[], code: 'duplicate' | 'duplicate-address' | 'shared-port'): Finding[] {
	const first = new Map<string, Path>();
	return all.flatMap(({ path, word }): Finding[] => {
		const otherPath = first.get(word);
		if (otherPath) return [{ code, path, otherPath, detail: { value: quoted(word.split('\n').at(-1)) } }];
		first.set(word, path);
		return [];
	});
}

/** Each board's address, marked with its bus: `bus\n5`. */
function boardAddresses(raw: unknown): Word[] {
	return matches(raw, 'devices.boards.*').flatMap(({ path, value }) => {
		const address = valueAt(value, ['address']);
		return typeof address === 'number'
			? [{ path: [...path, 'address'], word: `${quoted(valueAt(value, ['bus']))}\n${String(address)}` }]
			: [];
	});
}

/** Boards of one line share its serial settings; only Alpha signs can be spoken to in seven bits. */
function serialClashes(raw: unknown): Finding[] {
	const seven = new Set(
		matches(raw, 'devices.buses.*').flatMap(({ value }) =>
			valueAt(value, ['wire', 'dataBits']) === 7 ? [quoted(valueAt(value, ['code']))] : []
		)
	);
	return matches(raw, 'devices.boards.*').flatMap(({ path, value }): Finding[] => {
		const driver = valueAt(value, ['driver']);
		const clashes = typeof driver === 'string' && driver !== 'alpha' && seven.has(quoted(valueAt(value, ['bus'])));
		return clashes ? [{ code: 'serial-clash', path: [...path, 'bus'], detail: { value: driver } }] : [];
	});
}

/** The device files and network ports that wires occupy, each marked with its machine: `kiosk-pc\n/dev/usb/lp0`. */
function ports(raw: unknown): Word[] {
	return ['devices.printers.*', 'devices.buses.*'].flatMap((pattern) =>
		matches(raw, pattern).flatMap(({ path: at, value }) => {
			const path = [...at, 'wire'];
			const machine = valueAt(value, ['agent']);
			const here = typeof machine === 'string' ? `${machine}\n` : '';
			const file = valueAt(value, ['wire', 'path']);
			if (typeof file === 'string') return [{ path, word: `${here}${file}` }];
			const host = valueAt(value, ['wire', 'host']);
			if (typeof host !== 'string') return [];
			// What stands in the network is the same for every machine.
			const word = `${host}:${quoted(valueAt(value, ['wire', 'port']))}`;
			return [{ path, word: LOOPBACK.test(host) ? `${here}${word}` : word }];
		})
	);
}

const LOOPBACK = /^(localhost|127\.[\d.]+|::1)$/;

function unserved(raw: unknown): Finding[] {
	const served = new Set(words(raw, ['windows.*.queues.*', 'windows.*.queues.*.queue']).map(({ word }) => word));
	const queues = words(raw, ['queues.*.code']).filter(({ word }) => !served.has(word));
	const lost = new Set(queues.map(({ word }) => word));
	const items = words(raw, ['items.*.queue']).filter(({ word }) => lost.has(word));
	const found = (code: 'queue-without-window' | 'item-without-window') => {
		return ({ path, word }: Word): Finding => ({ code, path, detail: { value: quoted(word) } });
	};
	return [...queues.map(found('queue-without-window')), ...items.map(found('item-without-window'))];
}

function workedHolidays(raw: unknown): Finding[] {
	const runs = matches(raw, 'holidays.*').map(({ value }) => {
		const from = quoted(valueAt(value, ['date']));
		return { from, until: quoted(valueAt(value, ['until']) ?? from) };
	});
	return words(raw, ['workdays.*.date'])
		.filter(({ word }) => runs.some((run) => run.from <= word && word <= run.until))
		.map(({ path, word }) => ({ code: 'workday-is-holiday', path, detail: { value: word } }));
}

function missingRoles(raw: unknown): Finding[] {
	if (!Array.isArray(valueAt(raw, ['staff']))) return [];
	const roles = new Set(words(raw, ['staff.*.role']).map(({ word }) => word));
	return ['clerk', 'administrator']
		.filter((role) => !roles.has(role))
		.map((role) => ({ code: 'role-missing', path: ['staff'], atKey: true, detail: { value: role } }));
}
