import { SvelteSet } from 'svelte/reactivity';
import type { BoardView, BroadcastView, CallView, ScreenReport } from '#server/views.ts';
import type { Announcement } from '#server/realtime/events.ts';
import type { LiveOptions } from '../line.svelte.ts';
import { Live } from '../live.svelte.ts';
import { VoicePlayer, type VoicePlayerOptions } from '../voice/player.svelte.ts';
import { isOf, together, type Part } from './part.ts';
import { Receipts } from './receipts.ts';

export interface HallScreenOptions extends LiveOptions, Pick<VoicePlayerOptions, 'audio'> {
	/** the name of this screen, asked when it starts */
	device: () => string;
	/** false for a screen that the hall file keeps silent, because another one speaks for the zone */
	speaks: boolean;
	/** only these queues and windows */
	part?: Part;
}

/**
 * A hall screen at work: a line to the server for each of its zones, the voice, and the receipts for what was shown and said
 * (D-05).
 *
 *     const screen = new HallScreen([data.board], { device, speaks: true });
 *     onMount(() => screen.start());   // start() returns its own stop
 */
export class HallScreen {
	/** of its first zone; what holds for the whole hall comes by it */
	readonly live: Live<'zone'>;
	readonly voice: VoicePlayer;
	/** pictures and videos that cannot be shown */
	readonly broken = new SvelteSet<string>();
	#lives: readonly [Live<'zone'>, ...Live<'zone'>[]];
	#options: HallScreenOptions;
	#part: Part;
	#device = '';
	#receipts: Receipts;
	#sight: ScreenReport['sight'] = null;

	constructor([first, ...others]: readonly [BoardView, ...BoardView[]], options: HallScreenOptions) {
		this.#options = options;
		this.#part = options.part ?? { queues: null, windows: null };
		this.live = new Live('zone', first.zone.code, first, options);
		this.#lives = [this.live, ...others.map((board) => new Live('zone', board.zone.code, board, options))];
		const skew = (): number => this.live.skew;
		this.#receipts = new Receipts(() => (options.timers?.now() ?? Date.now()) + skew());
		this.voice = new VoicePlayer({
			spoken: (one) => {
				this.#lineOf(one.zone)?.socket?.emit('call:received', one.id, this.#device, 'spoken');
			},
			alerted: (id) => {
				this.live.socket?.emit('broadcast:received', id, this.#device, 'spoken');
			},
			changed: () => {
				this.#report();
			},
			skew,
			...(options.audio && { audio: options.audio }),
			...(options.timers && { timers: options.timers })
		});
	}

	/** What stands on the screen, of all its zones. */
	get view(): BoardView {
		const [first, ...others] = this.#lives;
		return together([first.view, ...others.map((live) => live.view)], this.#part);
	}

	/** Whether any of it may be old. */
	get stale(): boolean {
		return this.#lives.some((live) => live.stale);
	}

	/** Opens the lines and the sound until the returned function is called. */
	start(): () => void {
		this.#device = this.#options.device();
		const stops = this.#lives.map((live) => this.#listen(live));
		if (this.#options.speaks) stops.push(this.voice.start());
		return () => {
			for (const stop of stops.toReversed()) stop();
		};
	}

	/** A call stands on the screen; told to the server once a call. */
	shown(id: CallView['id']): void {
		const live = this.#lives.find(({ view }) => view.calls.some((one) => one.id === id));
		const call = live?.view.calls.find((one) => one.id === id);
		if (!live || !call || !this.#receipts.isToTell(call, live.connected)) return;
		live.socket?.emit('call:received', id, this.#device, 'shown');
	}

	/** What is told to the whole hall stands on the screen. */
	alerted({ id }: Pick<BroadcastView, 'id'>): void {
		this.live.socket?.emit('broadcast:received', id, this.#device, 'shown');
	}

	/** From how far it can be read, and how far it has to be. */
	measured(sight: ScreenReport['sight']): void {
		if (JSON.stringify(sight) === JSON.stringify(this.#sight)) return;
		this.#sight = sight;
		this.#tell();
	}

	/** A picture or video could not be shown. */
	failed(file: string): void {
		this.broken.add(file);
		this.#tell();
	}

	/** One that could not be shown stands on the screen. */
	works(file: string): void {
		if (this.broken.delete(file)) this.#tell();
	}

	#listen(live: Live<'zone'>): () => void {
		const stop = live.start();
		live.socket?.on('call:announced', (one) => {
			if (this.#options.speaks && one.zone === live.view.zone.code && this.#concerns(live, one)) this.voice.say(one);
		});
		live.socket?.on('connect', () => {
			this.#report();
			this.#tell();
			for (const id of this.#receipts.waited()) this.shown(id);
		});
		if (live === this.live) {
			live.socket?.on('broadcast:changed', (now) => {
				if (this.#options.speaks) this.voice.alert(now);
			});
		}
		return stop;
	}

	/** A call that the board has already left behind is said all the same. */
	#concerns({ view }: Live<'zone'>, { id }: Announcement): boolean {
		const call = view.calls.find((one) => one.id === id);
		return !call || isOf(this.#part, call);
	}

	#lineOf(zone: string): Live<'zone'> | undefined {
		return this.#lives.find(({ view }) => view.zone.code === zone);
	}

	#report(): void {
		if (this.voice.sound !== null) this.live.socket?.emit('screen:reported', this.#device, this.voice.sound);
	}

	#tell(): void {
		this.live.socket?.emit('screen:told', this.#device, { sight: this.#sight, broken: [...this.broken] });
	}
}
