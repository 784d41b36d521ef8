import type { MatterOffer } from '#server/views.ts';
import type { Press } from '../../keyboard.ts';
import type { Console } from '../console.svelte.ts';
import type { Panel } from '../panels.ts';

/** Where a result is sent, as it is typed. */
export interface Home {
	name: string;
	phone: string;
	address: string;
	consent: boolean;
}

const NOWHERE: Home = { name: '', phone: '', address: '', consent: false };

/** 受理: shows what is promised; Enter accepts. D asks where the result is sent, which nobody has to wish. */
export class Accept implements Panel {
	readonly action = 'accept';
	/** null while the result is not sent home */
	home: Home | null = $state(null);
	readonly offer: MatterOffer | null;
	readonly #desk: Console;
	readonly #ticket: number | null;

	constructor(desk: Console) {
		this.#desk = desk;
		// What was shown when it was opened is what is accepted: the sheet never changes over to another visitor.
		this.#ticket = desk.view.current?.id ?? null;
		this.offer = desk.view.current?.promise ?? null;
	}

	/** Whether it can be accepted as it stands. */
	get ready(): boolean {
		if (this.#desk.busy !== null || this.#ticket === null) return false;
		const { home } = this;
		return home === null || (home.consent && [home.name, home.phone, home.address].every((said) => said.trim() !== ''));
	}

	/** Begins or ends the wish to have it sent. */
	turnHome(): void {
		this.home = this.home === null ? NOWHERE : null;
	}

	fill(change: Partial<Home>): void {
		if (this.home) this.home = { ...this.home, ...change };
	}

	accept(): void {
		if (!this.ready) return;
		const path = `/tickets/${String(this.#ticket)}/accept`;
		void this.#desk.act({ action: 'accept', path, body: { delivery: this.home } });
	}

	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Enter' || code === 'NumpadEnter') {
			if (!repeat) this.accept();
			return true;
		}
		if (typing || code !== 'KeyD') return false;
		this.turnHome();
		return true;
	}
}
