import { readScan, type Scanned } from '#kiosk/scan.ts';
import type { DeskTicket } from '#server/views.ts';
import type { CodeTold } from '../scan/told.ts';
import { AnswerSheet } from './answer/answer.svelte.ts';
import type { DeskWork } from './desk.svelte.ts';
import type { DeskPanel } from './panels.ts';

/** Codes that are no numbers: of an appointment, a notice, a case, an item. Scanned or typed, they do the same at the desk. */
export class DeskCodes {
	told: CodeTold | null = $state.raw(null);
	readonly #desk: DeskWork;
	/** the last code that was held before the scanner: an answer to an older one is dropped */
	#scans = 0;

	constructor(desk: DeskWork) {
		this.#desk = desk;
	}

	/** A code was held before a scanner of this desk; what nobody knows changes nothing. An open sheet takes a visitor's number or nothing. */
	scan(text: string): void {
		this.told = null;
		this.#scans += 1;
		const code = readScan(text);
		if (code === null) this.told = { kind: 'unknown' };
		else if (this.#desk.panel !== null) void this.#give(code, this.#desk.panel);
		else void this.#desk.find(text);
	}

	async #give(code: Scanned, panel: DeskPanel): Promise<void> {
		const asked = 'ticket' in code ? code.ticket : 'number' in code ? code.number : null;
		if (asked === null || !panel.scanned) {
			this.told = { kind: 'sheet' };
			return;
		}
		const scan = this.#scans;
		const answer = await this.#desk.ask<DeskTicket>('GET', `/numbers/${encodeURIComponent(asked)}`);
		if (scan !== this.#scans || this.#desk.panel !== panel) return;
		if (!answer.ok) this.told = { kind: 'refused', code: answer.problem.code };
		else if (!panel.scanned(answer.value)) this.told = { kind: 'sheet' };
	}

	/** Goes where it leads. */
	async lead(code: Exclude<Scanned, { ticket: string } | { number: string }>): Promise<void> {
		if ('item' in code) await this.#read(code.item);
		else if ('notice' in code) await this.#open(code.notice);
		else await this.#desk.act({ action: 'arrive', path: '/check-ins', body: { ...code, intent: this.#desk.intent() } });
	}

	/** The item, as the desk answers questions about it. */
	async #read(item: string): Promise<void> {
		const sheet = new AnswerSheet(this.#desk);
		if (await sheet.read(`item:${item}`)) this.#desk.panel = sheet;
		else this.told = { kind: 'unknown' };
	}

	/** Who comes with a notice gets a number with the place of the first visit; a case is looked at. */
	async #open(code: string): Promise<void> {
		const what = await this.#desk.ask<{ of: 'notice' | 'case' }>('GET', `/codes/${code}`);
		if (!what.ok) this.told = { kind: 'refused', code: what.problem.code };
		else if (what.value.of === 'case') this.told = { kind: 'case', code };
		else {
			const body = { intent: this.#desk.intent() };
			await this.#desk.act({ action: 'take', path: `/notices/${code}/return`, body });
		}
	}
}
