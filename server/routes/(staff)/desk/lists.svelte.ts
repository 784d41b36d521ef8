import type { AppointmentDay } from '#server/appointments/view.ts';
import type { HoardView } from '#server/limits/view.ts';
import type { Tab } from './keys.ts';
import type { DeskOptions } from './means.ts';

/** The right side of the desk: which list is looked at, and those that are not on the live line and are read. */
export class DeskLists {
	tab: Tab = $state('hall');
	appointments: AppointmentDay | null = $state.raw(null);
	hoarding: HoardView | null = $state.raw(null);
	#options: Pick<DeskOptions, 'ask' | 'today'>;

	constructor(options: Pick<DeskOptions, 'ask' | 'today'>) {
		this.#options = options;
	}

	/** Turns to a list. */
	turn(tab: Tab): void {
		this.tab = tab;
		void this.read();
	}

	/** Reads a list that is not on the live line: that which is looked at, or another. */
	async read(tab: Tab = this.tab): Promise<void> {
		if (tab === 'appointments') {
			const answer = await this.#options.ask<AppointmentDay>('GET', `/appointments/day/${this.#options.today()}`);
			if (answer.ok) this.appointments = answer.value;
		} else if (tab === 'hoarding') {
			const answer = await this.#options.ask<HoardView>('GET', '/desk/hoarding');
			if (answer.ok) this.hoarding = answer.value;
		}
	}
}
