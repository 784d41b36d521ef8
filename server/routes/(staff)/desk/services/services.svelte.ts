import type { Problem } from '#display/ask.ts';
import type { KeptService } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import type { DeskWork } from '../desk.svelte.ts';
import type { DeskPanel } from '../panels.ts';

/** The keys of the states. */
export const STATES = [
	{ state: 'working', shown: 'W', code: 'KeyW' },
	{ state: 'busy', shown: 'B', code: 'KeyB' },
	{ state: 'out-of-order', shown: 'X', code: 'KeyX' }
] as const;

const MORE = ['Equal', 'NumpadAdd'];
const FEWER = ['Minus', 'NumpadSubtract'];

/**
 * The free services (G-09): a figure chooses one; W, B, X say that it works, is full, is out of order; plus and minus count
 * who waits, where no numbers do.
 */
export class ServicesSheet implements DeskPanel {
	readonly action = 'services';
	code: string | null = $state(null);
	busy = $state(false);
	problem: Problem['code'] | null = $state(null);
	#desk: DeskWork;

	constructor(desk: DeskWork) {
		this.#desk = desk;
		this.code = desk.view.services[0]?.code ?? null;
	}

	get services(): readonly KeptService[] {
		return this.#desk.view.services;
	}

	get chosen(): KeptService | null {
		return this.services.find(({ code }) => code === this.code) ?? null;
	}

	/** of the hall */
	get timeZone(): string {
		return this.#desk.view.incidents.timeZone;
	}

	press({ code, repeat, typing }: Press): boolean {
		if (typing || this.busy || code === 'Escape') return false;
		const service = this.services[(figureOf(code) ?? 0) - 1];
		if (service) this.code = service.code;
		return service !== undefined || this.#pressed(code, repeat);
	}

	#pressed(code: string, repeat: boolean): boolean {
		const state = STATES.find((one) => one.code === code)?.state;
		if (state && !repeat) void this.keep({ state });
		else if (MORE.includes(code)) void this.count(1);
		else if (FEWER.includes(code)) void this.count(-1);
		else return state !== undefined;
		return true;
	}

	/** One more or one fewer waits for the chosen one. */
	async count(by: 1 | -1): Promise<void> {
		const { chosen } = this;
		if (chosen && !chosen.counted) await this.keep({ waiting: Math.max(0, chosen.waiting + by) });
	}

	async keep(wish: { state?: KeptService['state']; waiting?: number }): Promise<void> {
		if (this.code === null || this.busy) return;
		this.busy = true;
		this.problem = null;
		const answer = await this.#desk.ask('POST', `/services/${this.code}`, wish);
		this.busy = false;
		if (!answer.ok) this.problem = answer.problem.code;
	}
}
