import type { BoardContent, BoardDriver, Picture } from '#display/led/driver.ts';
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
export function slotsOn(
	bus: Bus,
	{ code, address }: Pick<BoardEntry, 'code' | 'address'>,
	driver: BoardDriver
): BoardSlots {
	const { alarm } = driver;
	let brightness: number | undefined;
	let alarmed = false;
	const release = (): void => {
		const frames = alarm?.release(address) ?? [];
		bus.show(code, 'alarm', { frames, priority: 'alert', times: RELEASES });
	};
	const dim = (percent: number | undefined): void => {
		if (percent === undefined || percent === brightness) return;
		brightness = percent;
		bus.show(code, 'brightness', { frames: driver.brightness(address, percent), priority: 'brightness' });
	};
	const picture = (content: BoardContent): Picture =>
		content.alert === true && alarm ? alarm.show(address, content) : driver.show(address, content);
	const join = (): void => {
		brightness = undefined;
		bus.add(code, { ping: driver.ping(address), minRefreshMs: driver.caps.minRefreshMs });
		driver.setup?.(address).forEach((frame, step) => {
			bus.show(code, `setup ${String(step)}`, { frames: [frame], priority: 'alert', times: 1 });
		});
		release();
	};
	return {
		join,
		leave: () => {
			bus.remove(code);
		},
		picture,
		show: (content, showing) => {
			dim(content.brightness);
			const { frames } = picture(content);
			if (content.alert === true && alarm) {
				alarmed = true;
				bus.show(code, 'alarm', { frames, ...showing });
				return;
			}
			if (alarmed) release();
			alarmed = false;
			bus.show(code, 'text', { frames, ...showing });
		}
	};
}
