import type { Room, Snapshot, Watched } from '#server/realtime/events.ts';
import { changed, type Changed } from './changes.ts';
import { Line, type HallSocket, type LiveOptions } from './line.svelte.ts';

const ANSWER_MS = 5000;

/**
 * What a page watches over its line: a snapshot, then changes, and a snapshot again after every break or gap.
 *
 *     const live = untrack(() => new Live('zone', data.board.zone.code, data.board));
 *     onMount(() => live.start());   // start() returns its own stop
 *     {live.view.queues.length}  {#if live.stale}<StaleBar …/>{/if}
 *
 * `live.socket` is there after `start()` for what is not a view: `live.socket?.on('call:announced', …)`.
 */
export class Live<R extends Room> extends Line {
	/** what the page draws; kept, and marked stale, while the line is down */
	view: Watched[R]['view'] = $state.raw() as Watched[R]['view'];
	/** the code of a refused watch (`signed-out`, `not-found` …); null when watching is allowed */
	refused: string | null = $state(null);

	#room: R;
	#key: Watched[R]['key'];
	#asked = 0;

	/** @param view the first snapshot, from the page's load */
	constructor(room: R, key: Watched[R]['key'], view: Watched[R]['view'], options: LiveOptions = {}) {
		super(options);
		this.#room = room;
		this.#key = key;
		this.view = view;
	}

	/** Asks for a whole snapshot; a page calls it when it doubts what it has. */
	refresh(): void {
		const socket = this.socket;
		if (!socket?.connected) return;
		const asked = ++this.#asked;
		socket.timeout(ANSWER_MS).emit('room:watched', this.#room, this.#key, (lost: Error | null, answer) => {
			if (asked !== this.#asked) return;
			if (lost) this.refresh();
			else this.#take(answer);
		});
	}

	protected override listen(socket: HallSocket): void {
		super.listen(socket);
		socket.on('connect', () => {
			this.refresh();
		});
		socket.on('hall:applied', () => {
			this.refresh();
		});
		const line = socket as unknown as { on(event: string, act: (change: Changed[R]) => void): void };
		line.on(`${this.#room}:changed`, (change) => {
			const view = changed[this.#room](this.view, change);
			if (view === 'gap') this.refresh();
			else this.view = view;
		});
	}

	#take(answer: Snapshot<Watched[Room]['view']>): void {
		this.refused = answer.ok ? null : answer.code;
		if (answer.ok) this.view = answer.view;
	}
}
