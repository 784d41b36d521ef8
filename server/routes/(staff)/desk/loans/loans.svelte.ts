import type { Problem } from '#display/ask.ts';
import type { DeskLoans, GoodView, LoanView } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import type { DeskWork } from '../desk.svelte.ts';
import { Intents } from '../intents.ts';
import type { DeskPanel } from '../panels.ts';

type Step = 'goods' | 'whom' | 'back' | 'how' | 'count';

/** How something comes back, by its key. */
export const WAYS = ['returned', 'damaged', 'lost'] as const;
export type Way = (typeof WAYS)[number];

/**
 * What the desk lends (G-06). A figure lends: at once to the number that stands on the desk, else to the tag that is
 * typed then. R lists what is out: a figure, and it is back; Z counts what is really there.
 */
export class LoansSheet implements DeskPanel {
	readonly action = 'loans';
	step: Step = $state('goods');
	good: GoodView | null = $state.raw(null);
	loan: LoanView | null = $state.raw(null);
	tag = $state('');
	phone = $state('');
	counted = $state('');
	busy = $state(false);
	problem: Problem['code'] | null = $state(null);
	/** what was done last, and with what */
	done: { what: 'lent' | 'counted' | Way; good: GoodView['name']; whom: string } | null = $state.raw(null);
	#desk: DeskWork;
	#intents: Intents;

	constructor(desk: DeskWork) {
		this.#desk = desk;
		this.#intents = new Intents(() => desk.intent());
	}

	get view(): DeskLoans {
		return this.#desk.view.loans;
	}

	/** The number that stands on the desk: it borrows. */
	get number(): string | null {
		return this.#desk.found?.number ?? null;
	}

	/** of the hall */
	get timeZone(): string {
		return this.#desk.view.incidents.timeZone;
	}

	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.#back();
		if (typing || repeat || this.busy) return false;
		const at = (figureOf(code) ?? 0) - 1;
		if (at >= 0) return this.#pick(at);
		if (code === 'KeyR') this.list();
		else if (code === 'KeyZ') this.count();
		else return false;
		return true;
	}

	/** Lends it to the number at hand, or asks for a tag. */
	take(good: GoodView): void {
		this.good = good;
		this.#fresh();
		if (this.step === 'count') return;
		const ticket = this.#desk.found?.id ?? null;
		if (ticket === null) this.step = 'whom';
		else void this.lend(ticket);
	}

	async lend(ticket: number | null = null): Promise<void> {
		const { good } = this;
		if (!good) return;
		const whom = ticket === null ? { tag: this.tag, phone: this.phone } : { ticket };
		const wish = { good: good.code, desk: good.desk, ...whom };
		if (!(await this.#send('/loans', { ...wish, intent: this.#intents.of(wish) }))) return;
		this.#intents.done();
		this.done = { what: 'lent', good: good.name, whom: ticket === null ? this.tag : (this.number ?? '') };
		this.#home();
	}

	/** Lists what is out. */
	list(): void {
		this.#fresh();
		this.step = 'back';
	}

	/** Counts what is at the desk. */
	count(): void {
		this.#fresh();
		this.good = null;
		this.step = 'count';
	}

	async stock(): Promise<void> {
		const { good } = this;
		const count = Number(this.counted);
		if (!good || this.counted.trim() === '' || !Number.isSafeInteger(count)) return;
		if (!(await this.#send('/stock', { good: good.code, desk: good.desk, count }))) return;
		this.done = { what: 'counted', good: good.name, whom: this.counted };
		this.#home();
	}

	/** Asks how it came back. */
	comes(loan: LoanView): void {
		this.#fresh();
		this.loan = loan;
		this.step = 'how';
	}

	async end(as: Way): Promise<void> {
		const { loan } = this;
		if (!loan || !(await this.#send(`/loans/${String(loan.id)}/end`, { as }))) return;
		this.done = { what: as, good: loan.name, whom: loan.number ?? loan.tag ?? '' };
		this.#home();
	}

	#pick(at: number): boolean {
		if (this.step === 'goods' || (this.step === 'count' && !this.good)) return this.#pickGood(at);
		if (this.step === 'back') {
			const loan = this.view.out[at];
			if (loan) this.comes(loan);
			return loan !== undefined;
		}
		const way = this.step === 'how' ? WAYS[at] : undefined;
		if (way) void this.end(way);
		return way !== undefined;
	}

	#pickGood(at: number): boolean {
		const good = this.view.goods[at];
		if (good) this.take(good);
		return good !== undefined;
	}

	#back(): boolean {
		if (this.step === 'goods') return false;
		if (this.step === 'how') this.list();
		else this.#home();
		return true;
	}

	#home(): void {
		this.step = 'goods';
		[this.good, this.loan] = [null, null];
		[this.tag, this.phone, this.counted] = ['', '', ''];
	}

	#fresh(): void {
		this.problem = null;
		this.done = null;
	}

	async #send(path: string, body: object): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.#fresh();
		const answer = await this.#desk.ask('POST', path, body);
		this.busy = false;
		if (!answer.ok) this.problem = answer.problem.code;
		return answer.ok;
	}
}
