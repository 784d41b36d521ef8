import { changed, type Changed } from '#display/changes.ts';
import { hallSocket, type HallSocket } from '#display/line.svelte.ts';
import type { Announcement, Room, Snapshot, Watched } from '#server/realtime/events.ts';

const ANSWER_MS = 10_000;

/** A page on the live line, without the page: what it was sent, laid onto its snapshot as pages do. */
export interface Watcher<R extends Room> {
	socket: HallSocket;
	key: string;
	/** the snapshot with every change since */
	view(): Watched[R]['view'];
	/** every change as it came */
	changes: Changed[R][];
	/** changes that came after one that was missed */
	gaps: number;
	announced: Announcement[];
	/** times of the server's beats, and the number of the last line that went out with each */
	beats: { at: number; seq: number }[];
	/** how often a new hall file was told of */
	applied: number;
	close(): void;
}

/** Opens a line and resolves when it is connected. @param key of a program; a visitor's browser without one */
export function line(url: string, key?: string): Promise<HallSocket> {
	const socket = hallSocket(url);
	if (key !== undefined) socket.auth = { key };
	return new Promise((resolve, reject) => {
		socket.once('connect', () => resolve(socket));
		socket.once('connect_error', reject);
		socket.connect();
	});
}

/** Asks for a room: its snapshot, or the code of the refusal. */
export async function ask<R extends Room>(
	socket: HallSocket,
	room: R,
	key: string
): Promise<Snapshot<Watched[R]['view']>> {
	const answer: unknown = await socket.timeout(ANSWER_MS).emitWithAck('room:watched', room, key);
	return answer as Snapshot<Watched[R]['view']>;
}

/** Watches a room on a line of its own. Throws when it may not. */
export async function watch<R extends Room>(url: string, room: R, key: string, as?: string): Promise<Watcher<R>> {
	const socket = await line(url, as);
	let view: Watched[R]['view'] | undefined;
	const early: Changed[R][] = [];
	const watcher: Watcher<R> = {
		socket,
		key,
		view: () => {
			if (view === undefined) throw new Error('no snapshot yet');
			return view;
		},
		changes: [],
		gaps: 0,
		announced: [],
		beats: [],
		applied: 0,
		close: () => void socket.disconnect()
	};
	const lay = (change: Changed[R]): void => {
		if (view === undefined) return void early.push(change);
		watcher.changes.push(change);
		const next = changed[room](view, change);
		if (next === 'gap') watcher.gaps += 1;
		else view = next;
	};
	// Which change comes with which room is in the types of `Changed`, not in those of socket.io.
	(socket as unknown as { on(event: string, listener: (change: Changed[R]) => void): void }).on(`${room}:changed`, lay);
	socket.on('call:announced', (one) => watcher.announced.push(one));
	socket.on('hall:beat', (at, seq) => watcher.beats.push({ at, seq }));
	socket.on('hall:applied', () => (watcher.applied += 1));
	const answer = await ask(socket, room, key);
	if (!answer.ok) {
		socket.disconnect();
		throw new Error(`${room} ${key} is refused: ${answer.code}`);
	}
	view = answer.view;
	for (const change of early.splice(0)) lay(change);
	return watcher;
}
