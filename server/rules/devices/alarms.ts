import type { AlarmKind, DeviceState, WatchKind } from '#db/schema.ts';
import { healthOf } from './health.ts';

/** A device as far as it matters for alarms. */
export interface Watched {
	kind: WatchKind;
	code: string;
	state: DeviceState;
	since: number;
	/** taken out of work by hand: nobody is called for it */
	off: boolean;
	/** printers: the group they print for today */
	group: string | null;
	/** boards: the line they hang on */
	line: string | null;
	/** printers: paper that ends soon */
	paperSoon: boolean;
}

export interface DueAlarm {
	kind: AlarmKind;
	/** one alarm of a kind and key at a time */
	key: string;
	/** the word of its cause */
	cause: DeviceState;
}

/** What is called for one that does not work. A kiosk's is raised by what hears kiosks (server/offline). */
const KIND: Partial<Record<WatchKind, AlarmKind>> = {
	printer: 'printer-down',
	board: 'board-dead',
	bus: 'bus-dead',
	screen: 'screen-silent',
	agent: 'agent-gone',
	'pad-line': 'device-down',
	'id-reader': 'device-down',
	scanner: 'device-down',
	evaluator: 'device-down'
};

/** A blink is no alarm. */
const PATIENCE_MS: Partial<Record<WatchKind, number>> = { printer: 10_000, agent: 10_000, bus: 20_000, board: 30_000 };
const USUAL_PATIENCE_MS = 60_000;

/**
 * The alarms that should live now. One a thing, and none that says what another says already: a line for its boards, a
 * group without any printer for its printers, an agent for all that hangs on it.
 */
export function alarmsDue(devices: readonly Watched[], now: number): DueAlarm[] {
	const down = devices.filter((one) => isDown(one, now));
	const lines = deadLines(devices, down);
	const groups = deadGroups(devices, down);
	const own = down.flatMap((one) => {
		if (one.kind === 'bus' || lines.has(one.line ?? '') || groups.has(one.group ?? '')) return [];
		const kind = KIND[one.kind];
		return kind && one.state !== 'behind-agent' ? [{ kind, key: one.code, cause: one.state }] : [];
	});
	return [
		...own,
		...[...lines].map(([key, cause]) => ({ kind: 'bus-dead' as const, key, cause })),
		...[...groups].map(([key, cause]) => ({ kind: 'printers-none' as const, key, cause })),
		...paperSoon(devices)
	];
}

function isDown({ kind, state, since, off }: Watched, now: number): boolean {
	return !off && healthOf(state) === 'down' && now - since >= (PATIENCE_MS[kind] ?? USUAL_PATIENCE_MS);
}

/** Lines that are down, and lines of which every board is silent. */
function deadLines(devices: readonly Watched[], down: readonly Watched[]): Map<string, DeviceState> {
	const dead = new Map(
		down.flatMap(({ kind, code, state }) => (kind === 'bus' && state !== 'behind-agent' ? [[code, state]] : []))
	);
	for (const line of linesOf(devices)) {
		const boards = devices.filter((one) => one.line === line && !one.off);
		const silent = boards.every((one) => down.includes(one) && one.state === 'silent');
		if (boards.length > 1 && silent && !dead.has(line)) dead.set(line, 'silent');
	}
	return dead;
}

function linesOf(devices: readonly Watched[]): Set<string> {
	return new Set(devices.flatMap(({ line }) => line ?? []));
}

/** Groups none of whose printers can print, whether they cannot or were taken out of work (`gone`). */
function deadGroups(devices: readonly Watched[], down: readonly Watched[]): Map<string, DeviceState> {
	const dead = new Map<string, DeviceState>();
	const groups = new Set(devices.flatMap(({ group }) => group ?? []));
	for (const group of groups) {
		const printers = devices.filter((one) => one.group === group);
		if (!printers.every((one) => one.off || down.includes(one))) continue;
		dead.set(group, printers.find(({ off }) => !off)?.state ?? 'gone');
	}
	return dead;
}

/** A roll that ends soon at a printer that still prints. */
function paperSoon(devices: readonly Watched[]): DueAlarm[] {
	return devices
		.filter(({ kind, off, state, paperSoon: soon }) => kind === 'printer' && !off && soon && healthOf(state) !== 'down')
		.map(({ code }) => ({ kind: 'paper-soon', key: code, cause: 'paper-low' }));
}
