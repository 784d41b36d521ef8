import { intentId } from '#kiosk/intent.ts';
import { readScan, type Scanned } from '#kiosk/scan.ts';
import type { CodeOf } from '#server/codes/what.ts';
import type { DeskTicket } from '#server/views.ts';
import { ticketWish } from '../options.ts';
import type { CodeTold } from '../scan/told.ts';
import type { Console } from './console.svelte.ts';

/**
 * Codes that are held before the scanner of a window. A ticket is told: which number it is and where it belongs. With the code
 * of a notice its visitor gets a number. Whatever else it is, it is told what, and nothing changes.
 */
export class WindowCodes {
	told: CodeTold | null = $state.raw(null);
	readonly #desk: Console;
	readonly #intent: () => string;
	#busy = false;

	/** @param intent a new id for the wish of one visitor */
	constructor(desk: Console, intent = intentId) {
		this.#desk = desk;
		this.#intent = intent;
	}

	async scan(text: string): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		this.told = null;
		const code = readScan(text);
		this.told = code === null ? { kind: 'unknown' } : await this.#what(code);
		this.#busy = false;
	}

	/** What this window can do with the ticket that was told. */
	act(ticket: number, action: 'resume' | 'return'): void {
		this.told = null;
		void this.#desk.act(ticketWish(ticket, action));
	}

	async #what(code: Scanned): Promise<CodeTold> {
		if ('item' in code) return { kind: 'item', item: code.item };
		if ('ticket' in code) return this.#ticket(code.ticket);
		if ('number' in code) return this.#ticket(code.number);
		return 'notice' in code ? this.#paper(code.notice) : { kind: 'appointment' };
	}

	async #ticket(shown: string): Promise<CodeTold> {
		const answer = await this.#desk.ask<DeskTicket>('GET', `/numbers/${encodeURIComponent(shown)}`);
		if (!answer.ok) return { kind: 'refused', code: answer.problem.code };
		const ticket = answer.value;
		const here = this.#desk.view.current?.id === ticket.id;
		return { kind: 'ticket', ticket, here, action: this.#actionFor(ticket.id) };
	}

	#actionFor(id: number): 'resume' | 'return' | null {
		const { parked, missed } = this.#desk.view;
		const one = [...parked, ...missed].find((ticket) => ticket.id === id);
		return (['resume', 'return'] as const).find((action) => one?.allowed.includes(action)) ?? null;
	}

	async #paper(code: string): Promise<CodeTold> {
		const what = await this.#desk.ask<CodeOf>('GET', `/codes/${code}`);
		if (!what.ok) return { kind: 'refused', code: what.problem.code };
		if (what.value.of === 'case') return { kind: 'case', code };
		const wish = { intent: this.#intent() };
		const back = await this.#desk.ask<{ number: string }>('POST', `/notices/${code}/return`, wish);
		if (!back.ok) return { kind: 'refused', code: back.problem.code };
		return { kind: 'back', number: back.value.number };
	}
}
