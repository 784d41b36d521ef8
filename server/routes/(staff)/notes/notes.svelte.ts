import type { Answer, Problem } from '#display/ask.ts';
import type { StaffNoteView, WrittenNote } from '#server/views.ts';

export interface NoteOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** a new id for a wish */
	intent: () => string;
	/** milliseconds */
	now: () => number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A note is shown for a day unless another end is chosen. */
const SHOWN_MS = DAY_MS;

export type NoteTold = { kind: 'sent' | 'withdrawn' } | { kind: 'refused'; code: Problem['code'] };

/** A note that is being written; moments as a field of date and time has them. */
export interface NoteDraft {
	/** the note of which it is a new version */
	note: number | null;
	title: string;
	text: string;
	mustRead: boolean;
	roles: string[];
	desks: string[];
	windows: string[];
	persons: string[];
	until: string;
	readBy: string;
	intent: string;
}

/** What the page of notes does: reads, writes, rewrites and takes back. A wish without an answer is the same wish when it is sent again. */
export class NoteDesk {
	draft: NoteDraft | null = $state(null);
	busy = $state(false);
	told: NoteTold | null = $state.raw(null);
	help = $state(false);
	#options: NoteOptions;

	constructor(options: NoteOptions) {
		this.#options = options;
	}

	/** Begins a note, or a new version of one. */
	begin(of: WrittenNote | null = null): void {
		this.told = null;
		const intent = this.#options.intent();
		const until = fieldOf(this.#options.now() + SHOWN_MS);
		this.draft = of ? draftOf(of, intent) : { ...BLANK, roles: [], desks: [], windows: [], persons: [], until, intent };
	}

	get filled(): boolean {
		if (!this.draft) return false;
		const { title, text, roles, desks, windows, persons, until } = this.draft;
		const some = roles.length + desks.length + windows.length + persons.length > 0;
		return title.trim() !== '' && text.trim() !== '' && until !== '' && some;
	}

	async send(): Promise<void> {
		if (!this.draft || !this.filled) return;
		const { note, title, text, mustRead, roles, desks, windows, persons, until, readBy, intent } = this.draft;
		const readByAt = mustRead && readBy !== '' ? momentOf(readBy) : null;
		const to = { roles, desks, windows, persons };
		const body = { note, title, text, mustRead, to, untilAt: momentOf(until), readByAt, intent };
		if (await this.#ask('/staff-notes', body, 'sent')) this.draft = null;
	}

	async withdraw({ note }: WrittenNote): Promise<void> {
		await this.#ask(`/staff-notes/${String(note)}/withdraw`, {}, 'withdrawn');
	}

	async read({ note, version }: StaffNoteView): Promise<void> {
		await this.#ask(`/staff-notes/${String(note)}/read`, { version }, null);
	}

	back(): boolean {
		const was = this.draft !== null || this.help;
		this.draft = null;
		this.help = false;
		return was;
	}

	async #ask(path: string, body: object, done: 'sent' | 'withdrawn' | null): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		const answer = await this.#options.ask<unknown>('POST', path, body);
		this.busy = false;
		if (answer.ok) this.told = done === null ? null : { kind: done };
		else this.told = { kind: 'refused', code: answer.problem.code };
		return answer.ok;
	}
}

const BLANK = { note: null, title: '', text: '', mustRead: false, readBy: '' } as const;

/** What stands in a note, as the beginning of its next version. */
function draftOf({ note, title, text, mustRead, to, untilAt, readByAt }: WrittenNote, intent: string): NoteDraft {
	const readBy = readByAt === null ? '' : fieldOf(readByAt);
	return { note, title, text, mustRead, ...to, until: fieldOf(untilAt), readBy, intent };
}

/** `2026-11-25T09:30`, by the clock of this machine, as the browser's field wants it. */
function fieldOf(at: number): string {
	const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
	return local.toISOString().slice(0, 16);
}

function momentOf(field: string): number {
	return new Date(field).getTime();
}
