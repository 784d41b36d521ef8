import type { BroadcastView, CallView, ScreenReport } from '#server/views.ts';
import type { Live } from '../live.svelte.ts';
import { Receipts } from './receipts.ts';

export interface WindowScreenOptions {
	live: Live<'window-screen'> | Live<'text-screen'>;
	/** the name of this screen, asked when it starts */
	device: () => string;
	/** milliseconds */
	now?: () => number;
}

/** The screen above a window at work: its receipts for calls and for what is told to the whole hall, and how it is itself (D-05). */
export class WindowScreen {
	#options: WindowScreenOptions;
	#receipts: Receipts;
	#device = '';
	#sight: ScreenReport['sight'] = null;

	constructor(options: WindowScreenOptions) {
		this.#options = options;
		const { live, now = (): number => Date.now() } = options;
		this.#receipts = new Receipts(() => now() + live.skew);
	}

	/** Opens the line until the returned function is called. */
	start(): () => void {
		const { live, device } = this.#options;
		this.#device = device();
		const stop = live.start();
		live.socket?.on('connect', () => {
			this.#tell();
			for (const call of this.#receipts.waited()) if (call === live.view.call) this.shown(call);
		});
		return stop;
	}

	/** A call stands on the screen; told to the server once a call. */
	shown(call: CallView['id']): void {
		const { live } = this.#options;
		const at = live.view.calledAt;
		if (at === null || !this.#receipts.isToTell({ id: call, at }, live.connected)) return;
		live.socket?.emit('call:received', call, this.#device, 'shown');
	}

	/** What is told to the whole hall stands on the screen. */
	alerted({ id }: Pick<BroadcastView, 'id'>): void {
		this.#options.live.socket?.emit('broadcast:received', id, this.#device, 'shown');
	}

	/** From how far it can be read, and how far it has to be. */
	measured(sight: ScreenReport['sight']): void {
		if (JSON.stringify(sight) === JSON.stringify(this.#sight)) return;
		this.#sight = sight;
		this.#tell();
	}

	#tell(): void {
		this.#options.live.socket?.emit('screen:told', this.#device, { sight: this.#sight, broken: [] });
	}
}
