import { allAgentKeys } from '#db/agents.ts';
import { kiosksSeen } from '#db/leases.ts';
import type { DeviceState } from '#db/schema.ts';
import type { BusLineState } from '#printer/wire/bus-types.ts';
import type { AgentView } from '../agents/view.ts';
import type { IdReaderView, ScreenView } from '../devices/view.ts';
import type { Hall } from '../hall.ts';
import type { Hardware } from '../hardware/hardware.ts';
import type { HungBoard } from '../hardware/boards.ts';
import type { OpenPrinter } from '../hardware/printers.ts';
import { stateNamed } from '../rules/devices/health.ts';
import type { Told } from './watch.ts';

const MINUTE_MS = 60_000;

/** All that tells how devices stand. */
interface Standing {
	hardware: Hardware;
	isOff: (code: string) => boolean;
	pads: { view(): readonly Listened[] };
	scanners: { view(): readonly Listened[] };
	agents: readonly AgentView[];
	readers: readonly IdReaderView[];
	screens: readonly ScreenView[];
}

/** How every device stands now. */
export function allTold(hall: Hall, { hardware, isOff, pads, scanners, ...views }: Standing): Told[] {
	return [
		...hardwareTold(hardware, isOff),
		...agentsTold(views.agents),
		...listenedTold(hall, { keyLines: pads.view(), scanners: scanners.view() }, views.agents),
		...readersTold(views.readers),
		...screensTold(hall, views.screens)
	];
}

/** How everything that hangs on wires here stands now. */
function hardwareTold({ printers, boards }: Hardware, isOff: (code: string) => boolean): Told[] {
	const lines = new Map(boards.map((board) => [board.entry.bus, board.line()]));
	return [
		...printers.map(printerTold),
		...[...lines].map(([code, line]) => busTold(code, line)),
		...boards.filter(({ entry }) => !isOff(entry.code)).map(boardTold)
	];
}

/** The reason of whatever hangs on an agent that is not there. */
const AGENT_GONE = 'agent-gone';

function printerTold({ code, printer }: OpenPrinter): Told {
	const status = printer.status();
	const reason = status.state === 'unreachable' ? status.reason : null;
	return { kind: 'printer', code, state: reason === AGENT_GONE ? 'behind-agent' : stateNamed(status.state), reason };
}

function busTold(code: string, line: BusLineState): Told {
	return { kind: 'bus', code, state: lineState(line), reason: line.reason };
}

/** Until a line was opened for the first time there is no reason, and nothing is known. */
function lineState({ open, reason }: BusLineState): DeviceState {
	if (open) return 'ready';
	if (reason === AGENT_GONE) return 'behind-agent';
	return reason === null ? 'unknown' : 'unreachable';
}

/** A board that was sent pictures and never had to answer stands as far as is known. */
function boardTold(board: HungBoard): Told {
	const { heardAt, quarantined } = board.state();
	const line = lineState(board.line());
	const own = quarantined ? 'silent' : heardAt === null ? 'unknown' : 'ready';
	return { kind: 'board', code: board.entry.code, state: line === 'ready' ? own : line, heardAt };
}

/** How the agents stand that were linked since this server began, and have their key still. */
function agentsTold(agents: readonly AgentView[]): Told[] {
	return agents.flatMap(({ code, state, trouble }) => {
		if (state === 'never') return [];
		const here = trouble === 'disk' ? 'disk-full' : 'ready';
		return [{ kind: 'agent', code, state: state === 'here' ? here : 'gone' }];
	});
}

/** How the others stand: gone where a machine has the key; before one was ever enrolled nobody is missed. */
export async function awaitedTold(hall: Hall, agents: readonly AgentView[]): Promise<Told[]> {
	const absent = agents.filter(({ state }) => state === 'never');
	if (absent.length === 0) return [];
	const keys = (await allAgentKeys(hall.read, hall.id)).filter(({ revoked_at }) => revoked_at === null);
	return absent.map(({ code }) => {
		return { kind: 'agent', code, state: keys.some(({ agent }) => agent === code) ? 'gone' : 'unknown' };
	});
}

/** How the screens of the hall file stand; one that was never on the line is not known. */
export function screensTold(hall: Hall, screens: readonly ScreenView[]): Told[] {
	return screens.flatMap(({ device, connected, sound, lastSeen }) => {
		const entry = hall.setup.screens.get(device);
		if (!entry) return [];
		const silent = entry.voice && (sound === 'refused' || sound === 'failed');
		const state = !connected ? 'gone' : silent ? 'mute' : 'ready';
		const heardAt = connected ? hall.clock.now() : lastSeen;
		return [{ kind: 'screen', code: device, state, reason: silent ? sound : null, heardAt }];
	});
}

/** How the readers of cards stand, as far as anybody has asked them. */
function readersTold(readers: readonly IdReaderView[]): Told[] {
	return readers.flatMap(({ code, state, at }) => {
		// Nobody waits for an answer before it has come.
		if (state === null || state === 'asked') return [];
		return [{ kind: 'id-reader', code, state: state === 'absent' ? 'unreachable' : 'ready', heardAt: at }];
	});
}

/** A line that is only listened to. */
interface Listened {
	code: string;
	up: boolean;
}

/** How lines of pads and scanners stand: of one that is only listened to is known whether its cable is there. */
function listenedTold(
	hall: Hall,
	{ keyLines, scanners }: { keyLines: readonly Listened[]; scanners: readonly Listened[] },
	agents: readonly AgentView[]
): Told[] {
	const { devices } = hall.setup.file;
	const gone = new Set<string | null>(agents.flatMap(({ code, state }) => (state === 'here' ? [] : [code])));
	const told = (kind: 'pad-line' | 'scanner', entries: readonly { code: string; agent: string | null }[]) => {
		const behind = new Set(entries.flatMap(({ code, agent }) => (gone.has(agent) ? [code] : [])));
		return ({ code, up }: Listened): Told => {
			if (up) return { kind, code, state: 'ready' };
			return behind.has(code)
				? { kind, code, state: 'behind-agent', reason: AGENT_GONE }
				: { kind, code, state: 'unreachable' };
		};
	};
	return [...keyLines.map(told('pad-line', devices.padLines)), ...scanners.map(told('scanner', devices.scanners))];
}

/** How the kiosks stand, on whichever server process they are; one that did not come today is not known. */
export async function kiosksTold(hall: Hall): Promise<Told[]> {
	const now = hall.clock.now();
	const limit = hall.setup.policies.offline.awayMinutes * MINUTE_MS;
	const seen = await kiosksSeen(hall.read, hall.id);
	return seen.flatMap(({ device, seen_at }) => {
		if (!hall.setup.kiosks.has(device)) return [];
		return [{ kind: 'kiosk', code: device, state: now - seen_at < limit ? 'ready' : 'gone', heardAt: seen_at }];
	});
}
