import type { BoardContent, BoardDriver, Frame, Picture } from '#display/led/driver.ts';
import type { Bus, BusPriority, BusResult } from '#printer/wire/bus-types.ts';
import type { BoardEntry } from '../setup/schema.ts';

/** How a content goes to a board, and who hears what became of it. */
export interface Showing {
	priority: BusPriority;
	/** see `BusPicture.onOutcome` */
	onOutcome(result: BusResult): void;
}

/** What is shown on one board, whatever places the board has for it. */
export interface BoardSlots {
	/** how a content will stand there; nothing is sent */
	picture(content: BoardContent): Picture;
	/** Puts a content on the board; the newest one wins, and stands there again after every break. */
	show(content: BoardContent, showing: Showing): void;
	/** Makes it known to its line: prepares it where it has to be, frees it of an alarm of an earlier process. */
	join(): void;
	leave(): void;
}

/** Nobody answers for a release that got lost, so it is said more than once. */
const RELEASES = 3;

/** The slots of one board, which its line does not know yet. */
export function slotsOn(bus: Bus, at: Pick<BoardEntry, 'code' | 'address'>, driver: BoardDriver): BoardSlots {
	const slots = new Slots(bus, at, driver);
	return {
		picture: (content) => slots.picture(content),
		show: (content, showing) => {
			slots.show(content, showing);
		},
		join: () => {
			slots.join();
		},
		leave: () => {
			slots.leave();
		}
	};
}

class Slots {
	readonly #bus: Bus;
	readonly #code: string;
	readonly #address: number;
	readonly #driver: BoardDriver;
	#brightness: number | undefined;
	#alarmed = false;

	constructor(bus: Bus, { code, address }: Pick<BoardEntry, 'code' | 'address'>, driver: BoardDriver) {
		this.#bus = bus;
		this.#code = code;
		this.#address = address;
		this.#driver = driver;
	}

	picture(content: BoardContent): Picture {
		const { alarm } = this.#driver;
		const on = content.alert === true && alarm ? alarm : this.#driver;
		return on.show(this.#address, content);
	}

	show(content: BoardContent, showing: Showing): void {
		this.#dim(content.brightness);
		const { frames } = this.picture(content);
		const alarm = content.alert === true && this.#driver.alarm !== undefined;
		if (this.#alarmed && !alarm) this.#release();
		this.#alarmed = alarm;
		this.#bus.show(this.#code, alarm ? 'alarm' : 'text', { frames, ...showing });
	}

	join(): void {
		const driver = this.#driver;
		this.#brightness = undefined;
		this.#bus.add(this.#code, { ping: driver.ping(this.#address), minRefreshMs: driver.caps.minRefreshMs });
		this.#prepare(driver.setup?.(this.#address) ?? []);
		this.#release();
	}

	leave(): void {
		this.#bus.remove(this.#code);
	}

	/** One step after the other: one that came late would erase what those behind it have written. */
	#prepare([frame, ...others]: readonly Frame[]): void {
		if (!frame) return;
		const onOutcome = ({ outcome }: BusResult): void => {
			if (outcome === 'acked' || outcome === 'sent-unconfirmed') this.#prepare(others);
		};
		this.#bus.show(this.#code, 'setup', { frames: [frame], priority: 'alert', times: 1, onOutcome });
	}

	#release(): void {
		const frames = this.#driver.alarm?.release(this.#address) ?? [];
		this.#bus.show(this.#code, 'alarm', { frames, priority: 'alert', times: RELEASES });
	}

	#dim(percent: number | undefined): void {
		if (percent === undefined || percent === this.#brightness) return;
		this.#brightness = percent;
		const frames = this.#driver.brightness(this.#address, percent);
		this.#bus.show(this.#code, 'brightness', { frames, priority: 'brightness' });
	}
}
