import { deviceStates } from '#db/devices.ts';
import type { DeviceStateRow, WatchKind } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';

/** What hands have decided about devices, kept at hand for whoever drives them. */
export class Hands {
	readonly #hall: Hall;
	#off = new Set<string>();
	#moved = new Map<string, Pick<DeviceStateRow, 'moved_group' | 'moved_day'>>();

	constructor(hall: Hall) {
		this.#hall = hall;
	}

	/** Reads again what was decided. */
	async load(): Promise<void> {
		const rows = await deviceStates(this.#hall.read, this.#hall.id);
		this.#off = new Set(rows.filter((row) => row.off_at !== null).map(({ kind, device }) => `${kind} ${device}`));
		this.#moved = new Map(rows.filter((row) => row.moved_group !== null).map((row) => [row.device, row]));
	}

	/** Whether a device was taken out of work. */
	isOff(kind: WatchKind, code: string): boolean {
		return this.#off.has(`${kind} ${code}`);
	}

	/** The group that a printer prints for today. */
	group(code: string, own: string): string {
		const moved = this.#moved.get(code);
		return moved ? groupToday(this.#hall, moved, own) : own;
	}
}

/** Where no hand has decided anything: a day that is only simulated. */
export const NO_HANDS: Pick<Hands, 'isOff' | 'group'> = { isOff: () => false, group: (_, own) => own };

/** The group that a printer prints for today: a move ends with its day, or with the group. */
export function groupToday(
	hall: Hall,
	{ moved_group, moved_day }: Pick<DeviceStateRow, 'moved_group' | 'moved_day'>,
	own: string
): string {
	if (moved_group === null || moved_day !== today(hall)) return own;
	return isGroup(hall, moved_group) ? moved_group : own;
}

export function isGroup(hall: Hall, group: string): boolean {
	return [...hall.setup.printers.values()].some((one) => one.group === group);
}

/** Where a slip lies that only one printer may print: no code of a hall file begins so. */
export function laneOf(printer: string): string {
	return `#${printer}`;
}
