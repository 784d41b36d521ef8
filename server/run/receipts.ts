import { addBroadcastReceipt } from '#db/broadcast-receipts.ts';
import { addReceipt, getCall } from '#db/calls.ts';
import type { Screens } from '../devices/screens.ts';
import type { Hall } from '../hall.ts';
import type { Later } from '../later.ts';
import type { BroadcastReceived, HallSocket, Received } from '../realtime/gateway.ts';
import type { Voices } from '../realtime/voices.ts';
import type { ScreenReport } from '../views.ts';

/** What the parts of a hall hear of receipts. */
export interface ReceiptsOptions {
	hall: Hall;
	screens: Screens;
	later: Later;
	voices: Pick<Voices, 'said'>;
	/** a receipt of a call at that window stands in the database */
	onCall: (window: string) => void;
	/** a receipt of a broadcast does */
	onBroadcast: () => void;
	/** what is known of a screen has changed */
	onChanged: () => void;
}

/** What screens tell: calls and broadcasts that they showed or said, and how they are themselves. */
export class Receipts {
	readonly #options: ReceiptsOptions;
	/** the newest line of each screen: it may be back before its old line is known to have ended */
	readonly #lines = new Map<string, HallSocket>();

	constructor(options: ReceiptsOptions) {
		this.#options = options;
	}

	/** The newest line of a screen. */
	lineTo(device: string): HallSocket | undefined {
		return this.#lines.get(device);
	}

	/** A screen showed or said a call of its zone. */
	async call({ call: id, device, channel, zone }: Received): Promise<void> {
		const { hall, later, screens, voices, onCall, onChanged } = this.#options;
		const at = hall.clock.now();
		const call = await getCall(hall.read, hall.id, id);
		if (call?.zone !== zone) return;
		const receipt = { hall: hall.id, call: id, device, channel, at, outcome: 'ok' };
		later.add(
			(tx) => addReceipt(tx.k, receipt),
			() => onCall(call.window)
		);
		if (channel !== 'spoken') return;
		screens.spoke(device, voices.said(call));
		onChanged();
	}

	/** A screen showed or said what is told to the whole hall. */
	broadcast({ broadcast, device, channel }: BroadcastReceived): void {
		const { hall, later, onBroadcast } = this.#options;
		const receipt = { hall: hall.id, broadcast, device, channel, at: hall.clock.now() };
		later.add((tx) => addBroadcastReceipt(tx.k, receipt), onBroadcast);
	}

	/** A screen that can or cannot be heard is told to the desk until its line ends. */
	reported(socket: HallSocket, device: string, sound: 'on' | 'refused' | 'failed'): void {
		this.#here(socket, device, (screens, zone) => screens.reported(device, zone, sound));
	}

	/** How far it can be read, and what it could not show. */
	told(socket: HallSocket, device: string, report: ScreenReport): void {
		this.#here(socket, device, (screens, zone) => screens.told(device, zone, report));
	}

	#here(socket: HallSocket, device: string, note: (screens: Screens, zone: string | null) => void): void {
		const { screens, onChanged } = this.#options;
		note(screens, socket.data.zone ?? null);
		onChanged();
		// It reports more than once: its line ends once.
		if (this.#lines.get(device) === socket) return;
		this.#lines.set(device, socket);
		socket.once('disconnect', () => {
			if (this.#lines.get(device) !== socket) return;
			this.#lines.delete(device);
			screens.left(device);
			onChanged();
		});
	}
}
