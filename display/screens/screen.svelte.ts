import type { BoardView, CallView } from '#server/views.ts';
import { Live, type LiveOptions } from '../live.svelte.ts';
import { VoicePlayer, type VoicePlayerOptions } from '../voice/player.svelte.ts';

/** Receipts of older calls help nobody: a screen switched on at noon has not shown the morning's calls. */
const RECEIPT_MS = 60_000;
const REMEMBERED = 200;

export interface HallScreenOptions extends LiveOptions, Pick<VoicePlayerOptions, 'audio'> {
	/** the name of this screen, asked when it starts */
	device: () => string;
	/** false for a screen that the hall file keeps silent, because another one speaks for the zone */
	speaks: boolean;
}

/**
 * A hall screen at work: the line to the server, the voice, and the receipts for what was shown and said (D-05).
 *
 *     const screen = new HallScreen(data.view, { device, speaks: true });
 *     onMount(() => screen.start());   // start() returns its own stop
 */
export class HallScreen {
	readonly live: Live<'zone'>;
	readonly voice: VoicePlayer;
	#options: HallScreenOptions;
	#device = '';
	/** calls told as shown, the newest last */
	#told: CallView['id'][] = [];
	#now: () => number;

	constructor(board: BoardView, options: HallScreenOptions) {
		this.#options = options;
		this.live = new Live('zone', board.zone.code, board, options);
		const skew = (): number => this.live.skew;
		this.#now = () => (options.timers?.now() ?? Date.now()) + skew();
		this.voice = new VoicePlayer({
			spoken: (id) => this.live.socket?.emit('call:received', id, this.#device, 'spoken'),
			changed: () => {
				this.#report();
			},
			skew,
			...(options.audio && { audio: options.audio }),
			...(options.timers && { timers: options.timers })
		});
	}

	/** Opens the line and the sound until the returned function is called. */
	start(): () => void {
		this.#device = this.#options.device();
		const stopLive = this.live.start();
		this.live.socket?.on('call:announced', (one) => {
			if (this.#options.speaks && one.zone === this.live.view.zone.code) this.voice.say(one);
		});
		this.live.socket?.on('broadcast:changed', (now) => {
			if (this.#options.speaks) this.voice.alert(now);
		});
		this.live.socket?.on('connect', () => {
			this.#report();
		});
		const stopVoice = this.#options.speaks ? this.voice.start() : (): void => undefined;
		return () => {
			stopVoice();
			stopLive();
		};
	}

	/** A call stands on the screen; told to the server once a call. */
	shown(id: CallView['id']): void {
		const call = this.live.view.calls.find((one) => one.id === id);
		if (!call || this.#told.includes(id) || this.#now() - call.at > RECEIPT_MS) return;
		this.#told = [...this.#told, id].slice(-REMEMBERED);
		this.live.socket?.emit('call:received', id, this.#device, 'shown');
	}

	#report(): void {
		if (this.voice.sound !== null) this.live.socket?.emit('screen:reported', this.#device, this.voice.sound);
	}
}
