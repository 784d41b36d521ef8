import { addReceipt, lastCallOf } from '#db/calls.ts';
import type { Hall } from '../hall.ts';
import { zoneOfWindow } from '../setup/places.ts';
import type { Stage } from './stage.ts';

/** What a screen needs to show a call, and a voice to say it. */
const SHOWN_MS = 300;
const SPOKEN_MS = 5000;

/** The hall's screens: each call is shown and spoken after a while, and that is on record. */
export class Screens {
	readonly #hall: Hall;
	readonly #stage: Stage;

	constructor(hall: Hall, stage: Stage) {
		this.#hall = hall;
		this.#stage = stage;
	}

	/** The screens of the window and of its zone show the newest call of a leg, the zone's voice says it. */
	announce(window: string, leg: number): void {
		const zone = zoneOfWindow(this.#hall.setup, window);
		const all = this.#hall.setup.file.devices.screens;
		const screens = all.filter((one) => one.window === window || one.zone === zone);
		this.#stage.go(async () => {
			const call = await lastCallOf(this.#hall.read, this.#hall.id, leg);
			if (!call) return;
			await this.#stage.sleep(SHOWN_MS);
			await this.#receive(call.id, 'shown', screens);
			await this.#stage.sleep(SPOKEN_MS - SHOWN_MS);
			const voices = screens.filter((one) => one.voice);
			await this.#receive(call.id, 'spoken', voices);
		});
	}

	async #receive(call: number, channel: 'shown' | 'spoken', devices: readonly { code: string }[]): Promise<void> {
		const row = { hall: this.#hall.id, call, channel, at: this.#stage.clock.now(), outcome: 'ok' };
		await this.#hall.write(async (tx) => {
			for (const { code: device } of devices) await addReceipt(tx.k, { ...row, device });
		});
	}
}
